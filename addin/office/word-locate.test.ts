import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fakeWord } from './testing/fake-word.ts';
import { paragraphOf } from './testing/word-model.ts';
import { locate, locateAll } from './word-locate.ts';

async function located(text: string, start: number, end: number, raw = text): Promise<string | null> {
  const { run } = fakeWord([paragraphOf('davor'), paragraphOf(text)]);
  return run(async (context) => {
    const paragraph = context.document.body.paragraphs.getLast();
    const range = await locate(context, paragraph, raw, start, end);
    if (range === null) return null;
    const before = paragraph.getRange('Start').expandTo(range.getRange('Start'));
    range.load('text');
    before.load('text');
    await context.sync();
    return `${before.text}[${range.text}]`;
  });
}

describe('a place in a paragraph', () => {
  it.each([
    ['a word among equal ones', 'ab ab ab', 3, 5, 'ab [ab]'],
    ['within equal letters', 'aaaa', 1, 3, 'a[aa]'],
    ['between two characters', 'ab', 1, 1, 'a[]'],
    ['at the start', 'ab', 0, 0, '[]'],
    ['at the end', 'ab', 2, 2, 'ab[]'],
    ['of an empty paragraph', '', 0, 0, '[]'],
    ['behind a note', 'a\u0002b', 2, 3, 'a\u0002[b]'],
    ['over a note', 'a b\u0002c d', 2, 5, 'a [b\u0002c]'],
    ['a pair of surrogates', 'x😀😀y', 3, 5, 'x😀[😀]'],
  ])('%s', async (_name, text, start, end, expected) => {
    expect(await located(text, start, end)).toBe(expected);
  });

  it('of any length', async () => {
    const text = `vor ${'a^ '.repeat(300)}nach`;
    expect(await located(text, 4, text.length - 5)).toBe(`vor [${text.slice(4, -5)}]`);
  });

  it.each([
    ['the text is another', 'ab cd', 3, 5, 'xb cd'],
    ['it is not there', 'ab', 0, 2, 'cd'],
    ['it stands between two signs', '\u0002\u0002', 1, 1, '\u0002\u0002'],
  ])('is not given where %s', async (_name, text, start, end, raw) => {
    expect(await located(text, start, end, raw)).toBeNull();
  });

  it('is never another one', async () => {
    const texts = fc.array(fc.constantFrom('a', 'b', ' ', '"', '„', '\u00A0', '^', '\t', '\v', '\u0002'), {
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(texts, fc.nat(30), fc.nat(30), async (letters, one, other) => {
        const text = letters.join('');
        const [start, end] = [Math.min(one, other, text.length), Math.min(Math.max(one, other), text.length)];
        const found = await located(text, start, end);
        if (found !== null) expect(found).toBe(`${text.slice(0, start)}[${text.slice(start, end)}]`);
        else expect(text).toContain('\u0002');
      }),
      { numRuns: 200 },
    );
  });

  it('is found together with many others, with few requests', async () => {
    const text = Array.from({ length: 200 }, (_, index) => `Wort${index % 7}`).join(' ');
    const word = fakeWord([paragraphOf(text)]);
    const ranges = await word.run(async (context) => {
      const paragraph = context.document.body.paragraphs.getFirst();
      const places = Array.from({ length: 200 }, (_, index) => ({
        paragraph,
        raw: text,
        start: index * 6,
        end: index * 6 + 5,
      }));
      return locateAll(context, places);
    });
    expect(ranges.filter((range) => range === null)).toEqual([]);
    expect(word.syncs()).toBeLessThan(12);
  });
});
