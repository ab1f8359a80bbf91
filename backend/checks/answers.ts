import type { Check } from '../../contract/checks.ts';
import { findExact } from '../../contract/normal-text.ts';
import { blocksOf } from '../text/blocks.ts';
import { isField } from '../text/fields.ts';
import { isClosing, isSalutation } from '../text/letter.ts';
import { type Question, takesUp } from '../text/questions.ts';
import { readable, sentencesOf } from '../text/sentences.ts';
import { countWords, createStemmer } from '../text/words.ts';
import { hideGaps } from './facts.ts';

/** What a model says of its own answer to one question; it is believed only where its place is found. */
export type Claim = { state: 'open' } | { state: 'answered'; place: string };

/** Fewer letters and digits are found anywhere. */
const MIN_PLACE_CHARS = 2;
const MAX_PLACE_CHARS = 1_000;
/** A sentence that thanks for the letter, names its day or offers help answers nothing. */
const NO_ANSWER =
  /^(?:(?:vielen|herzlichen|besten|freundlichen)\sdank|ich danke|wir danken|bei (?:weiteren |rück)?fragen|haben sie (?:noch |weitere )?fragen|für (?:weitere |rück)?fragen|wenn sie (?:noch |weitere )?fragen|zu ihrer? (?:e-mail|schreiben|nachricht|anfrage|anliegen|frage)|sie (?:fragen|schreiben|haben (?:uns |mir )?(?:gefragt|geschrieben)|möchten wissen|bitten|beantragen)|ihre? (?:frage|anfrage|schreiben|e-mail|nachricht))(?!\p{L})/iu;
/** Still to be answered, in words. */
const PUTS_OFF =
  /(?:noch (?:zu|in) (?:klär|prüf)|kommen (?:noch )?auf sie zu|melden uns (?:noch|wieder|erneut))/iu;

/** A sentence of the reply that may answer something: neither frame nor gap nor what the letter itself says. */
function* statementsOf(reply: string): Generator<string> {
  const shown = hideGaps(reply);
  for (const block of blocksOf(shown)) {
    if (block.kind === 'quote' || block.signed) continue;
    const text = block.text.trim();
    if (isSalutation(text) || isClosing(text) || isField(text)) continue;
    for (const sentence of sentencesOf(shown, block)) {
      if (shown.slice(sentence.start, sentence.end) !== reply.slice(sentence.start, sentence.end)) continue;
      const own = sentence.text.replaceAll(/„[^“]{0,1000}“|"[^"]{0,1000}"|»[^«]{0,1000}«/gu, ' ');
      if (countWords(own) < 2 || own.trim().endsWith('?')) continue;
      if (NO_ANSWER.test(own.trim()) || PUTS_OFF.test(own)) continue;
      yield sentence.text;
    }
  }
}

/** Where the reply has the place that a model claims: outside of every gap, and not the question itself. */
function placeOf(reply: string, claimed: string, question: string): string | null {
  if (claimed.length > MAX_PLACE_CHARS) return null;
  if ((claimed.match(/[\p{L}\d]/gu) ?? []).length < MIN_PLACE_CHARS) return null;
  // Where the model left words out, the first part is the place.
  const [first = ''] = claimed.split(/\[?(?:…|\.{3})\]?/u).filter((part) => /[\p{L}\d]/u.test(part));
  const found = findExact(hideGaps(reply), first);
  if (!found) return null;
  const place = readable(reply.slice(found.start, found.end));
  const frame = isSalutation(place) || isClosing(place) || place.endsWith('?');
  return frame || findExact(question, place) ? null : place;
}

/**
 * Whether a reply answers each question: by the place that the model names for it, if the reply has that place, and
 * where the model says nothing, by a sentence of the reply that takes up what is asked. That a question is answered
 * says nothing about whether the answer is right.
 * @param claims what the model says, by the question's number from 1
 * @returns null where nothing is asked
 */
export function checkAnswers(
  reply: string,
  questions: readonly Question[],
  claims: ReadonlyMap<number, Claim>,
): Check | null {
  if (questions.length === 0) return null;
  const stemmer = createStemmer();
  let statements: string[] | null = null;
  const judged = questions.map(({ sentence: { text } }, index) => {
    const claim = claims.get(index + 1);
    let place: string | null = null;
    if (claim?.state === 'answered') place = placeOf(reply, claim.place, text);
    if (!claim) {
      statements ??= [...statementsOf(reply)];
      place = statements.find((statement) => takesUp(statement, text, stemmer)) ?? null;
    }
    return { text, state: place === null ? ('open' as const) : ('answered' as const), place };
  });
  return { kind: 'questions', questions: judged };
}
