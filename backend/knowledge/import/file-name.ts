import { cleanText } from '../../documents/characters.ts';

const MAX_NAME_CHARS = 1_000;

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
