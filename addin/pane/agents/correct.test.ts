import { describe, expect, it } from '@jest/globals';
import type { ReadRecord } from '../../../contract/agents/result.ts';
import type { Field } from '../../../contract/agents/value.ts';
import { stepOf } from '../testing/fake-agents.ts';
import { draftOf, resultOf } from './correct.ts';

const fields: Field[] = [
  { name: 'frist', label: 'Frist bis', kind: 'datum' },
  { name: 'kosten', label: 'Kosten', kind: 'betrag' },
];
const record: ReadRecord = {
  values: { frist: { kind: 'datum', date: '2027-01-15' }, kosten: { kind: 'betrag', cents: 120000 } },
  evidence: { frist: { state: 'proven', passage: 'bis zum 15. Januar 2027' }, kosten: { state: 'unproven' } },
};

describe('a correction', () => {
  it('of what was read keeps what stands behind the fields that were not touched', () => {
    const step = stepOf({ state: 'done', result: { kind: 'lesen', records: [record] } });
    const draft = draftOf(step, fields);
    if (draft?.kind !== 'records') throw new Error('no draft of records');
    expect(draft.rows[0]?.typed).toEqual({ frist: '15.01.2027', kosten: '1.200,00' });
    const rows = [{ from: record, typed: { frist: '15.01.2027', kosten: '1.250' } }];
    expect(resultOf({ ...draft, rows }, step, fields)).toEqual({
      result: {
        kind: 'lesen',
        records: [
          {
            values: { frist: record.values['frist'], kosten: { kind: 'betrag', cents: 125000 } },
            evidence: { frist: record.evidence['frist'], kosten: { state: 'person' } },
          },
        ],
      },
    });
  });

  it('may add an entry, leave a field empty and name each fault at its place', () => {
    const step = stepOf({ state: 'done', result: { kind: 'lesen', records: [] } });
    const draft = { kind: 'records' as const, rows: [{ from: null, typed: { frist: 'bald' } }] };
    expect(resultOf(draft, step, fields)).toEqual({
      faults: { '0.frist': expect.stringContaining('Datum') },
    });
    const right = { ...draft, rows: [{ from: null, typed: { frist: '' } }] };
    expect(resultOf(right, step, fields)).toEqual({
      result: {
        kind: 'lesen',
        records: [
          {
            values: { frist: { kind: 'leer' }, kosten: { kind: 'leer' } },
            evidence: { frist: { state: 'person' }, kosten: { state: 'person' } },
          },
        ],
      },
    });
  });

  it('of a text counts its gaps anew and drops checks of what is no longer there', () => {
    const step = stepOf({ kind: 'schreiben', state: 'done' });
    const draft = { kind: 'text' as const, text: 'Am [[Bitte ergänzen: Datum]]' };
    expect(resultOf(draft, step, [])).toEqual({
      result: { kind: 'schreiben', text: draft.text, gaps: ['Datum'], checks: [] },
    });
    expect(resultOf({ ...draft, text: ' ' }, step, [])).toHaveProperty('faults');
  });

  it('of a value is typed as the field is', () => {
    const step = stepOf({
      kind: 'rechnen',
      state: 'done',
      title: 'Frist',
      result: { kind: 'rechnen', value: { kind: 'datum', date: '2027-01-15' } },
    });
    const draft = draftOf(step, []);
    if (draft?.kind !== 'value') throw new Error('no draft of a value');
    expect(draft.field.kind).toBe('datum');
    expect(resultOf({ ...draft, typed: '31.02.2027' }, step, [])).toHaveProperty('faults');
    expect(resultOf({ ...draft, typed: '16.01.2027' }, step, [])).toEqual({
      result: { kind: 'rechnen', value: { kind: 'datum', date: '2027-01-16' } },
    });
  });

  it('is none where there is nothing to correct', () => {
    expect(draftOf(stepOf({ result: { kind: 'freigeben' } }), [])).toBeNull();
    expect(draftOf(stepOf({ result: { kind: 'je', count: 2 } }), [])).toBeNull();
    expect(draftOf(stepOf(), [])).toBeNull();
  });
});
