import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskTexts } from './mask.ts';
import { type Find, itemIn, named } from './testing/items.ts';
import { cut, restored } from './testing/restored.ts';

const { person, couple } = named;

describe('what is masked and comes back unchanged', () => {
  const names = [
    person('Lena Sturm', 'Lena', 'Sturm', 'female'),
    person('Sturms', '', 'Sturm', null, 1),
    person('Sturm', '', 'Sturm'),
    person('Voß’', '', 'Voß', 'male', 1),
    person('Voß', '', 'Voß', 'male'),
    person('VOSS', '', 'Voß', 'male'),
    person('Voßs', '', 'Voß', null, 1),
    couple('Jan und Ute Kern', 'Jan und Ute', 'Kern'),
    person('U\u0308nal', '', 'Ünal'),
    itemIn('Am Bach 3', { kind: 'street' }),
    itemIn('[x]', { kind: 'other' }),
    itemIn('PERSON_2', { kind: 'other' }),
    itemIn('1', { kind: 'other' }),
    itemIn('_', { kind: 'reference' }),
    itemIn('Metz', { kind: 'place' }),
  ];
  const wordsOf = (find: Find, pool: string) => {
    const { start, end } = find(pool, 0);
    return pool.slice(start, end);
  };
  const POOL =
    'Voß’|Voßs|VOSS|Voß|Lena Sturm|Sturms|Sturm|Jan und Ute Kern|U\u0308nal|Am Bach 3|[x]|PERSON_2|1|_|Metz';
  const glue = fc.oneof(
    fc.constantFrom(
      ...[
        '[',
        ']',
        '[[',
        ']]',
        '\\',
        '_',
        '`',
        '**',
        's',
        '’s',
        "'s",
        '-',
        ' ',
        '\n',
        'PERSON',
        'PERSON_',
        '［',
        '］',
      ],
      ...[
        '[PERSON_1]',
        '[PERSON_1',
        'Person 1',
        'PERSON_3',
        'person-4',
        '_NACHNAME]',
        '_2',
        '1',
        '2]',
        'Straße 1',
        '',
      ],
    ),
    fc.string({ maxLength: 8 }),
  );
  const piece = fc.oneof(
    glue.map((text) => ({ text, find: null })),
    fc.constantFrom(...names).map((find) => ({ text: wordsOf(find, POOL), find })),
  );
  const anyText = fc.array(piece, { maxLength: 30 });

  function built(pieces: readonly { text: string; find: Find | null }[]) {
    let text = '';
    const items = [];
    for (const { text: part, find } of pieces) {
      if (find !== null) {
        const item = find(POOL, 0);
        items.push({ ...item, start: text.length, end: text.length + part.length });
      }
      text += part;
    }
    return { text, items };
  }

  it('is the same letter by letter', () => {
    fc.assert(
      fc.property(
        fc.array(anyText, { maxLength: 4 }),
        fc.array(fc.nat(200), { maxLength: 20 }),
        (list, places) => {
          const sources = list.map(built);
          const masking = maskTexts(
            sources.map(({ text }) => text),
            sources.map(({ items }) => items),
          );
          masking.texts.forEach((text, at) => {
            const sorted = places.filter((place) => place <= text.length).sort((a, b) => a - b);
            expect(restored(cut(text, sorted), masking.vault)).toEqual({
              text: sources[at]?.text,
              unknown: [],
            });
          });
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it('keeps its placeholders when texts are appended', () => {
    const sturms: [string, string, string, 'female' | 'male' | null][] = [
      ['Lena Sturm', 'Lena', 'Sturm', 'female'],
      ['Lena-Sophie Sturm', 'Lena-Sophie', 'Sturm', 'female'],
      ['Lena-Marie Sturm', 'Lena-Marie', 'Sturm', null],
      ['L. Sturm', 'L.', 'Sturm', null],
      ['Udo Sturm', 'Udo', 'Sturm', 'male'],
      ['Sturm', '', 'Sturm', 'female'],
      ['Sturm', '', 'Sturm', 'male'],
      ['STURM', '', 'Sturm', null],
      ['Lena', 'Lena', '', 'female'],
    ];
    const plain = fc.constantFrom(...sturms).map(([text, given, surname, gender]) => ({
      text,
      find: () => person(text, given, surname, gender)(text, 0),
    }));
    fc.assert(
      fc.property(fc.array(fc.array(plain, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), (list) => {
        const sources = list.map(built);
        const maskedTo = (count: number) =>
          maskTexts(
            sources.slice(0, count).map(({ text }) => text),
            sources.slice(0, count).map(({ items }) => items),
          ).texts;
        const all = maskedTo(list.length);
        for (let count = 1; count < list.length; count++)
          expect(maskedTo(count)).toEqual(all.slice(0, count));
      }),
    );
  });

  it('shows nothing of an item but its ending', () => {
    fc.assert(
      fc.property(anyText, (list) => {
        const { text, items } = built(list);
        const { texts, items: masked, vault: own } = maskTexts([text], [items]);
        const sent = texts[0] ?? '';
        const marks = own.marks(sent);
        expect(marks.map(({ start, end }) => sent.slice(start, end))).toEqual(
          (masked[0] ?? []).map(({ placeholder }) => placeholder),
        );
      }),
    );
  });
});
