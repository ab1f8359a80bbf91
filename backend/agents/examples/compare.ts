import type { Expectation, ExampleReport } from '../../../contract/agents/example.ts';
import type { ReadRecord, StepResult } from '../../../contract/agents/result.ts';
import { numberInWords, valueInWords } from '../expressions/words.ts';

export type Compared = ExampleReport['expectations'][number];

const NOT_DONE = 'Diesen Schritt gab es im Lauf nicht.';
const NO_FIELD = 'Diese Angabe gibt es in dem Schritt nicht.';
const NO_COUNT = 'In diesem Schritt gibt es nichts zu zählen.';

/** Of a long text its beginning is told. */
const MAX_TOLD_CHARS = 2_000;

/** What stands at a place: its words and how many things it has; null where a place has neither. */
type Found = { words: string; count: number | null } | { lacks: string };

/**
 * Holds a finished run against what its example expects. Pure.
 * @param results by the paths of the steps
 * @returns one line for each expectation, in their order; a step or field that is not there never fits
 */
export function compare(
  expects: readonly Expectation[],
  results: ReadonlyMap<string, StepResult>,
): Compared[] {
  return expects.map((expectation) => held(expectation, foundAt(expectation.at, results)));
}

function held(expectation: Expectation, found: Found): Compared {
  const { at } = expectation;
  const expected = expectedWords(expectation);
  if ('lacks' in found) return { at, expected, got: found.lacks, holds: false };
  if ('count' in expectation) {
    if (found.count === null) return { at, expected, got: NO_COUNT, holds: false };
    return { at, expected, got: numberInWords(found.count), holds: found.count === expectation.count };
  }
  const words = normal(found.words);
  const holds =
    'is' in expectation ? words === normal(expectation.is) : words.includes(normal(expectation.contains));
  const got = found.words.length > MAX_TOLD_CHARS ? `${found.words.slice(0, MAX_TOLD_CHARS)} …` : found.words;
  return { at, expected, got, holds };
}

function expectedWords(expectation: Expectation): string {
  if ('count' in expectation) return numberInWords(expectation.count);
  return 'is' in expectation ? expectation.is : `… ${expectation.contains} …`;
}

/** Spaces and line breaks are no difference in what is said. */
function normal(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

function foundAt(at: string, results: ReadonlyMap<string, StepResult>): Found {
  const [path = '', ...field] = at.split('.');
  const result = results.get(path);
  if (result === undefined) return { lacks: NOT_DONE };
  if (field.length > 0) return result.kind === 'lesen' ? fieldAt(result.records, field) : { lacks: NO_FIELD };
  return wordsOf(result);
}

/** `frist` of the first record, `2.frist` of the third one. */
function fieldAt(records: readonly ReadRecord[], field: readonly string[]): Found {
  const [number, name] = field.length === 2 ? field : ['0', field[0]];
  const record = /^\d{1,3}$/.test(number ?? '') && field.length <= 2 ? records[Number(number)] : undefined;
  if (record === undefined || name === undefined) return { lacks: NO_FIELD };
  const value = Object.hasOwn(record.values, name) ? record.values[name] : undefined;
  // What a model left out is as empty as what it says is not given.
  return { words: value === undefined ? '' : valueInWords(value), count: null };
}

function wordsOf(result: StepResult): Found {
  switch (result.kind) {
    case 'lesen':
      return {
        words: result.records.flatMap(({ values }) => Object.values(values).map(valueInWords)).join('\n'),
        count: result.records.length,
      };
    case 'nachschlagen':
      return { words: result.text, count: result.answer?.statements.length ?? null };
    case 'pruefen':
      return { words: result.holds ? 'ja' : `nein ${result.says}`, count: null };
    case 'rechnen':
    case 'fragen':
      return { words: valueInWords(result.value), count: null };
    case 'schreiben':
      return { words: result.text, count: result.gaps.length };
    case 'freigeben':
      return { words: 'einverstanden', count: null };
    case 'entscheiden':
      return { words: result.chosen === null ? 'sonst' : `Fall ${result.chosen + 1}`, count: null };
    case 'je':
      return { words: numberInWords(result.count), count: result.count };
    case 'antwort':
      return { words: result.text, count: result.calls.length };
    case 'werkzeug':
      return { words: result.said, count: null };
  }
}
