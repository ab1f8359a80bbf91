import express, { type Express, Router } from 'express';
import helmet from 'helmet';
import type { Closing } from './closing.ts';
import { healthRoutes, type ReadinessCheck } from './http/health.ts';
import { describeFault } from './http/log.ts';
import { onlyOrigins } from './http/origins.ts';
import { pages } from './http/pages.ts';
import { notFound, problemHandler } from './http/problem.ts';
import { type Observability, watchRequests } from './observability/observability.ts';
import { apiRouter, type Identify, type Route } from './http/route.ts';

export interface AppParts {
  /** All that the API offers. */
  routes(closing: Closing): readonly Route[];
  identify: Identify;
  /** What browsers open, or null for this machine on its own port. */
  publicOrigin: string | null;
  /** What must be there before the house takes work. */
  checks: readonly ReadinessCheck[];
  observability: Observability;
  /** Addresses of those who sign persons in; the pages may ask them. */
  issuers: readonly string[];
  /** Folder of the built pages. */
  pagesFolder: string;
  closing: Closing;
}

/** Puts the rooms together into one Express application; it does not listen. */
export function createApp({
  routes,
  identify,
  publicOrigin,
  checks,
  observability,
  issuers,
  pagesFolder,
  closing,
}: AppParts): Express {
  const { log } = observability;
  const declared = routes(closing);
  const api = Router().use(onlyOrigins(publicOrigin)).use(apiRouter(declared, identify));

  return express()
    .disable('x-powered-by')
    .disable('etag')
    .use(watchRequests(observability, declared))
    .use(
      helmet({
        // Each page has a policy of its own (pages.ts). Office on the web shows the pane in a frame of another origin:
        // X-Frame-Options and the opener policy would break it.
        contentSecurityPolicy: false,
        xFrameOptions: false,
        crossOriginOpenerPolicy: false,
        crossOriginResourcePolicy: { policy: 'same-site' },
        referrerPolicy: { policy: 'no-referrer' },
      }),
    )
    .use(healthRoutes(closing, checks))
    .use('/api', api)
    .use(pages(pagesFolder, issuers))
    .use(notFound)
    .use(problemHandler((fault) => log.error({ fault: describeFault(fault) }, 'request failed')));
}
