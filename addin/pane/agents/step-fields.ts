import type { Agent, Step } from '../../../contract/agents/definition.ts';
import type { ReadRecord } from '../../../contract/agents/result.ts';
import { type Field, type PlainValue, type ValueKind } from '../../../contract/agents/value.ts';
import { labelOf } from './agent-words.ts';

/** What a step reads or asks for, and whether there may be several of it. */
export interface StepForm {
  fields: readonly Field[];
  many: boolean;
}

/** The fields of the steps that have some, by the ids of the steps. */
export type StepFields = ReadonlyMap<string, StepForm>;

/** What an agent calls the fields that it reads and asks for. */
export function stepFieldsOf({ work }: Pick<Agent, 'work'>): StepFields {
  return new Map(work.kind === 'ablauf' ? fieldsIn(work.steps) : []);
}

function fieldsIn(steps: readonly Step[]): [string, StepForm][] {
  return steps.flatMap((step) => {
    switch (step.kind) {
      case 'lesen':
        return [[step.id, { fields: step.fields, many: step.extent === 'many' }]];
      case 'fragen':
        return [[step.id, { fields: [step.field], many: false }]];
      case 'je':
        return fieldsIn(step.steps);
      case 'entscheiden':
        return fieldsIn([...step.cases.flatMap((one) => one.steps), ...(step.otherwise ?? [])]);
      case 'nachschlagen':
      case 'pruefen':
      case 'rechnen':
      case 'schreiben':
      case 'freigeben':
        return [];
    }
  });
}

/** The fields of the step at a path such as `auftraege#2/frist`; of an agent that is not known any more, after the values. */
export function formAt(known: StepFields, path: string, records: readonly ReadRecord[]): StepForm {
  const form = known.get(path.slice(path.lastIndexOf('/') + 1));
  if (form !== undefined) return form;
  const names = [...new Set(records.flatMap(({ values }) => Object.keys(values)))];
  return {
    fields: names.map((name) =>
      fieldLike(
        name,
        records.map(({ values }) => values[name]),
      ),
    ),
    many: records.length !== 1,
  };
}

function fieldLike(name: string, values: readonly (PlainValue | undefined)[]): Field {
  const kind = values.map((value) => value?.kind).find((one) => one !== undefined && one !== 'leer');
  return { name, label: labelOf(name), kind: (kind ?? 'text') as ValueKind, optional: true };
}
