import { MAX_LINE_CHARS } from '../../contract/limits.ts';

/**
 * The name of a document without folder and ending; empty for one that was never saved.
 * @param url a path of Windows or macOS, or the address in SharePoint
 */
export function documentName(url: string | undefined): string {
  const remote = /^https?:/i.test(url ?? '');
  const path = remote ? (url ?? '').split(/[?#]/)[0] : url;
  const name = (path ?? '').split(/[\\/]/).at(-1) ?? '';
  return (remote ? decoded(name) : name).replace(/\.[A-Za-z]{3,4}$/, '').slice(0, MAX_LINE_CHARS);
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
