import type { Edit } from '../office/host.ts';

/** An edit of a text that may stand in it by now. */
export interface Written extends Edit {
  /** What is known of it: it stands there, it doesn't, or only the text can tell. */
  stands: boolean | 'unknown';
}

interface Step {
  before: Step | null;
  stands: boolean;
}

/**
 * Tells which of some edits stand in a text now.
 * @param original the text as it was read
 * @param edits in their order, not overlapping
 * @param now the text as it is
 * @returns one answer for each edit, or null where the text was changed by someone else, too
 */
export function standing(original: string, edits: readonly Written[], now: string): boolean[] | null {
  let states = new Map<number, Step | null>([[0, null]]);
  let passed = 0;
  const forward = (text: string) => {
    const next = new Map<number, Step | null>();
    for (const [at, step] of states) if (now.startsWith(text, at)) next.set(at + text.length, step);
    states = next;
  };
  for (const edit of edits) {
    forward(original.slice(passed, edit.start));
    const old = original.slice(edit.start, edit.end);
    const next = new Map<number, Step | null>();
    for (const [at, before] of states) {
      if (edit.stands !== true && now.startsWith(old, at))
        next.set(at + old.length, { before, stands: false });
      // Where both would fit, it is taken to stand there.
      if (edit.stands !== false && now.startsWith(edit.text, at)) {
        next.set(at + edit.text.length, { before, stands: true });
      }
    }
    states = next;
    passed = edit.end;
  }
  forward(original.slice(passed));
  let step = states.get(now.length);
  if (step === undefined) return null;
  const answers: boolean[] = [];
  for (; step; step = step.before) answers.unshift(step.stands);
  return answers;
}

const wordSign = /[\p{L}\p{N}\p{M}\uD800-\uDFFF]/u;

function isWithinWord(text: string, at: number): boolean {
  return wordSign.test(text.charAt(at - 1)) && wordSign.test(text.charAt(at));
}

/**
 * An edit without the words that are the same before and after, so that only changed words are touched.
 * @param old what stands in the place of the edit
 */
export function trimmed(edit: Edit, old: string): Edit {
  const { text } = edit;
  const most = Math.min(old.length, text.length);
  let head = 0;
  while (head < most && old.charAt(head) === text.charAt(head)) head += 1;
  while (head > 0 && (isWithinWord(old, head) || isWithinWord(text, head))) head -= 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === text.at(-1 - tail)) tail += 1;
  while (tail > 0 && (isWithinWord(old, old.length - tail) || isWithinWord(text, text.length - tail))) {
    tail -= 1;
  }
  return { start: edit.start + head, end: edit.end - tail, text: text.slice(head, text.length - tail) };
}

/** Part of a line and the lines that come in its place. */
export interface LineEdit {
  /** Index of the line. */
  line: number;
  /** Offsets in its text. */
  start: number;
  end: number;
  /** One line at least; each further one begins a new paragraph. */
  texts: string[];
  /** Whether the break before the line goes, too. */
  joins: boolean;
}

/**
 * An edit line by line, the last line first. Breaks that stand on both sides stay.
 * @param lines the texts of all lines, which the edit's offsets count through, with one `\n` between two of them
 */
export function byLine(lines: readonly string[], edit: Edit): LineEdit[] {
  const news = edit.text.split('\n');
  const touched: { line: number; start: number; end: number }[] = [];
  let offset = 0;
  for (const [line, text] of lines.entries()) {
    if (edit.start <= offset + text.length && edit.end >= offset) {
      touched.push({
        line,
        start: Math.max(0, edit.start - offset),
        end: Math.min(text.length, edit.end - offset),
      });
    }
    offset += text.length + 1;
  }
  const kept = Math.min(touched.length, news.length) - 1;
  return touched
    .map(({ line, start, end }, index) => ({
      line,
      start,
      end,
      texts: index < kept ? news.slice(index, index + 1) : index === kept ? news.slice(kept) : [''],
      joins: index > kept,
    }))
    .reverse();
}
