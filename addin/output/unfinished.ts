import type { OpenSegment } from './segments.ts';

/** A last line that is only the beginning of some syntax. */
const ONLY_MARKERS =
  /^[ \t>]*(?:#{1,6}|[-*+]|\d{1,9}[.)]|`{1,3}[^`]*|~{1,3}[^~]*|[-*+] \[|\||\*\*?|_{1,2})?[ \t]*$/;
/** The text ends in half a tag, entity or escape, or in something that opens a link. */
const DANGLING = /(?:!?\[|!|\\|&[#\w]{0,30}|<(?:[A-Za-z/!][^<>]{0,500})?)$/;
const MARKERS_AT_END = /[*_~`]+$/;
const OPEN_LINK = /!?\[([^[\]]{0,500})\]\([^()\s]{0,2000}(?:[ \t][^()]{0,500})?$/;
/** A lone bracket is more often text of a letter than the beginning of a link; after `!` it is an image. */
const OPEN_IMAGE = /!\[([^[\]]{0,500})\]?$/;
const STARTS_INLINE = /^[ \t>]*(?:[-*+][ \t]|\d{1,9}[.)][ \t]|#|\|)/;
const TABLE_LINE = /^[ \t]*\|/;
const DELIMITER = /^[ \t]*\|[-:| \t]*$/;
const INLINE_MARKERS = /\\.|`+|\*{1,3}|~~|_{1,2}/gs;

/** Gives a table that has only its header the line that makes it a table. */
function completeTable(lines: string[]): string[] {
  const at = lines.length - 1;
  const last = lines[at] ?? '';
  if (!TABLE_LINE.test(last)) return lines;
  const headerAt = TABLE_LINE.test(lines[at - 1] ?? '') ? at - 1 : at;
  if (headerAt === at - 1 && (!DELIMITER.test(last) || TABLE_LINE.test(lines[at - 2] ?? ''))) return lines;
  const header = (lines[headerAt] ?? '').trim().replace(/\|$/, '');
  const cells = header.split('|').length - 1;
  return [...lines.slice(0, headerAt), `${header}|`, `|${'-|'.repeat(cells)}`];
}

/** What would close the emphasis and code that are open at the end of a text. */
function closers(text: string): string {
  const open: string[] = [];
  for (const { 0: found, index } of text.matchAll(INLINE_MARKERS)) {
    const top = open.at(-1);
    if (found === top) open.pop();
    else if (found === '***' && top === '*' && open.at(-2) === '**') open.splice(-2);
    else if (!found.startsWith('\\') && top?.startsWith('`') !== true) {
      const opens =
        text.charAt(index + found.length).trim() !== '' && !/[\p{L}\d]$/u.test(text.charAt(index - 1));
      if (opens) open.push(...(found === '***' ? ['**', '*'] : [found]));
    }
  }
  return open.reverse().join('');
}

/** Where the inline text begins that the end of the last line belongs to. */
function inlineStart(lines: string[]): number {
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at] ?? '';
    if (line.trim() === '') return at + 1;
    if (STARTS_INLINE.test(line)) return at;
  }
  return 0;
}

function completeInline(text: string): string {
  const cell = TABLE_LINE.test(text) ? text.lastIndexOf('|') + 1 : 0;
  const tail = text.slice(cell);
  const gap = tail.lastIndexOf('[[');
  const whole = gap === -1 || tail.includes(']]', gap) ? tail : tail.slice(0, gap);
  const shown = whole
    .trimEnd()
    .replace(OPEN_LINK, '$1')
    .replace(OPEN_IMAGE, '$1')
    .replace(DANGLING, '')
    .trimEnd()
    .replace(MARKERS_AT_END, '')
    .trimEnd();
  return text.slice(0, cell) + shown + closers(shown);
}

/**
 * Markdown that is still being written, so completed that its open end does not show raw syntax: open emphasis is
 * closed; half a link, tag, placeholder or marker is held back; the header of a table is already a table.
 */
export function completed({ text, inside }: OpenSegment): string {
  if (inside === 'fence') return text.replace(/\n[`~]{1,2}$/, '');
  const lines = text.trimEnd().split('\n');
  if (ONLY_MARKERS.test(lines.at(-1) ?? '')) lines.pop();
  const start = inlineStart(lines);
  const inline = completeInline(lines.slice(start).join('\n'));
  return completeTable([...lines.slice(0, start), ...inline.split('\n')]).join('\n');
}
