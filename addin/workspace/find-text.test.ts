import { getSchema } from '@tiptap/core';
import { describe, expect, it } from '@jest/globals';
import type { Block } from '../../contract/rich.ts';
import { blocksToDoc } from './blocks-to-doc.ts';
import { paperExtensions } from './document-schema.ts';
import { findText } from './find-text.ts';
import { list, paragraph, run } from './testing/blocks.ts';

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
