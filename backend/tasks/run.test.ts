import { describe, expect, it } from '@jest/globals';
import { noChoice } from '../../contract/privacy.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { TaskEvent } from '../../contract/events.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import type { LedgerEntry } from '../ledger/ledger.ts';
import { logLedger } from '../testing/log-ledger.ts';
import { type Model, ModelError } from '../models/model.ts';
import { testHouse } from '../testing/fake-house.ts';
import { type FakeModel, fakeModel, saying } from '../testing/fake-model.ts';
import { runTask } from './run.ts';

function call(text: string, more: Partial<TaskCall> = {}): TaskCall {
  const source = { kind: 'document' as const, title: 'Brief', part: 'whole' as const, text };
  return {
    task: 'summarise',
    version: CONTRACT_VERSION,
    model: null,
    author: noAuthor,
    input: { source, form: 'key-points', focus: '' },
    turns: [],
    privacy: noChoice,
    ...more,
  } as TaskCall;
}

async function run(asked: TaskCall, models: Model[], signal = new AbortController().signal) {
  const entries: LedgerEntry[] = [];
  const faults: unknown[] = [];
  const events: TaskEvent[] = [];
  const house = testHouse(() => models, {
    ledger: logLedger({ info: (entry: LedgerEntry) => entries.push(entry) }),
    report: (fault) => faults.push(fault),
  });
  for await (const event of runTask(asked, house, signal)) events.push(event);
  return { events, entries, faults, last: events.at(-1) };
}

/** Paragraphs that can be told apart, so that a lost one is seen. */
const paragraphs = (count: number) =>
  Array.from({ length: count }, (_, index) => `Absatz ${index}: ${'Wort '.repeat(40)}Ende.`);

const failing = (code: ConstructorParameters<typeof ModelError>[0]) =>
  fakeModel(async function* () {
    yield { type: 'open' };
    throw new ModelError(code);
  });

describe('runTask', () => {
  it('bills each finished call once', async () => {
    const { entries } = await run(call('Text.'), [fakeModel(() => saying('a', 'b'))]);
    expect(entries).toEqual([
      expect.objectContaining({
        task: 'summarise',
        model: 'test',
        charges: [{ model: 'test', inputTokens: 10, outputTokens: 2, estimated: false }],
        outcome: 'done',
      }),
    ]);
  });

  it('keeps a trace of a lowered class, and nothing of its reason or of the text', async () => {
    const reason = 'Frau Zwiebelhuber ist erfunden';
    const privacy = { ...noChoice, dataClass: 'internal' as const, reason };
    const { entries } = await run(call('Frau Zwiebelhuber bezieht Bürgergeld.', { privacy }), [
      fakeModel(() => saying('a'), { place: 'eu' }),
    ]);
    expect(entries).toEqual([
      expect.objectContaining({ dataClass: 'internal', suggestedClass: 'social', treatment: 'masked' }),
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/Zwiebelhuber|erfunden/);
  });

  it('bills the class of a text that was refused, and none where it is not known', async () => {
    const model = () => [fakeModel(() => saying('a'))];
    const refused = await run(call('Frau Zwiebelhuber bezieht Bürgergeld.'), model());
    expect(refused.entries).toEqual([
      expect.objectContaining({ outcome: 'class_refused', dataClass: 'social', treatment: 'refused' }),
    ]);
    const unknown = { dataClass: null, suggestedClass: null, treatment: null };
    expect((await run(call(' '), model())).entries).toEqual([
      expect.objectContaining({ outcome: 'empty_source', ...unknown }),
    ]);
    const privacy = { ...noChoice, dataClass: 'public' as const, reason: 'darum' };
    expect((await run(call('Frau Zwiebelhuber', { privacy }), model())).entries).toEqual([
      expect.objectContaining({ outcome: 'class_reason_missing', ...unknown }),
    ]);
  });

  it('ends with one error and bills it when the model refuses', async () => {
    const { events, entries } = await run(call('Text.'), [failing('model_refused')]);
    expect(events.filter(({ type }) => type === 'error' || type === 'done')).toEqual([
      expect.objectContaining({ code: 'model_refused', message: expect.stringContaining('Testmodell') }),
    ]);
    expect(entries).toEqual([expect.objectContaining({ outcome: 'model_refused' })]);
  });

  it('says nothing of a fault of ours but that there is one', async () => {
    const broken = fakeModel(() => {
      throw new Error('Frau Weber, Az. 12');
    });
    const { last, faults } = await run(call('Text.'), [broken]);
    expect(last).toMatchObject({ type: 'error', code: 'internal' });
    expect(JSON.stringify(last)).not.toContain('Weber');
    expect(faults).toHaveLength(1);
  });

  it('refuses an empty document before any model is asked', async () => {
    const model = fakeModel(() => saying('x'));
    const { last } = await run(call(' \n\u200b '), [model]);
    expect(last).toMatchObject({ type: 'error', code: 'empty_source' });
    expect(model.asked).toEqual([]);
  });

  it('says that the person stopped it', async () => {
    const { last } = await run(call('Text.'), [fakeModel(() => saying('x'))], AbortSignal.abort());
    expect(last).toMatchObject({ type: 'error', code: 'stopped' });
  });
});

describe('a source beyond the window', () => {
  const text = paragraphs(200).join('\n\n');

  it('is read in parts, every paragraph once, with progress', async () => {
    const model = fakeModel(
      (said) => saying(said.messages[0]?.text.includes('art="Abschnitt"') ? 'Notiz.' : 'Ergebnis.'),
      {},
      8000,
    );
    const { events, last } = await run(call(text), [model]);
    expect(last).toMatchObject({ type: 'done', result: { text: 'Ergebnis.' } });

    const partsRead = model.asked
      .map((said) => said.messages[0]?.text ?? '')
      .filter((said) => said.includes('art="Abschnitt"'));
    for (const paragraph of paragraphs(200)) {
      expect(partsRead.filter((part) => part.includes(paragraph))).toHaveLength(1);
    }
    const sections = events.filter((event) => event.type === 'progress');
    expect(sections.at(-1)).toMatchObject({ done: partsRead.length, total: partsRead.length });
    expect(partsRead.length).toBeGreaterThan(1);
  });

  it('never says more to a model than its window holds', async () => {
    const model = fakeModel(() => saying('Notiz. '.repeat(200)), {}, 8000);
    await run(call(text), [model]);
    const lengths = model.asked.map((said) =>
      said.messages.reduce((sum, { text: part }) => sum + part.length, 0),
    );
    expect(Math.max(...lengths)).toBeLessThan(8000 * 3);
  });

  it('fails as a whole when one part fails, since a hole would not be seen', async () => {
    let asked = 0;
    const model = fakeModel(
      async function* () {
        yield { type: 'open' };
        if (++asked === 2) throw new ModelError('model_refused');
        yield* saying('Notiz.');
      },
      {},
      8000,
    );
    const { entries, last } = await run(call(text), [model]);
    expect(last).toMatchObject({ type: 'error', code: 'model_refused' });
    // All parts that were asked have their cost, also those that were broken off.
    const [charge] = entries[0]?.charges ?? [];
    expect(charge?.estimated).toBe(true);
    expect(charge?.inputTokens).toBeGreaterThan(2_000 * (asked - 1));
  });

  it('adds up what all parts cost', async () => {
    const model = fakeModel(() => saying('Notiz.'), {}, 8000);
    const { entries } = await run(call(text), [model]);
    expect(entries).toEqual([
      expect.objectContaining({
        charges: [expect.objectContaining({ inputTokens: 10 * model.asked.length })],
      }),
    ]);
  });

  it('says so when even the notes never fit', async () => {
    const model = fakeModel((said) => saying(said.messages[0]?.text ?? ''), {}, 8000);
    expect((await run(call(text), [model])).last).toMatchObject({ type: 'error', code: 'too_large' });
  });

  it('is rewritten part by part, in order', async () => {
    const echo: FakeModel = fakeModel(
      (said) =>
        saying(
          /art="[^"]*">\n(?:Titel: Brief\n\n)?([\s\S]*)\n<\/material/.exec(
            said.messages[0]?.text ?? '',
          )?.[1] ?? '',
        ),
      {},
      8000,
    );
    const source = { kind: 'document' as const, title: 'Brief', part: 'whole' as const, text };
    const { last } = await run(
      call(text, { task: 'rewrite', input: { source, style: 'plain', wish: '' } } as Partial<TaskCall>),
      [echo],
    );
    expect(echo.asked.length).toBeGreaterThan(1);
    expect(last).toMatchObject({ type: 'done', result: { text } });
  });

  it('gives up earlier versions before it reads in parts', async () => {
    const model = fakeModel(() => saying('Kürzer.'), {}, 8000);
    const turns = Array.from({ length: 6 }, (_, index) => ({
      answer: `${index} ${'x'.repeat(3000)}`,
      wish: 'kürzer',
    }));
    const { last } = await run(call('Kurzer Text.', { turns }), [model]);
    expect(last).toMatchObject({ type: 'done' });
    expect(model.asked).toHaveLength(1);
    expect(model.asked[0]?.messages[1]?.text).toMatch(/^5 /);
  });
});
