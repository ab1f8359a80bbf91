import { describe, expect, it } from '@jest/globals';
import { readStep } from '../../../contract/agents/definition.ts';
import { resultOf } from './result.ts';

const betrag = { kind: 'betrag' as const, cents: 100 };
const nothing = { kind: 'leer' as const };
const record = (values: Record<string, typeof betrag | typeof nothing>) => ({ values, evidence: {} });
const read = (extent: 'one' | 'many', records: ReturnType<typeof record>[]) => {
  const step = readStep.parse({
    id: 'posten',
    title: 'Posten',
    kind: 'lesen',
    from: 'vorlage',
    extent,
    fields: [
      { name: 'betrag', label: 'Betrag', kind: 'betrag' },
      { name: 'rabatt', label: 'Rabatt', kind: 'betrag', optional: true },
    ],
  });
  const task = {
    text: '',
    gaps: [],
    checks: [],
    summary: null,
    answer: null,
    sources: [],
    records,
    calls: [],
  };
  return resultOf({ kind: 'lesen', step }, task);
};

describe('what was read', () => {
  const whole = record({ betrag, rabatt: nothing });
  const lacking = [record({ betrag: nothing, rabatt: betrag }), record({ rabatt: betrag })];

  it('of many places, is those where nothing lacks that has to be there', () => {
    expect(read('many', [whole, ...lacking])).toEqual({ kind: 'lesen', records: [whole] });
  });

  it('of one place, is kept with what lacks, so that the person can fill it in', () => {
    expect(read('one', lacking)).toEqual({ kind: 'lesen', records: lacking });
  });
});
