import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toMarkdown } from '../../contract/markdown.ts';
import { blocksOf } from './word-blocks.ts';
import { passageFinder } from './word-passage.ts';
import type { SearchLine } from './word-passage.ts';

const line = (text: string, mark = ''): SearchLine => ({ text, mark });

/** The text of the stretch that was found, one line a paragraph. */
function found(lines: readonly SearchLine[], passage: string): string | null {
  const stretch = passageFinder(lines)(passage);
  if (stretch === null) return null;
  const { from, to } = stretch;
  return lines
    .slice(from.line, to.line + 1)
    .map(({ text }, index) =>
      text.slice(index === 0 ? from.offset : 0, index === to.line - from.line ? to.offset : undefined),
    )
    .join('\n');
}

const letter = [
  line('Bescheid über die Gebühr'),
  line('Sehr geehrte Frau Groß,'),
  line(''),
  line('die Gebühr beträgt 12,50\u00a0€ (§ 3 Abs. 1 Satz\u00a02). Zahlen Sie bis zum 11.01.2027.'),
  line('Zahlen Sie bis zum 1.01.2027 an die Kasse'),
];

describe('finding a passage', () => {
  it.each([
    ['within a line', 'die Gebühr beträgt', 'die Gebühr beträgt'],
    ['with Markdown signs', '**die** _Gebühr_ beträgt', 'die Gebühr beträgt'],
    ['with other spaces and quotes', '„12,50 €“', '12,50\u00a0€'],
    ['with the signs that stand there too', '(§ 3 Abs. 1 Satz 2).', '(§ 3 Abs. 1 Satz\u00a02).'],
    [
      'over lines',
      '# Bescheid über die Gebühr\n\nSehr geehrte Frau Groß,',
      'Bescheid über die Gebühr\nSehr geehrte Frau Groß,',
    ],
    [
      'from the middle of one to the middle of another',
      'Frau Groß,\n\ndie Gebühr',
      'Frau Groß,\n\ndie Gebühr',
    ],
    ['a whole word before a part of one', '1.01.2027', '1.01.2027'],
    ['a part of a word where there is no other', 'scheid über', 'scheid über'],
  ])('%s', (_, passage, text) => {
    expect(found(letter, passage)).toBe(text);
  });

  it.each(['fehlt', '', ' \n', '***', 'Gebühr beträgt 13'])('finds nothing for "%s"', (passage) => {
    expect(found(letter, passage)).toBeNull();
  });

  it('takes accents and ligatures as one, however they are written', () => {
    const lines = [line('Die Pru\u0308fpflicht be\uFB01ndet')];
    expect(found(lines, 'Prüfpflicht')).toBe('Pru\u0308fpflicht');
    expect(found(lines, 'befindet')).toBe('be\uFB01ndet');
    expect(found([line('Cafe\u0301')], 'Café')).toBe('Cafe\u0301');
  });

  it('finds what the document numbers itself, with the numbers and without', () => {
    const lines = [line('Gebühren', '§ 3'), line('Antrag', '1.'), line('Nachweis', '2.'), line('Ende', '•')];
    expect(found(lines, '§ 3 Gebühren')).toBe('Gebühren');
    expect(found(lines, '1. Antrag\n2. Nachweis')).toBe('Antrag\nNachweis');
    expect(found(lines, '7. Antrag\n8. Nachweis\n- Ende')).toBe('Antrag\nNachweis\nEnde');
    expect(found(lines, 'Antrag Nachweis')).toBe('Antrag\nNachweis');
    expect(found(lines, '§ 3')).toBeNull();
  });

  it('finds a number that is typed by hand, as Markdown protects it', () => {
    expect(found([line('1. Antrag')], '1\\. Antrag')).toBe('1. Antrag');
  });

  it('ends in time for a text that repeats itself', () => {
    const lines = [line('a'.repeat(400_000) + 'b')];
    expect(found(lines, `${'a'.repeat(100_000)}c`)).toBeNull();
    expect(found(lines, `${'a'.repeat(100_000)}b`)).toBe(`${'a'.repeat(100_000)}b`);
  });

  it('finds every run of paragraphs in the Markdown that is made of them', () => {
    const words = fc
      .array(fc.constantFrom('Antrag', 'die', '*', '_x_', '§ 3', 'Öl', '1.', '#', '|', '~~', '(a)'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((all) => `Wort ${all.join(' ')}`);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (texts, one, two) => {
        const [from, to] = [one % texts.length, two % texts.length].sort((a, b) => a - b) as [number, number];
        const passage = toMarkdown(
          blocksOf(
            texts.slice(from, to + 1).map((text) => ({ text, heading: null, list: null, cell: null })),
          ),
        );
        const lettersOf = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
        const hit = found(
          texts.map((text) => line(text)),
          passage,
        );
        expect(lettersOf(hit ?? '')).toBe(lettersOf(passage));
      }),
    );
  });
});
