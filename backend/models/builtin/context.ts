import type { Digest } from '../../text/digest.ts';
import type { Sentence } from '../../text/sentences.ts';

/** Begins with a word that stands for something in the sentence before. */
const REFERS =
  /^(?:(?:Sie|Er) (?:ist|sind|wird|werden|hat|haben|gilt|gelten|darf|dürfen|kann|können|muss|müssen|soll|sollen|endet|enden|beginnt|beginnen|umfasst|beträgt|tritt|treten)|Seine?[nmrs]?|\p{Lu}\p{L}+, (?:die|der|das) (?:danach|dann|daraufhin)|Dies|Dieser|Diese|Dieses|Letztere[rs]?|Dabei|Dazu|Dafür|Davon|Dagegen|Darin)(?!\p{L})/u;
/** Where the writer speaks to somebody, "Sie" is that person. */
const ADDRESSED = /(?<!\p{L})(?:Ihnen|Ihre[nmrs]?|Ihr|Sie)(?!\p{L})/u;
const MAX_CHARS = 400;

/** Whether a sentence can hardly be understood without the one before. */
export function refersBack(text: string): boolean {
  return REFERS.test(text);
}

/**
 * A sentence as it can be understood alone, word for word: an item of a list with its lead-in, a row of deadlines with
 * its day in front, a sentence that begins with "Sie sind" or "Dies" with the one before; any other as it is.
 */
export function inContext(from: Digest, sentence: Sentence): string {
  const joined = from.joined.get(sentence);
  if (joined) return joined.text;
  const step = from.steps.get(sentence);
  if (step?.what) return `${step.until}: ${step.what}${step.who && ` – ${step.who}`}`;
  const previous = from.before.get(sentence);
  if (!previous || !REFERS.test(sentence.text)) return sentence.text;
  if (sentence.text.startsWith('Sie') && ADDRESSED.test(previous.text)) return sentence.text;
  const both = `${previous.text} ${sentence.text}`;
  return both.length <= MAX_CHARS && !previous.text.endsWith('?') ? both : sentence.text;
}

/**
 * Sentences as they can be understood alone. What goes on from a passage that is there already is added to it, so that
 * nothing is said twice.
 */
export function inContextEach(from: Digest, sentences: Sentence[]): string[] {
  const passages: string[] = [];
  for (const sentence of sentences) {
    const text = inContext(from, sentence);
    const previous = from.before.get(sentence)?.text;
    const last = passages.at(-1);
    const goesOn = previous !== undefined && text !== sentence.text && last?.endsWith(previous) === true;
    if (goesOn) passages[passages.length - 1] = `${last} ${sentence.text}`;
    else if (!passages.includes(text)) passages.push(text);
  }
  return passages;
}
