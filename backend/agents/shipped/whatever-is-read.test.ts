import { describe, expect, it } from '@jest/globals';
import type { Answer } from '../../../contract/answer.ts';
import type { Agent } from '../../../contract/agents/definition.ts';
import type { Example } from '../../../contract/agents/example.ts';
import type { ReadRecord } from '../../../contract/agents/result.ts';
import type { Field, PlainValue } from '../../../contract/agents/value.ts';
import { runExample } from '../examples/run-example.ts';
import type { StepWork } from '../steps/step-work.ts';
import { shippedAgents } from './shipped.ts';

const TODAY = '2026-11-27';
const NOTHING: PlainValue = { kind: 'leer' };

/** Values that a model or a person may come to, the plain ones first. */
const extremes: Readonly<Record<Field['kind'], PlainValue[]>> = {
  text: [
    { kind: 'text', text: 'Gesamtsumme der Förderung' },
    { kind: 'text', text: '' },
    { kind: 'text', text: 'a | b\n| --- |\n{{heute}} „so“ \\' },
  ],
  zahl: [2, 0, -3, 2.5, 1e9].map((number) => ({ kind: 'zahl', number })),
  datum: ['2026-12-05', '1900-01-01', '2199-12-31'].map((date) => ({ kind: 'datum', date })),
  betrag: [1_234_56, 0, -5, 900_000_000_000].map((cents) => ({ kind: 'betrag', cents })),
  ja_nein: [true, false].map((yes) => ({ kind: 'ja_nein', yes })),
  auswahl: [],
};

/** One of the values for a field, by turns. */
function valueFor({ kind, options = [] }: Field, turn: number): PlainValue {
  if (kind === 'auswahl') return { kind: 'text', text: options[turn % options.length] ?? '' };
  return extremes[kind][turn % extremes[kind].length] ?? NOTHING;
}

const NOT_FOUND: Answer = { outcome: 'not-found', statements: [], cards: [], conflicts: [], contacts: [] };

type Reading = (fields: readonly Field[], extent: 'one' | 'many') => ReadRecord[];
const record = (fields: readonly Field[], value: (field: Field, at: number) => PlainValue): ReadRecord => ({
  values: Object.fromEntries(fields.map((field, at) => [field.name, value(field, at)])),
  evidence: {},
});
const readings: Record<string, Reading> = {
  nothing: (fields, extent) => (extent === 'one' ? [record(fields, () => NOTHING)] : []),
  'no record at all': () => [],
  'only what has to be there': (fields) => [
    record(fields, (field) => (field.optional ? NOTHING : valueFor(field, 0))),
  ],
  ...Object.fromEntries(
    [0, 1, 2, 3, 4, 5].map((turn): [string, Reading] => [
      `strange things (${turn})`,
      (fields, extent) =>
        Array.from({ length: extent === 'one' ? 1 : 4 }, (_none, row) =>
          record(fields, (field, at) => valueFor(field, turn + at + row)),
        ),
    ]),
  ),
};

/** Reads as it is told; whatever is looked up or written is a line. */
function workThat(reads: Reading, found: boolean): StepWork {
  return async function* (_terms, { work }) {
    await Promise.resolve();
    if (work.kind === 'lesen') {
      yield { type: 'done', result: { kind: 'lesen', records: reads(work.step.fields, work.step.extent) } };
    } else if (work.kind === 'nachschlagen') {
      yield {
        type: 'done',
        result: { kind: 'nachschlagen', text: 'Auskunft', answer: found ? null : NOT_FOUND },
      };
    } else if (work.kind === 'schreiben') {
      yield { type: 'done', result: { kind: 'schreiben', text: work.order, gaps: [], checks: [] } };
    }
  };
}

/** An example of which only the inputs count: the person takes what is proposed. */
const proposedIn = (agent: Agent): Example => {
  const [example] = agent.examples ?? [];
  if (example === undefined) throw new Error('an example was meant');
  const { from } = agent.work.kind === 'ablauf' ? agent.work.outcome : { from: '' };
  return { ...example, answers: {}, expects: [{ at: from, contains: ' ' }] };
};

describe.each(shippedAgents())('$id', ({ agent }) => {
  it.each(Object.entries(readings))('comes to its end where the reading finds %s', async (_what, reads) => {
    for (const found of [true, false]) {
      const signal = new AbortController().signal;
      const around = { model: null, work: workThat(reads, found), today: TODAY, signal };
      const report = await runExample(agent, proposedIn(agent), around);
      expect(report).toMatchObject({ outcome: 'as_expected', message: null });
    }
  });
});
