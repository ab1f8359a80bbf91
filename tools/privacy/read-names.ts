import { fromPackage, ownWords, textOf } from './read-words.ts';
import { transliterate } from './transliterate.ts';

/** Names of persons. A name may be in several sets. */
export interface PersonNames {
  female: Set<string>;
  male: Set<string>;
  surnames: Set<string>;
}

type Forms = Partial<Record<'generic' | 'female' | 'male', readonly string[]>>;
interface Definitions {
  person?: { first_name?: Forms; last_name?: Forms };
}

/** Locales of faker whose names are written in Latin letters. */
const LATIN = [
  'de',
  'de_AT',
  'de_CH',
  'tr',
  'pl',
  'ro',
  'hr',
  'sr_RS_latin',
  'sl_SI',
  'it',
  'nl',
  'nl_BE',
  'fr',
  'fr_CH',
  'es',
  'pt_PT',
  'hu',
  'cs_CZ',
  'sk',
  'da',
  'sv',
  'nb_NO',
  'fi',
  'lv',
  'az',
  'vi',
  'en',
];
const CYRILLIC = ['ru', 'uk', 'mk'] as const;
/** Locales near enough to ours for their names to count although they are German words. */
const NATIVE = new Set(['de', 'de_AT', 'de_CH']);

/**
 * Reads names from all sources.
 * @param isWord whether a word is a common word or a place here: such a name counts only from a list of German names
 */
export function readNames(isWord: (word: string) => boolean): PersonNames {
  const names: PersonNames = { female: new Set(), male: new Set(), surnames: new Set() };
  const votes = new Map<string, number>();
  for (const locale of LATIN) {
    const { first, last } = fakerNames(locale);
    const native = NATIVE.has(locale);
    for (const sex of ['female', 'male'] as const) {
      const given = [...(first[sex] ?? []), ...(first.generic ?? [])].flatMap((name) => name.split(' '));
      for (const name of given) if (native || !isWord(name)) names[sex].add(name);
      for (const name of new Set(given)) vote(votes, name.toLowerCase());
    }
    for (const name of Object.values(last)
      .flat()
      .flatMap((full) => full.split(/[ -]/u)))
      if (name.length > 1 && (native || !isWord(name))) names.surnames.add(name);
  }
  for (const locale of CYRILLIC) {
    const { first, last } = fakerNames(locale);
    const put = (set: Set<string>, list: readonly string[] = []) => {
      for (const name of list.flatMap((one) => transliterate(one, locale))) if (!isWord(name)) set.add(name);
    };
    put(names.female, first.female);
    put(names.male, first.male);
    for (const list of Object.values(last)) put(names.surnames, list);
  }
  for (const name of ownWords('given-female')) names.female.add(name);
  for (const name of ownWords('given-male')) names.male.add(name);
  for (const name of [...ownWords('surnames'), ...ownWords('public-persons')]) names.surnames.add(name);
  const mixed = textOf('@cspell/dict-people-names/dict/people-names.txt')
    .split('\n')
    .filter((line) => /^\p{Lu}\p{L}+(?:['’-]\p{L}+)*$/u.test(line));
  for (const name of new Set(mixed.map((word) => word.toLowerCase()))) vote(votes, name);
  addGenders(names, votes, isWord);
  const given = new Set([...names.female, ...names.male].map((name) => name.toLowerCase()));
  for (const name of mixed) if (!isWord(name) && !given.has(name.toLowerCase())) names.surnames.add(name);
  return names;
}

/** The German and Turkish lists count as they are; of the others a name counts that a second source has. */
function addGenders(names: PersonNames, votes: Map<string, number>, isWord: (word: string) => boolean): void {
  const lists = new Map<string, [string, string][]>();
  for (const language of ['de', 'tr', 'en', 'fr', 'es', 'it']) {
    const text = textOf(`gender-detection-from-name/names/${language}.js`);
    const pairs = Array.from(
      text.matchAll(/\['([^']+)', '(male|female)'\]/gu),
      ([, name = '', sex = '']) => [name, sex] as [string, string],
    );
    lists.set(language, pairs);
    for (const [name] of pairs) vote(votes, name);
  }
  for (const [language, pairs] of lists)
    for (const [name, sex] of pairs) {
      if (name.length < 3 || /[^\p{L}-]/u.test(name) || (language !== 'de' && isWord(name))) continue;
      if (language === 'de' || language === 'tr' || (votes.get(name) ?? 0) > 1)
        names[sex === 'female' ? 'female' : 'male'].add(name);
    }
}

function vote(votes: Map<string, number>, name: string): void {
  votes.set(name, (votes.get(name) ?? 0) + 1);
}

function fakerNames(locale: string): { first: Forms; last: Forms } {
  const { faker } = fromPackage(`@faker-js/faker/locale/${locale}`) as {
    faker: { rawDefinitions: Definitions };
  };
  const { first_name: first = {}, last_name: last = {} } = faker.rawDefinitions.person ?? {};
  return { first, last };
}
