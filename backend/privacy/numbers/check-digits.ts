const LETTER_BASE = 64;

/** Digits of a text as numbers. */
const digitsOf = (text: string): number[] => Array.from(text, Number);
/** Cross sum of a product below 100. */
const crossSum = (value: number): number => Math.floor(value / 10) + (value % 10);
/** A = 01 … Z = 26. */
const twoDigits = (letter: string): string =>
  String(letter.toUpperCase().charCodeAt(0) - LETTER_BASE).padStart(2, '0');

/**
 * ISO 7064 MOD 11,10 (Steuer-ID, USt-IdNr, Wirtschafts-IdNr): is the last digit the check digit of those before it?
 *
 * @param digits nothing but digits
 */
export function isMod11Of10(digits: string): boolean {
  let product = 10;
  for (const digit of digitsOf(digits.slice(0, -1))) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === Number(digits.at(-1));
}

/**
 * Steuerliche Identifikationsnummer (§ 139b AO): eleven digits, the first not 0, of the first ten exactly one digit
 * twice or three times, and the check digit.
 */
export function isTaxId(digits: string): boolean {
  if (!/^[1-9]\d{10}$/u.test(digits)) return false;
  const counts = new Map<string, number>();
  for (const digit of digits.slice(0, 10)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
  const repeated = [...counts.values()].filter((count) => count > 1);
  return repeated.length === 1 && (repeated[0] ?? 0) <= 3 && isMod11Of10(digits);
}

/** Umsatzsteuer-Identifikationsnummer of Germany without its `DE`: nine digits. */
export function isVatId(digits: string): boolean {
  return /^[1-9]\d{8}$/u.test(digits) && isMod11Of10(digits);
}

const PENSION_WEIGHTS = [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1];

/** Has a Versicherungsnummer (§ 147 SGB VI) its form, with a birth date that can be? `65170839J003` */
export function hasPensionForm(number: string): boolean {
  const parts = /^\d{2}(\d{2})(\d{2})\d{2}[A-Z]\d{3}$/iu.exec(number);
  if (parts === null) return false;
  // The day may be raised by 50 where two persons would get the same number; day and month may be unknown.
  const day = Number(parts[1]) % 50;
  return day <= 31 && Number(parts[2]) <= 12;
}

/** Does the check digit of a Versicherungsnummer (VKVV § 4) hold? */
export function isPensionNumber(number: string): boolean {
  if (!hasPensionForm(number)) return false;
  const digits = digitsOf(number.slice(0, 8) + twoDigits(number[8] ?? '') + number.slice(9, 11));
  const sum = digits.reduce((all, digit, at) => all + crossSum(digit * (PENSION_WEIGHTS[at] ?? 0)), 0);
  return sum % 10 === Number(number.at(-1));
}

/** Krankenversichertennummer (§ 290 SGB V), its part that never changes: a letter and nine digits, the last the check digit. */
export function isHealthNumber(number: string): boolean {
  if (!/^[A-Z]\d{9}$/iu.test(number)) return false;
  const digits = digitsOf(twoDigits(number[0] ?? '') + number.slice(1, 9));
  const sum = digits.reduce((all, digit, at) => all + crossSum(digit * (1 + (at % 2))), 0);
  return sum % 10 === Number(number.at(-1));
}

/** ICAO 9303: weights 7, 3, 1; A = 10 … Z = 35, `<` = 0. Is the last character the check digit of those before it? */
export function isIcao(field: string): boolean {
  const weights = [7, 3, 1];
  let sum = 0;
  for (const [at, character] of Array.from(field.slice(0, -1)).entries()) {
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    sum += value * (weights[at % 3] ?? 0);
  }
  return String(sum % 10) === field.at(-1);
}

/** Luhn's formula (ISO/IEC 7812): credit cards, IMEI. */
export function isLuhn(digits: string): boolean {
  const sum = digitsOf(digits)
    .reverse()
    .reduce((all, digit, at) => all + (at % 2 === 0 ? digit : crossSum(digit * 2)), 0);
  return digits !== '' && sum % 10 === 0;
}

/** ISO 7064 MOD 97-10 as IBAN uses it (ISO 13616): country and check digits count at the end. */
export function isMod97(iban: string): boolean {
  let rest = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    if (Number.isNaN(value)) return false;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
