import { getSchema } from '@tiptap/core';
import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import { paperExtensions } from './document-schema.ts';
import { findText } from './find-text.ts';
import { heading, list, paragraph, run } from './testing/blocks.ts';

const schema = getSchema(paperExtensions());

function found(text: string, ...blocks: Block[]): string | null {
  const doc = schema.nodeFromJSON(blocksToDoc(blocks));
  const range = findText(doc, text);
  return range && doc.textBetween(range.from, range.to, '|', '/');
}

describe('findText', () => {
  it('finds a text across changes of formatting', () => {
    expect(
      found('[[Bitte ergänzen: Datum]]', paragraph('am [[Bitte ', run('ergänzen', 'bold'), ': Datum]]')),
    ).toBe('[[Bitte ergänzen: Datum]]');
  });

  it('finds a quotation across line breaks, paragraphs and other white space', () => {
    expect(found('Frist bis  Freitag', paragraph('Die Frist\nbis'), paragraph('Freitag.'))).toBe(
      'Frist/bis|Freitag',
    );
    expect(found('eins zwei', list('eins', 'zwei'))).toBe('eins|zwei');
    expect(found(' Frist ', paragraph('Die Frist\u00a0läuft'))).toBe('Frist');
  });

  it('finds a long passage of Markdown over several paragraphs, whatever its signs', () => {
    const passage = [
      '## Fristen und „Zuständigkeit“',
      '',
      'Anträge sind **bis zum 15.12.2026** einzu­reichen – siehe *Merkblatt*.',
      '',
      '1. Der Antrag (Vordruck 3)',
      '2. Der Nachweis\\_Blatt',
      '',
      '| Amt | Frist |',
      '|---|---|',
      `| Bauamt | ${'zwei Wochen und '.repeat(20)}mehr |`,
    ].join('\n');
    const text = found(
      passage,
      paragraph('Vorwort'),
      heading(2, 'Fristen und "Zuständigkeit"'),
      paragraph('Anträge sind ', run('bis zum 15.12.2026', 'bold'), ' einzureichen - siehe Merkblatt.'),
      {
        type: 'list',
        ordered: true,
        start: 1,
        items: [[paragraph('Der Antrag (Vordruck 3)')], [paragraph('Der Nachweis_Blatt')]],
      },
      {
        type: 'table',
        header: true,
        rows: [
          [[run('Amt')], [run('Frist')]],
          [[run('Bauamt')], [run(`${'zwei Wochen und '.repeat(20)}mehr`)]],
        ],
      },
      paragraph('Ende'),
    );
    expect(text).toMatch(/^Fristen und "Zust/);
    expect(text).toMatch(/und mehr$/);
  });

  it('finds letters that are put together in another way', () => {
    expect(found('für die Behörde', paragraph('Sie ist fu\u0308r die Beho\u0308rde da.'))).toBe(
      'fu\u0308r die Beho\u0308rde'.normalize('NFD'),
    );
  });

  it('does not take a few letters for a passage', () => {
    expect(found('§ 37', paragraph('Das sind 37 Anträge.'))).toBeNull();
  });

  it('looks only in the part that it is told', () => {
    const doc = schema.nodeFromJSON(blocksToDoc([paragraph('hier und hier')]));
    expect(findText(doc, 'hier', { from: 5, to: 14 })).toEqual({ from: 10, to: 14 });
  });

  it('counts signs outside the basic plane as the document does', () => {
    expect(found('Ende', paragraph('😀😀 Ende'))).toBe('Ende');
  });

  it('takes the first of several', () => {
    const doc = schema.nodeFromJSON(blocksToDoc([paragraph('hier und hier')]));
    expect(findText(doc, 'hier')).toEqual({ from: 1, to: 5 });
  });

  it('finds neither nothing nor what is not there', () => {
    expect(found('fehlt', paragraph('da'))).toBeNull();
    expect(found('  ', paragraph('da'))).toBeNull();
  });
});
