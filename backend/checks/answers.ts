import type { Check } from '../../contract/checks.ts';
import {
  findExact,
  findNormal,
  type NormalText,
  normalText,
  type Span,
  toSource,
} from '../../contract/normal-text.ts';
import { blocksOf } from '../text/blocks.ts';
import type { Breathe } from '../text/breathe.ts';
import { isField } from '../text/fields.ts';
import { isClosing, isSalutation } from '../text/letter.ts';
import { type Question, takesUp } from '../text/questions.ts';
import { readable, sentencesOf } from '../text/sentences.ts';
import { countWords, createStemmer } from '../text/words.ts';
import { answersNothing, beginsBesideThePoint } from './evasions.ts';
import { hideGaps } from './facts.ts';

/** What a model says of its own answer to one question; it is believed only where its place is found. */
export type Claim = { state: 'open' } | { state: 'answered'; place: string };

/** Fewer letters and digits are found anywhere. */
const MIN_PLACE_CHARS = 2;
const MAX_PLACE_CHARS = 1_000;

/** A sentence of the reply, or a heading or label, which has none. */
interface Part {
  text: string;
  start: number;
  end: number;
  /** Within a quotation, which repeats the letter. */
  quoted: boolean;
  /** Holds a placeholder: what it should say is missing. */
  gap: boolean;
  /** May take up a question on its own: no frame of the letter, no field, no heading. */
  own: boolean;
}

/** A stretch of a reply in which places are looked for; only a very long reply has more than one. */
interface Stretch {
  start: number;
  /** The words, placeholders hidden. */
  shown: string;
  normal: NormalText;
}

const STRETCH_CHARS = 20_000;

/** A reply taken apart once for all questions. */
interface Reply {
  stretches: Stretch[];
  parts: Part[];
}

async function takeApart(reply: string, breathe: Breathe): Promise<Reply> {
  const shown = hideGaps(reply);
  const parts: Part[] = [];
  const stretches: Stretch[] = [];
  let start = 0;
  const closeStretch = (end: number): void => {
    const words = shown.slice(start, end);
    stretches.push({ start, shown: words, normal: normalText(words) });
    start = end;
  };
  for (const block of blocksOf(shown)) {
    await breathe();
    if (block.start - start > STRETCH_CHARS) closeStretch(block.start);
    const line = block.text.trim();
    const frame = block.signed || isSalutation(line) || isClosing(line) || isField(line);
    const quoted = block.kind === 'quote';
    const whole = block.kind === 'heading' || block.kind === 'label';
    const add = (text: string, start: number, end: number): void => {
      const gap = shown.slice(start, end) !== reply.slice(start, end);
      parts.push({ text, start, end, quoted, gap, own: !frame && !whole });
    };
    if (whole) add(readable(block.text), block.start, block.end);
    for (const { text, start, end } of sentencesOf(shown, block)) {
      await breathe();
      add(text, start, end);
    }
  }
  closeStretch(shown.length);
  return { stretches, parts };
}

/** A sentence of the reply that may answer something: neither frame nor gap nor what the letter itself says. */
function isStatement({ text, quoted, gap, own }: Part): boolean {
  if (!own || quoted || gap) return false;
  const said = text.replaceAll(/„[^“]{0,1000}“|"[^"]{0,1000}"|»[^«]{0,1000}«/gu, ' ').trim();
  return countWords(said) >= 2 && !answersNothing(said) && !beginsBesideThePoint(said);
}

/** Whether a part of the reply may answer by a place that begins at an offset of the reply. */
function mayAnswer({ text, start, quoted, gap }: Part, place: number): boolean {
  if (quoted || gap || answersNothing(text)) return false;
  return !beginsBesideThePoint(text, text.slice(0, Math.max(0, place - start)));
}

/** The first place of words in normal form, with its offsets in the reply. */
function placeIn(stretches: readonly Stretch[], normal: string): (Span & { words: string }) | null {
  for (const stretch of stretches) {
    const found = findNormal(stretch.normal.text, normal);
    if (!found) continue;
    const { start, end } = toSource(stretch.shown, stretch.normal, found);
    return { start: stretch.start + start, end: stretch.start + end, words: stretch.shown.slice(start, end) };
  }
  return null;
}

/**
 * Where the reply has the place that a model claims, and the sentence around it answers something: it holds no gap, does
 * not put the question off and is not the question itself.
 */
function placeOf({ stretches, parts }: Reply, claimed: string, question: string): string | null {
  if (claimed.length > MAX_PLACE_CHARS) return null;
  if ((claimed.match(/[\p{L}\d]/gu) ?? []).length < MIN_PLACE_CHARS) return null;
  // Where the model left words out, the first part is the place.
  const [first = ''] = claimed.split(/\[?(?:…|\.{3})\]?/u).filter((part) => /[\p{L}\d]/u.test(part));
  const found = placeIn(stretches, normalText(first).text);
  if (!found) return null;
  const around = parts.filter((part) => part.start < found.end && found.start < part.end);
  const answering = around.some((part) => mayAnswer(part, found.start));
  const place = readable(found.words);
  const frame = isSalutation(place) || isClosing(place) || place.endsWith('?');
  return !answering || frame || findExact(question, place) ? null : place;
}

/**
 * Whether a reply answers each question: by the place that the model names for it, if the reply has that place, and
 * where the model says nothing, by a sentence of the reply that takes up what is asked. That a question is answered
 * says nothing about whether the answer is right.
 * @param claims what the model says, by the question's number from 1
 * @param breathe called once a block, a sentence and a question
 * @returns null where nothing is asked
 */
export async function checkAnswers(
  reply: string,
  questions: readonly Question[],
  claims: ReadonlyMap<number, Claim>,
  breathe: Breathe,
): Promise<Check | null> {
  if (questions.length === 0) return null;
  const stemmer = createStemmer();
  const apart = await takeApart(reply, breathe);
  const statements = apart.parts.filter(isStatement).map(({ text }) => text);
  const placeWithoutClaim = async (question: string): Promise<string | null> => {
    for (const statement of statements) {
      await breathe();
      if (takesUp(statement, question, stemmer)) return statement;
    }
    return null;
  };
  const judged: Extract<Check, { kind: 'questions' }>['questions'] = [];
  for (const [index, { sentence }] of questions.entries()) {
    await breathe();
    const { text } = sentence;
    const claim = claims.get(index + 1);
    let place: string | null = null;
    if (claim?.state === 'answered') place = placeOf(apart, claim.place, text);
    if (!claim) place = await placeWithoutClaim(text);
    judged.push({ text, state: place === null ? 'open' : 'answered', place });
  }
  return { kind: 'questions', questions: judged };
}
