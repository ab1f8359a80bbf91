import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { analyseQuery, analyseSection } from '../analysis/analyse.ts';
import type { AlsoWords, Counts } from '../analysis/analysed.ts';
import { rank, type Candidate, type CorpusFigures } from './rank.ts';
import { ENOUGH, supportOf } from './support.ts';
import { TUNING } from './tuning.ts';

const TEXTS = [
  [
    'Reisekosten',
    'Wegstreckenentschädigung',
    'Für Fahrten mit dem eigenen Kraftfahrzeug werden 20 Cent je Kilometer gezahlt.',
  ],
  ['Reisekosten', 'Tagegeld', 'Als Ersatz von Mehraufwendungen für Verpflegung wird ein Tagegeld gezahlt.'],
  ['Urlaub', 'Dauer', 'Der Urlaub beträgt jährlich mindestens 24 Werktage.'],
  ['Urlaub', 'Tagegeld', 'Ein Tagegeld wird im Urlaub nicht gezahlt.'],
] as const;

function asked(
  question: string,
  texts: readonly (readonly [string, string, string])[] = TEXTS,
  also: readonly AlsoWords[] = [],
) {
  const query = analyseQuery(question, also);
  const analysed = texts.map(([title, heading, text]) =>
    analyseSection({ path: [heading], text, pages: null }, title),
  );
  const counts = (of: Counts) => {
    const map = new Map(of);
    return query.terms.map(({ term }) => map.get(term) ?? 0);
  };
  const candidates = texts.map(([title, heading, text], index): Candidate => {
    const mine = analysed[index] as (typeof analysed)[number];
    return {
      section: index + 1,
      document: title,
      title: counts(mine.title),
      heading: counts(mine.heading),
      text: counts(mine.text),
      words: mine.words,
      content: { title, path: [heading], text },
    };
  });
  const figures: CorpusFigures = {
    sections: texts.length,
    meanWords: 9,
    frequencies: query.terms.map(
      (_, term) =>
        candidates.filter(
          (each) => (each.title[term] ?? 0) + (each.heading[term] ?? 0) + (each.text[term] ?? 0) > 0,
        ).length,
    ),
  };
  return { query, candidates, figures, ranked: rank(query, candidates, figures) };
}

describe('rank', () => {
  test.each([
    ['Wie viele Cent je Kilometer gibt es?', 1],
    ['Wie viele Werktage Urlaub gibt es jährlich?', 3],
    ['Tagegeld im Urlaub', 4],
    ['Tagegeld bei Mehraufwendungen', 2],
  ])('%s', (question, section) => {
    expect(asked(question).ranked[0]).toMatchObject({ section });
  });

  test('the letters of a question count less the more words were added to it', () => {
    const texts = [
      ['Märkte', 'Karren', 'Die Zwirbelhorngassenbude ist für Karren gesperrt.'],
      ['Verkehr', 'Halten', 'Ein Kraftfahrzeug wird auf dem Stellplatz geparkt.'],
    ] as const;
    const also = [{ words: 'Kraftfahrzeug, Stellplatz, Parken', weight: 0.4 }];
    const first = (given: ReturnType<typeof asked>, own: number) =>
      rank(given.query, given.candidates, given.figures, { ...TUNING, own })[0]?.section;
    const alone = asked('Zwirbelhorngasse', texts);
    const helped = asked('Zwirbelhorngasse', texts, also);
    expect([first(alone, TUNING.own), first(helped, 0), first(helped, TUNING.own)]).toEqual([1, 1, 2]);
  });

  test('the order in which candidates come makes no difference', () => {
    const { query, candidates, figures, ranked } = asked('Tagegeld im Urlaub je Kilometer');
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: candidates.length }), (shuffled) => {
        expect(rank(query, shuffled, figures)).toEqual(ranked);
      }),
    );
  });

  test('equal sections stand in the order of their ids', () => {
    const same = ['Titel', 'Tagegeld', 'Ein Tagegeld wird gezahlt.'] as const;
    expect(asked('Tagegeld', [same, same, same]).ranked.map(({ section }) => section)).toEqual([1, 2, 3]);
  });

  test('without candidates nothing is found, without words nothing is preferred', () => {
    const { query, figures, candidates } = asked('Tagegeld');
    expect(rank(query, [], figures)).toEqual([]);
    const empty = { terms: [], letters: '' };
    const ranked = rank(empty, candidates, { ...figures, frequencies: [] });
    for (const { coverage, grams, words } of ranked) expect([coverage, grams, words]).toEqual([0, 0, 0]);
  });
});

describe('supportOf', () => {
  test('a question on these documents has enough, one on anything else has not', () => {
    const on = asked('Wie viele Werktage Urlaub gibt es jährlich?');
    expect(supportOf(on.query, on.ranked)).toBeGreaterThanOrEqual(ENOUGH);
    const off = asked('Welche Farbe hat der Planet Neptun?');
    expect(supportOf(off.query, off.ranked)).toBeLessThan(ENOUGH);
  });

  test('a single section bears a question that it answers in part of its words', () => {
    const only = [TEXTS[2]];
    const on = asked('Wie viele Werktage Urlaub stehen Tarifbeschäftigten jährlich zu?', only);
    expect(supportOf(on.query, on.ranked)).toBeGreaterThanOrEqual(ENOUGH);
    const off = asked('Wie viele Stellplätze braucht ein Neubau?', only);
    expect(supportOf(off.query, off.ranked)).toBeLessThan(ENOUGH);
  });

  test('it stays between 0 and 1, and is 0 where nothing was asked or found', () => {
    fc.assert(
      fc.property(fc.string(), (question) => {
        const { query, ranked } = asked(question);
        const support = supportOf(query, ranked);
        expect(support >= 0 && support <= 1).toBe(true);
      }),
    );
    expect(supportOf({ terms: [], letters: '' }, [])).toBe(0);
    expect(supportOf(asked('Tagegeld').query, [])).toBe(0);
  });
});
