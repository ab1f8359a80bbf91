import type { Edit, Line } from './host.ts';

/** The text of a plain text draft as lines, and where each of their characters stands in it. */
interface Read {
  lines: string[];
  /** For each character of the lines, joined by `\n`: where it begins and ends in the draft. */
  from: Uint32Array;
  to: Uint32Array;
}

/** The paragraphs of a plain text draft: an empty line divides them, `\v` is a line break within one. */
export function linesOfPlain(text: string): Line[] {
  return read(text).lines.map((line) => ({ text: line, fixed: 0 }));
}

/**
 * Changes words of a plain text draft and nothing else.
 * @param edits in places of the lines of the text, joined by `\n`; they don't overlap
 */
export function editPlain(text: string, edits: readonly Edit[]): string {
  const { lines, from, to } = read(text);
  const joined = lines.join('\n');
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  let rest = text.length;
  const parts: string[] = [];
  const ordered = edits
    .map((edit, order) => ({ ...edit, order }))
    .toSorted((a, b) => b.start - a.start || b.end - a.end || b.order - a.order);
  for (const edit of ordered) {
    const inserted = edit.start === edit.end;
    const before = inserted && edit.start > 0 && joined[edit.start - 1] !== '\n';
    const start = before ? to[edit.start - 1] : from[edit.start];
    const stop = inserted ? start : to[edit.end - 1];
    if (start === undefined || stop === undefined) continue;
    const put = edit.text.replaceAll('\n', end + end).replaceAll('\v', end);
    parts.push(put + text.slice(stop, rest));
    rest = Math.min(rest, start);
  }
  return text.slice(0, rest) + parts.reverse().join('');
}

function read(text: string): Read {
  // One more place than characters: an insertion at the very end has one too.
  const from = new Uint32Array(text.length + 1);
  const to = new Uint32Array(text.length + 1);
  const lines: string[] = [];
  let line: string | null = null;
  let length = 0;
  let gap = 0;
  let last = 0;
  const add = (start: number, stop: number) => {
    from[length] = start;
    to[length] = stop;
    length += 1;
  };
  for (const { index, 0: row } of text.matchAll(/[^\r\n]+|\r\n?|\n/g)) {
    if (/^[\r\n]/.test(row)) {
      gap += 1;
      continue;
    }
    const words = row.trim();
    if (words === '') continue;
    const start = index + row.indexOf(words);
    if (line !== null) add(last, start);
    if (line !== null && gap > 1) {
      lines.push(line);
      line = words;
    } else line = line === null ? words : `${line}\v${words}`;
    for (let at = 0; at < words.length; at++) add(start + at, start + at + 1);
    last = start + words.length;
    gap = 0;
  }
  if (line !== null) lines.push(line);
  from[length] = last;
  return { lines, from, to };
}
