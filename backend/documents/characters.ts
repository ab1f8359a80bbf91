/**
 * Characters that nobody sees on paper: soft hyphen, zero-width space and joiners, marks that turn the reading
 * direction, byte order mark, variation selectors, control characters other than tab and newline.
 */
const INVISIBLE = /(?![\t\n])[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;

/** The block of "tags" and of further variation selectors: whole sentences can be hidden in them. */
const SMUGGLED = /[\u{E0000}-\u{E0FFF}]/gu;

const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
const WIDE_SPACES = /[\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;

/**
 * Text as it is seen: composed characters (NFC), `\n` as the only line end, ordinary spaces, nothing invisible.
 * Spaces and empty lines stay as many as they were.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(WIDE_SPACES, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFC');
}

/** Whether the text carries characters that serve to hide words in it. */
export function smuggles(text: string): boolean {
  return text.search(SMUGGLED) !== -1;
}

/** Clean text without spaces at the ends of lines, with at most two empty lines together and none around it. */
export function tidyText(text: string): string {
  const lines: string[] = [];
  let empty = 0;
  for (const line of cleanText(text).split('\n')) {
    const kept = line.trimEnd();
    empty = kept === '' ? empty + 1 : 0;
    if (empty <= 2) lines.push(kept);
  }
  return lines.join('\n').replace(/^\n+/, '').trimEnd();
}
