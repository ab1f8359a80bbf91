import type { Agent, Step } from '../../../contract/agents/definition.ts';
import type { RunInputs } from '../../../contract/agents/input.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { RunAnswer } from '../../../contract/agents/run.ts';
import type { PlainValue } from '../../../contract/agents/value.ts';
import { fitsField } from '../examples/answers.ts';
import { nameOfInput, stepsIn } from '../definition/plan.ts';

/** What is wrong with what a run is to begin with; null where it fits. */
export function inputsFault(
  { inputs: wanted }: Pick<Agent, 'inputs'>,
  given: RunInputs,
): 'agent_input_missing' | 'invalid_request' | null {
  const names = new Set(wanted.map(nameOfInput));
  if (Object.keys(given).some((name) => !names.has(name))) return 'invalid_request';
  for (const input of wanted) {
    const name = nameOfInput(input);
    const one = Object.hasOwn(given, name) ? given[name] : undefined;
    const optional = input.kind === 'feld' && input.field.optional === true;
    if (one === undefined || isNothing(one)) {
      if (!optional) return 'agent_input_missing';
      if (one === undefined) continue;
    }
    if (one.kind !== input.kind) return 'invalid_request';
    if (one.kind === 'feld' && input.kind === 'feld' && !fitsField(input.field, one.value)) {
      return 'invalid_request';
    }
  }
  return null;
}

function isNothing(input: RunInputs[string]): boolean {
  switch (input.kind) {
    case 'offen':
      return input.source.kind === 'nothing';
    // Whoever chooses none of them has said so.
    case 'anlagen':
      return false;
    case 'feld':
      return input.value.kind === 'leer' || (input.value.kind === 'text' && input.value.text.trim() === '');
  }
}

/** What a person's answer makes of a step that waits; null where it does not fit. */
export function resultOfAnswer(step: Step, answer: RunAnswer['answer']): StepResult | null {
  if (step.kind === 'freigeben') return answer.kind === 'agreed' ? { kind: 'freigeben' } : null;
  if (step.kind !== 'fragen' || answer.kind !== 'value') return null;
  return fitsField(step.field, answer.value) ? { kind: 'fragen', value: answer.value } : null;
}

/**
 * Whether a step can have come to a result that a person wrote: expressions behind it reckon with values of its kinds.
 * @param before what it came to by itself
 */
export function fitsStep(step: Step, result: StepResult, before: StepResult): boolean {
  switch (result.kind) {
    case 'lesen': {
      if (step.kind !== 'lesen' || (step.extent === 'one' && result.records.length > 1)) return false;
      const known = new Set(step.fields.map(({ name }) => name));
      return result.records.every(
        ({ values, evidence }) =>
          [...Object.keys(values), ...Object.keys(evidence)].every((name) => known.has(name)) &&
          step.fields.every((field) => fitsRead(field, own(values, field.name))),
      );
    }
    case 'fragen':
      return step.kind === 'fragen' && fitsField(step.field, result.value);
    case 'rechnen':
      return before.kind === 'rechnen' && result.value.kind === before.value.kind;
    case 'entscheiden':
      return step.kind === 'entscheiden' && (result.chosen === null || result.chosen in step.cases);
    // Things that are not there have no values.
    case 'je':
      return before.kind === 'je' && result.count <= before.count;
    case 'freigeben':
      return true;
    case 'nachschlagen':
    case 'pruefen':
    case 'schreiben':
    case 'antwort':
    case 'werkzeug':
      return true;
  }
}

/** A document may lack what an answer must have. */
function fitsRead(field: Parameters<typeof fitsField>[0], value: PlainValue | undefined): boolean {
  if (value === undefined || value.kind === 'leer') return true;
  return fitsField(field, value);
}

function own<T>(values: Record<string, T>, name: string): T | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** The step of a procedure that a path leads to. */
export function stepAt({ work }: Pick<Agent, 'work'>, path: string): Step | null {
  if (work.kind !== 'ablauf') return null;
  const id = path.split('/').at(-1);
  return stepsIn(work.steps).find((step) => step.id === id) ?? null;
}
