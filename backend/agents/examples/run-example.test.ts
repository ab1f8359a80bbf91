import { describe, expect, it } from '@jest/globals';
import type { Agent } from '../../../contract/agents/definition.ts';
import type { Example } from '../../../contract/agents/example.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import { checkAgent } from '../definition/read-agent.ts';
import type { StepEvent, StepOrder, StepWork } from '../steps/step-work.ts';
import { runExamples } from './run-example.ts';

const TODAY = '2026-11-27';
const evidence = { wer: { state: 'person' as const } };
const read: StepResult = {
  kind: 'lesen',
  records: ['Kämmerei', 'Bauamt'].map((text) => ({
    values: { wer: { kind: 'text' as const, text } },
    evidence,
  })),
};

/** One step of each kind. */
const steps = [
  {
    id: 'stellen',
    title: 'Stellen lesen',
    kind: 'lesen',
    from: 'mail',
    extent: 'many',
    fields: [{ name: 'wer', label: 'Stelle', kind: 'text' }],
  },
  {
    id: 'je_stelle',
    title: 'Je Stelle',
    kind: 'je',
    over: 'stellen',
    as: 'stelle',
    most: 5,
    steps: [{ id: 'regel', title: 'Regel', kind: 'nachschlagen', question: 'Was gilt für {{stelle.wer}}?' }],
  },
  { id: 'ende', title: 'Frist', kind: 'rechnen', value: "naechster_werktag(frist(heute, 1, 'wochen'))" },
  {
    id: 'tag',
    title: 'Tag erfragen',
    kind: 'fragen',
    question: 'Bis wann?',
    field: { name: 'tag', label: 'Tag', kind: 'datum' },
    default: 'ende',
  },
  {
    id: 'rechtzeitig',
    title: 'Früh genug',
    kind: 'pruefen',
    rule: 'tag <= ende',
    otherwise: 'Zu spät.',
    weight: 'advice',
  },
  {
    id: 'weg',
    title: 'Weg',
    kind: 'entscheiden',
    cases: [
      {
        when: 'rechtzeitig',
        steps: [
          {
            id: 'ruhig',
            title: 'Ruhig',
            kind: 'schreiben',
            form: 'text',
            drawsOn: [],
            how: { kind: 'text', text: 'Zeit bis {{tag}}.' },
          },
        ],
      },
    ],
  },
  { id: 'einig', title: 'Freigabe', kind: 'freigeben', says: 'Ist das so richtig?', shows: ['stellen'] },
  {
    id: 'notiz',
    title: 'Notiz',
    kind: 'schreiben',
    form: 'vermerk',
    drawsOn: ['mail'],
    how: { kind: 'order', order: 'Frist ist der {{tag}}.' },
  },
];

function agentWith(examples: unknown[], work: unknown = procedure(steps)): Agent {
  const reading = checkAgent({
    format: 'amtsfeder/agent/1',
    name: 'Probe',
    purpose: 'Zum Prüfen.',
    owner: { name: 'Fachbereich 1' },
    dataClass: 'internal',
    models: null,
    reviewOn: '2027-12-31',
    inputs: [
      { kind: 'offen', name: 'mail', label: 'E-Mail' },
      { kind: 'feld', field: { name: 'art', label: 'Art', kind: 'auswahl', options: ['a', 'b'] } },
      { kind: 'feld', field: { name: 'zusatz', label: 'Zusatz', kind: 'text', optional: true } },
    ],
    work,
    examples,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return reading.agent;
}

function procedure(all: unknown[]) {
  return { kind: 'ablauf', steps: all, outcome: { from: 'notiz', as: 'vermerk' } };
}

const source = { kind: 'document', title: 'Brief', part: 'whole', text: 'Text' };
const inputs = { mail: { kind: 'offen', source }, art: { kind: 'feld', value: { kind: 'text', text: 'a' } } };
const example = (more: Partial<Record<keyof Example, unknown>> = {}) => ({
  name: 'Beispiel',
  inputs,
  expects: [{ at: 'notiz', contains: 'Frist ist der 04.12.2026.' }],
  ...more,
});

/** Does what is ordered at once; what was ordered is kept. */
function scripted(answer: (order: StepOrder) => StepEvent[] = answerOf) {
  const orders: StepOrder[] = [];
  const work: StepWork = async function* (_terms, order) {
    orders.push(order);
    yield* await Promise.resolve(answer(order));
  };
  return { orders, work };
}

function answerOf({ work }: StepOrder): StepEvent[] {
  switch (work.kind) {
    case 'lesen':
      return [{ type: 'done', result: read }];
    case 'nachschlagen':
      return [{ type: 'done', result: { kind: 'nachschlagen', text: work.question, answer: null } }];
    case 'schreiben':
      return [
        { type: 'text', text: work.order },
        { type: 'cost', microEuro: 10 },
        { type: 'done', result: { kind: 'schreiben', text: work.order, gaps: [], checks: [] } },
      ];
    case 'antwort':
    case 'werkzeug':
      throw new Error('no step of a free agent is meant');
  }
}

const run = (agent: Agent, work = scripted().work, signal = new AbortController().signal) =>
  runExamples(agent, null, work, TODAY, signal);

describe('an example', () => {
  it('runs through a step of each kind, and fits', async () => {
    const { orders, work } = scripted();
    const expects = [
      { at: 'stellen', count: 2 },
      { at: 'stellen.1.wer', is: 'Bauamt' },
      { at: 'je_stelle', count: 2 },
      { at: 'je_stelle#1/regel', is: 'Was gilt für Bauamt?' },
      { at: 'ende', is: '04.12.2026' },
      { at: 'tag', is: '04.12.2026' },
      { at: 'rechtzeitig', is: 'ja' },
      { at: 'weg', is: 'Fall 1' },
      { at: 'ruhig', is: 'Zeit bis 04.12.2026.' },
      { at: 'einig', is: 'einverstanden' },
      { at: 'notiz', is: 'Frist ist der 04.12.2026.' },
    ];
    const [report] = await run(agentWith([example({ expects })]), work);
    expect(report?.expectations.filter(({ holds }) => !holds)).toEqual([]);
    expect(report).toMatchObject({ name: 'Beispiel', outcome: 'as_expected', message: null });
    expect(orders.map(({ path }) => path)).toEqual([
      'stellen',
      'je_stelle#0/regel',
      'je_stelle#1/regel',
      'notiz',
    ]);
  });

  it('takes the answers that it has, and what is proposed for the rest', async () => {
    const answers = { tag: { kind: 'datum', date: '2026-12-07' }, einig: 'einverstanden' };
    const expects = [
      { at: 'tag', is: '07.12.2026' },
      { at: 'weg', is: 'sonst' },
      { at: 'rechtzeitig', contains: 'Zu spät.' },
    ];
    const [report] = await run(agentWith([example({ answers, expects })]));
    expect(report).toMatchObject({ outcome: 'as_expected' });
  });

  it('says what came out instead of what it expects, and the next one runs all the same', async () => {
    const other = example({ name: 'Anderes', expects: [{ at: 'tag', is: '01.01.2027' }] });
    const reports = await run(agentWith([other, example()]));
    expect(reports.map(({ outcome }) => outcome)).toEqual(['other', 'as_expected']);
    expect(reports[0]?.expectations).toEqual([
      { at: 'tag', expected: '01.01.2027', got: '04.12.2026', holds: false },
    ]);
  });

  it.each([
    ['an answer of another kind', { answers: { tag: { kind: 'text', text: 'morgen' } } }, /^tag: .*passende/],
    [
      'a value where agreement is asked for',
      { answers: { einig: { kind: 'ja_nein', yes: true } } },
      /^einig: /,
    ],
    ['no input', { inputs: { art: inputs.art } }, /„mail“/],
    ['an input of another kind', { inputs: { ...inputs, mail: inputs.art } }, /„mail“/],
    [
      'a choice that there is not',
      { inputs: { ...inputs, art: { kind: 'feld', value: { kind: 'text', text: 'c' } } } },
      /„art“/,
    ],
  ])('fails with %s, and says where', async (_what, more, said) => {
    const [report] = await run(agentWith([example(more)]));
    expect(report?.outcome).toBe('failed');
    expect(report?.message).toMatch(said);
  });

  it('fails where a step does, in the words of the step, and tells what was done before', async () => {
    const { work } = scripted((order) =>
      order.path === 'notiz'
        ? [{ type: 'failed', code: 'model_busy', message: 'Das Modell ist belegt.', again: true }]
        : answerOf(order),
    );
    const expects = [
      { at: 'tag', is: '04.12.2026' },
      { at: 'notiz', is: 'x' },
    ];
    const [report] = await run(agentWith([example({ expects })]), work);
    expect(report).toMatchObject({ outcome: 'failed', message: 'notiz: Das Modell ist belegt.' });
    expect(report?.expectations.map(({ holds }) => holds)).toEqual([true, false]);
  });

  it('fails where there are more things than a loop may have', async () => {
    const many: StepResult = {
      kind: 'lesen',
      records: Array.from({ length: 6 }, () => ({ values: {}, evidence })),
    };
    const { work } = scripted((order) =>
      order.path === 'stellen' ? [{ type: 'done', result: many }] : answerOf(order),
    );
    const [report] = await run(agentWith([example()]), work);
    expect(report?.outcome).toBe('failed');
    expect(report?.message).toMatch(/^je_stelle: Es sind mehr Einträge/);
  });

  it('ends with the run when nobody waits for it any more', async () => {
    const leaving = new AbortController();
    const { orders, work } = scripted((order) => {
      leaving.abort(new Error('left'));
      return answerOf(order);
    });
    await expect(run(agentWith([example(), example()]), work, leaving.signal)).rejects.toThrow('left');
    expect(orders).toHaveLength(1);
  });

  it('is none where an agent has none', async () => {
    expect(await run(agentWith([]))).toEqual([]);
  });
});
