import { cleanText } from '../../documents/characters.ts';

const MAX_NAME_CHARS = 1_000;
const TEMPORARY = /^(?:\.|~\$|~WRL|Thumbs\.db$|desktop\.ini$)|(?:~|\.tmp|\.part|\.crdownload|\.swp)$/i;

/**
 * The name that a file gets in its collection: composed letters, nothing invisible, `/` between folders and never a way
 * up or a root.
 * @param given as a browser, a folder or SharePoint names it
 * @returns null where nothing of it can be a name
 */
export function fileName(given: string): string | null {
  const parts = cleanText(given)
    .replaceAll('\\', '/')
    .split('/')
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..')) return null;
  const name = parts.join('/');
  return name.length <= MAX_NAME_CHARS ? name : null;
}

/** Whether editors and systems lay such a file or folder down beside those of a person. @param name without its folders */
export function isTemporary(name: string): boolean {
  return TEMPORARY.test(name);
}
