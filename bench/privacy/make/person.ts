import type { Half } from './halves.ts';
import type { Chance } from './random.ts';

/** Somebody in a text; every form is marked and stands without Frau, Herr and titles, which are added outside. */
export interface Person {
  isFemale: boolean;
  plainGiven: string;
  plainSurname: string;
  /** `{p:Lena Müller}` */
  full: string;
  /** `{p:Müller}` */
  surname: string;
  /** `{p:Lena}` */
  given: string;
  /** `{p:Müllers}`, `{p:Voß’}` */
  genitive: string;
  /** `{p:Lena Müllers}` */
  fullGenitive: string;
  /** `{p:Müller, Lena}` */
  reversed: string;
  /** `{p:MÜLLER, Lena}` */
  listed: string;
  /** `{p:LENA MÜLLER}` */
  upper: string;
  /** `{p:lena müller}` */
  lower: string;
  /** `{p:L. Müller}` */
  initialed: string;
  /** `Frau {p:Müller}`, sometimes with a title */
  formal: string;
  /** `Herrn {p:Müller}`: the dative and accusative */
  formalDative: string;
  /** `Sehr geehrte Frau {p:Müller},` */
  salutation: string;
  /** What stands above an address: `Herrn\n{p:Uwe Müller}` */
  addressee: string;
  /** `sie` or `er`, at the start of a sentence */
  She: string;
  her: string;
}

const marked = (words: string) => `{p:${words}}`;

/** The genitive as officials write it: with an apostrophe after an s sound. */
const genitiveOf = (name: string) => (/(?:[sßxz]|ce)$/i.test(name) ? `${name}’` : `${name}s`);

/** Somebody whose names belong to a half. */
export function createPerson(chance: Chance, half: Half): Person {
  const isFemale = chance.maybe(0.5);
  return personOf(chance, isFemale, givenOf(chance, half, isFemale), surnameOf(chance, half));
}

/** Somebody of the same family. */
export function createRelative(chance: Chance, half: Half, relative: Person): Person {
  const isFemale = chance.maybe(0.5);
  return personOf(chance, isFemale, givenOf(chance, half, isFemale), relative.plainSurname);
}

export function surnameOf(chance: Chance, half: Half): string {
  const kind = chance.next();
  if (kind < 0.58) return chance.choose(half.surnames.plain);
  if (kind < 0.74) return chance.choose(half.surnames.everyday);
  if (kind < 0.9) return chance.choose(half.surnames.migrants);
  if (kind < 0.96) return chance.choose(half.surnames.ofSeveralWords);
  return `${chance.choose(half.surnames.plain.filter((name) => !name.includes('-')))}-${chance.choose(half.surnames.everyday)}`;
}

function givenOf(chance: Chance, half: Half, isFemale: boolean): string {
  const names = isFemale ? half.female : half.male;
  const first = chance.choose(names);
  const second = chance.choose(names);
  return chance.maybe(0.12) && first !== second ? `${first} ${second}` : first;
}

function personOf(chance: Chance, isFemale: boolean, given: string, surname: string): Person {
  const title = chance.maybe(0.08) ? chance.choose(['Dr. ', 'Prof. Dr. ', 'Dr. med. ', 'Dipl.-Ing. ']) : '';
  const word = isFemale ? 'Frau' : 'Herr';
  const initials = given.split(' ').map(initialOf).join(' ');
  const space = chance.maybe(0.05) ? '\u00a0' : ' ';
  return {
    isFemale,
    plainGiven: given,
    plainSurname: surname,
    full: marked(`${given} ${surname}`),
    surname: marked(surname),
    given: marked(given),
    genitive: marked(genitiveOf(surname)),
    fullGenitive: marked(`${given} ${genitiveOf(surname)}`),
    reversed: marked(`${surname}, ${given}`),
    listed: marked(`${surname.toLocaleUpperCase('de').replace(/ß/g, 'SS')}, ${given}`),
    upper: marked(`${given} ${surname}`.toLocaleUpperCase('de')),
    lower: marked(`${given} ${surname}`.toLocaleLowerCase('de')),
    initialed: marked(`${initials} ${surname}`),
    formal: `${word}${space}${title}${marked(surname)}`,
    formalDative: `${isFemale ? 'Frau' : 'Herrn'}${space}${title}${marked(surname)}`,
    salutation: `Sehr geehrte${isFemale ? '' : 'r'} ${word}${space}${title}${marked(surname)},`,
    addressee: `${isFemale ? 'Frau' : 'Herrn'}${chance.maybe(0.7) ? '\n' : ' '}${title}${marked(`${given} ${surname}`)}`,
    She: isFemale ? 'Sie' : 'Er',
    her: isFemale ? 'ihr' : 'sein',
  };
}

const initialOf = (name: string) =>
  name
    .split('-')
    .map((part) => `${[...part][0]?.toLocaleUpperCase('de')}.`)
    .join('-');
