import { expect, it } from '@jest/globals';
import { procedure } from '../../../contract/agents/definition.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { Memory } from '../definition/memory.ts';
import { planOf } from '../definition/plan.ts';
import { corrected, doneInOrder } from './correct.ts';
import { nextOf } from './next.ts';

const number = (value: number): StepResult => ({ kind: 'rechnen', value: { kind: 'zahl', number: value } });
const reckon = (id: string, value: string) => ({ id, title: id, kind: 'rechnen', value });
const work = procedure.parse({
  kind: 'ablauf',
  steps: [
    reckon('a', '1.0'),
    {
      id: 'weg',
      title: 'Weg',
      kind: 'entscheiden',
      cases: [{ when: 'a > 5', steps: [reckon('gross', 'a * 2.0')] }],
      otherwise: [reckon('klein', 'a')],
    },
    {
      id: 'alle',
      title: 'Alle',
      kind: 'je',
      over: '[1.0, 2.0]',
      as: 'x',
      most: 2,
      steps: [reckon('mal', 'x * a')],
    },
    {
      id: 'ende',
      title: 'Ende',
      kind: 'schreiben',
      form: 'text',
      drawsOn: [],
      how: { kind: 'text', text: '{{a}}' },
    },
  ],
  outcome: { from: 'ende', as: 'liste' },
});
const planned = planOf({ inputs: [] }, work);
if ('faults' in planned) throw new Error(JSON.stringify(planned.faults));
const { plan } = planned;

/** Everything that is worked out from here on. */
function goOn(memory: Memory): Memory {
  const results = new Map(memory.results);
  for (;;) {
    const next = nextOf(plan, { ...memory, results });
    if (next.do !== 'note') return { ...memory, results };
    results.set(next.path, next.result);
  }
}
const whole = goOn({ today: '2026-11-27', inputs: {}, results: new Map() });

it('tells what was done in the order of the procedure', () => {
  expect(doneInOrder(plan, whole)).toEqual(['a', 'weg', 'klein', 'alle', 'alle#0/mal', 'alle#1/mal', 'ende']);
});

it('does again what stands behind a corrected step, also on another way', () => {
  const made = corrected(plan, whole, 'a', number(10));
  if ('refused' in made) throw new Error(made.refused);
  expect([...made.memory.results.keys()]).toEqual(['a']);
  const again = goOn(made.memory);
  expect(doneInOrder(plan, again)).toEqual(['a', 'weg', 'gross', 'alle', 'alle#0/mal', 'alle#1/mal', 'ende']);
  expect(again.results.get('alle#1/mal')).toEqual(number(20));
  expect(again.results.get('ende')).toMatchObject({ text: '10' });
});

it('keeps the rounds of a loop that are through', () => {
  const made = corrected(plan, whole, 'alle#1/mal', number(7));
  if ('refused' in made) throw new Error(made.refused);
  expect([...made.memory.results.keys()]).toEqual(['a', 'weg', 'klein', 'alle', 'alle#0/mal', 'alle#1/mal']);
  // What was before is as it was.
  expect(whole.results.get('alle#1/mal')).toEqual(number(2));
});

it('takes nothing for a step that was not done, or of another kind', () => {
  expect(corrected(plan, whole, 'gross', number(1))).toEqual({ refused: 'not_done' });
  expect(corrected(plan, whole, 'a', { kind: 'freigeben' })).toEqual({ refused: 'other_kind' });
});
