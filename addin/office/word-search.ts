/** Word refuses longer ones with `SearchStringInvalidOrTooLong`. */
const LONGEST_SEARCH = 255;

/**
 * A text as Word's search takes it: of one paragraph, with its special character `^` doubled, at most 255 characters.
 * Of a longer text the beginning is searched for.
 * @returns null where nothing is left to search for
 */
export function searchFor(text: string): string | null {
  const line = text
    .split(/[\n\r\v]/)
    .map((part) => part.trim())
    .find((part) => part !== '');
  if (line === undefined) return null;
  let search = '';
  for (const character of line) {
    const escaped = character === '^' ? '^^' : character;
    if (search.length + escaped.length > LONGEST_SEARCH) break;
    search += escaped;
  }
  return search.trimEnd();
}
