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

/** A statement that can be understood alone, and the words of the source that it is made of. */
export interface Excerpt {
  /** Word for word, on one line. */
  text: string;
  /** A piece of the source with its line ends and Markdown; two pieces have an ellipsis between them. */
  passage: string;
}

interface Piece {
  text: string;
  /** Offsets in the source. */
  start: number;
  end: number;
  lead: Sentence | null;
}

function pieceOf(from: Digest, sentence: Sentence): Piece {
  const { text, start, end } = sentence;
  const joined = from.joined.get(sentence);
  if (joined) return { text: joined.text, start, end, lead: from.leads.get(sentence) ?? null };
  const step = from.steps.get(sentence);
  if (step?.what) {
    return { text: `${step.until}: ${step.what}${step.who && ` – ${step.who}`}`, start, end, lead: null };
  }
  const alone = { text, start, end, lead: null };
  const previous = from.before.get(sentence);
  if (!previous || !REFERS.test(text)) return alone;
  if (text.startsWith('Sie') && ADDRESSED.test(previous.text)) return alone;
  const both = `${previous.text} ${text}`;
  return both.length <= MAX_CHARS && !previous.text.endsWith('?')
    ? { text: both, start: previous.start, end, lead: null }
    : alone;
}

function excerptOf({ source }: Digest, { text, start, end, lead }: Piece): Excerpt {
  const passage = source.slice(start, end);
  return { text, passage: lead ? `${source.slice(lead.start, lead.end)} … ${passage}` : passage };
}

/**
 * A sentence as it can be understood alone, word for word: an item of a list with its lead-in, a row of deadlines with
 * its day in front, a sentence that begins with "Sie sind" or "Dies" with the one before; any other as it is.
 */
export function excerpt(from: Digest, sentence: Sentence): Excerpt {
  return excerptOf(from, pieceOf(from, sentence));
}

/**
 * Sentences as they can be understood alone. What goes on from an excerpt that is there already is added to it, so that
 * nothing is said twice.
 */
export function excerptEach(from: Digest, sentences: Sentence[]): Excerpt[] {
  const pieces: Piece[] = [];
  for (const sentence of sentences) {
    const piece = pieceOf(from, sentence);
    const previous = from.before.get(sentence)?.text;
    const last = pieces.at(-1);
    const goesOn =
      previous !== undefined && piece.text !== sentence.text && last?.text.endsWith(previous) === true;
    if (goesOn)
      pieces[pieces.length - 1] = { ...last, text: `${last.text} ${sentence.text}`, end: piece.end };
    else if (!pieces.some(({ text }) => text === piece.text)) pieces.push(piece);
  }
  return pieces.map((piece) => excerptOf(from, piece));
}

/** The words of `excerpt`. */
export function inContext(from: Digest, sentence: Sentence): string {
  return pieceOf(from, sentence).text;
}

/** The words of `excerptEach`. */
export function inContextEach(from: Digest, sentences: Sentence[]): string[] {
  return excerptEach(from, sentences).map(({ text }) => text);
}
