import type { AgentInput } from '../../../contract/agents/definition.ts';
import type { exampleAnswer } from '../../../contract/agents/example.ts';
import type { RunInputs } from '../../../contract/agents/input.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { Field, PlainValue } from '../../../contract/agents/value.ts';
import { nameOfInput } from '../definition/plan.ts';
import type { Waiting } from '../procedure/next.ts';
import type { z } from 'zod/mini';

type Answer = z.infer<typeof exampleAnswer>;

/** Whether a field can hold a value: one of its kind and its choice, or nothing where it may stay empty. */
export function fitsField({ kind, options, optional = false }: Field, value: PlainValue): boolean {
  if (value.kind === 'leer') return optional;
  if (kind !== 'auswahl') return value.kind === kind;
  return value.kind === 'text' && (options ?? []).includes(value.text);
}

/** What an example lacks before it can begin, in German; null for nothing. */
export function inputFault(wanted: readonly AgentInput[], inputs: RunInputs): string | null {
  for (const input of wanted) {
    const name = nameOfInput(input);
    const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    if (given === undefined) {
      if (input.kind === 'feld' && input.field.optional === true) continue;
      return `Dem Beispiel fehlt die Angabe „${name}“.`;
    }
    const fits = given.kind === 'feld' && input.kind === 'feld' ? fitsField(input.field, given.value) : true;
    if (given.kind !== input.kind || !fits) return `Die Angabe „${name}“ des Beispiels ist von anderer Art.`;
  }
  return null;
}

/**
 * What the person of an example says to a step that waits.
 * @param answer `einverstanden` takes what is proposed
 */
export function answerTo(waiting: Waiting, answer: Answer): { result: StepResult } | { fault: string } {
  if (waiting.kind === 'freigeben') {
    return answer === 'einverstanden'
      ? { result: { kind: 'freigeben' } }
      : { fault: 'Auf „Freigeben“ antwortet ein Beispiel mit „einverstanden“.' };
  }
  const value = answer === 'einverstanden' ? waiting.proposed : answer;
  return fitsField(waiting.step.field, value)
    ? { result: { kind: 'fragen', value } }
    : { fault: 'Dem Beispiel fehlt hier eine passende Antwort.' };
}
