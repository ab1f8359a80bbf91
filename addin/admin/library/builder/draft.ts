import {
  type Agent,
  AGENT_FORMAT,
  type AgentInput,
  type Procedure,
  type Step,
  type StepKind,
  type StepOf,
} from '../../../../contract/agents/definition.ts';
import type { Field } from '../../../../contract/agents/value.ts';

/** Number of a step in the form: it stays the same whatever else of the step changes. */
export type Uid = number;

/** A step as the form holds it, perhaps half done. */
export type DraftStep = DraftPlain | DraftBranch | DraftEach;
type Numbered<One> = One extends unknown ? One & { uid: Uid } : never;
export type DraftPlain = Numbered<Exclude<Step, StepOf<'entscheiden'> | StepOf<'je'>>>;
export type DraftBranch = Omit<StepOf<'entscheiden'>, 'cases' | 'otherwise'> & {
  uid: Uid;
  cases: { when: string; steps: DraftStep[] }[];
  /** Null for none. */
  otherwise: DraftStep[] | null;
};
export type DraftEach = Omit<StepOf<'je'>, 'steps'> & { uid: Uid; steps: DraftStep[] };
export type DraftOf<Kind extends StepKind> = Extract<DraftStep, { kind: Kind }>;

/** What an agent does, as the form holds it. Both kinds of work stay while one looks at the other. */
export interface AgentDraft {
  head: Omit<Agent, 'inputs' | 'work' | 'examples' | 'format'>;
  inputs: AgentInput[];
  work: 'ablauf' | 'frei';
  steps: DraftStep[];
  outcome: Procedure['outcome'];
  free: Omit<Extract<Agent['work'], { kind: 'frei' }>, 'kind'>;
  examples: NonNullable<Agent['examples']>;
  /** The number that the next step gets. */
  next: Uid;
}

/** A list of steps: the outermost, or one inside of a step. */
export type Within =
  | { of: 'work' }
  | { of: 'je'; uid: Uid }
  | { of: 'otherwise'; uid: Uid }
  | { of: 'case'; uid: Uid; at: number };

const noFree: AgentDraft['free'] = {
  order: '',
  tools: ['dokument'],
  most: { calls: 8, microEuro: 200_000 },
  as: 'vermerk',
};

/** What a new agent begins with. @param reviewOn calendar day, ISO 8601 */
export function newDraft(owner: Agent['owner'], reviewOn: string): AgentDraft {
  return {
    head: { name: '', purpose: '', owner, dataClass: 'personal', models: null, reviewOn },
    inputs: [{ kind: 'offen', name: 'dokument', label: 'Offenes Dokument oder offene E-Mail' }],
    work: 'ablauf',
    steps: [],
    outcome: { from: '', as: 'vermerk' },
    free: noFree,
    examples: [],
    next: 1,
  };
}

/** An agent as the form holds it. */
export function draftOf({ inputs, work, examples = [], format: _format, ...head }: Agent): AgentDraft {
  const count = counter(1);
  const steps = work.kind === 'ablauf' ? work.steps.map((step) => numbered(step, count)) : [];
  return {
    head,
    inputs,
    work: work.kind,
    steps,
    outcome: work.kind === 'ablauf' ? work.outcome : { from: '', as: 'vermerk' },
    free:
      work.kind === 'frei' ? { order: work.order, tools: work.tools, most: work.most, as: work.as } : noFree,
    examples,
    next: count(),
  };
}

/** What the form holds as an agent; whether it is one, the backend says. */
export function agentOf({ head, inputs, work, steps, outcome, free, examples }: AgentDraft): Agent {
  return {
    format: AGENT_FORMAT,
    ...head,
    inputs,
    work:
      work === 'ablauf' ? { kind: 'ablauf', steps: steps.map(plain), outcome } : { kind: 'frei', ...free },
    ...(examples.length > 0 && { examples }),
  };
}

function counter(first: number): () => number {
  let next = first;
  return () => next++;
}

function numbered(step: Step, count: () => number): DraftStep {
  const all = (steps: readonly Step[]) => steps.map((one) => numbered(one, count));
  const uid = count();
  if (step.kind === 'je') return { ...step, uid, steps: all(step.steps) };
  if (step.kind !== 'entscheiden') return { ...step, uid };
  const { otherwise, ...rest } = step;
  return {
    ...rest,
    uid,
    cases: step.cases.map(({ when, steps }) => ({ when, steps: all(steps) })),
    otherwise: otherwise === undefined ? null : all(otherwise),
  };
}

function plain({ uid: _uid, ...step }: DraftStep): Step {
  if (step.kind === 'je') return { ...step, steps: step.steps.map(plain) };
  if (step.kind !== 'entscheiden') return step;
  const { otherwise, ...rest } = step;
  return {
    ...rest,
    cases: step.cases.map(({ when, steps }) => ({ when, steps: steps.map(plain) })),
    ...(otherwise !== null && { otherwise: otherwise.map(plain) }),
  };
}

/** The lists of steps inside of one. */
export function listsIn(step: DraftStep): readonly (readonly DraftStep[])[] {
  if (step.kind === 'je') return [step.steps];
  if (step.kind !== 'entscheiden') return [];
  return [...step.cases.map(({ steps }) => steps), ...(step.otherwise === null ? [] : [step.otherwise])];
}

/** All steps with those inside of others, in order. */
export function allSteps(steps: readonly DraftStep[]): DraftStep[] {
  return steps.flatMap((step) => [step, ...listsIn(step).flatMap(allSteps)]);
}

/** All lists of a step, each changed. */
function withLists(step: DraftStep, change: (steps: DraftStep[], list: Within) => DraftStep[]): DraftStep {
  const { uid } = step;
  if (step.kind === 'je') return { ...step, steps: change(step.steps, { of: 'je', uid }) };
  if (step.kind !== 'entscheiden') return step;
  return {
    ...step,
    cases: step.cases.map(({ when, steps }, at) => ({ when, steps: change(steps, { of: 'case', uid, at }) })),
    otherwise: step.otherwise === null ? null : change(step.otherwise, { of: 'otherwise', uid }),
  };
}

/** Each list, from the inside out, changed. */
function everyList(
  steps: DraftStep[],
  change: (steps: DraftStep[], list: Within) => DraftStep[],
  list: Within = { of: 'work' },
): DraftStep[] {
  return change(
    steps.map((step) => withLists(step, (inner, at) => everyList(inner, change, at))),
    list,
  );
}

/** Tells lists apart. */
export function keyOf(list: Within): string {
  if (list.of === 'work') return list.of;
  return list.of === 'case' ? `${list.uid} ${list.at}` : `${list.uid} ${list.of}`;
}

/** A step in the place of another one. */
export function changeStep(draft: AgentDraft, step: DraftStep): AgentDraft {
  const steps = everyList(draft.steps, (list) => list.map((one) => (one.uid === step.uid ? step : one)));
  return { ...draft, steps };
}

/**
 * A new step at the end of a list.
 * @param id unique in the draft
 * @returns the draft, and the number of the step
 */
export function addStep(draft: AgentDraft, within: Within, kind: StepKind, id: string): [AgentDraft, Uid] {
  const uid = draft.next;
  const made = emptyStep(kind, uid, id, draft.inputs);
  const steps = everyList(draft.steps, (list, at) => (keyOf(at) === keyOf(within) ? [...list, made] : list));
  // The first text that an agent writes is mostly what it is for.
  const isOutcome = kind === 'schreiben' && within.of === 'work' && draft.outcome.from === '';
  const outcome = isOutcome ? { ...draft.outcome, from: id } : draft.outcome;
  return [{ ...draft, steps, outcome, next: uid + 1 }, uid];
}

/** A step one place up or down in its list; where it is first or last, nothing changes. */
export function moveStep(draft: AgentDraft, uid: Uid, by: -1 | 1): AgentDraft {
  const steps = everyList(draft.steps, (list) => {
    const at = list.findIndex((one) => one.uid === uid);
    const [step, other] = [list[at], list[at + by]];
    if (step === undefined || other === undefined) return list;
    return list.with(at, other).with(at + by, step);
  });
  return { ...draft, steps };
}

/** A draft without a step and without all that stands in it. */
export function removeStep(draft: AgentDraft, uid: Uid): AgentDraft {
  return { ...draft, steps: everyList(draft.steps, (list) => list.filter((one) => one.uid !== uid)) };
}

/** The step before or behind another one in its list; null where it is alone. */
export function neighbourOf(steps: readonly DraftStep[], uid: Uid): Uid | null {
  const at = steps.findIndex((one) => one.uid === uid);
  if (at >= 0) return (steps[at + 1] ?? steps[at - 1])?.uid ?? null;
  for (const inner of steps.flatMap(listsIn)) {
    if (allSteps(inner).some((one) => one.uid === uid)) return neighbourOf(inner, uid);
  }
  return null;
}

export const emptyField: Field = { name: 'angabe', label: '', kind: 'text' };

function emptyStep(kind: StepKind, uid: Uid, id: string, inputs: readonly AgentInput[]): DraftStep {
  const base = { uid, id, title: '' };
  switch (kind) {
    case 'lesen': {
      const document = inputs.find((input) => input.kind !== 'feld');
      return {
        ...base,
        kind,
        from: document === undefined ? '' : document.name,
        fields: [emptyField],
        extent: 'one',
      };
    }
    case 'nachschlagen':
      return { ...base, kind, question: '' };
    case 'pruefen':
      return { ...base, kind, rule: '', otherwise: '', weight: 'lacking' };
    case 'rechnen':
      return { ...base, kind, value: '' };
    case 'schreiben':
      return { ...base, kind, form: 'vermerk', drawsOn: [], how: { kind: 'order', order: '' } };
    case 'fragen':
      return { ...base, kind, question: '', field: { name: 'antwort', label: 'Antwort', kind: 'text' } };
    case 'freigeben':
      return { ...base, kind, says: '', shows: [] };
    case 'entscheiden':
      return { ...base, kind, cases: [{ when: '', steps: [] }], otherwise: [] };
    case 'je':
      return { ...base, kind, over: '', as: 'eintrag', most: 20, steps: [] };
  }
}
