import type { Half } from './halves.ts';
import {
  bankCode,
  digits,
  documentNumberOf,
  healthNumberOf,
  pensionNumberOf,
  taxNumberOf,
  vatIdOf,
  writtenIban,
  writtenTaxId,
} from './numbers.ts';
import { createPerson, createRelative, type Person } from './person.ts';
import type { Chance } from './random.ts';

/** What a template fills its text with; what is personal comes with its mark. */
export interface Writer extends Chance {
  person(): Person;
  persons(count: number): Person[];
  relative(of: Person): Person;
  /** A surname without mark, for the names of firms that are no person. */
  firmName(): string;
  /** Street and number. */
  street(): string;
  /** PLZ and place. */
  town(): string;
  /** A place without PLZ and without mark. */
  townName(): string;
  /** Street, PLZ and place, in one line. */
  address(): string;
  birth(age?: 'adult' | 'child'): Birth;
  phone(): string;
  mobile(): string;
  email(person: Person): string;
  iban(): string;
  /** Konto and BLZ of before 2014. */
  account(): string;
  taxId(): string;
  taxNumber(): string;
  vatId(): string;
  pension(birth: Birth, person: Person): string;
  health(): string;
  paper(kind: 'card' | 'passport'): string;
  plate(): string;
  /** An Aktenzeichen of an authority. */
  file(): string;
  /** A number by a pattern: `#` is a digit, `@` an upper-case letter. */
  number(pattern: string): string;
  /** A date of a document or a deadline: not personal. */
  date(): string;
  /** Euros: not personal. */
  amount(): string;
}

export interface Birth {
  date: Date;
  /** Marked. */
  written: string;
}

const months = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);
const two = (value: number) => String(value).padStart(2, '0');

export function createWriter(chance: Chance, half: Half): Writer {
  const digit = (count: number) => digits(chance, count);
  const writtenDate = (year: number, month: number, day: number, isShort: boolean) =>
    isShort ? `${two(day)}.${two(month + 1)}.${year}` : `${day}. ${months[month]} ${year}`;

  const birth = (age: 'adult' | 'child' = 'adult'): Birth => {
    const first = age === 'child' ? 2009 : 1936;
    const last = age === 'child' ? 2025 : 2006;
    const date = new Date(chance.int(first, last), chance.int(0, 11), chance.int(1, 28));
    const [year, month, day] = [date.getFullYear(), date.getMonth(), date.getDate()];
    const form = chance.next();
    const written =
      form < 0.55
        ? writtenDate(year, month, day, true)
        : form < 0.8
          ? writtenDate(year, month, day, false)
          : form < 0.9
            ? `${day}.${month + 1}.${year}`
            : `${two(day)}.${two(month + 1)}.${two(year % 100)}`;
    return { date, written: `{b:${written}}` };
  };

  const phone = () => {
    const code = chance.choose(half.diallingCodes);
    const own = `${chance.int(2, 9)}${digit(chance.int(3, 5))}`;
    return chance.choose([
      `{t:${code} ${own}}`,
      `{t:${code}/${own}}`,
      `{t:${code} / ${own.slice(0, 2)} ${own.slice(2)}}`,
      `{t:${code}-${own}}`,
      `{t:(${code.slice(0, 1)} ${code.slice(1, 3)} ${code.slice(3)}) ${own.slice(0, 2)} ${own.slice(2)}}`,
      `{t:+49 ${code.slice(1)} ${own}}`,
      `{t:+49 (0)${code.slice(1)} ${own}}`,
      `{t:${code} ${own}-${chance.int(10, 399)}}`,
    ]);
  };

  const mobile = () => {
    const code = chance.choose(['0151', '0160', '0170', '0171', '0172', '0175', '0176', '0163', '0152']);
    const own = `${chance.int(2, 9)}${digit(code === '0151' || code === '0176' || code === '0152' ? 7 : 6)}`;
    return chance.choose([
      `{t:${code} ${own}}`,
      `{t:${code}/${own}}`,
      `{t:${code} ${own.slice(0, 3)} ${own.slice(3, 5)} ${own.slice(5)}}`,
      `{t:+49 ${code.slice(1)} ${own}}`,
      `{t:0049${code.slice(1)}${own}}`,
      `{t:${code}-${own}}`,
    ]);
  };

  const street = () => {
    const number = `${chance.int(1, 148)}${chance.maybe(0.15) ? chance.choose(['a', ' b', '-12', '/2', ' c']) : ''}`;
    return `{s:${chance.choose(half.streets)} ${number}}`;
  };
  const town = () => `{o:${chance.choose(half.towns)}}`;
  const number = (pattern: string) =>
    `{r:${pattern.replace(/[#@]/g, (sign) =>
      sign === '#' ? digit(1) : chance.choose([...'ABCDEFGHKLMNPRSTVW']),
    )}}`;

  return {
    ...chance,
    person: () => createPerson(chance, half),
    persons: (count) => Array.from({ length: count }, () => createPerson(chance, half)),
    relative: (of) => createRelative(chance, half, of),
    firmName: () => chance.choose(half.surnames.plain),
    street,
    town,
    townName: () => chance.choose(half.towns).slice(6),
    address: () => `${street()}, ${town()}`,
    birth,
    phone,
    mobile,
    email: (person) => `{e:${mailbox(chance, person)}}`,
    iban: () => `{i:${writtenIban(chance)}}`,
    account: () =>
      `Konto-Nr. {a:${digit(chance.int(6, 10)).replace(/^0/, '4')}}, BLZ {-:${bankCode(chance)}}`,
    taxId: () => `{x:${writtenTaxId(chance)}}`,
    taxNumber: () => `{x:${taxNumberOf(chance)}}`,
    vatId: () => `{x:${vatIdOf(chance)}}`,
    pension: (born, person) => `{v:${pensionNumberOf(chance, born.date, initialOf(person))}}`,
    health: () => `{v:${healthNumberOf(chance)}}`,
    paper: (kind) => `{d:${documentNumberOf(chance, kind)}}`,
    plate: () =>
      `{k:${chance.choose(half.plateDistricts)}${chance.choose(['-', ' ', '–'])}${chance.choose([...'ABCDEHKLMNPRSTX'])}${chance.maybe(0.7) ? chance.choose([...'ABCEGHKLMNPRSTUVWXYZ']) : ''}${chance.maybe(0.9) ? ' ' : ''}${chance.int(1, 9999)}${chance.maybe(0.05) ? 'E' : ''}}`,
    file: () =>
      number(
        chance.choose([
          '##-###/##',
          '#/###-##-@@',
          '@@ ##.#-####/2026',
          '#.##.##-@-####',
          'FB#-##/####',
          '#####-@@/##',
          '##@####-2026',
          '@@@-2026-#####',
        ]),
      ),
    number,
    date: () => writtenDate(2026, chance.int(0, 11), chance.int(1, 28), chance.maybe(0.6)),
    amount: () =>
      `${chance.maybe(0.12) ? `${chance.int(1, 9)}.${digit(3)}` : chance.int(12, 990)},${two(chance.int(0, 99))} ${chance.choose(['€', 'Euro', 'EUR'])}`,
  };
}

const latin = (text: string) =>
  text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .replace(/ı/g, 'i')
    .replace(/ł/g, 'l')
    .normalize('NFD')
    .replace(/[^a-z-]/g, '');

const initialOf = (person: Person) => latin(person.plainSurname).slice(0, 1).toUpperCase() || 'X';

function mailbox(chance: Chance, { plainGiven, plainSurname }: Person): string {
  const [given, surname] = [
    latin(plainGiven.split(' ')[0] ?? ''),
    latin(plainSurname.split(' ').at(-1) ?? ''),
  ];
  const host = chance.choose([
    't-online.example',
    'gmx.example',
    'web.example',
    'posteo.example',
    'mail.example',
  ]);
  const name = chance.choose([
    `${given}.${surname}`,
    `${given.slice(0, 1)}.${surname}`,
    `${surname}${chance.int(1, 99)}`,
    `${given}_${surname}`,
    `${surname}.${given}`,
  ]);
  return `${name}@${host}`;
}
