import { describe, expect, it } from '@jest/globals';
import type { RunStep } from '../../../contract/agents/run.ts';
import { outcomeTexts } from './outcome-texts.ts';

const step = (title: string, text: string, depth = 0): RunStep => ({
  path: title,
  kind: 'schreiben',
  title,
  depth,
  round: null,
  state: 'done',
  result: { kind: 'schreiben', text, gaps: [], checks: [] },
  form: null,
  corrected: false,
  waiting: null,
  model: null,
  costMicroEuro: null,
  sent: [],
  fault: null,
});
const outcome = {
  as: 'vermerk',
  text: 'Vermerk',
  gaps: [],
  checks: [],
  findings: [],
  template: null,
} as const;
const made = { ...outcome, gaps: [], checks: [], findings: [] };

describe('the texts of a run', () => {
  it('are what it ended with, and whatever else it wrote', () => {
    const steps = [
      step('Liste', 'a'),
      step('Je Frage', 'b', 1),
      step('E-Mail', 'c'),
      step('Ende', 'Vermerk'),
    ];
    expect(
      outcomeTexts({ outcome: made, steps }).map(({ title, like, outcome: { text } }) => [title, like, text]),
    ).toEqual([
      ['Vermerk', 'note', 'Vermerk'],
      ['Liste', 'instruct', 'a'],
      ['E-Mail', 'instruct', 'c'],
    ]);
  });

  it('are none while it runs, and no empty ones', () => {
    expect(outcomeTexts({ outcome: null, steps: [step('Liste', 'a')] })).toEqual([]);
    expect(outcomeTexts({ outcome: made, steps: [step('Leer', ' ')] })).toHaveLength(1);
  });
});
