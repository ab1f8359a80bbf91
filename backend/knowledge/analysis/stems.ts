import { stemmer } from '@orama/stemmers/german';
import { bare } from './fold.ts';
import type { Verbs } from './verbs.ts';
import { isNoun, isVerb, type Vocabulary } from './vocabulary.ts';

/** What the forms of a word have in common. */
export interface Stems {
  /**
   * @param word as `plain` writes it
   * @returns its stems: one, or two where a noun is made of a verb's form ("Beschäftigte")
   */
  stemsOf(word: string): string[];
}

/** Snowball's German stemmer, on words whose forms it does not know by itself: verbs, `-lung`, `-innen`. */
export function createStems(vocabulary: Vocabulary, verbs: Verbs): Stems {
  const ofVerb = (infinitive: string) =>
    // Snowball would make "and" of "ändern", and "ander" of "Änderung".
    /(?:er|el)n$/u.test(infinitive) ? bare(infinitive.slice(0, -1)) : stemmer(bare(infinitive));

  function ofNoun(word: string): string {
    const noun = masculine(word) ?? word;
    const lung = /^(.*[^aeiou])([lr])ung(?:en|s)?$/u.exec(noun);
    if (lung !== null) {
      const verb = `${lung[1] ?? ''}e${lung[2] ?? ''}`;
      if (isVerb(vocabulary.flags(`${verb}n`))) return bare(verb);
    }
    const erung = /^(.*(?:er|el))ung(?:en|s)?$/u.exec(noun);
    if (erung !== null) return bare(erung[1] ?? '');
    return stemmer(bare(noun));
  }

  /** "Beamtinnen" → "Beamte", "Bewerberin" → "Bewerber" */
  function masculine(word: string): string | null {
    const stem = /^(.{3,})in(?:nen)?$/u.exec(word)?.[1];
    if (stem === undefined || !isNoun(vocabulary.flags(word))) return null;
    for (const ending of ['', 'e', 'er']) if (isNoun(vocabulary.flags(stem + ending))) return stem + ending;
    const plainer = stem.replace(/ae(?=[^aeiou]+$)/u, 'a');
    return plainer !== stem && isNoun(vocabulary.flags(plainer)) ? plainer : null;
  }

  return {
    stemsOf(word) {
      const infinitive = verbs.infinitiveOf(word);
      if (infinitive === null) return [ofNoun(word)];
      const verb = ofVerb(infinitive);
      const noun = infinitive !== word && isNoun(vocabulary.flags(word)) ? ofNoun(word) : verb;
      return noun === verb ? [verb] : [noun, verb];
    },
  };
}
