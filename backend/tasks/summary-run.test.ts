import { describe, expect, it } from '@jest/globals';
import { noChoice } from '../../contract/privacy.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { taskEvent, type TaskEvent } from '../../contract/events.ts';
import { noAuthor, type TaskCall } from '../../contract/tasks/index.ts';
import type { Model } from '../models/model.ts';
import { testHouse } from '../testing/fake-house.ts';
import { fakeModel, saying } from '../testing/fake-model.ts';
import { runTask } from './run.ts';

function summaryOf(text: string, turns: TaskCall['turns'] = []): TaskCall {
  const source = { kind: 'document' as const, title: 'Brief', part: 'whole' as const, text };
  const input = { source, form: 'key-points' as const, focus: '' };
  const frame = { version: CONTRACT_VERSION, model: null, author: noAuthor, privacy: noChoice } as const;
  return { task: 'summarise', ...frame, input, turns };
}

async function run(call: TaskCall, model: Model): Promise<TaskEvent[]> {
  const house = testHouse(() => [model], { now: () => new Date('2026-11-23T10:00:00Z') });
  const events: TaskEvent[] = [];
  for await (const event of runTask(call, house, new AbortController().signal)) {
    events.push(taskEvent.parse(JSON.parse(JSON.stringify(event))));
  }
  return events;
}

const LETTER =
  'Kusel, den 23.11.2026\n\nDie Kreise melden die Zahlen binnen zwei Wochen. Das Land zahlt 500 €.';
const SUMMARY = [
  '## Fristen\n- Meldung binnen ',
  'zwei Wochen\n  > Die Kreise melden die Zahlen binnen',
  ' zwei Wochen.\n- Das Land',
  ' zahlt 600 €.\n  > Das Land zahlt 500 €.',
];

describe('a summary while it runs', () => {
  it('comes as words and statements in their order, and ends with all of them', async () => {
    const events = await run(
      summaryOf(LETTER),
      fakeModel(() => saying(...SUMMARY)),
    );
    expect(events.map(({ type }) => type)).toEqual(
      'start sent text text statement text statement usage done'.split(' '),
    );
    const last = events.at(-1);
    const statements = events.flatMap((event) => (event.type === 'statement' ? [event.statement] : []));
    expect(statements.map(({ evidence }) => evidence.state)).toEqual(['proven', 'inexact']);
    expect(last).toMatchObject({
      type: 'done',
      result: {
        text: '## Fristen\n\n- Meldung binnen zwei Wochen\n- Das Land zahlt 600 €.',
        summary: { layout: 'fields', statements, dueDates: [{ statement: 0, date: '2026-12-07' }] },
      },
    });
  });

  it('is held against the whole source where the model saw notes on it only', async () => {
    const filler = Array.from({ length: 200 }, (_, i) => `Absatz ${i}: ${'Wort '.repeat(40)}Ende.`);
    const model = fakeModel(
      (said) => saying(...(said.messages[0]?.text.includes('art="Abschnitt"') ? ['Notiz.'] : SUMMARY)),
      {},
      8000,
    );
    const events = await run(summaryOf(`${filler.join('\n\n')}\n\n${LETTER}`), model);
    expect(model.asked.length).toBeGreaterThan(2);
    expect(events.at(-1)).toMatchObject({
      result: {
        summary: { statements: [{ evidence: { state: 'proven' } }, { evidence: { state: 'inexact' } }] },
      },
    });
  });

  it('asks for the passages again in a refinement', async () => {
    const model = fakeModel(() => saying(...SUMMARY));
    await run(summaryOf(LETTER, [{ answer: '- Das Land zahlt.', wish: 'kürzer' }]), model);
    const [question, , wish] = model.asked[0]?.messages ?? [];
    expect(question?.text).toContain('> Stelle, auf der die Aussage beruht');
    expect(question?.text).toContain('in jede neue Fassung');
    expect(wish?.text).toContain('Alle Regeln gelten weiter');
  });
});
