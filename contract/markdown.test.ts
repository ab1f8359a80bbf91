import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from './markdown.ts';
import type { Block, Mark, Run } from './rich.ts';

const text = (words: string, ...marks: Mark[]): Run => ({ text: words, marks });
const paragraph = (...runs: Run[]): Block => ({ type: 'paragraph', runs });
const said = (words: string) => toMarkdown([paragraph(text(words))]);

const letter: Block[] = [
  { type: 'heading', level: 2, runs: [text('Fristen')] },
  paragraph(text('Bis '), text('zum 4. Dezember', 'bold'), text(' 2026\nbei uns')),
  {
    type: 'list',
    ordered: true,
    start: 3,
    items: [
      [
        paragraph(text('drei')),
        { type: 'list', ordered: false, start: 1, items: [[paragraph(text('Punkt'))]] },
      ],
      [paragraph(text('vier')), paragraph(text('noch vier'))],
    ],
  },
  {
    type: 'table',
    header: true,
    rows: [
      [[text('Was', 'bold')], [text('Euro', 'bold')]],
      [[text('A|B\nC')], [text('1,00')]],
      [[text('D')]],
    ],
  },
  { type: 'quote', blocks: [paragraph(text('alt')), { type: 'quote', blocks: [paragraph(text('älter'))] }] },
  { type: 'rule' },
];

describe('toMarkdown', () => {
  it('writes headings, marks, lists, tables, quotes and rules', () => {
    expect(toMarkdown(letter)).toBe(
      [
        '## Fristen',
        '',
        'Bis **zum 4. Dezember** 2026',
        'bei uns',
        '',
        '3. drei',
        '   - Punkt',
        '4. vier',
        '',
        '   noch vier',
        '',
        '| Was | Euro |',
        '| --- | --- |',
        '| A\\|B C | 1,00 |',
        '| D |  |',
        '',
        '> alt',
        '>',
        '> > älter',
        '',
        '---',
      ].join('\n'),
    );
  });

  it('gives a table without a header an empty one', () => {
    const rows = [[[text('1')], [text('2')]]];
    expect(toMarkdown([{ type: 'table', header: false, rows }])).toBe('|  |  |\n| --- | --- |\n| 1 | 2 |');
  });

  it('puts signs at the words, not at the spaces or across lines', () => {
    expect(toMarkdown([paragraph(text('a '), text(' fett \nweiter ', 'bold'), text('b'))])).toBe(
      'a  **fett** \n**weiter** b',
    );
  });

  it('joins neighbours with the same marks', () => {
    expect(toMarkdown([paragraph(text('a', 'bold'), text('b', 'bold', 'underline'))])).toBe('**ab**');
  });

  it('combines marks', () => {
    expect(toMarkdown([paragraph(text('a', 'bold', 'italic'), text('b', 'strike'))])).toBe('***a***~~b~~');
  });

  it.each([
    ['# kein Titel', '\\# kein Titel'],
    ['- kein Punkt', '\\- kein Punkt'],
    ['1. Januar 2027', '1\\. Januar 2027'],
    ['> kein Zitat', '\\> kein Zitat'],
    ['---', '\\---'],
    ['[Text](Adresse)', '[Text\\](Adresse)'],
    ['ein <script> im Text', 'ein \\<script> im Text'],
    ['Bürger*innen und Mitarbeiter*innen', 'Bürger\\*innen und Mitarbeiter\\*innen'],
    ['_betont_', '\\_betont\\_'],
    ['&amp; als Text', '\\&amp; als Text'],
  ])('escapes what would be formatting: %s', (words, escaped) => {
    expect(said(words)).toBe(escaped);
  });

  it.each([
    'Bürger*innen',
    '5 * 3 = 15',
    'Az. 12_34_56, § 3 Abs. 2 Nr. 1',
    'Erika Muster <e.muster@example.de>',
    '[[Bitte ergänzen: Datum]]',
    '-----Ursprüngliche Nachricht-----',
    '+49 6381 555',
    'Ort, Datum: ____________',
    'Name:____',
    'A & B, 3 < 4',
    'am 1. Januar 2027',
  ])('leaves alone what is none: %s', (words) => {
    expect(said(words)).toBe(words);
  });

  it('leaves out what is empty', () => {
    expect(toMarkdown([paragraph(text(' ')), { type: 'heading', level: 1, runs: [] }])).toBe('');
  });
});
