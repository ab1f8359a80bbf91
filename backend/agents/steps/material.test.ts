import { describe, expect, it } from '@jest/globals';
import { agentInput, procedure } from '../../../contract/agents/definition.ts';
import type { RunInputs } from '../../../contract/agents/input.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { MailSource } from '../../../contract/source.ts';
import { planOf } from '../definition/plan.ts';
import { materialOf, sourceOf } from './material.ts';

const text = (words: string): StepResult => ({ kind: 'schreiben', text: words, gaps: [], checks: [] });
const written = (id: string) => ({
  id,
  title: `Titel ${id}`,
  kind: 'schreiben',
  form: 'text',
  drawsOn: [],
  how: { kind: 'text', text: 'x' },
});
const steps = [
  {
    id: 'fragen_',
    title: 'Fragen',
    kind: 'lesen',
    from: 'mail',
    extent: 'many',
    fields: [
      { name: 'frage', label: 'Frage', kind: 'text' },
      { name: 'betrag', label: 'Betrag', kind: 'betrag', optional: true },
    ],
  },
  {
    id: 'je_',
    title: 'Je Frage',
    kind: 'je',
    over: 'fragen_',
    as: 'f',
    most: 5,
    steps: [written('antwort_')],
  },
  {
    id: 'wahl',
    title: 'Wahl',
    kind: 'entscheiden',
    cases: [{ when: 'true', steps: [written('eins')] }],
    otherwise: [written('zwei')],
  },
  written('ende'),
];
const inputs = [
  { kind: 'offen', name: 'mail', label: 'E-Mail' },
  { kind: 'anlagen', name: 'dateien', label: 'Anlagen' },
  { kind: 'feld', field: { name: 'az', label: 'Aktenzeichen', kind: 'text' } },
].map((one) => agentInput.parse(one));
const made = planOf(
  { inputs },
  procedure.parse({ kind: 'ablauf', steps, outcome: { from: 'ende', as: 'liste' } }),
);
const plan = 'plan' in made ? made.plan : null;

const mail: MailSource = {
  kind: 'mail',
  subject: 'Fragen',
  from: { name: 'A', email: '' },
  to: [],
  cc: [],
  date: null,
  body: { type: 'text', content: 'Was kostet das?' },
  attachments: [],
};
const given: RunInputs = {
  mail: { kind: 'offen', source: mail },
  dateien: { kind: 'anlagen', attachments: [{ name: 'Liste.docx', text: 'Anlage eins' }] },
  az: { kind: 'feld', value: { kind: 'text', text: 'III/7' } },
};
const memory = {
  today: '2026-11-27',
  inputs: {},
  results: new Map<string, StepResult>([
    [
      'fragen_',
      {
        kind: 'lesen',
        records: [
          {
            values: {
              frage: { kind: 'text', text: 'Was | kostet\ndas?' },
              betrag: { kind: 'betrag', cents: 500 },
            },
            evidence: {},
          },
          { values: { frage: { kind: 'text', text: 'Wann?' } }, evidence: {} },
        ],
      },
    ],
    ['je_', { kind: 'je', count: 2 }],
    ['je_#0/antwort_', text('Fünf Euro.')],
    ['je_#1/antwort_', text('Morgen.')],
    ['wahl', { kind: 'entscheiden', chosen: 0 }],
    ['eins', text('Der erste Fall.')],
  ]),
};
const drawn = (names: string[], rounds: string[] = []) => {
  if (plan === null) throw new Error('no plan');
  return materialOf(names, given, plan, memory, rounds);
};

describe('what a step draws on', () => {
  it('is the open mail, with files, fields and results beside it', () => {
    const { base, beside } = drawn(['mail', 'dateien', 'az', 'fragen_']);
    expect(base).toBe(mail);
    expect(beside).toEqual([
      { name: 'Liste.docx', text: 'Anlage eins' },
      { name: 'az', text: 'III/7' },
      {
        name: 'Fragen',
        text: '| Frage | Betrag |\n| --- | --- |\n| Was \\| kostet das? | 5,00 Euro |\n| Wann? | nicht angegeben |',
      },
    ]);
  });

  it('is each round of a loop, and what was done of a branch', () => {
    expect(drawn(['je_']).beside).toEqual([
      { name: 'Titel antwort_ (1)', text: 'Fünf Euro.' },
      { name: 'Titel antwort_ (2)', text: 'Morgen.' },
    ]);
    expect(drawn(['wahl']).beside).toEqual([{ name: 'Titel eins', text: 'Der erste Fall.' }]);
  });

  it('is the result of its own round', () => {
    expect(drawn(['antwort_'], ['je_#1']).beside).toEqual([{ name: 'Titel antwort_', text: 'Morgen.' }]);
  });
});

describe('one source', () => {
  it('has files of a mail as its attachments', () => {
    const source = sourceOf(drawn(['mail', 'dateien']), 'Titel');
    expect(source).toMatchObject({ kind: 'mail', attachments: [{ name: 'Liste.docx' }] });
  });

  it('keeps everything where there are more than a mail may have', () => {
    const beside = Array.from({ length: 30 }, (_none, index) => ({ name: `n${index}`, text: `t${index}` }));
    const source = sourceOf({ base: mail, beside }, 'Titel');
    expect(JSON.stringify(source)).toContain('t29');
    const names = source.kind === 'mail' ? source.attachments.map(({ name }) => name) : [];
    expect(names).toHaveLength(10);
    expect(names.at(-1)).toBe('Weitere Unterlagen');
    const full = { ...mail, attachments: beside.slice(0, 10) };
    const found = [{ name: 'Fundstellen', text: 'Was wir nachgeschlagen haben' }];
    expect(JSON.stringify(sourceOf({ base: full, beside: found }, 'Titel'))).toContain('nachgeschlagen');
  });

  it('is a document of its own where none is open', () => {
    expect(sourceOf(drawn(['wahl']), 'Titel')).toEqual({
      kind: 'document',
      title: 'Titel',
      part: 'whole',
      text: '## Titel eins\n\nDer erste Fall.',
    });
    expect(sourceOf(drawn([]), 'Titel')).toEqual({ kind: 'nothing' });
  });
});
