import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../../contract/privacy.ts';
import { type Find, itemIn, named, placed } from './testing/items.ts';
import { legendRules, maskTexts } from './mask.ts';

const { person, couple } = named;

type Text = [text: string, ...finds: Find[]];

function masked(...texts: Text[]) {
  return maskTexts(
    texts.map(([text]) => text),
    texts.map(([text, ...finds]) => placed(text, finds)),
  );
}

const is = (kind: ItemKind, words: string) => itemIn(words, { kind });

describe('maskTexts', () => {
  it('names the parts of a name and leaves its inflection in sight', () => {
    const { texts, items } = masked([
      'Frau Lena Sturm, Frau Sturms Antrag, Lena, LENA STURM',
      person('Lena Sturm', 'Lena', 'Sturm', 'female'),
      person('Sturms', '', 'Sturm', 'female', 1),
      person('Lena', 'Lena', '', 'female'),
      person('LENA STURM', 'Lena', 'Sturm', 'female'),
    ]);
    expect(texts).toEqual([
      'Frau [PERSON_1], Frau [PERSON_1_NACHNAME]s Antrag, [PERSON_1_VORNAME], [PERSON_1_2]',
    ]);
    expect(items[0]?.[1]).toMatchObject({
      start: 22,
      end: 28,
      placeholder: '[PERSON_1_NACHNAME]',
      replacement: '[PERSON_1_NACHNAME]s',
    });
  });

  it('gives the same value the same placeholder in all texts, and another spelling another one', () => {
    const { texts } = masked(
      ['Konto DE12 3456, Hauptweg 3', is('iban', 'DE12 3456'), is('street', 'Hauptweg 3')],
      [
        'DE123456, DE12 3456, Hauptweg 4',
        is('iban', 'DE123456'),
        is('iban', 'DE12 3456'),
        is('street', 'Hauptweg 4'),
      ],
    );
    expect(texts).toEqual(['Konto [IBAN_1], [STRASSE_1]', '[IBAN_1_2], [IBAN_1], [STRASSE_2]']);
  });

  it('has a word for every kind', () => {
    const kinds: ItemKind[] = ['person', 'street', 'place', 'birthdate', 'phone', 'email', 'iban', 'account'];
    const more: ItemKind[] = [
      'tax-id',
      'social-security',
      'id-document',
      'plate',
      'reference',
      'url',
      'other',
    ];
    const { texts, vault } = masked(...[...kinds, ...more].map((kind): Text => ['q7', is(kind, 'q7')]));
    expect(texts.join(' ')).toBe(
      '[PERSON_1] [STRASSE_1] [ORT_1] [GEBURTSDATUM_1] [TELEFON_1] [EMAIL_1] [IBAN_1] [KONTO_1] [STEUERNUMMER_1] [VERSICHERUNGSNUMMER_1] [AUSWEIS_1] [KENNZEICHEN_1] [ZEICHEN_1] [LINK_1] [ANGABE_1]',
    );
    expect(vault.legend().split('\n')).toHaveLength(15);
  });

  describe('who is who', () => {
    it('takes a surname for the only one whom it can mean, also before the whole name', () => {
      const { texts } = masked([
        'Frau Sturm, Herr Sturm, Sturm. Lena Sturm. L. Sturm',
        person('Sturm', '', 'Sturm', 'female'),
        person('Sturm', '', 'Sturm', 'male'),
        person('Sturm', '', 'Sturm'),
        person('Lena Sturm', 'Lena', 'Sturm', 'female'),
        person('L. Sturm', 'L.', 'Sturm'),
      ]);
      expect(texts[0]).toBe(
        'Frau [PERSON_1_NACHNAME], Herr [PERSON_2_NACHNAME], [PERSON_3_NACHNAME]. [PERSON_1]. [PERSON_1_2]',
      );
    });

    it('keeps a surname apart that two can have', () => {
      const { texts } = masked([
        'Lena Sturm, Ute Sturm, Frau Sturm, L. Sturm, Frau Sturm',
        person('Lena Sturm', 'Lena', 'Sturm', 'female'),
        person('Ute Sturm', 'Ute', 'Sturm', 'female'),
        person('Sturm', '', 'Sturm', 'female'),
        person('L. Sturm', 'L.', 'Sturm'),
        person('Sturm', '', 'Sturm', 'female'),
      ]);
      expect(texts[0]).toBe(
        '[PERSON_1], [PERSON_2], Frau [PERSON_3_NACHNAME], [PERSON_1_2], Frau [PERSON_3_NACHNAME]',
      );
    });

    it('knows a given name that is shorter, and none that may be two', () => {
      const two = masked([
        'Lena Sturm, Lena-Sophie Sturm',
        person('Lena Sturm', 'Lena', 'Sturm'),
        person('Lena-Sophie Sturm', 'Lena-Sophie', 'Sturm'),
      ]);
      expect(two.texts[0]).toBe('[PERSON_1], [PERSON_1_2]');
      const three = masked([
        'Lena Sturm, Lena-Sophie Sturm, Lena-Marie Sturm',
        person('Lena Sturm', 'Lena', 'Sturm'),
        person('Lena-Sophie Sturm', 'Lena-Sophie', 'Sturm'),
        person('Lena-Marie Sturm', 'Lena-Marie', 'Sturm'),
      ]);
      expect(three.texts[0]).toBe('[PERSON_1], [PERSON_2], [PERSON_3]');
    });

    it('keeps a couple apart from the persons of the name', () => {
      const { texts, vault } = masked([
        'Familie Sturm, Eheleute Jan und Ute Sturm, Ute Sturm',
        couple('Sturm', '', 'Sturm'),
        couple('Jan und Ute Sturm', 'Jan und Ute', 'Sturm'),
        person('Ute Sturm', 'Ute', 'Sturm', 'female'),
      ]);
      expect(texts[0]).toBe('Familie [PERSON_1_NACHNAME], Eheleute [PERSON_1], [PERSON_2]');
      expect(vault.legend()).toBe(
        [
          '[PERSON_1_NACHNAME]: mehrere Personen (Eheleute, Familie), Nachname; auch [PERSON_1_VORNAME] allein',
          '[PERSON_1]: Vornamen und Nachname derselben Personen',
          '[PERSON_2]: Frau, Vor- und Nachname; auch [PERSON_2_NACHNAME] und [PERSON_2_VORNAME] allein',
        ].join('\n'),
      );
    });

    it('finds in a later text whom an earlier one calls by surname', () => {
      const { texts } = masked(
        ['Frau Sturm', person('Sturm', '', 'Sturm', 'female')],
        ['Lena Sturm', person('Lena Sturm', 'Lena', 'Sturm', 'female')],
      );
      expect(texts).toEqual(['Frau [PERSON_1_NACHNAME]', '[PERSON_1]']);
    });

    it('changes nothing in earlier texts for a later one', () => {
      const first: Text = [
        'Frau Sturm, Lena Sturm',
        person('Sturm', '', 'Sturm', 'female'),
        person('Lena Sturm', 'Lena', 'Sturm', 'female'),
      ];
      const { texts } = masked(first, [
        'Ute Sturm, Frau Sturm',
        person('Ute Sturm', 'Ute', 'Sturm', 'female'),
        person('Sturm', '', 'Sturm', 'female'),
      ]);
      expect(texts).toEqual([masked(first).texts[0], '[PERSON_2], Frau [PERSON_3_NACHNAME]']);
    });

    it('stays quick with very many of one name', () => {
      const count = 20_000;
      const names = Array.from({ length: count }, (_, at) => `V${at.toString(26)}x Sturm`);
      let start = 0;
      const list = names.map((name) => {
        const item = person(name, name.split(' ')[0] ?? '', 'Sturm')(name, 0);
        const placed = { ...item, start, end: start + name.length };
        start += name.length + 1;
        return placed;
      });
      expect(maskTexts([names.join('\n')], [list]).vault.entries()).toHaveLength(count);
    });
  });

  it('never takes a number that the texts have in any way of writing', () => {
    const { texts } = masked(
      ['Lena', person('Lena', 'Lena', '')],
      ['[PERSON_1], person-2, PERSON\\_3, Person 004, Straße 1; Am Bach', is('street', 'Am Bach')],
    );
    expect(texts).toEqual([
      '[PERSON_5_VORNAME]',
      '[PERSON_1], person-2, PERSON\\_3, Person 004, Straße 1; [STRASSE_2]',
    ]);
  });

  it('sees a lookalike that comes about by what is taken out', () => {
    const { texts } = masked(['PERSON_17, Ute', is('other', '7'), is('person', 'Ute')]);
    expect(texts).toEqual(['PERSON_1[ANGABE_1], [PERSON_2]']);
  });

  it('hides all of a span whose ending is no inflection', () => {
    expect(masked(['Sturm', person('Sturm', '', 'Sturm', null, 5)]).texts).toEqual(['[PERSON_1_NACHNAME]']);
    expect(masked(['Sturmsturm', person('Sturmsturm', '', 'Sturm', null, 5)]).texts).toEqual([
      '[PERSON_1_NACHNAME]',
    ]);
  });

  it.each([
    [
      'overlapping',
      [
        { start: 0, end: 3 },
        { start: 2, end: 4 },
      ],
    ],
    [
      'unsorted',
      [
        { start: 3, end: 4 },
        { start: 0, end: 2 },
      ],
    ],
    ['empty', [{ start: 1, end: 1 }]],
    ['beyond the text', [{ start: 1, end: 9 }]],
    ['not numbers', [{ start: Number.NaN, end: 2 }]],
  ])('refuses items that are %s', (_, spans) => {
    const items = spans.map((span) => ({ ...span, kind: 'other' as const, rule: 'test' }));
    expect(() => maskTexts(['abcdef'], [items])).toThrow(RangeError);
  });

  it('refuses texts without their items', () => {
    expect(() => maskTexts(['abcdef'], [])).toThrow(RangeError);
  });
});

describe('the vault', () => {
  const { vault, texts } = masked([
    'Frau Lena Sturm, MÜLLER, Herr Müller, Voß, Am Bach 3, Ich',
    person('Lena Sturm', 'Lena', 'Sturm', 'female'),
    person('MÜLLER', '', 'Müller'),
    person('Müller', '', 'Müller', 'male'),
    is('person', 'Voß'),
    is('street', 'Am Bach 3'),
  ]);

  it('knows what stands behind its placeholders', () => {
    expect(vault.entries()).toEqual([
      { placeholder: '[PERSON_1]', original: 'Lena Sturm', kind: 'person' },
      { placeholder: '[PERSON_2_NACHNAME]', original: 'MÜLLER', kind: 'person' },
      { placeholder: '[PERSON_2_NACHNAME_2]', original: 'Müller', kind: 'person' },
      { placeholder: '[PERSON_3]', original: 'Voß', kind: 'person' },
      { placeholder: '[STRASSE_1]', original: 'Am Bach 3', kind: 'street' },
    ]);
    expect(vault.originalOf('[PERSON_2_NACHNAME_2]')).toBe('Müller');
    expect(vault.originalOf('[PERSON_1_NACHNAME]')).toBe('Sturm');
    expect(vault.originalOf('[PERSON_4]')).toBeNull();
    expect(vault.originalOf('Sturm')).toBeNull();
  });

  it('tells a model what it needs for its grammar', () => {
    expect(vault.legend()).toBe(
      [
        '[PERSON_1]: Frau, Vor- und Nachname; auch [PERSON_1_NACHNAME] und [PERSON_1_VORNAME] allein',
        '[PERSON_2_NACHNAME]: Herr, Nachname',
        '[PERSON_2_NACHNAME_2]: Nachname desselben Mannes, andere Schreibweise von [PERSON_2_NACHNAME]',
        '[PERSON_3]: Person, Name',
        '[STRASSE_1]: Straße und Hausnummer',
      ].join('\n'),
    );
    expect(maskTexts(['nichts'], [[]]).vault.legend()).toBe('');
  });

  it('marks what is sent, and nothing in the rules', () => {
    const text = `${texts[0] ?? ''} [PERSON_9] Person 1 [PERSON_1_NACHNAME]`;
    expect(
      vault.marks(text).map(({ start, end, kind, original }) => [text.slice(start, end), kind, original]),
    ).toEqual([
      ['[PERSON_1]', 'person', 'Lena Sturm'],
      ['[PERSON_2_NACHNAME]', 'person', 'MÜLLER'],
      ['[PERSON_2_NACHNAME_2]', 'person', 'Müller'],
      ['[PERSON_3]', 'person', 'Voß'],
      ['[STRASSE_1]', 'street', 'Am Bach 3'],
      ['[PERSON_1_NACHNAME]', 'person', 'Sturm'],
    ]);
    expect(vault.marks(legendRules)).toEqual([]);
  });
});
