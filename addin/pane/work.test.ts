import { describe, expect, it } from '@jest/globals';
import type { TaskEvent } from '../../contract/events.ts';
import { failure } from './backend-http.ts';
import { chatGpt, gemini } from './testing/fakes.ts';
import { newWork, type Order, type Origin, type Work, type WorkEvent, workReducer } from './work.ts';

const order: Order = { kind: 'draft' };
const origin: Origin = {
  ask: { task: 'instruct', input: { source: { kind: 'nothing' }, instruction: 'x' } },
  taken: null,
  from: 'nothing',
  title: '',
  words: null,
  settings: '',
};
const begun: WorkEvent[] = [
  { type: 'begun', stop: () => undefined },
  { type: 'asked', origin, turns: [] },
];
const heard = (event: TaskEvent): WorkEvent => ({ type: 'heard', event, order });
const text = (words: string) => heard({ type: 'text', text: words });
const done = (words: string) =>
  heard({ type: 'done', model: chatGpt, result: { text: words, gaps: [], checks: [], summary: null } });
const after = (...events: WorkEvent[]): Work =>
  events.reduce(workReducer, newWork({ instruction: 'getippt' }));

describe('a piece of work', () => {
  it('joins the text as it comes and ends with what the end says', () => {
    expect(after(...begun, text('A'), text('B')).versions[0]?.text).toBe('AB');
    const ended = after(...begun, text('A'), done('Ab.'));
    expect(ended).toMatchObject({ status: { name: 'finished' }, view: 'result' });
    expect(ended.versions).toMatchObject([{ text: 'Ab.', end: { state: 'done' } }]);
  });

  it('keeps a broken answer with its reason, and the next one beside it', () => {
    const broken = after(...begun, text('A'), heard(failure('model_stalled')));
    expect(broken.status).toMatchObject({ name: 'broken', fault: { code: 'model_stalled' } });
    const both = [...begun, done('B')].reduce(workReducer, broken);
    expect(both.versions.map((version) => version.text)).toEqual(['A', 'B']);
    expect(both.versions[0]?.end).toMatchObject({ state: 'broken', fault: { code: 'model_stalled' } });
    expect(both.shown).toBe(1);
  });

  it('has no version where no word came, and shows the form again', () => {
    const broken = after(...begun, heard(failure('model_silent')));
    expect(broken).toMatchObject({ versions: [], view: 'form', status: { name: 'broken' } });
    expect(after(...begun, heard(failure('stopped'))).status).toEqual({ name: 'idle' });
  });

  it('goes back to the version before when a refinement fails without a word', () => {
    const first = after(...begun, done('A'));
    const refine: Order = { kind: 'refine', base: first.versions[0] as never, wish: 'kürzer' };
    const failed = [...begun, { type: 'heard', event: failure('model_busy'), order: refine } as const].reduce(
      workReducer,
      first,
    );
    expect(failed).toMatchObject({ shown: 0, view: 'result', status: { name: 'broken', order: refine } });
    expect(failed.versions).toHaveLength(1);
  });

  it('ignores what is heard after the end', () => {
    const ended = after(...begun, done('A'));
    expect(workReducer(ended, text('B'))).toBe(ended);
  });

  it('remembers which model should have answered', () => {
    const work = after(
      ...begun,
      heard({ type: 'start', version: 2, task: 'instruct', model: chatGpt }),
      heard({ type: 'progress', step: 'failover', from: chatGpt, model: gemini, why: 'model_busy' }),
    );
    expect(work.versions[0]).toMatchObject({ model: gemini, insteadOf: chatGpt });
  });

  it.each<[string, WorkEvent[]]>([
    ['is stopped', [...begun, text('A'), heard(failure('stopped'))]],
    ['fails', [...begun, heard(failure('internal'))]],
    ['cannot read', [{ type: 'failed', fault: { from: 'host', code: 'timeout' }, order }]],
    ['is shown a version that is not there', [...begun, done('A'), { type: 'version-chosen', index: 7 }]],
  ])('never touches what was typed when it %s', (_name, events) => {
    expect(after(...events).values).toEqual({ instruction: 'getippt' });
  });
});
