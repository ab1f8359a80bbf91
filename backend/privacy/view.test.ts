import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { viewOf } from './view.ts';

/** What the source has where the view says a word stands. */
function behind(source: string, word: string): string {
  const view = viewOf(source);
  const start = view.text.indexOf(word);
  expect(start).toBeGreaterThanOrEqual(0);
  const span = view.toSource({ start, end: start + word.length });
  return source.slice(span.start, span.end);
}

describe('viewOf', () => {
  it.each([
    ['decomposed letters', 'Frau Mu\u0308ller', 'Müller', 'Mu\u0308ller'],
    ['a soft hyphen', 'Frau Mül\u00adler kommt', 'Müller', 'Mül\u00adler'],
    ['zero-width characters', 'Frau M\u200bü\u2060ller', 'Müller', 'M\u200bü\u2060ller'],
    ['marks of writing direction', '\u202bFrau Müller\u202c', 'Müller', 'Müller'],
    ['a byte order mark', '\ufeffMüller', 'Müller', 'Müller'],
    ['a hyphen at the end of a line', 'Frau Mül-\nler', 'Müller', 'Mül-\nler'],
    ['a hyphen before an indented line', 'Frau Mül- \r\n   ler', 'Müller', 'Mül- \r\n   ler'],
    ['a name that has its hyphen at the end of a line', 'Lena-\nSophie', 'Lena-Sophie', 'Lena-\nSophie'],
    ['a protected space', 'Frau\u00a0Müller', 'Frau Müller', 'Frau\u00a0Müller'],
    ['full-width figures', 'Tel. ０６３８１', '06381', '０６３８１'],
  ])('reads through %s', (_what, source, word, original) => {
    expect(behind(source, word)).toBe(original);
  });

  it('keeps line ends, and a lone carriage return is one', () => {
    expect(viewOf('a\r\nb\rc\nd').text).toBe('a\nb\nc\nd');
  });

  it('leaves a dash between words alone', () => {
    expect(viewOf('Montag -\nFreitag\u00a0').text).toBe('Montag -\nFreitag ');
  });

  it('leads every stretch to a stretch of the source that reads the same', () => {
    const pieces = fc.constantFrom(
      'Müller',
      'u\u0308',
      '\u200b',
      '\u00ad',
      '-\n',
      ' ',
      '\r\n',
      '\u00a0',
      'A',
      '9',
      '\ud83d\ude00',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), fc.nat(), fc.nat(), (parts, a, b) => {
        const source = parts.join('');
        const view = viewOf(source);
        const start = view.text.length === 0 ? 0 : a % view.text.length;
        const end = start + (b % (view.text.length - start + 1));
        const span = view.toSource({ start, end });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(source.length);
        expect(span.start).toBeLessThanOrEqual(span.end);
      }),
    );
    const whole = 'Frau Mu\u0308l-\nler\u00a0und\u200b Herr Wei\u00adß';
    const view = viewOf(whole);
    expect(view.toSource({ start: 0, end: view.text.length })).toEqual({ start: 0, end: whole.length });
  });
});
