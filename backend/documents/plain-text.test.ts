import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import { csvToBlocks } from './csv.ts';
import { decodeText } from './encoding.ts';
import { DocumentError } from './errors.ts';
import { textToBlocks } from './plain-text.ts';

const shown = (text: string) => toMarkdown(textToBlocks(text));

describe('textToBlocks', () => {
  it('keeps the lines of an address and joins those that were broken at the edge', () => {
    const address =
      'Kreisverwaltung Kusel\nAbteilung Soziales und Jugendhilfe\nTrierer Straße 49\n66869 Kusel';
    const broken =
      'Dies ist ein längerer Absatz, den ein Programm am Rand umbrochen hat, so\ndass jede Zeile beinahe gleich lang ist und das nächste Wort nicht mehr in\ndie Zeile passte.';
    expect(shown(`${address}\r\n\r\n${broken}`)).toBe(`${address}\n\n${broken.replaceAll('\n', ' ')}`);
  });

  it('reads lists, with items of several lines', () => {
    expect(shown('Es gilt:\n- erstens\n  und weiter\n* zweitens\n\n3. drei\n4. vier')).toBe(
      'Es gilt:\n\n- erstens\n  und weiter\n- zweitens\n\n3. drei\n4. vier',
    );
  });

  it('does not take a date for a list', () => {
    expect(textToBlocks('1. Januar 2027\nNeujahr')).toEqual([
      { type: 'paragraph', runs: [{ text: '1. Januar 2027\nNeujahr', marks: [] }] },
    ]);
  });

  it('reads rows with tabs as tables, but not a label with its value', () => {
    expect(shown('Was\tWer\nPlan\t\nBau\tAmt')).toBe(
      '| Was | Wer |\n| --- | --- |\n| Plan |  |\n| Bau | Amt |',
    );
    expect(shown('Datum:\t1.12.2026')).toBe('Datum: 1.12.2026');
    expect(textToBlocks('Jahr\t2026\nBetrag\t5')).toMatchObject([{ type: 'table', header: false }]);
  });

  it('reads quoted lines as quotes in quotes', () => {
    expect(shown('neu\n> alt\n>\n> > älter\n> alt 2')).toBe('neu\n\n> alt\n>\n> > älter\n>\n> alt 2');
  });

  it('comes to an end with input that is made to be slow', () => {
    for (const part of ['>', '- a\n', '1. x\n', 'a\tb\n', '\t', ' \n', '> > > x\n', '- ']) {
      expect(() => textToBlocks(part.repeat(50_000))).not.toThrow();
    }
  });

  const paper = new URL('../../../shared/data/texts/sitzungsvorlage-ki-verbund.txt', import.meta.url);
  // The paper lies outside of the project.
  (existsSync(paper) ? it : it.skip)('reads the council paper with its tables and its list', () => {
    const { text, guessed } = decodeText(readFileSync(paper));
    const blocks = textToBlocks(text);
    const tables = blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
    const cells = tables.map(({ rows }) =>
      rows.map((row) => row.map((runs) => runs.map((run) => run.text).join(''))),
    );
    expect(guessed).toBe(false);
    expect(tables.every(({ header }) => header)).toBe(true);
    expect(cells).toEqual([
      [
        ['Fachbereich', 'AZ', 'Bearbeiter'],
        ['FB 1 - Büroleitung und Zentrale Dienste', '', 'Administrator'],
      ],
      [
        ['Beschlussgremium', 'Datum', 'Status'],
        ['Hauptausschuss', '29.04.2026', 'öffentlich'],
      ],
      [
        ['Kosten', 'IKZ-Verbund'],
        ['KI-Plattform (Lizenzen, Installation, Schulung) 2 Jahre', '314.065,00 €'],
        ['Summe', '314.065,00 €'],
        ['IKZ-Förderung', '314.065,00 €'],
        ['Eigenanteil', '0,00 €'],
      ],
    ]);
    expect(blocks.find((block) => block.type === 'list')).toMatchObject({ items: { length: 4 } });
  });
});

describe('csvToBlocks', () => {
  it('reads values parted by semicolons, in quotation marks where they need them', () => {
    const blocks = csvToBlocks('Name;Betrag\r\n"Bau;amt";"1 ""rund"" 2"\r\n"zwei\nZeilen";3\r\n');
    expect(blocks).toEqual([
      {
        type: 'table',
        header: true,
        rows: [
          ['Name', 'Betrag'],
          ['Bau;amt', '1 "rund" 2'],
          ['zwei\nZeilen', '3'],
        ].map((row) => row.map((text) => [{ text, marks: [] }])),
      },
    ]);
  });

  it('is no table with a single column', () => {
    expect(csvToBlocks('a\nb\n')).toBeNull();
  });
});

describe('decodeText', () => {
  const bytes = (text: string, encoding: BufferEncoding) => Buffer.from(text, encoding);
  const words = 'Grüße aus Kusel – 5 €';

  it.each([
    ['UTF-8', bytes(words, 'utf8'), false],
    ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes(words, 'utf8')]), false],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), bytes(words, 'utf16le')]), false],
    [
      'UTF-16 BE with a mark',
      Buffer.concat([Buffer.from([0xfe, 0xff]), bytes(words, 'utf16le').swap16()]),
      false,
    ],
    ['UTF-16 LE without a mark', bytes(words, 'utf16le'), true],
    ['Windows-1252', Buffer.from(words.replace('–', '\x96').replace('€', '\x80'), 'latin1'), true],
  ])('%s', (_, encoded, guessed) => {
    expect(decodeText(encoded)).toEqual({ text: words, guessed });
  });

  it('refuses what is no text', () => {
    const picture = Buffer.from([
      0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 2, 3, 4, 5, 6, 7, 8,
    ]);
    expect(() => decodeText(picture)).toThrow(new DocumentError('file_unsupported'));
    expect(() => decodeText(Buffer.from(Array.from({ length: 200 }, (_, at) => at + 1)))).toThrow(
      DocumentError,
    );
  });
});
