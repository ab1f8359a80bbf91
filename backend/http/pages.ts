import { type RequestHandler, Router, static as serveFiles } from 'express';

const YEAR_SECONDS = 31_536_000;

/** Hosts that show the pane in a frame (facts of the Office platform). */
const OFFICE_FRAMES =
  "'self' *.officeapps.live.com *.office.com *.office365.com *.microsoft365.com *.cloud.microsoft *.microsoftpersonalcontent.com *.live.com *.sharepoint.com *.outlook.com";

const COMMON = "default-src 'none'; base-uri 'none'; form-action 'none'; img-src 'self' data:";

/** The pages that load office.js: the pane, what Outlook starts when a mail is sent, and the window of the sign-in. */
const OFFICE_PAGES = new Set(['/pane.html', '/launch.html', '/sign-in.html']);

/** office.js loads further scripts of its own and on some hosts evaluates; only its pages allow it. */
const OFFICE_POLICY = `${COMMON}; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline' 'unsafe-eval' https://appsforoffice.microsoft.com https://ajax.aspnetcdn.com; frame-ancestors ${OFFICE_FRAMES}`;
/** Fluent's styles come as an empty style element that a script fills; this is the hash of its emptiness. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";
const OWN_PAGE_POLICY = `${COMMON}; style-src 'self' ${EMPTY_STYLE}; script-src 'self'; frame-ancestors 'none'`;

/**
 * The built pages. Files with a hash in their name may be kept for a year, everything else is asked for again.
 * @param issuers addresses of those who sign persons in; besides us the pages may ask only them
 */
export function pages(folder: string, issuers: readonly string[] = []): Router {
  const asked = ["'self'", ...new Set(issuers.map((address) => new URL(address).origin))].join(' ');
  const policy: RequestHandler = (request, response, next) => {
    const rest = OFFICE_PAGES.has(request.path) ? OFFICE_POLICY : OWN_PAGE_POLICY;
    response.set('Content-Security-Policy', `${rest}; connect-src ${asked}`);
    next();
  };
  const files = serveFiles(folder, {
    setHeaders(response, path) {
      if (/\.[0-9a-f]{8,}\.(?:js|css)$/.test(path)) {
        response.setHeader('Cache-Control', `public, max-age=${YEAR_SECONDS}, immutable`);
      } else if (path.endsWith('.html')) {
        response.setHeader('Cache-Control', 'no-cache');
      } else {
        // Office refuses icons that are served with no-cache.
        response.setHeader('Cache-Control', 'public, max-age=3600');
      }
    },
  });
  return Router().use(policy, files);
}
