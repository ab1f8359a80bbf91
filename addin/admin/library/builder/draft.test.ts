import { describe, expect, it } from '@jest/globals';
import { agent as agentSchema, type Agent } from '../../../../contract/agents/definition.ts';
import { circular } from '../../testing/library-fakes.ts';
import {
  addStep,
  agentOf,
  type AgentDraft,
  allSteps,
  changeStep,
  draftOf,
  moveStep,
  neighbourOf,
  newDraft,
  removeStep,
} from './draft.ts';

const ids = ({ steps }: AgentDraft) => allSteps(steps).map(({ id }) => id);
const uidOf = ({ steps }: AgentDraft, id: string) => allSteps(steps).find((step) => step.id === id)?.uid ?? 0;

describe('the draft of an agent', () => {
  it('is the agent again, whatever stands in what', () => {
    expect(agentOf(draftOf(circular))).toEqual(circular);
    expect(agentSchema.safeParse(agentOf(draftOf(circular))).success).toBe(true);
  });

  it('keeps a free agent as well', () => {
    const free: Agent = {
      ...circular,
      work: {
        kind: 'frei',
        order: 'Prüfe.',
        tools: ['wissen'],
        most: { calls: 3, microEuro: 5_000 },
        as: 'mail',
      },
    };
    expect(agentOf(draftOf(free))).toEqual(free);
  });

  it('gives every step a number of its own, new ones too', () => {
    const draft = draftOf(circular);
    const [longer, uid] = addStep(draft, { of: 'work' }, 'rechnen', 'summe');
    const all = allSteps(longer.steps).map((step) => step.uid);
    expect(new Set(all).size).toBe(all.length);
    expect(longer.steps.at(-1)).toMatchObject({ uid, id: 'summe', kind: 'rechnen' });
  });

  it('takes steps into a loop, a case and what is done otherwise', () => {
    const begin = newDraft({ name: 'Hauptamt' }, '2027-11-27');
    const [one, branch] = addStep(begin, { of: 'work' }, 'entscheiden', 'wahl');
    const [two, each] = addStep(one, { of: 'case', uid: branch, at: 0 }, 'je', 'runde');
    const [three] = addStep(two, { of: 'je', uid: each }, 'fragen', 'frage');
    const [draft] = addStep(three, { of: 'otherwise', uid: branch }, 'freigeben', 'ja');
    expect(ids(draft)).toEqual(['wahl', 'runde', 'frage', 'ja']);
    expect(agentOf(draft).work).toMatchObject({
      steps: [
        {
          cases: [{ steps: [{ kind: 'je', steps: [{ kind: 'fragen' }] }] }],
          otherwise: [{ kind: 'freigeben' }],
        },
      ],
    });
  });

  it('moves a step within its list and no further', () => {
    const draft = draftOf(circular);
    const before = ids(draft);
    const first = uidOf(draft, 'angaben');
    expect(ids(moveStep(draft, first, -1))).toEqual(before);
    expect(
      moveStep(draft, first, 1)
        .steps.map(({ id }) => id)
        .slice(0, 2),
    ).toEqual(['auftraege', 'angaben']);
    const inner = uidOf(draft, 'eilt');
    expect(ids(moveStep(draft, inner, 1))).toEqual(before);
  });

  it('removes a step with all that stands in it, and knows where one is then', () => {
    const draft = draftOf(circular);
    const loop = uidOf(draft, 'pruefungen');
    expect(neighbourOf(draft.steps, loop)).toBe(uidOf(draft, 'tage'));
    expect(neighbourOf(draft.steps, uidOf(draft, 'eilt'))).toBeNull();
    expect(ids(removeStep(draft, loop))).not.toContain('eilt');
  });

  it('changes one step and leaves the others as they are', () => {
    const draft = draftOf(circular);
    const inner = allSteps(draft.steps).find(({ id }) => id === 'eilt');
    if (inner?.kind !== 'pruefen') throw new Error('The example has lost its step.');
    const changed = changeStep(draft, { ...inner, rule: 'true' });
    expect(allSteps(changed.steps).find(({ id }) => id === 'eilt')).toMatchObject({ rule: 'true' });
    expect(changed.steps[0]).toEqual(draft.steps[0]);
  });
});
