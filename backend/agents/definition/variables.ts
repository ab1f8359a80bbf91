import type { Step, StepOf } from '../../../contract/agents/definition.ts';
import type { ResultOf, StepResult } from '../../../contract/agents/result.ts';
import type { Field, PlainValue, Values } from '../../../contract/agents/value.ts';
import { celTypes, toCel, toOptional } from '../expressions/values.ts';
import { type Memory, pathOf, type Rounds } from './memory.ts';
import { type RecordType, recordType, type Variable } from './stage.ts';

/** Type of a field in CEL: one that may be empty says so, and has to be asked. */
export function typeOfField({ kind, optional = false }: Field): string {
  return optional ? `optional<${celTypes[kind]}>` : celTypes[kind];
}

export function valueOfField({ optional = false }: Field, value: PlainValue): unknown {
  return optional ? toOptional(value) : toCel(value);
}

/** What a procedure is handed when it begins. */
export function inputVariable(field: Field): Variable {
  return {
    name: field.name,
    type: typeOfField(field),
    value: ({ inputs }) => valueOfField(field, inputs[field.name] ?? { kind: 'leer' }),
  };
}

/** What `lesen` leaves behind: a record with its fields. */
export function readType({ id, fields }: StepOf<'lesen'>): RecordType {
  return recordType(
    `Gelesen_${id}`,
    Object.fromEntries(fields.map((field) => [field.name, typeOfField(field)])),
  );
}

/** What `nachschlagen` leaves behind. */
export const lookupType = recordType('Nachgeschlagen', { gefunden: 'bool', text: 'string' });

/** What a step without others inside leaves to those behind it; null for `freigeben`. @param worth type of a `rechnen` */
export function stepVariable(
  step: Exclude<Step, StepOf<'je'> | StepOf<'entscheiden'>>,
  types: ReadonlyMap<string, RecordType>,
  worth: string,
): Variable | null {
  switch (step.kind) {
    case 'lesen': {
      const type = types.get(step.id) ?? readType(step);
      const make = ({ values }: { values: Values }) => type.make(valuesOfFields(step.fields, values));
      return step.extent === 'many'
        ? variable(step, `list<${type.name}>`, ({ records }) => records.map(make))
        : variable(step, type.name, ({ records: [first] }) => make(first ?? { values: {} }));
    }
    case 'nachschlagen':
      return variable(step, lookupType.name, ({ text, answer }) =>
        lookupType.make({ gefunden: answer?.outcome !== 'not-found', text }),
      );
    case 'pruefen':
      return variable(step, 'bool', ({ holds }) => holds);
    case 'rechnen':
      return variable(step, worth, ({ value }) => toCel(value));
    case 'schreiben':
      return variable(step, 'string', ({ text }) => text);
    case 'fragen':
      return variable(step, typeOfField(step.field), ({ value }) => valueOfField(step.field, value));
    case 'freigeben':
      return null;
  }
}

function variable<Kind extends StepResult['kind']>(
  step: { id: string; kind: Kind },
  type: string,
  value: (result: ResultOf<Kind>) => unknown,
): Variable {
  return { name: step.id, type, value: (memory, rounds) => value(resultAt(memory, rounds, step)) };
}

/**
 * What a step came to in these rounds.
 * @throws TypeError where it was not done yet: a plan asks only for what stands before
 */
export function resultAt<Kind extends StepResult['kind']>(
  { results }: Memory,
  rounds: Rounds,
  { id, kind }: { id: string; kind: Kind },
): ResultOf<Kind> {
  const result = results.get(pathOf(rounds, id));
  if (result?.kind !== kind) throw new TypeError('step without its result');
  return result as ResultOf<Kind>;
}

function valuesOfFields(fields: readonly Field[], values: Values): Record<string, unknown> {
  return Object.fromEntries(
    fields.map((field) => [field.name, valueOfField(field, values[field.name] ?? { kind: 'leer' })]),
  );
}
