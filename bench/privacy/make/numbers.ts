import { documentDigit, healthDigit, ibanDigits, mod1110, pensionDigit } from './check-digits.ts';
import type { Chance } from './random.ts';

// Banks of the region and others that people have.
const banks = [
  '54051550',
  '54050220',
  '54051990',
  '54091700',
  '54290000',
  '54510067',
  '54070092',
  '50010517',
  '12030000',
  '67050505',
  '10011001',
  '59050101',
  '55050120',
  '66010075',
];

export const digits = (chance: Chance, count: number) =>
  Array.from({ length: count }, () => chance.int(0, 9)).join('');

const grouped = (text: string, sizes: number) =>
  text.match(new RegExp(`.{1,${sizes}}`, 'g'))?.join(' ') ?? text;

/** A bank code, as old forms still ask for it: eight digits. */
export const bankCode = (chance: Chance) => chance.choose(banks);

/** A valid IBAN without blanks; now and then an Austrian one. */
function ibanOf(chance: Chance): string {
  const isGerman = !chance.maybe(0.06);
  const account = isGerman ? `${bankCode(chance)}${digits(chance, 10)}` : `20111${digits(chance, 11)}`;
  const country = isGerman ? 'DE' : 'AT';
  return `${country}${ibanDigits(country, account)}${account}`;
}

/** An IBAN as people write it: in groups of four, at a stretch, or over two lines. */
export function writtenIban(chance: Chance): string {
  const iban = ibanOf(chance);
  const form = chance.next();
  if (form < 0.65) return grouped(iban, 4);
  if (form < 0.9) return iban;
  return `${grouped(iban.slice(0, 12), 4)}\n${grouped(iban.slice(12), 4)}`;
}

/** A valid Steuer-Identifikationsnummer: of its first ten digits one occurs twice and one not at all. */
function taxIdOf(chance: Chance): string {
  const pool = shuffled(chance, [...'0123456789']);
  const first = pool.slice(0, 9);
  first.push(chance.choose(first));
  let body = shuffled(chance, first);
  while (body[0] === '0') body = shuffled(chance, first);
  const written = body.join('');
  return `${written}${mod1110(written)}`;
}

export function writtenTaxId(chance: Chance): string {
  const id = taxIdOf(chance);
  return chance.maybe(0.6) ? `${id.slice(0, 2)} ${id.slice(2, 5)} ${id.slice(5, 8)} ${id.slice(8)}` : id;
}

/** A valid Umsatzsteuer-Identifikationsnummer. */
export function vatIdOf(chance: Chance): string {
  const body = `${chance.int(1, 9)}${digits(chance, 7)}`;
  const number = `${body}${mod1110(body)}`;
  return chance.maybe(0.7) ? `DE${number}` : `DE ${grouped(number, 3)}`;
}

/** A Steuernummer of a Finanzamt in Rheinland-Pfalz; nothing proves it but its label. */
export function taxNumberOf(chance: Chance): string {
  return `${chance.int(10, 46)}/${digits(chance, 3)}/${digits(chance, 5)}`;
}

/** A valid Versicherungsnummer of the pension insurance for somebody born on that day. */
export function pensionNumberOf(chance: Chance, born: Date, initial: string): string {
  const area = chance.choose(['53', '54', '13', '18', '24', '51']);
  const two = (value: number) => String(value).padStart(2, '0');
  const birth = `${two(born.getDate())}${two(born.getMonth() + 1)}${two(born.getFullYear() % 100)}`;
  const body = `${area}${birth}${initial}${two(chance.int(0, 98))}`;
  const number = `${body}${pensionDigit(body)}`;
  return chance.maybe(0.6) ? `${area} ${birth} ${number.slice(8, 9)} ${number.slice(9)}` : number;
}

/** A valid Krankenversichertennummer. */
export function healthNumberOf(chance: Chance): string {
  const body = `${chance.choose([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'])}${digits(chance, 8)}`;
  return `${body}${healthDigit(body)}`;
}

/** Serial number of a Personalausweis or Reisepass, half of them with the check digit that follows it. */
export function documentNumberOf(chance: Chance, paper: 'card' | 'passport'): string {
  const first = chance.choose([...(paper === 'card' ? 'LMNPRTVWXY' : 'CFGHJK')]);
  const body = `${first}${Array.from({ length: 8 }, () => chance.choose([...'0123456789CFGHJKLMNPRTVWXYZ'])).join('')}`;
  return chance.maybe(0.5) ? `${body}${documentDigit(body)}` : body;
}

function shuffled<T>(chance: Chance, values: readonly T[]): T[] {
  return values
    .map((value) => ({ value, order: chance.next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ value }) => value);
}
