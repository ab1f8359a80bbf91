import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { OpenedFile } from '../../../contract/documents.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { Block } from '../../../contract/rich.ts';
import { markdownToBlocks } from '../../documents/markdown.ts';
import { textToBlocks } from '../../documents/plain-text.ts';
import { type Cut, cutSections } from './cut.ts';

type Opened<Kind> = Extract<OpenedFile, { kind: Kind }>;
const documentOf = (blocks: Block[], others: Partial<Opened<'document'>> = {}): OpenedFile => ({
  ...{ kind: 'document', version: CONTRACT_VERSION, title: 'x', blocks, notices: [] },
  ...others,
});
const markdown = (text: string) => cutSections(documentOf(markdownToBlocks(text).blocks), 'Ordner/Datei.md');
const plain = (text: string) => cutSections(documentOf(textToBlocks(text)), 'Datei.txt');
const outline = ({ sections }: Cut) => sections.map(({ path, text }) => [...path, text]);
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text, marks: [] }] });
const sentence = (words: number, at: number | string = 0) => `Satz ${at} ${'Wort '.repeat(words)}endet.`;
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

describe('cutSections', () => {
  it('cuts at headings and keeps their way and their numbers', () => {
    const cut = markdown(
      '# Dienstanweisung\n\nVorspann.\n\n## Abschnitt I\n\n### § 1 Zweck\n\nText eins.\n\n### § 2 Umfang\n\nText zwei.\n\n## Abschnitt II\n\nText drei.',
    );
    expect(cut.title).toBe('Dienstanweisung');
    expect(outline(cut)).toEqual([
      ['Vorspann.'],
      ['Abschnitt I', '§ 1 Zweck', 'Text eins.'],
      ['Abschnitt I', '§ 2 Umfang', 'Text zwei.'],
      ['Abschnitt II', 'Text drei.'],
    ]);
  });

  it('knows the order of the parts of a law where the levels end', () => {
    const cut = markdown(
      '#### Zweiter Abschnitt - Verfahren\n\n##### Titel 1\n\n###### § 9 Antrag\n\na\n\n###### § 10 Frist\n\nb\n\n##### Titel 2\n\nc\n\n#### Anlage 1\n\nd',
    );
    const above = 'Zweiter Abschnitt - Verfahren';
    expect(outline(cut)).toEqual([
      [above, 'Titel 1', '§ 9 Antrag', 'a'],
      [above, 'Titel 1', '§ 10 Frist', 'b'],
      [above, 'Titel 2', 'c'],
      ['Anlage 1', 'd'],
    ]);
  });

  it('takes the title from the heading of the whole only', () => {
    expect(markdown('# Kapitel A\n\nText.\n\n# Kapitel B\n\nText.')).toMatchObject({
      title: 'Datei',
      sections: [{ path: ['Kapitel A'] }, { path: ['Kapitel B'] }],
    });
    expect(markdown('# Handbuch\n\n# 1 Anfang\n\nText.\n\n# 2 Ende\n\nText.').title).toBe('Handbuch');
    expect(markdown('# Satzung\n\nText.\n\n# Anlage 1\n\nText.').title).toBe('Satzung');
    expect(markdown('## Nur unten\n\nText.').title).toBe('Datei');
  });

  it('makes a section of a heading only where nothing below it has text', () => {
    const cut = markdown('# T\n\n## A\n\n### A.1\n\n### A.2\n\nText.\n\n## § 7 (weggefallen)\n\n-\n\n## C');
    expect(outline(cut)).toEqual([
      ['A', 'A.1', 'A.1'],
      ['A', 'A.2', 'Text.'],
      ['§ 7 (weggefallen)', '§ 7 (weggefallen)'],
      ['C', 'C'],
    ]);
    expect(outline(markdown('# Nur ein Titel'))).toEqual([['Nur ein Titel']]);
    expect(markdown('---\n\n- ').sections).toEqual([]);
  });

  it('never joins across headings, and joins small paragraphs below one', () => {
    expect(outline(markdown('## A\n\na\n\nb\n\nc\n\n## B\n\nd'))).toEqual([
      ['A', 'a\n\nb\n\nc'],
      ['B', 'd'],
    ]);
  });

  it('finds headings of a flat text by their numbers', () => {
    const cut = plain(
      'Satzung der Gemeinde\n\n§ 1\nGeltungsbereich\n\n(1) Diese Satzung gilt nach § 5 Abs. 2 GemO.\n\n§ 2 Begriffe\nEin Absatz darunter.\n§ 3 Abs. 1 BRKG\n\n5.1 Höhe der Pauschale\n\nSie beträgt 30 Euro.\n\nArtikel 3\n\nText.\n\nAbschnitt II\n\nMehr.',
    );
    expect(outline(cut)).toEqual([
      ['Satzung der Gemeinde'],
      ['§ 1 Geltungsbereich', '(1) Diese Satzung gilt nach § 5 Abs. 2 GemO.'],
      ['§ 2 Begriffe', 'Ein Absatz darunter.\n§ 3 Abs. 1 BRKG'],
      ['§ 2 Begriffe', '5.1 Höhe der Pauschale', 'Sie beträgt 30 Euro.'],
      ['Artikel 3', 'Text.'],
      ['Abschnitt II', 'Mehr.'],
    ]);
  });

  it('takes numbers alone for headings only in their order and with text below', () => {
    const cut = plain(
      '1. Anlass\n\nDie Lage ist bekannt.\n\n2. Entscheidung\n\nSo wird es gemacht.\n\n1. Januar 2027\n\n7. Nicht an der Reihe\n\nEnde.',
    );
    expect(cut.sections.map(({ path }) => path)).toEqual([['1. Anlass'], ['2. Entscheidung']]);
    const list = plain('Bitte beachten Sie.\n\n1. Antrag stellen\n\n2. Antrag prüfen\n\n3. Bescheid');
    expect(list.sections.map(({ path }) => path)).toEqual([[]]);
  });

  it('finds lines in bold where there is no other structure', () => {
    const bold = (text: string): Block => ({ type: 'paragraph', runs: [{ text, marks: ['bold'] }] });
    const numbered: Block = { type: 'list', ordered: true, start: 2, items: [[bold('Verfahren')]] };
    const blocks = [
      bold('1. Zweck'),
      paragraph('a.'),
      numbered,
      paragraph('b.'),
      bold('Hinweis'),
      paragraph('c.'),
    ];
    expect(outline(cutSections(documentOf(blocks), 'x.docx'))).toEqual([
      ['1. Zweck', 'a.'],
      ['2. Verfahren', 'b.'],
      ['2. Verfahren', 'Hinweis', 'c.'],
    ]);
    const headed: Block = { type: 'heading', level: 2, runs: [{ text: 'Kapitel', marks: [] }] };
    expect(outline(cutSections(documentOf([headed, bold('Hinweis'), paragraph('c.')]), 'x'))).toEqual([
      ['Kapitel', '**Hinweis**\n\nc.'],
    ]);
  });

  it('reads # in a text that is no Markdown, and labels above their text', () => {
    const body = sentence(30);
    expect(plain(`# Titel\n\n## Teil A\n\n${body}`).sections.map(({ path }) => path)).toEqual([
      ['Titel', 'Teil A'],
    ]);
    expect(
      plain(`Sachverhalt:\n\n${body}\n\nMusterweg 1\n66869 Kusel`).sections.map(({ path }) => path),
    ).toEqual([['Sachverhalt:']]);
  });

  it('cuts long text between paragraphs, else between sentences, and never inside of one', () => {
    const sentences = Array.from({ length: 60 }, (_, at) => sentence(20, at));
    const cut = markdown(`## A\n\n${sentences.slice(0, 30).join(' ')}\n\n${sentences.slice(30).join(' ')}`);
    expect(cut.sections.length).toBeGreaterThan(3);
    for (const { text, path } of cut.sections) {
      expect([text.length <= 1_800, path]).toEqual([true, ['A']]);
      expect(text).toMatch(/^Satz \d+ .*endet\.$/s);
    }
    expect(letters(cut.sections.map(({ text }) => text).join(''))).toBe(letters(sentences.join('')));
  });

  it('keeps a sentence whole up to 8,000 characters, and cuts a longer one at a blank', () => {
    const whole = cutSections(documentOf([paragraph(`Kurz. ${sentence(1_000)} Ende.`)]), 'x').sections;
    expect(whole.map(({ text }) => text)).toContain(sentence(1_000));
    const endless = cutSections(documentOf([paragraph(sentence(4_000))]), 'x').sections;
    expect(endless.every(({ text }) => text.length <= 8_000 && /(?:Wort|endet\.)$/.test(text))).toBe(true);
    expect(letters(endless.map(({ text }) => text).join(''))).toBe(letters(sentence(4_000)));
    const signs = cutSections(documentOf([paragraph('😀'.repeat(20_000))]), 'x').sections;
    expect(signs.every(({ text }) => text.isWellFormed())).toBe(true);
  });

  it('keeps the introduction of a list with its first items, and the numbers of the others', () => {
    const items = Array.from({ length: 12 }, (_, at) => `${at + 3}. ${sentence(50, at)}`).join('\n');
    const cut = markdown(`## A\n\n${sentence(300)} Erstattet wird, wenn:\n\n${items}`);
    const [first = '', second = '', third = ''] = cut.sections.map(({ text }) => text);
    expect(first).toBe(sentence(300));
    expect(second).toMatch(/^Erstattet wird, wenn:\n\n3\. Satz 0 /);
    expect(third).toMatch(/^\d+\. Satz/);
    expect(cut.sections.every(({ text }) => text.length <= 1_800)).toBe(true);
  });

  it('cuts an item that is too long for a section', () => {
    const text = Array.from({ length: 12 }, (_, at) => sentence(40, at)).join(' ');
    const cut = markdown(`- ${text}\n\n  - innen ${text}\n- kurz`);
    expect(cut.sections[0]?.text).toMatch(/^- Satz 0/);
    expect(cut.sections.every(({ text: part }) => part.length <= 1_800)).toBe(true);
    expect(letters(cut.sections.map((section) => section.text).join(''))).toBe(
      letters(`${text}innen${text}kurz`),
    );
  });

  it('repeats the header of a table in each of its parts', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `| Gerät ${at} | ${'gut '.repeat(10)}${at} € |`);
    const cut = markdown(`Preise\n\n| Was | Wie |\n| --- | --- |\n${rows.join('\n')}`);
    expect(cut.sections.length).toBeGreaterThan(1);
    for (const { text, path } of cut.sections) {
      expect(path).toEqual(['Preise']);
      expect(text).toMatch(/^\| Was \| Wie \|\n\| --- \| --- \|\n\| Gerät /);
      expect(text.length).toBeLessThanOrEqual(1_800);
      expect(text.length).toBeGreaterThan(300);
    }
    expect(cut.sections.flatMap(({ text }) => text.match(/Gerät \d+/g))).toHaveLength(60);
  });

  it('writes a row that is too long cell by cell', () => {
    const long = Array.from({ length: 20 }, (_, at) => sentence(30, at)).join(' ');
    const cut = markdown(`| Schritt | Erläuterung |\n| --- | --- |\n| eins | ${long} |\n| zwei | kurz |`);
    expect(cut.sections[0]?.text).toMatch(/^Schritt: eins\n\nErläuterung: Satz 0/);
    expect(cut.sections.every(({ text }) => text.length <= 1_800)).toBe(true);
    expect(cut.sections.at(-1)?.text).toContain('| Schritt | Erläuterung |\n| --- | --- |\n| zwei | kurz |');
  });

  it('tells the pages of each section', () => {
    const heading: Block = { type: 'heading', level: 2, runs: [{ text: 'B', marks: [] }] };
    const blocks = [paragraph('a'), paragraph('b'), heading, paragraph('c')];
    const pages = {
      count: 4,
      blocks: [
        [1, 1],
        [1, 2],
        [3, 3],
        [3, 4],
      ] as [number, number][],
    };
    const cut = cutSections(documentOf(blocks, { pages }), 'x.pdf');
    expect(cut.pages).toBe(4);
    expect(cut.sections.map((section) => section.pages)).toEqual([
      { first: 1, last: 2 },
      { first: 3, last: 4 },
    ]);
    expect(markdown('Text').sections[0]?.pages).toBeNull();
  });

  it('reads a mail with its subject as the title and its quotation as text', () => {
    const file: OpenedFile = {
      ...{ kind: 'mail', version: CONTRACT_VERSION, subject: ' AW: Carport ', to: [], cc: [] },
      from: { name: 'Eva Muster', email: 'eva@example.de' },
      ...{ date: '2026-11-20T23:27:05.000Z', attachments: [], notices: [] },
      blocks: [paragraph('Guten Tag'), { type: 'quote', blocks: [paragraph('alt')] }],
    };
    expect(cutSections(file, 'x.eml')).toEqual({
      title: 'AW: Carport',
      sections: [
        {
          path: [],
          text: 'Von: Eva Muster <eva@example.de>\nDatum: 21.11.2026\n\nGuten Tag\n\n> alt',
          pages: null,
        },
      ],
      pages: null,
      addresses: [],
    });
    expect(cutSections({ ...file, subject: '' }, 'a/Mail von Eva.eml').title).toBe('Mail von Eva');
  });

  it('tells the addresses that stand in the text, each once', () => {
    const cut = markdown(
      'Siehe https://a.example/x?y=1, (https://b.example/z_(1)) und http://c.example/.\n\n| a |\n| --- |\n| https://a.example/x?y=1 |\n\nftp://d.example https://',
    );
    expect(cut.addresses).toEqual([
      'https://a.example/x?y=1',
      'https://b.example/z_(1)',
      'http://c.example/',
    ]);
    const many = Array.from({ length: 300 }, (_, at) => `https://a.example/${at}`).join(' ');
    expect(plain(many).addresses).toHaveLength(200);
  });
});

const laws = new URL('../../../../shared/data/gesetze/', import.meta.url);
// The laws lie outside of the project.
(existsSync(laws) ? describe : describe.skip)('the laws', () => {
  it.each(existsSync(laws) ? readdirSync(laws) : [])(
    '%s: every paragraph is a section or several',
    (name) => {
      const source = readFileSync(new URL(name, laws), 'utf8');
      const { sections, title } = markdown(source);
      const headings = [...source.matchAll(/^#{2,6} (§.*)$/gm)].map(([, text = '']) =>
        text.replace(/\s+/g, ' ').trim(),
      );
      const runs = sections
        .map(({ path }) => path.at(-1) ?? '')
        .filter((own, at, all) => own !== all[at - 1]);
      expect(runs.filter((own) => own.startsWith('§'))).toEqual(
        headings.filter((own, at) => own !== headings[at - 1]),
      );
      expect(sections.every(({ text }) => text.length <= 1_800)).toBe(true);
      expect(title).not.toBe('Datei');
    },
  );
});
