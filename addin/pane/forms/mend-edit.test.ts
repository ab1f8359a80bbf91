import { describe, expect, it } from '@jest/globals';
import { applyEdits } from '../../changes/apply.ts';
import { editOf } from './mend-edit.ts';

const lines = ['Betreff: Antrag.', 'Sehr geehrte Frau Weber', 'Text z.B. so.'].map((text) => ({
  text,
  fixed: 0,
}));
const text = lines.map((line) => line.text).join('\n');
const mended = (mend: Parameters<typeof editOf>[0]) => {
  const edit = editOf(mend, lines);
  return edit && applyEdits(text, [edit]);
};

describe('a mend', () => {
  it('replaces the words in their place', () => {
    expect(mended({ kind: 'replace', find: 'z.B.', text: 'z. B.' })).toBe(
      'Betreff: Antrag.\nSehr geehrte Frau Weber\nText z. B. so.',
    );
  });

  it('adds a paragraph behind the one it belongs to, and at the end', () => {
    expect(mended({ kind: 'insert', after: 'geehrte Frau', text: 'Neu' })).toBe(
      'Betreff: Antrag.\nSehr geehrte Frau Weber\nNeu\nText z.B. so.',
    );
    expect(mended({ kind: 'insert', after: null, text: 'i. A.' })).toBe(`${text}\ni. A.`);
  });

  it('comes without signs of Markdown', () => {
    expect(
      mended({ kind: 'insert', after: null, text: '\n## Anlass\n\n**[[Bitte ergänzen: Anlass]]**' }),
    ).toBe(`${text}\nAnlass\n[[Bitte ergänzen: Anlass]]`);
  });

  it('is none where its place is not the only one', () => {
    const twice = ['Name: Huber', 'Text', 'Huber'].map((one) => ({ text: one, fixed: 0 }));
    expect(editOf({ kind: 'replace', find: 'Huber', text: 'i. A. Huber' }, twice)).toBeNull();
  });

  it('is none where the place is gone', () => {
    expect(mended({ kind: 'replace', find: 'd.h.', text: 'd. h.' })).toBeNull();
    expect(mended({ kind: 'insert', after: 'Guten Tag', text: 'x' })).toBeNull();
  });
});
