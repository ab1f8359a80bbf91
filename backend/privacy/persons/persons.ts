import type { Candidate, Span } from '../span.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Token } from '../tokens.ts';
import type { View } from '../view.ts';
import { addressees } from './addresses.ts';
import { behindRoles } from './behind-roles.ts';
import { closeAll } from './blockers.ts';
import { agents } from './agents.ts';
import { closingLines } from './closing-lines.ts';
import { companions } from './companions.ts';
import { coordinated } from './coordination.ts';
import { factsOf } from './facts.ts';
import { firms } from './firms.ts';
import type { Found, Rule } from './found.ts';
import { fullNames } from './full-names.ts';
import { greetings } from './greetings.ts';
import { hinted } from './hints.ts';
import { labels } from './labels.ts';
import { folded, mailWords } from './mail-names.ts';
import { knownWords, propagated } from './propagation.ts';
import { markers } from './markers.ts';
import { parties } from './parties.ts';
import { type Reading, readingOf } from './reading.ts';
import { abbreviated, adjoined, extended, resolved } from './resolve.ts';
import { salutations } from './salutations.ts';
import { signOffs, signatures } from './sign-offs.ts';
import { sheets } from './sheets.ts';
import { singles } from './singles.ts';
import { smallLetters } from './small-letters.ts';
import { lists, tables } from './tables.ts';
import { degrees, offices } from './titles.ts';
import { smallTexts } from './small-texts.ts';
import { transcripts } from './transcripts.ts';
import { type Words, wordsOf } from './words.ts';

/** One text of a request, as the other recognisers left it. */
export interface PersonText {
  view: View;
  tokens: readonly Token[];
  /** What other recognisers took already: streets, places, mails, numbers. */
  taken: readonly Candidate[];
  /** Spans a trained tagger holds for persons, with how sure it is (margin ≥ 0). */
  hints: readonly (Span & { margin: number })[];
}

const RULES: readonly Rule[] = [
  salutations,
  greetings,
  degrees,
  offices,
  behindRoles,
  labels,
  markers,
  tables,
  lists,
  sheets,
  signOffs,
  signatures,
  closingLines,
  transcripts,
  companions,
  agents,
  fullNames,
  firms,
  parties,
  smallLetters,
  smallTexts,
  singles,
];

/**
 * Finds the persons in the texts of one request. A name that stands beside a cue in one of them is found in all of
 * them, inflected too. Linear in the length of the texts.
 * @returns for each text its candidates, sorted and without overlaps
 */
export function recognisePersons(texts: readonly PersonText[], lexicon: Lexicon): Candidate[][] {
  const words = wordsOf(lexicon);
  const readings = texts.map(({ view, tokens, taken }) => {
    const reading = readingOf(view.text, tokens, taken, words);
    closeAll(reading);
    return reading;
  });
  const found = readings.map((reading, index) => {
    const text = texts[index];
    const first = [
      ...RULES.flatMap((rule) => rule(reading, words)),
      ...addressees(reading, words, text?.taken ?? []),
      ...hinted(reading, words, text?.hints ?? []),
    ];
    return [...first, ...coordinated(reading, words, first)];
  });
  const mails = new Set(texts.flatMap(({ view, taken }) => mailWords(view.text, taken)).map(folded));
  // What stands in a list beside a name that was found again is a name, and is found again in its turn.
  const known = knownWords(readings, found, words);
  const again = readings.map((reading, index) => {
    const all = [...(found[index] ?? []), ...propagated(reading, known, mails)];
    return [...all, ...coordinated(reading, words, all)];
  });
  const everyKnown = knownWords(readings, again, words);
  const isKnown = (word: string) => everyKnown.has(word.toLowerCase());
  return readings.map((reading, index) =>
    candidates(reading, words, [...(again[index] ?? []), ...propagated(reading, everyKnown, mails)], isKnown),
  );
}

function candidates(
  reading: Reading,
  words: Words,
  found: readonly Found[],
  isKnown: (word: string) => boolean,
): Candidate[] {
  return abbreviated(reading, adjoined(reading, extended(reading, words, resolved(found)))).map((one) => {
    const { end, ...person } = factsOf(reading, words, one, isKnown);
    return {
      start: reading.words[one.name.from]?.start ?? 0,
      end,
      kind: 'person',
      rule: `person.${one.rule}`,
      weight: one.sure > 1 ? 2 : 1,
      person,
    };
  });
}
