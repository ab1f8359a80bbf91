import type { PersonFacts } from '../span.ts';
import { WORD } from '../lexicon/lexicon.ts';
import type { Found } from './found.ts';
import { GIVEN, NAMED, type Reading, SHAPE } from './reading.ts';
import { type Range } from './grammar.ts';
import { isParticle } from './particles.ts';
import { type Words, titled } from './words.ts';

/** A name without its inflection. */
export interface Plain {
  word: string;
  /** Characters that are inflection. */
  ending: number;
}

/**
 * `Müllers` → `Müller`, `Peter’s` → `Peter`, but `Hans`, `Peters` and `Mertens` stay.
 * @param isKnown whether a word was found as a name elsewhere in the request
 */
function plainOf(word: string, words: Words, isKnown: (word: string) => boolean): Plain {
  const apostrophe = /['’]s?$/u.exec(word);
  if (apostrophe !== null) return { word: word.slice(0, apostrophe.index), ending: apostrophe[0].length };
  if (!/[sS]$/u.test(word) || word.length < 4) return { word, ending: 0 };
  const stem = word.slice(0, -1);
  if (isKnown(stem)) return { word: stem, ending: 1 };
  if (/s$/u.test(stem) || isKnown(word) || (words.own(word) & NAMED) !== 0) return { word, ending: 0 };
  return (words.own(stem) & NAMED) !== 0 ? { word: stem, ending: 1 } : { word, ending: 0 };
}

const FURTHER = new Set(['der', 'den', 'dem', 'und', 'las', 'los', 'e', 'y']);

/** What is known of the person behind a found name. */
export function factsOf(
  reading: Reading,
  words: Words,
  found: Found,
  isKnown: (word: string) => boolean,
): PersonFacts & { end: number } {
  const { name } = found;
  const last = name.to - 1;
  const token = reading.words[last];
  let end = token?.end ?? 0;
  let ending = 0;
  let lastWord = token?.text ?? '';
  if (token?.kind === 'word') {
    const plain = plainOf(token.text, words, isKnown);
    lastWord = plain.word;
    ending = plain.ending;
    const sign = reading.text[end] ?? '';
    if (
      ending === 0 &&
      (sign === '’' || sign === "'") &&
      /[sxzßSXZ]$/u.test(token.text) &&
      !/['‚‘"]/u.test(reading.text[(reading.words[name.from]?.start ?? 0) - 1] ?? '')
    ) {
      ending = 1;
      end++;
    }
  }
  const part = ([from, to]: Range) => {
    let text = '';
    for (let index = from; index < to; index++) {
      const word = reading.words[index];
      if (word === undefined) continue;
      const plain = index === last ? lastWord : word.text;
      const glued = text === '' || word.text === '.' || word.text === '-' || text.endsWith('-');
      text +=
        (glued ? '' : ' ') +
        (reading.shape[index] === SHAPE.upper ||
        (reading.shape[index] === SHAPE.lower && !isParticle(word.text) && !FURTHER.has(word.text))
          ? titled(plain)
          : plain);
    }
    return text;
  };
  return {
    given: part(name.given),
    surname: part(name.surname),
    gender: found.gender ?? genderOf(reading, name.given),
    plural: found.plural,
    ending,
    end,
  };
}

function genderOf(reading: Reading, given: Range): 'female' | 'male' | null {
  for (let index = given[0]; index < given[1]; index++) {
    const flags = (reading.flags[index] ?? 0) & GIVEN;
    if (flags === WORD.givenFemale) return 'female';
    if (flags === WORD.givenMale) return 'male';
    if (flags !== 0) return null;
  }
  return null;
}
