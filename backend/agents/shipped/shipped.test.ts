import { describe, expect, it } from '@jest/globals';
import { libraryId } from '../../../contract/agents/library.ts';
import { builtinModel } from '../../models/builtin/index.ts';
import { knowledgeOfOne } from '../../testing/fake-knowledge.ts';
import { testHouse } from '../../testing/fake-house.ts';
import { checkAgent, readAgent, writeAgent } from '../definition/read-agent.ts';
import { runExample } from '../examples/run-example.ts';
import { createStepWork } from '../steps/create-step-work.ts';
import { shippedAgents } from './shipped.ts';

/** A Friday; the dates of the examples are meant from here. */
const TODAY = '2026-11-27';
const shipped = shippedAgents();
const house = testHouse(() => [builtinModel()], {
  knowledge: knowledgeOfOne('Der Fachbereich Bürgerdienste gibt Auskunft.', 'public'),
  now: () => new Date(`${TODAY}T09:00:00Z`),
});
const work = createStepWork(house);

describe('the shipped agents', () => {
  it('are those of the issue, each under a name of its own that the library can hold', () => {
    expect(shipped.map(({ agent }) => agent.name)).toEqual([
      'Rundschreiben auswerten',
      'Bürgeranfrage beantworten',
      'Sitzungsvorlage erstellen',
      'Sitzungsvorlage prüfen',
      'Bescheid formal prüfen',
      'Stellungnahmen zusammenführen',
      'Protokoll aus Notizen',
      'FAQ aus Dienstanweisung',
      'Telefonnotiz',
    ]);
    for (const { id, number } of shipped) {
      expect(libraryId.safeParse(id).success).toBe(true);
      expect(number).toBeGreaterThan(0);
    }
  });

  it.each(shipped)('$id has three examples, and says how each of them ends', ({ agent }) => {
    if (agent.work.kind === 'frei') throw new Error('a procedure was meant');
    const { from } = agent.work.outcome;
    expect(agent.examples).toHaveLength(3);
    for (const { expects } of agent.examples ?? []) {
      expect(expects.filter(({ at }) => at === from)).not.toEqual([]);
    }
  });

  it.each(shipped)('$id stays the same through a file', ({ agent }) => {
    expect(readAgent(writeAgent(agent))).toMatchObject({ ok: true, agent });
    expect(checkAgent(agent).ok).toBe(true);
  });
});

describe.each(shipped)('$id without a language model', ({ agent }) => {
  it.each(agent.examples ?? [])('comes to what its example expects: $name', async (example) => {
    const signal = new AbortController().signal;
    const around = { model: 'ohne-modell', work, today: TODAY, signal };
    const report = await runExample(agent, example, around);
    expect(report.message).toBeNull();
    expect(report.expectations.filter(({ holds }) => !holds)).toEqual([]);
    expect(report.outcome).toBe('as_expected');
  });
});
