import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { editPlain, linesOfPlain } from './outlook-plain.ts';

const textOf = (text: string) =>
  linesOfPlain(text)
    .map((line) => line.text)
    .join('\n');

describe('a plain text draft', () => {
  it('has paragraphs between empty lines', () => {
    expect(textOf('\r\nGuten Tag, \r\n Frau Weber\r\n \r\n\r\nDanke.\r\n')).toBe(
      'Guten Tag,\vFrau Weber\nDanke.',
    );
  });

  it('changes only the words that are to be changed', () => {
    const text = 'Guten Tag,\r\n\r\nsehr gern.\r\n-- \r\nKlein';
    expect(editPlain(text, [{ start: 11, end: 20, text: 'gerne' }])).toBe(text.replace('sehr gern', 'gerne'));
    expect(editPlain(text, [{ start: 10, end: 10, text: '\nNeu\vund' }])).toBe(
      text.replace('Tag,', 'Tag,\r\n\r\nNeu\r\nund'),
    );
    expect(editPlain(text, [{ start: 10, end: 11, text: ' ' }])).toBe(text.replace('\r\n\r\n', ' '));
    expect(editPlain('', [{ start: 0, end: 0, text: 'neu' }])).toBe('neu');
  });

  it('gives exactly the edited text, for any draft and any edits', () => {
    const drafts = fc
      .array(fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '\n\n', 'ü'))
      .map((all) => all.join(''));
    const wishes = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.constantFrom('x', '\n', '\v', 'y\nz', '')));
    fc.assert(
      fc.property(drafts, wishes, (draft, all) => {
        const joined = textOf(draft);
        let from = 0;
        let expected = '';
        let rest = 0;
        const edits = all.flatMap(([gap, length, text]) => {
          const start = Math.min(joined.length, from + gap);
          const end = Math.min(joined.length, start + length);
          if (from > 0 && start === from) return [];
          from = end;
          expected += joined.slice(rest, start) + text;
          rest = end;
          return [{ start, end, text }];
        });
        expected += joined.slice(rest);
        const tidy = (text: string) =>
          textOf(text.replaceAll(/\v/g, '@').replaceAll('\n', '\n\n').replaceAll('@', '\n'));
        expect(textOf(editPlain(draft, edits))).toBe(tidy(expected));
      }),
    );
  });
});
