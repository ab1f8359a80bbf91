import { describe, expect, it } from '@jest/globals';
import type { Candidate } from './span.ts';
import { maskedByHand, noTerms, placesOfTerms, withoutKept } from './terms.ts';
import { viewOf } from './view.ts';

const found = (text: string, terms: readonly string[]) =>
  placesOfTerms(viewOf(text), terms).map(({ start, end }) => viewOf(text).text.slice(start, end));

describe('terms', () => {
  it('are found in any case, over line ends, and inflected', () => {
    expect(found('Das Haus am See, das haus AM\nSee und des Müllers', ['Haus am See', 'Müller'])).toEqual([
      'Haus am See',
      'haus AM\nSee',
      'Müller',
    ]);
  });

  it('are not found inside of longer words', () => {
    expect(found('Bauern und Bauer, Hausbau, 12345 und 123', ['Bauer', '123', 'Bau'])).toEqual([
      'Bauer',
      '123',
    ]);
  });

  it('may hold signs that mean something in a pattern', () => {
    expect(found('Az. (a+b)*[c] $1', ['(a+b)*[c]', '$1'])).toEqual(['(a+b)*[c]', '$1']);
    for (const sign of '\\^$.*+?()[]{}|/-#&~@"\'%=!,;:<>_`') {
      expect(found(`vor x${sign}y nach`, [`x${sign}y`])).toEqual([`x${sign}y`]);
    }
  });

  it('are found although invisible signs, hyphenation or ß stand in one of the two', () => {
    expect(found('Projekt Groß-\nvorhaben, GROSSVORHABEN', ['Groß\u00advorhaben'])).toHaveLength(2);
    expect(found('Frau Zwie\u200bbelhuber', ['Zwiebel\u00adhuber'])).toHaveLength(1);
  });

  it('of one word do not keep a person who is called so', () => {
    const text = 'Herr Kusel in Kusel';
    const person = candidate(text, 'Kusel');
    const place = candidate(text, 'Kusel', { kind: 'place' });
    expect(withoutKept(viewOf(text), [person, place], { ...noTerms, keep: ['Kusel'] })).toEqual([person]);
  });

  it('that a person masks outweigh everything', () => {
    expect(maskedByHand(viewOf('Projekt Zyklame'), ['zyklame'])).toEqual([
      { start: 8, end: 15, kind: 'other', rule: 'by-hand', weight: 3 },
    ]);
  });

  const candidate = (text: string, word: string, more: Partial<Candidate> = {}): Candidate => {
    const start = text.indexOf(word);
    return { start, end: start + word.length, kind: 'person', rule: 'test', weight: 2, ...more };
  };

  it('of the house stay where they stand as a whole', () => {
    const text = 'Kreisverwaltung Kusel, Trierer Straße 49, 66869 Kusel; Trierer Straße 50';
    const candidates = [candidate(text, 'Trierer Straße 49'), candidate(text, 'Trierer Straße 50')];
    const kept = withoutKept(viewOf(text), candidates, { ...noTerms, keep: ['Trierer Straße 49'] });
    expect(kept).toEqual([candidates[1]]);
  });

  it('that a person releases stay in every inflection, and nothing else does', () => {
    const text = 'Frau Müllers Antrag, Frau Müller, Lena Müller';
    const person = { given: '', surname: 'Müller', gender: null, plural: false, ending: 1 };
    const candidates = [
      candidate(text, 'Müllers', { person }),
      candidate(text, 'Müller,', { end: text.indexOf('Müller,') + 6 }),
      candidate(text, 'Lena Müller'),
    ];
    expect(withoutKept(viewOf(text), candidates, { ...noTerms, release: ['Müller'] })).toEqual([
      candidates[2],
    ]);
  });
});
