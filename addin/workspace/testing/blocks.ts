import type { Block, Mark, Run } from '../../../contract/rich.ts';

/** Plain text as a run. */
export function run(text: string, ...marks: Mark[]): Run {
  return { text, marks };
}

export function paragraph(...texts: (string | Run)[]): Block {
  return { type: 'paragraph', runs: texts.map((text) => (typeof text === 'string' ? run(text) : text)) };
}

export function heading(level: 1 | 2 | 3 | 4, text: string): Block {
  return { type: 'heading', level, runs: [run(text)] };
}

export function list(...items: string[]): Block {
  return { type: 'list', ordered: false, start: 1, items: items.map((text) => [paragraph(text)]) };
}

/** Numbers from 0 to below 1 that are the same for the same seed (a linear congruential generator). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

const words = [
  'Frist',
  'ä ö ü ß',
  'a\nb',
  '\n',
  '',
  ' ',
  '**',
  '[[Bitte ergänzen: Datum]]',
  '😀',
  '<b>',
  '\t',
];
const marks: Mark[] = ['bold', 'italic', 'underline', 'strike'];

/** Any formatted text, deep and odd ones included; the same for the same seed. */
export function anyBlocks(seed: number): Block[] {
  const next = numbers(seed);
  const upTo = (max: number) => Math.floor(next() * (max + 1));
  const pick = <T>(all: readonly [T, ...T[]]): T => all[upTo(all.length - 1)] ?? all[0];
  const times = <T>(max: number, make: () => T): T[] => Array.from({ length: upTo(max) }, make);
  const anyRun = (): Run => ({
    text: pick(words as [string, ...string[]]),
    marks: marks.filter(() => next() < 0.3),
  });
  const runs = () => times(4, anyRun);
  const blocks = (depth: number): Block[] => times(4, () => block(depth));
  const block = (depth: number): Block => {
    switch (upTo(depth > 2 ? 2 : 5)) {
      case 0:
        return { type: 'heading', level: pick([1, 2, 3, 4]), runs: runs() };
      case 1:
        return { type: 'rule' };
      case 2:
        return { type: 'paragraph', runs: runs() };
      case 3:
        return { type: 'quote', blocks: blocks(depth + 1) };
      case 4: {
        const ordered = next() < 0.5;
        return {
          type: 'list',
          ordered,
          start: ordered ? 1 + upTo(9) : 1,
          items: times(3, () => blocks(depth + 1)),
        };
      }
      default:
        return { type: 'table', header: next() < 0.5, rows: times(3, () => times(3, runs)) };
    }
  };
  return blocks(0);
}
