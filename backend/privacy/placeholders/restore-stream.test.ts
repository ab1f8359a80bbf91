import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskTexts } from './mask.ts';
import { MAX_WRITTEN_CHARS } from './read.ts';
import { createRestorer } from './restore.ts';
import { cut, restored, vault } from './testing/restored.ts';

describe('a text that comes in pieces', () => {
  const NASTY = [
    'An **[PERSON_1]**, `[PERSON_2]`s [[PERSON_3]], [Person 1 Nachname], PERSON_1_NACHNAMEs',
    'XPERSON_1 Wort_1 Transport_1 pro Person 1 hat 1PERSON_1 je Person 1, Person 1, [Bär_ORT_1',
    '\\[PERSON\\_1\\] [PERSON_99] [[Bitte ergänzen: [PERSON_1]]] Voß [PERSON_2]’s e-mail_1 Stra',
    'pro Person 1 Euro; Person 1 Anna; Person 1.5; [PERSON_1_ADRESSE] [PERSON_12 [PERSON_1-3]',
    '［STRASSE_1］-Anlieger [`ORT_1`]s _PERSON_1_ [[[PERSON_2]]] [**PERSON_2**]s [PERSON_1',
    '[[Textbaustein 3]] [1] [x](y) `` ` [ \\ [\\[ [VERSICHERUNGSNUMMER_1] versicherungsnummer [*_`',
  ];

  it.each(NASTY)('is restored alike at every two cuts: %s', (text) => {
    const whole = restored([text]);
    for (let one = 0; one <= text.length; one++) {
      for (let other = one; other <= text.length; other++) {
        const { text: parts, unknown } = restored(cut(text, [one, other]));
        // The matcher of Jest is slow for thousands of strings.
        if (parts !== whole.text) expect(parts).toBe(whole.text);
        if (unknown.join() !== whole.unknown.join()) expect(unknown).toEqual(whole.unknown);
      }
    }
    expect(restored([...text])).toEqual(whole);
  });

  const scraps = fc.array(
    fc.constantFrom(
      ...[
        '[',
        ']',
        '[[',
        ']]',
        '\\',
        '_',
        '\\_',
        '-',
        ' ',
        '*',
        '**',
        '`',
        's',
        '’s',
        '.',
        '\n',
        '［',
        '】',
        '\u00a0',
      ],
      ...['PERSON', 'Person', 'person', 'ORT', 'Straße', 'IBAN', 'E-MAIL', 'Versicherungs', 'nummer', 'pro'],
      ...[
        '1',
        '2',
        '3',
        '12',
        '99',
        'NACHNAME',
        'Vorname',
        'Adresse',
        'Anna',
        '[PERSON_1]',
        '[PERSON_2_NACHNAME]',
      ],
    ),
    { maxLength: 40 },
  );
  const anyCuts = fc.array(fc.nat(300), { maxLength: 30 });

  it('is restored alike at any cuts', () => {
    fc.assert(
      fc.property(scraps, anyCuts, (list, places) => {
        const text = list.join('');
        const sorted = places.filter((place) => place <= text.length).sort((a, b) => a - b);
        expect(restored(cut(text, sorted))).toEqual(restored([text]));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never has an original whose number it does not name', () => {
    const numbers = [
      { original: /Sturm|Lena/u, asked: /person[^\p{L}\p{N}]{0,3}0*1(?!\d)/iu },
      { original: /Voß/u, asked: /person[^\p{L}\p{N}]{0,3}0*2(?!\d)/iu },
      { original: /Kern|Jan/u, asked: /person[^\p{L}\p{N}]{0,3}0*3(?!\d)/iu },
      { original: /Bär/u, asked: /person[^\p{L}\p{N}]{0,3}0*4(?!\d)/iu },
      { original: /Metz/u, asked: /ort[^\p{L}\p{N}]{0,3}0*1(?!\d)/iu },
      { original: /Am Bach/u, asked: /stra(?:ss|ß)e[^\p{L}\p{N}]{0,3}0*1(?!\d)/iu },
      { original: /DE12/u, asked: /iban[^\p{L}\p{N}]{0,3}0*1(?!\d)/iu },
    ];
    fc.assert(
      fc.property(scraps, (list) => {
        const text = list.join('');
        const { text: out } = restored([text]);
        for (const { original, asked } of numbers) if (original.test(out)) expect(text).toMatch(asked);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is held back by no more than a placeholder can have', () => {
    fc.assert(
      fc.property(scraps, (list) => {
        const restorer = createRestorer(maskTexts([], []).vault);
        let behind = 0;
        for (const piece of list) {
          behind += piece.length - restorer.push(piece).length;
          expect(behind).toBeLessThan(MAX_WRITTEN_CHARS);
        }
        expect(restorer.end()).toHaveLength(behind);
      }),
    );
  });

  it('is passed on at once where nothing can become a placeholder', () => {
    const restorer = createRestorer(vault);
    expect(restorer.push('Guten Tag, [')).toBe('Guten Tag, ');
    expect(restorer.push('x] und [PERSON_1]')).toBe('[x] und Lena Sturm');
    expect(restorer.push(' wohnt.')).toBe(' wohnt.');
  });

  it.each([
    ['brackets', '['],
    ['placeholders without end', '[PERSON_1'],
    ['deep nesting', '[[PERSON_'],
    ['emphasis', '[*'],
    ['code', '`['],
    ['backslashes', '\\'],
    ['words', 'PERSON '],
    ['digits', 'PERSON_111'],
    ['underscores', 'PERSON_1_'],
  ])('stays linear with a million signs of %s', (_, unit) => {
    const text = unit.repeat(1_000_000 / unit.length);
    const restorer = createRestorer(maskTexts([], []).vault);
    let passed = 0;
    for (let at = 0; at < text.length; at += 1_000) {
      passed += restorer.push(text.slice(at, at + 1_000)).length;
      const behind = Math.min(at + 1_000, text.length) - passed;
      // The matcher of Jest is slow for thousands of numbers.
      if (behind >= MAX_WRITTEN_CHARS) expect(behind).toBeLessThan(MAX_WRITTEN_CHARS);
    }
    expect(passed + restorer.end().length).toBe(text.length);
    // The time limit of the test is what fails where the work grows with the square of the length.
    expect(restorer.unknown().length).toBeLessThanOrEqual(50);
  });
});
