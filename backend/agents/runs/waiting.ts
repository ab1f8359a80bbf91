import type { StepOf } from '../../../contract/agents/definition.ts';
import type { WaitingFor } from '../../../contract/agents/run.ts';
import { valueInWords } from '../expressions/words.ts';
import type { Memory } from '../definition/memory.ts';
import type { Plan } from '../definition/plan.ts';
import type { Waiting } from '../procedure/next.ts';
import { wordsOfStep } from '../steps/material.ts';
import type { StoredTerms } from './contents.ts';

/** Rounds of a step of a procedure, by its path. */
export function roundsOf(path: string): string[] {
  return path.split('/').slice(0, -1);
}

/** What a person is asked for, with everything that they agree with. */
export function waitingFor(
  path: string,
  waiting: Waiting,
  terms: Pick<StoredTerms, 'agent' | 'inputs'>,
  plan: Pick<Plan, 'places'>,
  memory: Memory,
): WaitingFor {
  if (waiting.kind === 'fragen') {
    const { kind, question, proposed } = waiting;
    return { kind, question, field: waiting.step.field, proposed };
  }
  return {
    kind: 'freigeben',
    says: waiting.says,
    shows: shownIn(waiting.step, terms, plan, memory, roundsOf(path)).filter(({ text }) => text !== ''),
  };
}

/** Documents are not among it: the person has them open. */
function shownIn(
  { shows }: StepOf<'freigeben'>,
  { agent, inputs }: Pick<StoredTerms, 'agent' | 'inputs'>,
  { places }: Pick<Plan, 'places'>,
  memory: Memory,
  rounds: string[],
): { title: string; text: string }[] {
  return shows.flatMap((name) => {
    const step = places.get(name)?.step;
    if (step) {
      return wordsOfStep(step, memory, rounds).map(({ name: title, text }) => ({ title, text }));
    }
    const given = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const input = agent.inputs.find((one) => one.kind === 'feld' && one.field.name === name);
    if (given?.kind !== 'feld' || input?.kind !== 'feld') return [];
    return [{ title: input.field.label, text: valueInWords(given.value) }];
  });
}
