import { everywhere, MAX_QUESTION_CHARS } from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION, MAX_FIELD_CHARS } from '../../../contract/limits.ts';
import type { Source } from '../../../contract/source.ts';
import type { TaskCall, TaskRequest } from '../../../contract/tasks/index.ts';
import type { StepOf } from '../../../contract/agents/definition.ts';
import type { Plan } from '../definition/plan.ts';
import type { FreeStep } from '../free/next.ts';
import type { Work } from '../procedure/next.ts';
import { materialOf, sourceOf } from './material.ts';
import type { RunTerms, StepOrder } from './step-work.ts';

type Ordered<Kind> = StepOrder & { work: Kind };
type Turn = Extract<FreeStep, { kind: 'antwort' }>;

/** The task that carries out a step of a procedure. */
export function callOfStep(terms: RunTerms, order: Ordered<Work>, plan: Plan): TaskCall {
  const { work, memory, rounds } = order;
  const base = baseOf(terms);
  switch (work.kind) {
    case 'lesen': {
      const { step } = work;
      const material = materialOf([step.from], terms.inputs, plan, memory, rounds);
      const source = sourceOf(material, step.title);
      return { ...base, task: 'extract', input: { source, fields: step.fields, extent: step.extent } };
    }
    case 'nachschlagen': {
      const scope = { ...everywhere, kinds: work.step.kinds ?? null };
      const question = work.question.trim().slice(0, MAX_QUESTION_CHARS);
      return {
        ...base,
        task: 'lookup',
        input: { source: { kind: 'nothing' }, question, scope, broaden: true },
      };
    }
    case 'schreiben': {
      const material = materialOf(work.step.drawsOn, terms.inputs, plan, memory, rounds);
      return callOfWriting(base, work.step, work.order, sourceOf(material, work.step.title));
    }
  }
}

function callOfWriting(base: Base, { form }: StepOf<'schreiben'>, ordered: string, source: Source): TaskCall {
  const order = ordered.trim().slice(0, MAX_FIELD_CHARS);
  if (form === 'vermerk') {
    return { ...base, task: 'note', input: { source, points: order, reference: '', length: 'medium' } };
  }
  if (form === 'antwort' && source.kind !== 'nothing') {
    return {
      ...base,
      task: 'reply',
      input: { source, points: order, tone: 'neutral', length: 'medium', form: 'letter' },
    };
  }
  return {
    ...base,
    task: 'instruct',
    input: { source, instruction: `${FORMS[form]}${order}`.slice(0, MAX_FIELD_CHARS) },
  };
}

const FORMS = {
  antwort: 'Schreiben Sie einen Brief nach DIN 5008.\n',
  mail: 'Schreiben Sie eine E-Mail: Anrede, Text, Grußformel; kein Informationsblock. Was nicht im Material steht und fehlt, bleibt als [[Bitte ergänzen: …]] stehen.\n',
  text: '',
  vermerk: '',
} as const satisfies Record<StepOf<'schreiben'>['form'], string>;

/** The task that carries out a turn of a free agent. */
export function callOfTurn(terms: RunTerms, { order, turnsBefore, last }: Turn): TaskCall | null {
  const { work } = terms.agent;
  if (work.kind !== 'frei') return null;
  const input = { source: sourceOfTurns(terms), order, tools: work.tools, turnsBefore, last };
  return { ...baseOf(terms), task: 'act', input };
}

/** What a free agent works on: what was open and whatever came with it. */
export function sourceOfTurns({ agent, inputs }: Pick<RunTerms, 'agent' | 'inputs'>): Source {
  return sourceOf(materialOf(Object.keys(inputs), inputs, NOWHERE, NOTHING_KNOWN, []), agent.name);
}

const NOWHERE = { places: new Map() };
const NOTHING_KNOWN = { today: '', inputs: {}, results: new Map() };

type Base = Omit<TaskRequest, 'input'>;

function baseOf({ model, author, privacy }: RunTerms): Base {
  return { version: CONTRACT_VERSION, model, author, privacy, turns: [] };
}
