import { describe, expect, it } from '@jest/globals';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { TaskEvent } from '../../contract/events.ts';
import { failure } from './backend-http.ts';
import { chatGpt, gemini, previewOf } from './testing/fakes.ts';
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
  { type: 'asked', origin, turns: [], reason: 'nur ein Muster' },
];
const heard = (event: TaskEvent): WorkEvent => ({ type: 'heard', event, order, at: 0 });
const text = (words: string) => heard({ type: 'text', text: words });
const done = (words: string) =>
  heard({
    type: 'done',
    model: chatGpt,
    result: {
      text: words,
      gaps: [],
      checks: [],
      summary: null,
      answer: null,
      sources: [],
      records: [],
      calls: [],
    },
  });
const sent = (masked: number): WorkEvent => ({
  type: 'heard',
  order,
  at: 60_000 * masked,
  event: {
    type: 'sent',
    model: chatGpt,
    verdict: previewOf([]).verdict,
    masked,
    messages: [],
  },
});
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
    const failed = [
      ...begun,
      { type: 'heard', event: failure('model_busy'), order: refine, at: 0 } as const,
    ].reduce(workReducer, first);
    expect(failed).toMatchObject({ shown: 0, view: 'result', status: { name: 'broken', order: refine } });
    expect(failed.versions).toHaveLength(1);
  });

  it('keeps what was sent, part by part, also where no answer came of it', () => {
    expect(after(...begun, sent(1), sent(2), done('A')).versions[0]?.sent).toMatchObject([
      { at: 60_000, event: { masked: 1 }, reason: 'nur ein Muster', typed: ['x'] },
      { at: 120_000, event: { masked: 2 }, reason: 'nur ein Muster', typed: ['x'] },
    ]);
    const failed = after(...begun, sent(3), heard(failure('model_silent')));
    expect(failed).toMatchObject({
      versions: [],
      status: { name: 'broken', sent: [{ event: { masked: 3 } }] },
    });
  });

  it('keeps what was sent where a person stops before the first word, and is still but for that', () => {
    const stopped = heard(failure('stopped'));
    expect(after(...begun, stopped)).toMatchObject({ versions: [], status: { name: 'idle' } });
    expect(after(...begun, sent(1), sent(2), stopped)).toMatchObject({
      versions: [],
      view: 'form',
      status: {
        name: 'broken',
        fault: { code: 'stopped' },
        sent: [{ event: { masked: 1 } }, { event: { masked: 2 } }],
      },
    });
    const first = after(...begun, done('A'));
    expect([...begun, sent(3), stopped].reduce(workReducer, first)).toMatchObject({
      shown: 0,
      view: 'result',
      status: { name: 'broken', sent: [{ event: { masked: 3 } }] },
    });
  });

  it('gives a wish back that came to nothing, and never over another', () => {
    const first = after(...begun, done('A'));
    const refine: Order = { kind: 'refine', base: first.versions[0] as never, wish: 'mit Gruß' };
    const fail = { type: 'heard', event: failure('masking_failed'), order: refine, at: 0 } as const;
    expect([...begun, fail].reduce(workReducer, first).wish).toBe('mit Gruß');
    const typed = [...begun, { type: 'wish-typed', wish: 'kürzer' } as const, fail];
    expect(typed.reduce<Work>(workReducer, first).wish).toBe('kürzer');
  });

  it('ignores what is heard after the end', () => {
    const ended = after(...begun, done('A'));
    expect(workReducer(ended, text('B'))).toBe(ended);
  });

  it('remembers which model should have answered', () => {
    const work = after(
      ...begun,
      heard({ type: 'start', version: CONTRACT_VERSION, task: 'instruct', model: chatGpt }),
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
