import { describe, expect, it } from '@jest/globals';
import type { TaskEvent } from '../../contract/events.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { noChoice, type PrivacyChoice } from '../../contract/privacy.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import type { ModelInfo } from '../../contract/models.ts';
import { type Conversation, type Model, ModelError, type Piece } from '../models/model.ts';
import { defaultPolicy } from '../policy/data-classes.ts';
import { RecogniserError } from '../privacy/recogniser-thread.ts';
import { testHouse, testPrivacy } from '../testing/fake-house.ts';
import { type FakeModel, fakeModel, saying } from '../testing/fake-model.ts';
import { previewTask } from './preview.ts';
import { type House, runTask } from './run.ts';

const LETTER = 'Sehr geehrte Frau Zwiebelhuber,\n\nIhr Antrag vom 03.10.2026 über 450,00 € ist da.';

function call(text: string, privacy: Partial<PrivacyChoice> = {}, more: Partial<TaskCall> = {}): TaskCall {
  const source = { kind: 'document' as const, title: '', part: 'whole' as const, text };
  return {
    task: 'rewrite',
    version: CONTRACT_VERSION,
    model: null,
    author: noAuthor,
    input: { source, style: 'plain', wish: '' },
    turns: [],
    privacy: { ...noChoice, ...privacy },
    ...more,
  } as TaskCall;
}

async function run(asked: TaskCall, models: Model[], more: Partial<House> = {}) {
  const events: TaskEvent[] = [];
  const house = testHouse(() => models, more);
  for await (const event of runTask(asked, house, new AbortController().signal)) events.push(event);
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  return { events, text, last: events.at(-1), sent: events.filter((event) => event.type === 'sent') };
}

/** Says back the document that it was given. */
const echo = (info: Partial<ModelInfo> = {}, contextTokens = Infinity): FakeModel =>
  fakeModel((said) => saying(...letters(materialIn(said))), info, contextTokens);
const letters = (text: string) => text.match(/[\s\S]{1,3}/gu) ?? [];
const materialIn = ({ messages }: Conversation) =>
  /<material-[0-9a-f]+ art="[^"]*">\n([\s\S]*?)\n<\/material/.exec(messages[0]?.text ?? '')?.[1] ?? '';
const all = (model: FakeModel) =>
  JSON.stringify(model.asked.map(({ system, messages }) => [system, messages]));

describe('a text for a model outside', () => {
  it('goes masked, with what the task needs, and comes back letter by letter', async () => {
    const model = echo();
    const { text, last } = await run(call(LETTER), [model]);
    expect(all(model)).not.toContain('Zwiebelhuber');
    expect(all(model)).toContain('03.10.2026');
    expect(all(model)).toContain('450,00 €');
    expect(text).toBe(LETTER);
    expect(last).toMatchObject({ type: 'done', result: { text: LETTER } });
  });

  it('tells the model what it has to know of its placeholders, and only of those that it sees', async () => {
    const model = echo();
    await run(call(LETTER), [model]);
    expect(model.asked[0]?.system).toMatch(/\[PERSON_1_NACHNAME\]: [^\n]*Frau/);
    const plain = echo();
    await run(call('Die Sitzung beginnt um 17 Uhr.'), [plain]);
    expect(plain.asked[0]?.system).not.toContain('[PERSON');
  });

  it('is masked as a whole: also title, wish and earlier answers', async () => {
    const model = echo();
    const turns = [
      { answer: 'Sehr geehrte Frau Zwiebelhuber, …', wish: 'Frau Zwiebelhuber freundlicher anreden' },
    ];
    await run(call(LETTER, {}, { turns } as Partial<TaskCall>), [model]);
    expect(all(model)).not.toContain('Zwiebelhuber');
  });

  it('keeps its placeholders through a conversation', async () => {
    const model = echo();
    await run(call(LETTER), [model]);
    const turns = [{ answer: 'Liebe Frau Zwiebelhuber und Herr Quendelkamp', wish: 'kürzer' }];
    await run(call(LETTER, {}, { turns } as Partial<TaskCall>), [model]);
    const [first, second] = model.asked.map(materialIn);
    expect(second).toBe(first);
  });

  it('is masked in every part of a long source', async () => {
    const text = Array.from(
      { length: 300 },
      (_, at) => `Absatz ${at}: Frau Zwiebelhuber fragt nach. ${'Wort '.repeat(30)}`,
    ).join('\n\n');
    const model = echo({}, 8000);
    const result = await run(call(text), [model]);
    expect(model.asked.length).toBeGreaterThan(2);
    expect(all(model)).not.toContain('Zwiebelhuber');
    expect(result.sent).toHaveLength(model.asked.length);
    expect(result.text.split('Zwiebelhuber')).toHaveLength(301);
  });

  it('reports placeholders that the model made up, and leaves them in sight', async () => {
    const model = fakeModel(() => saying('Guten Tag [PERSON_', '99], Frau [PERSON_1_NACHNAME].'));
    const { text, last } = await run(call(LETTER), [model]);
    expect(text).toBe('Guten Tag [PERSON_99], Frau Zwiebelhuber.');
    expect(last).toMatchObject({
      result: { checks: expect.arrayContaining([{ kind: 'placeholders', unknown: ['[PERSON_99]'] }]) },
    });
  });

  it('holds a text that has placeholders of its own', async () => {
    const own = `${LETTER}\n\nVorlage: Frau [PERSON_1_NACHNAME], [PERSON_1], Person 2`;
    const { text } = await run(call(own), [echo()]);
    expect(text).toBe(own);
  });

  it('is told to the person as it is sent, also to the one that takes over and where it fails', async () => {
    const busy = fakeModel(
      async function* (): AsyncGenerator<Piece> {
        yield { type: 'open' };
        throw new ModelError('model_request_refused');
      },
      { id: 'busy', label: 'Besetzt' },
    );
    const { sent } = await run(call(LETTER), [busy, echo({ id: 'other' })], {});
    expect(sent.map((event) => event.model.id)).toContain('busy');
    expect(sent[0]).toMatchObject({ masked: 1, verdict: { dataClass: 'personal', treatment: 'masked' } });
    expect(sent[0]?.messages.flatMap(({ marks }) => marks)[0]).toMatchObject({
      kind: 'person',
      original: 'Zwiebelhuber',
    });
  });

  it('is blocked where nobody knows what is in it', async () => {
    for (const code of ['masking_failed', 'masking_too_slow'] as const) {
      const model = echo();
      const privacy = testPrivacy({ recognise: () => Promise.reject(new RecogniserError(code)) });
      const { last } = await run(call(LETTER), [model], { privacy });
      expect(last).toMatchObject({ type: 'error', code });
      expect(model.asked).toEqual([]);
    }
  });
});

describe('what a person decides', () => {
  it('masks more, releases one, and the house masks always and keeps its own', async () => {
    const text = `${LETTER} Projekt Zimtstern, Projekt Nelke, gez. Herr Quendelkamp, Frau Hausherrin`;
    const model = echo();
    const privacy = testPrivacy({ mask: ['Nelke'], keep: ['Frau Hausherrin'] });
    const choice = { mask: ['Zimtstern'], release: ['Quendelkamp'] };
    const { text: back } = await run(call(text, choice), [model], { privacy });
    const said = materialIn(model.asked[0] as Conversation);
    for (const hidden of ['Zwiebelhuber', 'Zimtstern', 'Nelke']) expect(said).not.toContain(hidden);
    for (const seen of ['Quendelkamp', 'Hausherrin']) expect(said).toContain(seen);
    expect(back).toBe(text);
  });

  it('counts also for a public text, of which nothing else is masked', async () => {
    const model = echo();
    await run(call(LETTER, { dataClass: 'public', reason: 'steht so im Internet', mask: ['450,00 €'] }), [
      model,
    ]);
    const said = materialIn(model.asked[0] as Conversation);
    expect(said).toContain('Zwiebelhuber');
    expect(said).not.toContain('450,00 €');
  });

  it('counts in a public text also where it is part of what is found elsewhere', async () => {
    const author = { ...noAuthor, name: 'Ottokar Vogelsänger', unit: 'Team Quendelkamp' };
    const choice = { dataClass: 'public', reason: 'steht so im Internet' } as const;
    const mask = ['Zwiebelhuber', 'Vogelsänger', 'Quendelkamp'];
    const model = echo();
    await run(
      call(LETTER, { ...choice, mask }, {
        author,
        task: 'instruct',
        input: {
          source: { kind: 'document', title: '', part: 'whole', text: LETTER },
          instruction: 'Wer ist Ottokar Vogelsänger im Team Quendelkamp?',
        },
      } as Partial<TaskCall>),
      [model],
    );
    for (const hidden of mask) expect(all(model)).not.toContain(hidden);
  });

  it('does not lower the class by itself', async () => {
    const text = 'Frau Zwiebelhuber bezieht Bürgergeld.';
    for (const choice of [{ release: ['Zwiebelhuber'] }, { mask: ['Frau Zwiebelhuber'] }, {}]) {
      const { last } = await run(call(text, choice), [echo()]);
      expect(last).toMatchObject({ type: 'error', code: 'class_refused' });
    }
  });

  it('goes down only with a reason', async () => {
    const model = echo();
    const { last } = await run(call(LETTER, { dataClass: 'public' }), [model]);
    expect(last).toMatchObject({ type: 'error', code: 'class_reason_missing' });
    expect(model.asked).toEqual([]);
  });
});

describe('the class of a text', () => {
  const inHouse = (id: string) => echo({ id, place: 'intern', label: 'Hausmodell' });

  it('keeps it from a model that is not for it, by name', async () => {
    const model = echo();
    const { last } = await run(
      call(LETTER, { dataClass: 'social' }, { model: 'test' } as Partial<TaskCall>),
      [model],
    );
    expect(last).toMatchObject({
      type: 'error',
      code: 'class_refused',
      message: expect.stringContaining('Testmodell'),
    });
    expect(model.asked).toEqual([]);
  });

  it('leads to a model in the house, which gets it as it is, and nothing is said to have left', async () => {
    const [outside, inside] = [echo(), inHouse('house')];
    const { sent, text } = await run(call(LETTER, { dataClass: 'social' }), [outside, inside]);
    expect(outside.asked).toEqual([]);
    expect(materialIn(inside.asked[0] as Conversation)).toContain('Zwiebelhuber');
    expect(sent).toEqual([]);
    expect(text).toBe(LETTER);
  });

  it('does not keep a house from working where the recogniser fails and nothing leaves', async () => {
    const privacy = testPrivacy({ recognise: () => Promise.reject(new RecogniserError('masking_failed')) });
    const { text } = await run(call(LETTER), [inHouse('house')], { privacy });
    expect(text).toBe(LETTER);
    const strict = {
      ...defaultPolicy,
      personal: { intern: 'masked', eu: 'refused', extern: 'refused' },
    } as const;
    const { last } = await run(call(LETTER), [inHouse('house')], { privacy: { ...privacy, policy: strict } });
    expect(last).toMatchObject({ type: 'error', code: 'masking_failed' });
  });
});

describe('the preview', () => {
  const preview = (asked: TaskCall, models: Model[]) =>
    previewTask(
      asked,
      testHouse(() => models),
      new AbortController().signal,
    );

  it('shows what would be sent and sends nothing', async () => {
    const model = echo();
    const shown = await preview(call(LETTER), [model]);
    expect(model.asked).toEqual([]);
    expect(shown).toMatchObject({ masked: 1, parts: 1, verdict: { treatment: 'masked' } });
    const [, question] = shown.messages;
    expect(question?.text).not.toContain('Zwiebelhuber');
    for (const { start, end } of question?.marks ?? []) {
      expect(question?.text.slice(start, end)).toBe('[PERSON_1_NACHNAME]');
    }
  });

  it('says where nothing leaves, and where nothing may', async () => {
    const inside = await preview(call(LETTER), [echo({ place: 'intern' })]);
    expect(inside).toMatchObject({ messages: [], verdict: { treatment: 'plain' } });
    const refused = await preview(call(LETTER, { dataClass: 'restricted' }), [echo()]);
    expect(refused).toMatchObject({ messages: [], verdict: { treatment: 'refused' } });
  });

  it('counts the parts of a long source', async () => {
    const shown = await preview(call('Wort '.repeat(20_000)), [echo({}, 8000)]);
    expect(shown.parts).toBeGreaterThan(1);
  });
});
