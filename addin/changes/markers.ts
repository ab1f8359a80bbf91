import { comparable } from './characters.ts';

/** "1.", "2.1", "a)", "(2)", "iv." with or without brackets; a number alone is a number and no marker. */
const NUMBER =
  /^(?:\(?(?:\d{1,3}(?:\.\d{1,3}){1,5}[.)]?|\d{1,3}[.)]|\p{L}[.)]|[ivxIVX]{1,5}[.)])|§{1,2}\s?\d{1,4}\p{L}?)$/u;
const BULLET = /^[-–—•*·▪▫■□◦○●‣➢✓]$/u;
/** Words at the beginning of a line that can be a marker together: "Art. 3 a". */
const MAX_MARKER_WORDS = 3;
const MAX_MARKER_CHARS = 20;

/** How a line says that it belongs to a list; `none` where it does not. */
export type MarkerStyle = 'number' | 'bullet' | 'none';

/** @param marker a beginning of a line without white space around it */
export function styleOf(marker: string): MarkerStyle {
  if (BULLET.test(marker)) return 'bullet';
  return NUMBER.test(marker) ? 'number' : 'none';
}

/**
 * How many characters at the beginning of a line are a marker and the blanks behind it; 0 where there is none.
 * @param own markers that the document makes itself, without white space around them; they count whatever they look like
 */
export function markerLength(line: string, own: ReadonlySet<string>): number {
  const head = line.slice(0, MAX_MARKER_CHARS + 2);
  let length = 0;
  let words = 0;
  for (const match of head.matchAll(/[\t\p{Zs}]*[^\s]+(?=[\t\p{Zs}]+)/gu)) {
    if (++words > MAX_MARKER_WORDS) break;
    const end = match.index + match[0].length;
    const marker = line.slice(0, end).trim();
    if (styleOf(marker) === 'none' && !own.has(marker)) continue;
    length = end + (/^[\t\p{Zs}]*/u.exec(line.slice(end))?.[0].length ?? 0);
  }
  return length > 0 && comparable(line.slice(length)) !== '' ? length : 0;
}

/**
 * Whether a marker says what the document's own marker says already, so that it must not be written before the line
 * once more. A changed number is left out too: the document counts by itself.
 * @param content what stands behind the document's marker
 */
export function isCovered(marker: string, own: string, content: string): boolean {
  const [written, made] = [marker.trim(), own.trim()];
  if (written === '' || made === '' || content.trimStart().startsWith(written)) return false;
  return written === made || (styleOf(written) === styleOf(made) && styleOf(made) !== 'none');
}
