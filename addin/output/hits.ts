import type { Span } from '../../contract/normal-text.ts';

/** Signs that no text means anything by (private use area), set around a stretch while its Markdown is read. */
const OPEN = '\ue0f0';
const CLOSE = '\ue0f1';
const SIGNS = /[\ue0f0\ue0f1]/g;
/** What Markdown puts before the words of a line. */
const LINE_SIGNS = /^[ \t]*(?:(?:[-*+>]|\d{1,9}[.)]|#{1,6})[ \t]+)*/;

/** A stretch of a run. */
export interface HitPiece {
  text: string;
  hit: boolean;
}

/**
 * Markdown with stretches of it kept in mind, for `RichText` to mark. A stretch over several lines or cells is marked in
 * each of them.
 * @param spans in any order (UTF-16); where they overlap, the earlier wins
 */
export function withHits(markdown: string, spans: readonly Span[]): string {
  const clean = markdown.replaceAll(SIGNS, ' ');
  let text = '';
  let at = 0;
  for (const { start, end } of [...spans].sort((one, other) => one.start - other.start)) {
    if (start < at || end > clean.length || end <= start) continue;
    text +=
      clean.slice(at, start) + marked(clean.slice(start, end), start === 0 || clean[start - 1] === '\n');
    at = end;
  }
  return text + clean.slice(at);
}

function marked(stretch: string, startsLine: boolean): string {
  return stretch
    .split('\n')
    .map((line, index) => {
      const signs = index > 0 || startsLine ? (LINE_SIGNS.exec(line)?.[0] ?? '') : '';
      return signs + line.slice(signs.length).split('|').map(around).join('|');
    })
    .join('\n');
}

function around(words: string): string {
  const inner = words.trim();
  // A line below the head of a table is no words.
  if (inner === '' || /^[:-]+$/.test(inner)) return words;
  const from = words.indexOf(inner);
  return `${words.slice(0, from)}${OPEN}${inner}${CLOSE}${words.slice(from + inner.length)}`;
}

/**
 * A run cut at what is to be marked in it.
 * @param open whether the run before it ended within a stretch, as where the stretch goes on in bold
 * @returns with `open` for the next run
 */
export function hitPieces(text: string, open: boolean): { pieces: HitPiece[]; open: boolean } {
  const pieces: HitPiece[] = [];
  let hit = open;
  for (const part of text.split(/([\ue0f0\ue0f1])/)) {
    if (part === OPEN) hit = true;
    else if (part === CLOSE) hit = false;
    else if (part !== '') pieces.push({ text: part, hit });
  }
  return { pieces, open: hit };
}
