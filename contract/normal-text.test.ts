import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findExact, normalText } from './normal-text.ts';

const normal = (text: string): string => normalText(text).text;

describe('normalText', () => {
  it.each([
    ['white space', 'a \t\u00a0\u202f b\n\n c ', 'a b c'],
    ['quotation marks', "„a“ «b» “c” ‚d‘ 'e'", '"a" "b" "c" "d" "e"'],
    ['dashes', '2024–2026, 10—20', '2024-2026, 10-20'],
    ['free-standing dashes and bullets', '- eins – zwei\n• drei', 'eins zwei drei'],
    ['hyphenation', 'Die Verwal-\n  tung', 'Die Verwaltung'],
    ['soft hyphens', 'Ver\u00adwal\u00ad\ntung', 'Verwaltung'],
    ['hyphens within words', 'E-Mail und IT-\ngestützt', 'EMail und ITgestützt'],
    ['a hyphen that stands for a word', 'Haupt-\nund Neben- und', 'Haupt- und Neben- und'],
    ['hyphenation on one line', 'die Verwal- tung', 'die Verwaltung'],
    ['a number across lines', '06381-\n424', '06381-424'],
    ['bold, headings, quotes', '# A\n> **b** *c* `d` ~~e~~ __f__', 'A b c d e f'],
    ['backslashes', '1\\. Juni \\*x\\* a\\_b', '1. Juni x a_b'],
    ['tables', '| a | b |\n| --- | --- |\n| c | d |', 'a b c d'],
    ['ellipses', 'a ... b … c.....', 'a … b … c…'],
    ['combining marks', 'Gru\u0308n', 'Grün'],
    ['ligatures', 'o\ufb03ziell', 'offiziell'],
    ['numbers of lists stay', '1. Zahlen\n15. Dezember', '1. Zahlen 15. Dezember'],
    ['what is no formatting', '# C# und a>b 5+3', 'C# und a>b 5+3'],
    ['headings on one line', 'Ende ## 1 Anfang', 'Ende 1 Anfang'],
  ])('%s', (_, text, expected) => {
    expect(normal(text)).toBe(expected);
  });

  it('maps each unit to a place in the source, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const { text: form, at } = normalText(text);
        expect(at).toHaveLength(form.length);
        expect(at.every((place, i) => place < text.length && place >= (at[i - 1] ?? 0))).toBe(true);
      }),
    );
  });

  it('is the same for composed and decomposed letters and for any breaks between words', () => {
    const words = fc.array(fc.constantFrom('Grün', 'Maß', 'Öl', 'Straße', '3.12.', 'é'), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.constantFrom(' ', '\n', ' \u00a0', '\r\n'), (list, gap) => {
        expect(normal(list.join(gap).normalize('NFD'))).toBe(normal(list.join(' ')));
      }),
    );
  });

  it('survives long runs of anything', () => {
    for (const sign of [
      'a',
      '-',
      ' ',
      '*',
      '>',
      '#',
      '\\',
      '"',
      '.',
      '\u0301',
      'a-\n',
      '- ',
      '|',
      '\u00ad\n',
    ]) {
      const text = sign.repeat(200_000);
      expect(normal(text).length).toBeLessThanOrEqual(text.length);
    }
  });
});

describe('findExact', () => {
  const source = 'Vorab: **Die „neue“ Verwal-\ntung** kostet 1.215 €\n\n- ab dem 1. Juni 2026 …';

  it('finds the place in the source', () => {
    const found = findExact(source, 'Die "neue" Verwaltung kostet 1.215 €');
    expect(found && source.slice(found.start, found.end)).toBe('Die „neue“ Verwal-\ntung** kostet 1.215 €');
  });

  it.each(['15 €', '215 €', 'kostet 1', 'kostet 1.2', 'altung kostet', 'ie neue', '', '**', '…x'])(
    'does not cut through words and numbers: %s',
    (passage) => {
      expect(findExact(source, passage)).toBeNull();
    },
  );

  it('takes the first place where the words are whole', () => {
    expect(findExact('unzulässig oder zulässig', 'zulässig')).toEqual({ start: 16, end: 24 });
  });

  it('takes a letter with its marks and an ellipsis with its dots', () => {
    expect(findExact('x e\u0301', 'é')).toEqual({ start: 2, end: 4 });
    expect(findExact('warte ...', 'warte …')).toEqual({ start: 0, end: 9 });
  });

  it('finds every piece of a text between two of its blanks', () => {
    const text =
      'Am 3.12. „gilt“ das –\nmit Aus-\nnahme der Haupt- und Neben-\nämter – für *alle* (§ 5 Abs. 1).';
    const starts = [...text.matchAll(/\S+/gu)];
    for (const [i, first] of starts.entries()) {
      for (const final of starts.slice(i)) {
        const piece = text.slice(first.index, final.index + final[0].length);
        if (normal(piece) === '' || /^(?:nahme|ämter)|(?:Aus|Neben)-$/u.test(piece)) continue;
        expect(findExact(text, piece)).not.toBeNull();
      }
    }
  });
});
