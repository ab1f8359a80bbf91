import { describe, expect, it } from '@jest/globals';
import type { SummariseInput } from '../../contract/tasks/summarise.ts';
import type { Heard } from './hearing.ts';
import type { Reading } from './reading.ts';
import { summaryHearing } from './summary-hearing.ts';
import { proofsFor } from './summary-proofs.ts';

const SOURCE = `Kreisverwaltung Kusel

Kusel, den 23.11.2026

Die Gemeinden haben die neuen Vordrucke bis zum 15. Dezember 2026 einzuführen. Die Kosten von
1.200 € trägt das Land. Widerspruch ist binnen eines Monats möglich.`;

const letter: Reading = { kind: 'document', title: 'Rundschreiben', part: 'whole', text: SOURCE };

async function hear(form: SummariseInput['form'], pieces: string[], reading = letter) {
  const hearing = summaryHearing(form, proofsFor(reading));
  const heard: Heard[] = pieces.flatMap((piece) => [...hearing.hear(piece)]);
  const { rest, result } = await hearing.end();
  heard.push(...rest);
  const text = heard.map((one) => (one.type === 'text' ? one.text : '')).join('');
  const statements = heard.flatMap((one) => (one.type === 'statement' ? [one.statement] : []));
  expect(result.text).toBe(text);
  expect(result.summary?.statements).toEqual(statements);
  expect(statements.map(({ id }) => id)).toEqual(statements.map((_, i) => i));
  return { heard, result, text, statements, states: statements.map(({ evidence }) => evidence.state) };
}

const SUMMARY = `## Kernaussagen

- Das Land zahlt **1.200 €**.
  > Die Kosten von 1.200 € trägt das Land.
- Der Bund zahlt 1.300 €.
  > Die Kosten von 1.200 € trägt das Land.
- Alles wird besser.
  > Die Gemeinden werden sich sehr darüber freuen.
- Niemand weiß es.

## Fristen

1. Vordrucke bis 15.12.2026
   > bis zum 15. Dezember 2026 einzuführen
2. Widerspruch binnen eines Monats
   > Widerspruch ist binnen eines Monats möglich.

*Ende*
`;

describe('summaryHearing', () => {
  it('tells what is proven, inexact and unproven, and keeps the passages out of the text', async () => {
    const { text, states, statements, result } = await hear('key-points', [SUMMARY]);
    expect(text).toBe(
      [
        '## Kernaussagen',
        '- Das Land zahlt **1.200 €**.\n- Der Bund zahlt 1.300 €.\n- Alles wird besser.\n- Niemand weiß es.',
        '## Fristen',
        '- Vordrucke bis 15.12.2026\n- Widerspruch binnen eines Monats',
        '*Ende*',
      ].join('\n\n'),
    );
    expect(states).toEqual(['proven', 'inexact', 'unproven', 'unproven', 'proven', 'proven']);
    expect(statements[1]?.evidence).toEqual({
      state: 'inexact',
      passage: 'Die Kosten von\n1.200 € trägt das Land.',
      figures: ['1.300 €'],
    });
    expect(statements[4]?.section).toBe('Fristen');
    expect(result.summary?.dueDates).toMatchObject([
      { statement: 4, date: '2026-12-15', rule: null },
      { statement: 5, date: '2026-12-23', rule: expect.stringContaining('§ 31 VwVfG') },
    ]);
  });

  it('says the same wherever the stream is cut, each statement behind its words and before the next', async () => {
    const whole = await hear('key-points', [SUMMARY]);
    for (const size of [1, 7, 40]) {
      const pieces = SUMMARY.match(new RegExp(`[^]{1,${size}}`, 'gu')) ?? [];
      const { text, statements, heard } = await hear('key-points', pieces);
      expect(text).toBe(whole.text);
      expect(statements).toEqual(whole.statements);
      expect(heard.map(({ type }) => type).join(' ')).toMatch(/^text(?: text statement| text)+$/u);
      let told = '';
      for (const one of heard) {
        if (one.type === 'text') told += one.text;
        else expect(told.endsWith(one.statement.text)).toBe(true);
      }
    }
  });

  it('tells a statement while the next one is being written', async () => {
    const hearing = summaryHearing('key-points', proofsFor(letter));
    const types = (piece: string) => [...hearing.hear(piece)].map(({ type }) => type);
    expect(types('- Das Land zahlt.\n')).toEqual([]);
    expect(types('  > Die Kosten')).toEqual(['text']);
    expect(types(' von 1.200 € trägt das Land.\n- Die')).toEqual([]);
    expect(types(' Gemeinden\n')).toEqual(['statement']);
  });

  it('makes one paragraph of the sentences', async () => {
    const { text, result, states } = await hear('paragraph', [
      '- Das Land zahlt.\n  > Die Kosten von 1.200 € trägt das Land.\n- Es gibt neue Vordrucke.\n',
    ]);
    expect(text).toBe('Das Land zahlt. Es gibt neue Vordrucke.');
    expect(result.summary?.layout).toBe('paragraph');
    expect(states).toEqual(['proven', 'unproven']);
  });

  it('takes the sentences of a running text one by one, and proves those of the source', async () => {
    const { statements, text } = await hear('paragraph', [
      'Die Kosten von 1.200 € trägt das Land. Das ist z. B. gut. Alle sind froh.',
    ]);
    expect(text).toBe('Die Kosten von 1.200 € trägt das Land. Das ist z. B. gut. Alle sind froh.');
    expect(statements.map((one) => [one.text, one.evidence.state])).toEqual([
      ['Die Kosten von 1.200 € trägt das Land.', 'proven'],
      ['Das ist z. B. gut.', 'unproven'],
      ['Alle sind froh.', 'unproven'],
    ]);
  });

  it('puts answers below their questions', async () => {
    const { text, statements } = await hear('faq', [
      '## Wer zahlt?\n- Das Land.\n  > trägt das Land\n- Alles.\n\n## Und wann?\n\nBald.',
    ]);
    expect(text).toBe('## Wer zahlt?\n\nDas Land. Alles.\n\n## Und wann?\n\nBald.');
    expect(statements.map(({ section }) => section)).toEqual(['Wer zahlt?', 'Wer zahlt?', 'Und wann?']);
  });

  it('finds several passages, together or alone', async () => {
    const both =
      '- Vordrucke und 1.200 €.\n  > Die Gemeinden haben die neuen Vordrucke\n\n  > Die Kosten von 1.200 € trägt das Land.';
    expect((await hear('key-points', [both])).states).toEqual(['proven']);
    const one =
      '- Das Land zahlt 1.200 €.\n  > Erfunden ist dieser ganze Satz hier.\n\n  > Die Kosten von 1.200 € trägt das Land.';
    expect((await hear('key-points', [one])).states).toEqual(['proven']);
  });

  it('reads what a statement quotes as its passage', async () => {
    expect(
      (await hear('key-points', ['- **1.200 €**: „Die Kosten von 1.200 € trägt das Land.“'])).states,
    ).toEqual(['proven']);
    expect(
      (await hear('key-points', ['- **1.300 €**: „Die Kosten von 1.200 € trägt das Land.“'])).states,
    ).toEqual(['unproven']);
  });

  it('keeps a text that knows nothing of the form', async () => {
    const prose = 'Sehr geehrte Frau Müller,\n\n**Ihr Bescheid** liegt bei. 🏛️ [[Bitte ergänzen: Datum]]';
    const { text, result } = await hear('circular', [prose]);
    expect(text).toBe(prose);
    expect(result.gaps).toEqual(['Datum']);
  });
});

describe('summary of a Rundschreiben', () => {
  const fields = [
    'Absender',
    'Aktenzeichen',
    'Datum',
    'Betreff',
    'Ersetzt oder ändert',
    'Betroffene',
    'Kernaussagen',
  ];

  it('has its values without bullets, empty fields as "nicht angegeben", and the fields that the model left out', async () => {
    const lines = fields.map(
      (name) => `## ${name}\n${name === 'Datum' ? '- 23.11.2026\n  > 23.11.2026' : ''}`,
    );
    const { text, statements } = await hear('circular', [lines.join('\n')]);
    expect(text).toContain('## Az.\n\nnicht angegeben\n\n## Datum\n\n23.11.2026\n\n## Betreff');
    expect(text.match(/^## .*$/gmu)).toEqual(
      'Absender,Az.,Datum,Betreff,Ersetzt/ändert,Betroffene,Kernaussagen,Fristen,Handlungsbedarf,Zuständigkeit,Rechtsgrundlagen,Anlagen,Offene Fragen'
        .split(',')
        .map((name) => `## ${name}`),
    );
    expect(
      statements.map(({ evidence }) => evidence.state).filter((state) => state === 'absent'),
    ).toHaveLength(12);
  });

  it('adds no fields to a text that was asked for something else', async () => {
    const { text } = await hear('circular', ['## Fristen\n- Bald.']);
    expect(text).toBe('## Fristen\n\n- Bald.');
    const hearing = summaryHearing('circular', proofsFor(letter), true);
    hearing.hear(fields.map((name) => `## ${name}\n- nicht angegeben\n`).join(''));
    expect((await hearing.end()).result.text).not.toContain('Offene Fragen');
  });

  it('takes "nicht angegeben" in any dress', async () => {
    const { states, text } = await hear('circular', [
      '**Absender:** nicht angegeben\n## Az.\n- *Nicht angegeben.*\n  > nicht angegeben\n## Datum\n*Keine Angaben*\n',
    ]);
    expect(states).toEqual(['absent', 'absent', 'absent']);
    expect(text).toBe(
      '## Absender\n\nnicht angegeben\n\n## Az.\n\nnicht angegeben\n\n## Datum\n\nnicht angegeben',
    );
  });
});

describe('proofs of a mail', () => {
  const mail: Reading = {
    kind: 'mail',
    subject: 'Neue Vordrucke',
    from: { name: 'Eva Adler', email: 'adler@kreis.example' },
    to: [],
    cc: [],
    date: new Date('2026-11-23T23:30:00Z'),
    newest: 'Bitte antworten Sie binnen zwei Wochen.',
    notices: '',
    thread: 'Früher galt das alte Muster.',
    attachments: [{ name: 'plan.pdf', text: 'Der Ablaufplan sieht drei Schritte vor.' }],
  };

  it('reach from its head to its files, and count from the day it was sent in Germany', async () => {
    const passages = [
      'Von: Eva Adler (adler@kreis.example)',
      'Datum: 24.11.2026',
      'Betreff: Neue Vordrucke',
      'Bitte antworten Sie binnen zwei Wochen.',
      'Früher galt das alte Muster.',
      'Der Ablaufplan sieht drei Schritte vor.',
    ];
    const { states, result } = await hear(
      'key-points',
      [passages.map((one) => `- Aussage\n  > ${one}\n`).join('')],
      mail,
    );
    expect(states).toEqual(passages.map(() => 'proven'));
    expect(result.summary?.dueDates).toEqual([]);
    const due = (await hear('key-points', ['- Antwort binnen zwei Wochen\n  > binnen zwei Wochen'], mail))
      .result.summary?.dueDates;
    expect(due).toMatchObject([{ date: '2026-12-08' }]);
  });
});
