import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  isHealthNumber,
  isIcao,
  isLuhn,
  isMod11Of10,
  isMod97,
  isPensionNumber,
  isTaxId,
  isVatId,
} from './check-digits.ts';
import { marked } from './testing/marked.ts';

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((all) => all.join(''));
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const letter = fc.constantFrom(...LETTERS);

/** The digit that makes a number whole; the check digit is the last. */
function completed(body: string, isWhole: (number: string) => boolean): string | null {
  for (let digit = 0; digit <= 9; digit++) if (isWhole(`${body}${digit}`)) return `${body}${digit}`;
  return null;
}

/** Ten digits of which exactly one stands there twice, the first not 0. */
const taxBody = fc
  .tuple(fc.shuffledSubarray([...'0123456789'], { minLength: 9, maxLength: 9 }), fc.nat(8), fc.nat(9))
  .map(([nine, which, where]) => nine.toSpliced(where, 0, nine[which] ?? '').join(''))
  .filter((body) => !body.startsWith('0'));
const pensionBody = fc
  .tuple(
    fc.integer({ min: 2, max: 89 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 12 }),
    digits(2),
    letter,
    digits(2),
  )
  .map(
    ([area, day, month, year, initial, serial]) =>
      [String(area), String(day), String(month)].map((part) => part.padStart(2, '0')).join('') +
      year +
      initial +
      serial,
  );
const healthBody = fc.tuple(letter, digits(8)).map((parts) => parts.join(''));
const germanIban = digits(18).map((account) => {
  for (let check = 2; check <= 98; check++) {
    const iban = `DE${String(check).padStart(2, '0')}${account}`;
    if (isMod97(iban)) return iban;
  }
  throw new Error('every account has check digits');
});
const inFours = (text: string) => text.replaceAll(/.{4}(?=.)/gu, '$& ');

describe('check digits of known numbers', () => {
  it('holds for the numbers that authorities show as examples', () => {
    expect(isTaxId('65929970489')).toBe(true);
    expect(isVatId('136695976')).toBe(true);
    expect(isPensionNumber('65170839J003')).toBe(true);
    expect(isHealthNumber('A000500015')).toBe(true);
    expect(isIcao('T220001293')).toBe(true);
    expect(isIcao('6408125')).toBe(true);
    expect(isLuhn('4111111111111111')).toBe(true);
    expect(isMod97('DE89370400440532013000')).toBe(true);
    expect(isMod97('GB82WEST12345698765432')).toBe(true);
  });

  it('does not hold for what is no such number', () => {
    expect(isTaxId('11111111111')).toBe(false);
    expect(isTaxId('02345678901')).toBe(false);
    expect(isVatId('012345678')).toBe(false);
    expect(isPensionNumber('65990839J003')).toBe(false);
    expect(isPensionNumber('651708390003')).toBe(false);
    expect(isHealthNumber('1000500015')).toBe(false);
    expect(isIcao('T22000129X')).toBe(false);
    expect(isLuhn('')).toBe(false);
    expect(isMod97('DE89370400440532013O00')).toBe(false);
  });
});

describe('every one changed digit is noticed', () => {
  const cases = [
    ['Steuer-ID', taxBody, isMod11Of10],
    ['Versicherungsnummer', pensionBody, isPensionNumber],
    ['Krankenversichertennummer', healthBody, isHealthNumber],
    ['Luhn', digits(15), isLuhn],
  ] as const;
  it.each(cases)('%s', (_, bodies, isWhole) => {
    fc.assert(
      fc.property(bodies, fc.integer({ min: 1, max: 9 }), (body, change) => {
        const whole = completed(body, isWhole);
        if (whole === null) return;
        const last = (Number(whole.at(-1)) + change) % 10;
        expect(isWhole(whole.slice(0, -1) + String(last))).toBe(false);
      }),
    );
  });

  it('IBAN, at any place', () => {
    fc.assert(
      fc.property(
        germanIban,
        fc.integer({ min: 4, max: 21 }),
        fc.integer({ min: 1, max: 9 }),
        (iban, at, change) => {
          const digit = (Number(iban[at]) + change) % 10;
          expect(isMod97(iban.slice(0, at) + String(digit) + iban.slice(at + 1))).toBe(false);
        },
      ),
    );
  });
});

describe('what a check digit proves is found without a label', () => {
  const found = (number: string, kind: string) => {
    const { text, kinds } = marked(`Wir haben ${number} gespeichert.`);
    expect(text).toBe(`Wir haben [[${number}]] gespeichert.`);
    expect(kinds).toEqual([kind]);
  };

  it('Steuer-ID, plain and in groups', () => {
    fc.assert(
      fc.property(taxBody, (body) => {
        const whole = completed(body, isTaxId);
        if (whole === null) return;
        found(whole, 'tax-id');
        found(whole.replace(/^(..)(...)(...)(...)$/u, '$1 $2 $3 $4'), 'tax-id');
      }),
    );
  });

  it('Versicherungsnummer, plain and in groups', () => {
    fc.assert(
      fc.property(pensionBody, (body) => {
        const whole = completed(body, isPensionNumber);
        expect(whole).not.toBeNull();
        found(whole ?? '', 'social-security');
        found((whole ?? '').replace(/^(..)(.{6})(.)(...)$/u, '$1 $2 $3 $4'), 'social-security');
      }),
    );
  });

  it('Krankenversichertennummer', () => {
    fc.assert(
      fc.property(healthBody, (body) => found(completed(body, isHealthNumber) ?? '', 'social-security')),
    );
  });

  it('IBAN, plain, in fours, small, over two lines', () => {
    fc.assert(
      fc.property(germanIban, fc.nat(4), (iban, broken) => {
        found(iban, 'iban');
        found(inFours(iban), 'iban');
        found(iban.toLowerCase(), 'iban');
        let space = 0;
        found(
          inFours(iban).replaceAll(' ', () => (space++ === broken ? '\n' : ' ')),
          'iban',
        );
      }),
    );
  });

  it('leaves eleven digits with a wrong check digit alone', () => {
    fc.assert(
      fc.property(taxBody, fc.integer({ min: 1, max: 9 }), (body, change) => {
        const whole = completed(body, isTaxId);
        if (whole === null) return;
        const text = `Wir haben ${whole.slice(0, -1)}${(Number(whole.at(-1)) + change) % 10} gespeichert.`;
        expect(marked(text).text).toBe(text);
      }),
    );
  });
});
