/** Characters from which a segment ends at the next place where it may. */
const ENOUGH = 4_000;
/** HTML whose text may hold empty lines; where it occurs, the text stays in one piece. */
const RAW_HTML = /<(?:script|style|pre|textarea|\?|![A-Z[])/i;

/**
 * Cuts Markdown where no construct reaches across: before an unindented line, that is no item of a list, after an
 * empty one. The parser's time grows faster than its text, so a law read in pieces takes seconds instead of minutes.
 */
export function markdownSegments(text: string): string[] {
  if (RAW_HTML.test(text)) return [text];
  const segments: string[] = [];
  let lines: string[] = [];
  let length = 0;
  let fence: string | null = null;
  let comment = false;
  for (const line of text.split('\n')) {
    const free = fence === null && !comment && lines.at(-1)?.trim() === '';
    if (length >= ENOUGH && free && /^(?:#|[\p{L}("„§*_])/u.test(line) && !/^\*\s/.test(line)) {
      segments.push(lines.join('\n'));
      lines = [];
      length = 0;
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === null) fence = mark ?? null;
    else if (mark?.startsWith(fence)) fence = null;
    const opened = line.lastIndexOf('<!--');
    const closed = line.lastIndexOf('-->');
    if (opened !== closed) comment = opened > closed;
    lines.push(line);
    length += line.length + 1;
  }
  segments.push(lines.join('\n'));
  return segments;
}
