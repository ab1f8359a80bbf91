import { describe, expect, it } from '@jest/globals';
import { agentInput, procedure } from '../../../contract/agents/definition.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { Values } from '../../../contract/agents/value.ts';
import { planOf } from '../definition/plan.ts';
import { MAX_DONE_STEPS, nextOf, type Next } from './next.ts';

const inputs = [
  { kind: 'offen', name: 'schreiben_', label: 'Rundschreiben' },
  { kind: 'feld', field: { name: 'grenze', label: 'Wertgrenze', kind: 'betrag' } },
].map((one) => agentInput.parse(one));
const outcome = { from: 'ende', as: 'vermerk' };
const end = {
  id: 'ende',
  title: 'Ende',
  kind: 'schreiben',
  form: 'vermerk',
  drawsOn: [],
  how: { kind: 'text', text: 'Fertig am {{heute}}' },
};
const parsed = (steps: readonly unknown[]) => procedure.parse({ kind: 'ablauf', steps, outcome });
const planned = (steps: readonly unknown[]) => planOf({ inputs }, parsed(steps));
/** What is said about one step, or about the agent itself. */
const wordsOf = (steps: readonly unknown[], step: string | null) => {
  const made = planned(steps);
  const faults = 'faults' in made ? made.faults : [];
  return faults.flatMap((fault) => (fault.step === step ? [fault.text] : [])).join(' ');
};
const planFor = (steps: readonly unknown[]) => {
  const made = planned(steps);
  if ('faults' in made) throw new Error(JSON.stringify(made.faults));
  return made.plan;
};

/** Runs a procedure with what work and persons answer; tells what was done, path by path. */
function runThrough(
  steps: readonly unknown[],
  answers: Readonly<Record<string, StepResult>>,
  values: Values = { grenze: { kind: 'betrag', cents: 10_000 } },
) {
  const plan = planFor(steps);
  const results = new Map<string, StepResult>();
  const done: string[] = [];
  for (;;) {
    const next: Next = nextOf(plan, { today: '2026-11-27', inputs: values, results });
    if (next.do === 'end' || next.do === 'fail') return { done, results, next };
    done.push(`${next.do} ${next.path}`);
    const result = next.do === 'note' ? next.result : answers[next.path];
    if (result === undefined) return { done, results, next };
    results.set(next.path, result);
  }
}

const amounts = {
  id: 'posten',
  title: 'Posten lesen',
  kind: 'lesen',
  from: 'schreiben_',
  extent: 'many',
  fields: [
    { name: 'betrag', label: 'Betrag', kind: 'betrag' },
    { name: 'frist', label: 'Frist', kind: 'datum', optional: true },
  ],
};
const record = (cents: number, date?: string) => ({
  values: {
    betrag: { kind: 'betrag' as const, cents },
    frist: date === undefined ? { kind: 'leer' as const } : { kind: 'datum' as const, date },
  },
  evidence: {},
});
const read = (...records: ReturnType<typeof record>[]): StepResult => ({ kind: 'lesen', records });
const total = { id: 'summe_', title: 'Summe', kind: 'rechnen', value: 'summe(posten.map(p, p.betrag))' };

describe('what a run does next', () => {
  it('reads, reckons, checks and ends with its text', () => {
    const { done, results, next } = runThrough(
      [
        amounts,
        total,
        {
          id: 'genug',
          title: 'Prüfen',
          kind: 'pruefen',
          rule: 'summe_ <= grenze',
          otherwise: 'Die Summe {{summe_}} liegt über {{grenze}}.',
          weight: 'lacking',
        },
        end,
      ],
      { posten: read(record(9_000), record(1_001)) },
    );
    expect(done).toEqual(['work posten', 'note summe_', 'note genug', 'note ende']);
    expect(results.get('summe_')).toEqual({ kind: 'rechnen', value: { kind: 'betrag', cents: 10_001 } });
    expect(results.get('genug')).toEqual({
      kind: 'pruefen',
      holds: false,
      says: 'Die Summe 100,01 Euro liegt über 100,00 Euro.',
    });
    expect(results.get('ende')).toMatchObject({ text: 'Fertig am 27.11.2026' });
    expect(next).toEqual({ do: 'end' });
  });

  it('does the first case that holds, and nothing of the others', () => {
    const say = (id: string) => ({ ...end, id, how: { kind: 'text', text: id } });
    const steps = [
      {
        id: 'weg',
        title: 'Weg',
        kind: 'entscheiden',
        cases: [
          { when: 'grenze > euro(500)', steps: [say('gross')] },
          { when: 'grenze > euro(50)', steps: [say('mittel')] },
        ],
        otherwise: [say('klein')],
      },
      end,
    ];
    const doneWith = (cents: number) => runThrough(steps, {}, { grenze: { kind: 'betrag', cents } }).done;
    expect(doneWith(60_000)).toEqual(['note weg', 'note gross', 'note ende']);
    expect(doneWith(10_000)).toEqual(['note weg', 'note mittel', 'note ende']);
    expect(doneWith(1)).toEqual(['note weg', 'note klein', 'note ende']);
  });

  it('goes through the things of a list, each with its own steps, also in a loop of a loop', () => {
    const { done, results } = runThrough(
      [
        amounts,
        {
          id: 'alle',
          title: 'Je Posten',
          kind: 'je',
          over: 'posten',
          as: 'einer',
          most: 5,
          steps: [
            { id: 'doppelt', title: 'Doppelt', kind: 'rechnen', value: 'einer.betrag * 2' },
            {
              id: 'innen',
              title: 'Je Zahl',
              kind: 'je',
              over: '[1, 2]',
              as: 'mal',
              most: 2,
              steps: [{ id: 'produkt', title: 'Mal', kind: 'rechnen', value: 'doppelt * mal' }],
            },
          ],
        },
        {
          id: 'gesamt',
          title: 'Gesamt',
          kind: 'rechnen',
          value: 'summe(alle.map(e, e.innen[1].produkt)) + alle[0].doppelt',
        },
        end,
      ],
      { posten: read(record(100), record(200)) },
    );
    expect(done.slice(2, 6)).toEqual([
      'note alle#0/doppelt',
      'note alle#0/innen',
      'note alle#0/innen#0/produkt',
      'note alle#0/innen#1/produkt',
    ]);
    // (100·2·2 + 200·2·2) + 100·2
    expect(results.get('gesamt')).toEqual({ kind: 'rechnen', value: { kind: 'betrag', cents: 1_400 } });
  });

  it('waits for a person, with what it proposes', () => {
    const steps = [
      amounts,
      {
        id: 'tag',
        title: 'Tag',
        kind: 'fragen',
        question: 'Bis wann bei {{posten.size()}} Posten?',
        field: { name: 'tag', label: 'Tag', kind: 'datum' },
        default: 'posten[0].frist.orValue(heute)',
      },
      { id: 'gut', title: 'Freigabe', kind: 'freigeben', says: 'Frist {{tag}}', shows: ['posten'] },
      end,
    ];
    const first = runThrough(steps, { posten: read(record(1, '2026-12-24')) });
    expect(first.next).toMatchObject({
      do: 'wait',
      path: 'tag',
      waiting: { question: 'Bis wann bei 1 Posten?', proposed: { kind: 'datum', date: '2026-12-24' } },
    });
    const second = runThrough(steps, {
      posten: read(record(1)),
      tag: { kind: 'fragen', value: { kind: 'datum', date: '2027-01-01' } },
    });
    expect(second.next).toMatchObject({ do: 'wait', path: 'gut', waiting: { says: 'Frist 01.01.2027' } });
  });

  it('stops where a list is longer than it may be, or an expression has nothing to work with', () => {
    const each = {
      id: 'alle',
      title: 'Je',
      kind: 'je',
      over: 'posten',
      as: 'einer',
      most: 1,
      steps: [{ ...total, id: 'x', value: 'einer.betrag' }],
    };
    expect(runThrough([amounts, each, end], { posten: read(record(1), record(2)) }).next).toEqual({
      do: 'fail',
      path: 'alle',
      why: 'too_many',
    });
    const firstOf = { id: 'erster', title: 'Erster', kind: 'rechnen', value: 'posten[0].betrag' };
    expect(runThrough([amounts, firstOf, end], { posten: read() }).next).toEqual({
      do: 'fail',
      path: 'erster',
      why: 'expression',
    });
  });

  it('comes to an end however many things there are', () => {
    const loop = (id: string, steps: unknown[]) => ({
      id,
      title: id,
      kind: 'je',
      over: 'posten',
      as: `${id}_x`,
      most: 200,
      steps,
    });
    const many = read(...Array.from({ length: 200 }, () => record(1)));
    const { results, next } = runThrough(
      [amounts, loop('aussen', [loop('innen', [{ ...total, id: 'x', value: '1' }])]), end],
      { posten: many },
    );
    expect(next).toMatchObject({ do: 'fail', why: 'limit' });
    expect(results.size).toBe(MAX_DONE_STEPS);
  });
});

describe('what is refused before it runs', () => {
  const check = (id: string, rule: string) => ({
    id,
    title: id,
    kind: 'pruefen',
    rule,
    otherwise: 'nein',
    weight: 'advice',
  });
  it.each([
    ['a circle', [check('a', 'b'), check('b', 'a'), end], 'a', /„b“ kommt erst danach/],
    ['a step that asks for itself', [check('a', 'a'), end], 'a', /„a“ kommt erst danach/],
    [
      'reading what is written later',
      [{ ...amounts, from: 'ende' }, end],
      'posten',
      /„ende“ kommt erst danach/,
    ],
    ['a name that nobody has', [check('a', 'niemand > 1'), end], 'a', /„niemand“ gibt es/],
    [
      'what stands inside of a loop',
      [
        amounts,
        { id: 'j', title: 'j', kind: 'je', over: 'posten', as: 'e', most: 2, steps: [check('a', 'true')] },
        check('b', 'a'),
        end,
      ],
      'b',
      /kommt erst danach|gibt es/,
    ],
    [
      'an empty value that nobody looks at',
      [amounts, check('a', 'posten[0].frist > heute'), end],
      'a',
      /leer sein darf/,
    ],
    ['an amount against a number', [check('a', 'grenze > 100'), end], 'a', /euro\(100\)/],
    ['a rule that is no yes or no', [check('a', 'grenze'), end], 'a', /„Betrag“/],
    ['a name twice', [check('a', 'true'), check('a', 'true'), end], null, /„a“ steht mehrmals/],
    ['a name that is ours', [check('heute', 'true'), end], null, /„heute“ steht mehrmals/],
    ['an end that is not there', [check('a', 'true')], null, /„ende“ gibt es/],
    [
      'a proposal of another kind',
      [
        {
          id: 'f',
          title: 'f',
          kind: 'fragen',
          question: '?',
          field: { name: 'f', label: 'f', kind: 'zahl' },
          default: '"drei"',
        },
        end,
      ],
      'f',
      /„string“/,
    ],
  ])('%s', (_what, steps, step, text) => {
    expect(wordsOf(steps, step)).toMatch(text);
  });

  it('steps that stand too deep', () => {
    const deep = (level: number): unknown => ({
      id: `w${level}`,
      title: 'w',
      kind: 'entscheiden',
      cases: [{ when: 'true', steps: [level === 5 ? check('a', 'true') : deep(level + 1)] }],
    });
    expect(wordsOf([deep(1), end], 'w4')).toMatch(/ineinander/);
  });
});
