import { describe, expect, it } from '@jest/globals';
import { MAX_WRITTEN_CHARS } from './read.ts';
import { itemIn, named } from './testing/items.ts';
import { restored, vaultOf } from './testing/restored.ts';

const { person } = named;

describe('createRestorer', () => {
  it.each([
    ['[PERSON_1]', 'Lena Sturm'],
    ['[Person_1]', 'Lena Sturm'],
    ['[person_1]', 'Lena Sturm'],
    ['[PERSON_01]', 'Lena Sturm'],
    ['[[PERSON_1]]', 'Lena Sturm'],
    ['\\[PERSON\\_1\\]', 'Lena Sturm'],
    ['\\[PERSON_1]', 'Lena Sturm'],
    ['[PERSON 1]', 'Lena Sturm'],
    ['[PERSON-1]', 'Lena Sturm'],
    ['[PERSON\u20111]', 'Lena Sturm'],
    ['[PERSON\u00a01]', 'Lena Sturm'],
    ['[PERSON1]', 'Lena Sturm'],
    ['[ PERSON_1 ]', 'Lena Sturm'],
    ['\uff3bPERSON_1\uff3d', 'Lena Sturm'],
    ['\u3010PERSON_1\u3011', 'Lena Sturm'],
    ['**[PERSON_1]**', '**Lena Sturm**'],
    ['*[PERSON_1]*', '*Lena Sturm*'],
    ['_[PERSON_1]_', '_Lena Sturm_'],
    ['[**PERSON_1**]', '**Lena Sturm**'],
    ['**[PERSON_1**]', '**Lena Sturm**'],
    ['`[PERSON_1]`', 'Lena Sturm'],
    ['[`PERSON_1`]', 'Lena Sturm'],
    ['`PERSON_1`', 'Lena Sturm'],
    ['`[PERSON_1] und mehr`', '`Lena Sturm und mehr`'],
    ['PERSON_1', 'Lena Sturm'],
    ['Person_1', 'Lena Sturm'],
    ['person_1', 'Lena Sturm'],
    ['PERSON\\_1', 'Lena Sturm'],
    ['_PERSON_1_', '_Lena Sturm_'],
    ['**PERSON_1**', '**Lena Sturm**'],
    ['PERSON 1', 'Lena Sturm'],
    ['PERSON-1', 'Lena Sturm'],
    ['PERSON 1 hat', 'Lena Sturm hat'],
    ['Frau Person 1.', 'Frau Lena Sturm.'],
    ['an Herrn Person 1, guten', 'an Herrn Lena Sturm, guten'],
    ['PERSON_1_NACHNAME', 'Sturm'],
    ['PERSON-1-NACHNAME', 'Sturm'],
    ['[PERSON_1_NACHNAME]', 'Sturm'],
    ['[PERSON_1_Nachname]', 'Sturm'],
    ['[Person 1 Nachname]', 'Sturm'],
    ['[PERSON-1-NACHNAME]', 'Sturm'],
    ['[PERSON_1_NACHN]', 'Sturm'],
    ['[PERSON\\_1\\_NACHNAME]', 'Sturm'],
    ['[PERSON_1_LASTNAME]', 'Sturm'],
    ['[PERSON_1_NAME]', 'Lena Sturm'],
    ['[PERSON_1, PERSON_2_NACHNAME]', '[Lena Sturm, Voß]'],
    ['[PERSON_1-3]', '[Lena Sturm-3]'],
    ['[PERSON_1][PERSON_1]', 'Lena SturmLena Sturm'],
    ['[STRASSE_1]', 'Am Bach 3'],
    ['[Straße_1]', 'Am Bach 3'],
    ['[STRA\u1e9eE_1]', 'Am Bach 3'],
    ['[STRASSE_1]-Anlieger', 'Am Bach 3-Anlieger'],
    ['STRASSE_1-Anlieger', 'Am Bach 3-Anlieger'],
    ['[IBAN_1]', 'DE12 3456'],
    ['IBAN_1', 'DE12 3456'],
  ])('restores %s', (written, expected) => {
    expect(restored([written])).toEqual({ text: expected, unknown: [] });
    expect(restored([...`An ${written}`])).toEqual({ text: `An ${expected}`, unknown: [] });
  });

  it.each([
    ['[PERSON_1]s', 'Lena Sturms'],
    ["[PERSON_1]'s", "Lena Sturm's"],
    ['[PERSON_1s]', 'Lena Sturms'],
    ['PERSON_1s', 'Lena Sturms'],
    ['[PERSON_2_NACHNAME]s Haus', 'Voß’ Haus'],
    ['[PERSON_2_NACHNAME]’s', 'Voß’'],
    ["[PERSON_2_NACHNAME]'s", 'Voß’'],
    ['[PERSON_2_NACHNAME]’ Haus', 'Voß’ Haus'],
    ['[PERSON_2_NACHNAMEs]', 'Voß’'],
    ["[PERSON_2's]", 'Voß’'],
    ['**[PERSON_2]**s', '**Voß**’'],
    ['PERSON_2s.', 'Voß’.'],
    ['[PERSON_2]sche', 'Voßsche'],
    ['[PERSON_2]s-Weg', 'Voßs-Weg'],
    ['[ORT_1]s Mitte', 'Metz’ Mitte'],
  ])('bends %s as German does', (written, expected) => {
    expect(restored([written])).toEqual({ text: expected, unknown: [] });
    expect(restored([...written])).toEqual({ text: expected, unknown: [] });
  });

  it('takes a part from a name that is only known as a whole', () => {
    expect(restored(['[PERSON_1_VORNAME], [PERSON_3_NACHNAME], [PERSON_2]'])).toEqual({
      text: 'Lena, Kern, Voß',
      unknown: [],
    });
  });

  it.each([
    '[PERSON_99]',
    '[Person 99]',
    'PERSON_99',
    '**[PERSON_99]**',
    '[PERSON_2_VORNAME]',
    '[PERSON_4_NACHNAME]',
    '[PERSON_1_ADRESSE]',
    '[PERSON_1_VOR_UND_NACHNAME]',
    '[PERSON_1_NACHNAME_2]',
    '[PERSON_1_2]',
    '[STRASSE_1_NACHNAME]',
    '[IBAN_2]',
    'PERSON_1chen',
  ])('leaves %s visible and tells it', (written) => {
    const { text, unknown } = restored([`Frau ${written}, und ${written}.`]);
    expect(text).toBe(`Frau ${written}, und ${written}.`);
    expect(unknown).toEqual([written.replaceAll('*', '')]);
  });

  it('tells what may have been meant', () => {
    expect(restored(['dass Person 1 Anspruch hat'])).toEqual({
      text: 'dass Person 1 Anspruch hat',
      unknown: ['Person 1'],
    });
  });

  it('never takes a placeholder that was cut for a whole one', () => {
    expect(restored(['Frau [PERSON_1'])).toEqual({ text: 'Frau [PERSON_1', unknown: ['PERSON_1'] });
    expect(restored(['Frau [**PERSON_1'])).toEqual({ text: 'Frau [**PERSON_1', unknown: ['PERSON_1'] });
  });

  it.each([
    '[1] [Anlage] [x] [ ] \\[x\\] [^1]: [Person] [Ort]',
    '[Anlage 1](https://beispiel.test/a_1) [[Textbaustein 3]] [[Bitte ergänzen: Datum]]',
    'pro Person 1 Euro, je Person 2 Stück, jede Person 1,5 Liter, Person 1.500, 2 Personen 1',
    'Personal_1 XPERSON_1 Wort 1 Ort 1 ort 1 Straße 1 IBAN 1 Konto 1 person 1 Person1',
    'Person\n1 und `code` ``` *** __ [[[ ]]] \\\\ [PERSON_] [PERSON_x]',
    '',
  ])('passes on %j', (text) => {
    expect(restored([text])).toEqual({ text, unknown: [] });
    expect(restored([...text])).toEqual({ text, unknown: [] });
  });

  it('restores within what is still to be filled in', () => {
    expect(restored(['[[Bitte ergänzen: Anschrift von [PERSON_1]]] [[PERSON_2] fehlt]']).text).toBe(
      '[[Bitte ergänzen: Anschrift von Lena Sturm]] [Voß fehlt]',
    );
  });

  it('leaves words alone that the source says itself', () => {
    const { vault: own } = vaultOf('Person 7 heißt Ute Kern.', [person('Ute Kern', 'Ute', 'Kern')]);
    expect(restored(['Person 1, PERSON 1, PERSON_1, [Person 7], Person 7'], own)).toEqual({
      text: 'Person 1, PERSON 1, Ute Kern, [Person 7], Person 7',
      unknown: [],
    });
  });

  it('keeps what it tells bounded', () => {
    const { unknown } = restored([Array.from({ length: 500 }, (_, at) => `[PERSON_${at + 10}]`).join(' ')]);
    expect(unknown).toHaveLength(50);
    expect(Math.max(...unknown.map(({ length }) => length))).toBeLessThanOrEqual(MAX_WRITTEN_CHARS);
  });

  it('does not read again what it put in', () => {
    const { vault: own, sent } = vaultOf('x [PERSON_2], Ute', [
      itemIn('[PERSON_2]', { kind: 'other' }),
      itemIn('Ute', { kind: 'person' }),
    ]);
    expect(sent).toBe('x [ANGABE_1], [PERSON_1]');
    expect(restored([sent, ' [PERSON_1]', ' [ANGABE_1]'], own).text).toBe('x [PERSON_2], Ute Ute [PERSON_2]');
  });
});
