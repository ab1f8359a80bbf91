import type { Block, Run } from '../../contract/rich.ts';
import { mapRuns, sourceList } from './notes.ts';

/** How a text says what it rests on: footnotes, numbers in brackets with a list at the end, or not at all. */
export type Citing = 'footnotes' | 'brackets' | 'none';

/** A source as the brackets of a text name it. */
export interface Cited {
  number: number;
  /** Plain text, in a line. */
  text: string;
}

/** "[1]", "[1, 3]", "[1][3]", with the blank before them. */
const BRACKETS = /[ \u00a0]?(?:\[\d{1,3}(?:\s?,\s?\d{1,3})*\])+/g;
/** A footnote stands behind the sign that ends its sentence. */
const END_SIGN = /^[.!?:;,]/;

/**
 * Makes the brackets of an answer what the person wants them to be. Brackets that name no source are words like any
 * others. Numbers are counted anew in the order in which they are met, so that none is missing.
 */
export function cite(blocks: readonly Block[], sources: readonly Cited[], how: Citing): Block[] {
  const known = new Map(sources.map(({ number, text }) => [number, text]));
  const met = new Map<number, number>();
  const renumbered = (number: number) => {
    const next = met.get(number) ?? met.size + 1;
    met.set(number, next);
    return next;
  };
  const cited = mapRuns(blocks, (run) => {
    const made: Run[] = [];
    let at = 0;
    for (const match of run.text.matchAll(BRACKETS)) {
      const numbers = [...new Set([...match[0].matchAll(/\d+/g)].map(([digits]) => Number(digits)))];
      if (!numbers.every((number) => known.has(number))) continue;
      if (how === 'brackets') {
        const list = numbers.map(renumbered).join(', ');
        made.push({ ...run, text: `${run.text.slice(at, match.index)} [${list}]` });
        at = match.index + match[0].length;
        continue;
      }
      const behind = match.index + match[0].length;
      const sign = END_SIGN.exec(run.text.slice(behind))?.[0] ?? '';
      const text = run.text.slice(at, match.index) + sign;
      at = behind + sign.length;
      const note = numbers.map((number) => known.get(number) ?? '').join('; ');
      if (how === 'none') made.push({ ...run, text });
      else if (text !== '') made.push({ ...run, text, note });
      else addNote(made, note);
    }
    if (at < run.text.length || made.length === 0) made.push({ ...run, text: run.text.slice(at) });
    return merged(made);
  });
  const bound = how === 'footnotes' ? boundNotes(cited) : cited;
  if (how !== 'brackets') return bound;
  const list = [...met].map(([number, next]) => ({ number: next, text: known.get(number) ?? '' }));
  return [...bound, ...sourceList(list)];
}

function addNote(runs: Run[], note: string): void {
  const last = runs.at(-1);
  if (last === undefined) runs.push({ text: '', marks: [], note });
  else last.note = last.note === undefined ? note : `${last.note}; ${note}`;
}

function merged(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const last = kept.at(-1);
    if (last !== undefined && last.note === undefined)
      Object.assign(last, { ...run, text: last.text + run.text });
    else kept.push({ ...run });
  }
  return kept;
}

/** A bracket that stood in a run of its own leaves a note without text: it goes to the run before it. */
function boundNotes(blocks: readonly Block[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, runs: bind(block.runs) };
      case 'quote':
        return { ...block, blocks: boundNotes(block.blocks) };
      case 'list':
        return { ...block, items: block.items.map(boundNotes) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(bind)) };
      case 'rule':
        return block;
    }
  });
}

function bind(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    if (run.text !== '' || run.note === undefined) kept.push({ ...run });
    else if (kept.length > 0) addNote(kept, run.note);
  }
  return kept;
}
