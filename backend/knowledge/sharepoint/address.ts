/** As browsers name the folder that a page of SharePoint shows. */
const FOLDER_PARAMETERS = ['id', 'RootFolder'];

/**
 * What Graph calls the folder at an address, for `/v1.0/shares/…`: the address itself, encoded. It is never fetched.
 * @param address as the browser shows it (`…/Forms/AllItems.aspx?id=%2Fsites%2F…`), or as "Link kopieren" gives it
 * @returns null where it is no address
 * @see https://learn.microsoft.com/graph/api/shares-get
 */
export function shareOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  return `u!${Buffer.from(folderUrl(url)).toString('base64url')}`;
}

/** A page that shows a folder is none itself: the folder stands in its query. */
function folderUrl(url: URL): string {
  if (!/\.aspx$/i.test(url.pathname)) return url.href;
  const path = FOLDER_PARAMETERS.map((name) => url.searchParams.get(name)).find(Boolean);
  if (path?.startsWith('/') === true) {
    return `${url.origin}${path.split('/').map(encodeURIComponent).join('/')}`;
  }
  // The library itself, without any folder: `…/Freigegebene Dokumente/Forms/AllItems.aspx`.
  return `${url.origin}${url.pathname.replace(/\/Forms\/[^/]+$/i, '')}`;
}
