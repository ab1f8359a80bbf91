import { describe, expect, it } from '@jest/globals';
import { MAX_SOURCE_CHARS } from '../../contract/limits.ts';
import { createRecogniser, type RequestText } from './recogniser.ts';
import { noTerms, type Terms } from './terms.ts';

const recogniser = createRecogniser();
/** A busy machine may take its time. */
const SLOW_MS = 120_000;

function found(texts: readonly (string | RequestText)[], terms: Partial<Terms> = {}): string[][] {
  return recogniser.recognise(texts, { ...noTerms, ...terms }).map((items, index) => {
    const given = texts[index];
    const text = typeof given === 'string' ? given : (given?.text ?? '');
    return items.map(({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`);
  });
}

describe('the recogniser', () => {
  it('finds in all texts of a request the name that one of them gives away', () => {
    expect(
      found(['Der Antrag liegt bei Zwiebelhuber.', 'Sehr geehrte Frau Zwiebelhuber, guten Tag']),
    ).toEqual([['person: Zwiebelhuber'], ['person: Zwiebelhuber']]);
  });

  it('takes a field for what it is, whatever stands in it', () => {
    const fields: RequestText[] = [
      { text: 'Ottokar Vogelsänger', whole: 'person' },
      { text: ' 4711 ', whole: 'phone' },
      { text: 'bauamt', whole: 'email' },
      { text: '', whole: 'reference' },
    ];
    expect(found(fields)).toEqual([['person: Ottokar Vogelsänger'], ['phone: 4711'], ['email: bauamt'], []]);
  });

  it('lets a field stay that the person releases or the house keeps', () => {
    const field: RequestText = { text: 'bauamt@vg-beispiel.example', whole: 'email' };
    expect(found([field], { release: ['bauamt@vg-beispiel.example'] })).toEqual([[]]);
    expect(found([field], { keep: ['bauamt@vg-beispiel.example'] })).toEqual([[]]);
  });

  it('reads a text with what stands around it, and masks nothing of that', () => {
    const name: RequestText = {
      text: 'Zwiebelhuber, Kunigunde',
      before: 'Von: ',
      after: ' <k@post.example>',
    };
    expect(found([name])).toEqual([['person: Zwiebelhuber, Kunigunde']]);
  });

  it('leaves nobody in a street, and masks the date behind a name', () => {
    expect(
      found(['Frau Kunigunde Zwiebelhuber (12.03.1980) kommt in die Konrad-Adenauer-Straße 7.']),
    ).toEqual([
      ['person: Kunigunde Zwiebelhuber', 'birthdate: 12.03.1980', 'street: Konrad-Adenauer-Straße 7'],
    ]);
  });

  it('masks names of files that hold a name', () => {
    expect(found(['Anlage: Zwiebelhuber_Antrag.pdf und Formular.pdf', 'Frau Zwiebelhuber'])[0]).toEqual([
      'url: Zwiebelhuber_Antrag.pdf',
    ]);
  });

  it('gives offsets of the text as it was given', () => {
    const text = 'Frau Zwie\u00adbel\u200bhuber\u00a0und IBAN DE02\u00a01203 0000\r\n0000 2020 51';
    expect(found([text])).toEqual([
      ['person: Zwie\u00adbel\u200bhuber', 'iban: DE02\u00a01203 0000\r\n0000 2020 51'],
    ]);
  });

  it(
    'gets through the longest source',
    () => {
      const unit = 'Sehr geehrte Frau Zwiebelhuber, Ihr Antrag vom 3. Mai 2026 ist da.\n';
      const [items] = recogniser.recognise([unit.repeat(MAX_SOURCE_CHARS / unit.length)]);
      expect(items).toHaveLength(Math.floor(MAX_SOURCE_CHARS / unit.length));
    },
    SLOW_MS,
  );

  it.each([
    'Frau Müller, geb. 1.1.1980, ',
    '[PERSON_1] ',
    'e\u0301\u200b',
    '\u202eabc ',
    ' ',
    '\u00a0',
    '\t',
  ])('gets through a long row of %j', (unit) => {
    expect(() => recogniser.recognise([unit.repeat(500_000 / unit.length)])).not.toThrow();
  });

  it('tells what a person chose to mask, also where it lies in something else or goes beyond it', () => {
    const byHand = (text: string | RequestText, ...mask: string[]) =>
      recogniser
        .recognise([text], { ...noTerms, mask })
        .flat()
        .map((item) => item.byHand === true);
    expect(byHand('Frau Kunigunde Zwiebelhuber', 'Zwiebelhuber')).toEqual([true]);
    expect(byHand('Frau Kunigunde Zwiebelhuber', 'Frau Kunigunde')).toContain(true);
    expect(byHand('Frau Kunigunde Zwiebelhuber', 'Nelke')).toEqual([false]);
    expect(byHand({ text: 'k.zwiebelhuber@post.example', whole: 'email' }, 'post.example')).toEqual([true]);
  });
});
