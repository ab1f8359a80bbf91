/** The check digit of ISO 7064 MOD 11,10: Steuer-ID (§ 139b AO) and USt-IdNr. */
export function mod1110(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** The two check digits of an IBAN (ISO 13616, MOD 97-10). */
export function ibanDigits(country: string, account: string): string {
  const letters = (text: string) => text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return String(98n - (BigInt(letters(`${account}${country}00`)) % 97n)).padStart(2, '0');
}

const crossSum = (value: number) => Math.floor(value / 10) + (value % 10);

const spelled = (text: string) =>
  text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, '0'));

const weighted = (digits: string, weights: readonly number[]) =>
  [...digits].reduce(
    (sum, digit, at) => sum + crossSum(Number(digit) * (weights[at % weights.length] ?? 0)),
    0,
  );

/** The check digit of a Versicherungsnummer (§ 2 VKVV) without its last digit, such as `53270185M01`. */
export function pensionDigit(number: string): string {
  return String(weighted(spelled(number), [2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1]) % 10);
}

/** The check digit of a Krankenversichertennummer without its last digit, such as `A12345678`. */
export function healthDigit(number: string): string {
  return String(weighted(spelled(number), [1, 2]) % 10);
}

/** The check digit of an Ausweisnummer (ICAO 9303: 7, 3, 1). */
export function documentDigit(number: string): string {
  const value = (character: string) =>
    /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
  return String(
    [...number].reduce((sum, character, at) => sum + value(character) * ([7, 3, 1][at % 3] ?? 0), 0) % 10,
  );
}
