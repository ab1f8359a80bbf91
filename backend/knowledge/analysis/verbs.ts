import { STRONG_STEMS } from './strong-verbs.ts';
import { isNoun, isVerb, type Vocabulary } from './vocabulary.ts';

/** Prefixes after which `ge` and `zu` stand, and before which a strong stem is looked for; the longer ones first. */
const PREFIXES =
  `hinaus heraus hinein herein hinweg herbei zurueck zusammen gegenueber entgegen auseinander bereit bekannt
  vorbei voraus wieder weiter nieder unter ueber durch statt sicher fest frei fort nach teil acht wahr heim auf aus bei dar
  ein her hin los mit vor weg miss emp ent ver zer ab an be er ge um zu`
    .trim()
    .split(/\s+/u)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
const PREFIX_SET: ReadonlySet<string> = new Set(PREFIXES);
/** Endings of forms, of which the infinitive has `en` or `n`; the longer ones first. */
const ENDINGS = [
  'testen',
  'tetest',
  'ende',
  'enden',
  'ender',
  'endes',
  'endem',
  'test',
  'tet',
  'tes',
  'ter',
  'tem',
  'ten',
  'est',
  'end',
  'te',
  'st',
  'et',
  'es',
  'er',
  'em',
  'en',
  't',
  'e',
  'n',
  '',
].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
/** Of a participle with `ge`: the others would make verbs of nouns ("Gehalt", "Gebot"). */
const OF_PARTICIPLE = new Set([
  'tes',
  'ter',
  'tem',
  'ten',
  'te',
  't',
  'en',
  'ene',
  'ener',
  'enes',
  'enem',
  'enen',
  'et',
  'ete',
  'eter',
  'etes',
  'etem',
  'eten',
]);
const PARTICIPLE = /(?:t|te|ten|ter|tes|tem|ene|ener|enes|enem|enen)$/u;
/** Of nouns that are participles ("Beschäftigte"). */
const OF_NOUN = ['te', 'ten', 'ter', 'tes', 'tem'];
const MIN_STEM = 2;
const MAX_VERB = 40;

/** Finds the infinitive of a verb's form. */
export interface Verbs {
  /** @param word as `plain` writes it. @returns the infinitive, or null where the word is no form of a known verb */
  infinitiveOf(word: string): string | null;
}

export function createVerbs(vocabulary: Vocabulary): Verbs {
  const known = (infinitive: string) => isVerb(vocabulary.flags(infinitive));

  /** "nomm" → "nehmen", behind a prefix too */
  function strongInfinitive(stem: string): string | null {
    for (let at = 0; at <= stem.length - MIN_STEM; at++) {
      const strong = STRONG_STEMS.get(stem.slice(at));
      if (strong === undefined || (at > 0 && !PREFIX_SET.has(stem.slice(0, at)))) continue;
      const full = `${stem.slice(0, at)}${strong}en`;
      if (known(full)) return full;
    }
    return null;
  }

  /** "lehn" → "lehnen", "aender" → "aendern", "handl" → "handeln", "nomm" → "nehmen" */
  function infinitive(stem: string): string | null {
    if (stem.length < MIN_STEM) return null;
    const strong = strongInfinitive(stem);
    if (strong !== null) return strong;
    if (known(`${stem}en`)) return `${stem}en`;
    if (/(?:er|el)$/u.test(stem) && known(`${stem}n`)) return `${stem}n`;
    if (/[^aeiou][lr]$/u.test(stem)) {
      const longer = `${stem.slice(0, -1)}e${stem.slice(-1)}n`;
      if (known(longer)) return longer;
    }
    return null;
  }

  const without = (word: string, endings: Iterable<string>): string | null => {
    for (const ending of endings) {
      if (!word.endsWith(ending)) continue;
      const found = infinitive(word.slice(0, word.length - ending.length));
      if (found !== null) return found;
    }
    return null;
  };

  /** "abgelehnt", "abzulehnen": what stands between prefix and stem goes out. */
  function withInfix(word: string, fronts: readonly string[]): string | null {
    for (const front of fronts) {
      if (!word.startsWith(front)) continue;
      if (word.startsWith('ge', front.length)) {
        const found = without(`${front}${word.slice(front.length + 2)}`, OF_PARTICIPLE);
        if (found !== null) return found;
      }
      if (front !== '' && word.startsWith('zu', front.length) && word.endsWith('n')) {
        const found = `${front}${word.slice(front.length + 2)}`;
        if (known(found)) return found;
      }
    }
    return null;
  }

  return {
    infinitiveOf(word) {
      if (word.length < 4 || word.length > MAX_VERB) return null;
      const flags = vocabulary.flags(word);
      if (isNoun(flags)) {
        if (isVerb(flags) && /[rl]n$/u.test(word)) return word;
        // "die Beschäftigten": a participle that became a noun.
        return /t(?:e|en|er|es|em)$/u.test(word)
          ? (withInfix(word, PREFIXES) ?? without(word, OF_NOUN))
          : null;
      }
      if (isVerb(flags) && /(?:en|[rl]n)$/u.test(word))
        return strongInfinitive(word.replace(/en$/u, '')) ?? withInfix(word, ['', ...PREFIXES]) ?? word;
      if (!isVerb(flags) && !PARTICIPLE.test(word)) return null;
      return (
        strongInfinitive(word) ??
        withInfix(word, PREFIXES) ??
        (isVerb(flags) ? without(word, ENDINGS) : null) ??
        withInfix(word, ['']) ??
        without(word, OF_PARTICIPLE)
      );
    },
  };
}
