import type { ReadRecord } from '../../contract/agents/result.ts';
import type { Field } from '../../contract/agents/value.ts';
import { MAX_ANSWER_CHARS } from '../../contract/limits.ts';
import type { ExtractInput } from '../../contract/tasks/extract.ts';
import type { TaskResult } from '../../contract/tasks/index.ts';
import type { Proven, ProveValue } from './extract-proofs.ts';
import { ExtractReader, type WrittenRecord } from './extract-reader.ts';
import { EMPTY, isNotGiven, plainLine } from './extract-values.ts';
import { type Hearing, nothingBeside, unstoppedBreath } from './hearing.ts';

/** So many values are held against the source; the others count as not proven. */
const MAX_PROVEN = 1_000;

/** What is said to a model whose answer had no form, as the wish of a second try. */
export const FORM_REMINDER =
  'Ihre Antwort war nicht in der verlangten Form. Schreiben Sie alle Angaben noch einmal aus dem Material heraus, genau in der Form von oben: je Angabe eine Zeile „- Bezeichnung: Wert“, darunter „  > Stelle“, sonst nichts. Keine Einleitung, keine Tabelle, kein JSON, kein Quelltext. Sagt das Material dazu nichts, so steht als Wert „nicht angegeben“.';

/** The lines of an answer without headings, remarks and what fences it. */
function saidIn(text: string): string[] {
  return text
    .slice(0, 2_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:#|```|\*[^*\s].*\*$)/u.test(line));
}

function saysNone(text: string): boolean {
  const [only = '', ...others] = saidIn(text);
  return others.length === 0 && isNotGiven(plainLine(only.replace(/^[-*+]\s+/u, '')));
}

/**
 * Whether an answer was in the form that was asked for: it has a place with values, or says that there is none. Where it
 * was not, a second try may have `turns: [{ answer: result.text, wish: FORM_REMINDER }]`.
 */
export function readable({ records, text }: Pick<TaskResult, 'records' | 'text'>): boolean {
  return records.length > 0 || saysNone(text);
}

/**
 * Listens to values in the form that `extract.ts` asks for: passes the answer on as it comes, and proves each value at its
 * end. An answer in no form has no records; see `readable`.
 */
export function extractHearing(
  { fields, extent }: Pick<ExtractInput, 'fields' | 'extent'>,
  prove: ProveValue,
): Hearing {
  const reader = new ExtractReader(fields);
  let all = '';
  let proven = 0;

  function proveOne(field: Field, record: WrittenRecord): Proven {
    const written = record.get(field.name);
    // What a model left out was not said to be missing in the source.
    if (!written || proven >= MAX_PROVEN) return { value: EMPTY, evidence: { state: 'unproven' } };
    proven++;
    return prove(field, written);
  }

  async function recordsOf(written: readonly WrittenRecord[]): Promise<ReadRecord[]> {
    const breathe = unstoppedBreath();
    const records: ReadRecord[] = [];
    for (const one of written) {
      const record: ReadRecord = { values: {}, evidence: {} };
      for (const field of fields) {
        await breathe();
        const { value, evidence } = proveOne(field, one);
        record.values[field.name] = value;
        record.evidence[field.name] = evidence;
      }
      records.push(record);
    }
    return records;
  }

  return {
    hear(text) {
      const heard = text.slice(0, MAX_ANSWER_CHARS - all.length);
      if (heard === '') return [];
      all += heard;
      reader.read(heard);
      return [{ type: 'text', text: heard }];
    },
    async end() {
      const written = reader.end();
      const found = await recordsOf(extent === 'one' ? together(written) : written);
      const records = extent === 'one' ? orAbsent(found, fields, all) : found.filter(hasValue);
      return {
        rest: [],
        result: { text: all, gaps: missingIn(records, fields), checks: [], ...nothingBeside, records },
      };
    },
  };
}

/** One place is asked for: what was written first counts, but for what was not given there. */
function together(written: readonly WrittenRecord[]): WrittenRecord[] {
  if (written.length < 2) return [...written];
  const one: WrittenRecord = new Map();
  for (const [name, value] of written.flatMap((record) => [...record])) {
    const before = one.get(name);
    if (!before || isNotGiven(plainLine(before.text)) || before.text.trim() === '') one.set(name, value);
  }
  return [one];
}

/** "nicht angegeben" for the whole of a place is said of each of its fields. */
function orAbsent(records: ReadRecord[], fields: readonly Field[], text: string): ReadRecord[] {
  if (records.length > 0 || !saysNone(text)) return records;
  const of = <T>(value: T): Record<string, T> => Object.fromEntries(fields.map(({ name }) => [name, value]));
  return [{ values: of(EMPTY), evidence: of({ state: 'absent' as const }) }];
}

function hasValue({ values }: ReadRecord): boolean {
  return Object.values(values).some(({ kind }) => kind !== 'leer');
}

/** Labels of the fields that must be filled in and are not. */
function missingIn(records: readonly ReadRecord[], fields: readonly Field[]): string[] {
  return fields
    .filter(
      ({ name, optional }) =>
        optional !== true && records.some(({ values }) => values[name]?.kind === 'leer'),
    )
    .map(({ label }) => label);
}
