import type { ReadRecord, StepResult } from '../../../contract/agents/result.ts';
import type { RunStep } from '../../../contract/agents/run.ts';
import type { Field, PlainValue, ValueKind } from '../../../contract/agents/value.ts';
import { findGaps } from '../../../contract/gaps.ts';
import { readTyped, typedOf } from './values.ts';

/** What a person writes while they correct what a step came to. */
export type Draft =
  /** Of `lesen`: each record as it is typed. */
  | { kind: 'records'; rows: { from: ReadRecord | null; typed: Record<string, string> }[] }
  | { kind: 'text'; text: string }
  | { kind: 'check'; holds: boolean; says: string }
  | { kind: 'value'; field: Field; typed: string };

/**
 * Begins a correction.
 * @param fields of `lesen` and `fragen`
 * @returns null for a step that there is nothing to correct of
 */
export function draftOf({ result, title }: RunStep, fields: readonly Field[]): Draft | null {
  switch (result?.kind) {
    case 'lesen':
      return { kind: 'records', rows: result.records.map((from) => ({ from, typed: typedRecord(from) })) };
    case 'nachschlagen':
    case 'schreiben':
      return { kind: 'text', text: result.text };
    case 'pruefen':
      return { kind: 'check', holds: result.holds, says: result.says };
    case 'rechnen':
    case 'fragen': {
      const field = fields[0] ?? fieldOf(title, result.value);
      return { kind: 'value', field, typed: typedOf(result.value) };
    }
    case undefined:
    case 'freigeben':
    case 'entscheiden':
    case 'je':
    case 'antwort':
    case 'werkzeug':
      return null;
  }
}

function typedRecord({ values }: ReadRecord): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typedOf(value)]));
}

function fieldOf(label: string, { kind }: PlainValue): Field {
  return { name: 'wert', label, kind: kind === 'leer' ? 'text' : (kind satisfies ValueKind) };
}

/** A correction as it is sent, or the faults in it: of records by `row.field`, of all else by `''`. */
export function resultOf(
  draft: Draft,
  { result }: RunStep,
  fields: readonly Field[],
): { result: StepResult } | { faults: Record<string, string> } {
  switch (draft.kind) {
    case 'records':
      return recordsOf(draft.rows, fields);
    case 'text':
      if (draft.text.trim() === '') return { faults: { '': 'Bitte lassen Sie den Text nicht leer.' } };
      return result?.kind === 'nachschlagen'
        ? { result: { kind: 'nachschlagen', text: draft.text, answer: null } }
        : {
            result: {
              kind: 'schreiben',
              text: draft.text,
              gaps: findGaps(draft.text).map(({ what }) => what),
              checks: [],
            },
          };
    case 'check':
      return { result: { kind: 'pruefen', holds: draft.holds, says: draft.says } };
    case 'value': {
      const read = readTyped({ ...draft.field, optional: true }, draft.typed);
      if ('fault' in read) return { faults: { '': read.fault } };
      return { result: { kind: result?.kind === 'fragen' ? 'fragen' : 'rechnen', value: read.value } };
    }
  }
}

function recordsOf(
  rows: Extract<Draft, { kind: 'records' }>['rows'],
  fields: readonly Field[],
): ReturnType<typeof resultOf> {
  const faults: Record<string, string> = {};
  const records = rows.map(({ from, typed }, row): ReadRecord => {
    const record: ReadRecord = { values: {}, evidence: {} };
    for (const field of fields) {
      const { name } = field;
      const read = readTyped({ ...field, optional: true }, typed[name] ?? '');
      if ('fault' in read) {
        faults[`${row}.${name}`] = read.fault;
        continue;
      }
      const before = from?.values[name];
      const isSame = before !== undefined && typedOf(before) === (typed[name] ?? '');
      record.values[name] = isSame ? before : read.value;
      // What the person did not touch rests on what it rested on.
      record.evidence[name] = (isSame ? from?.evidence[name] : undefined) ?? { state: 'person' };
    }
    return record;
  });
  return Object.keys(faults).length > 0 ? { faults } : { result: { kind: 'lesen', records } };
}
