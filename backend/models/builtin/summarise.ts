import { circular } from './circular.ts';
import { excerptEach, type Excerpt } from './context.ts';
import type { Digest } from '../../text/digest.ts';
import { faq } from './faq.ts';
import { fieldsOf } from '../../text/fields.ts';
import { backedFindings, backedQuotes, DECISION, FINDINGS, sectionSentences } from './findings.ts';
import { asStatements, honestLine, joinParts, quote, remark, shorten } from './markdown.ts';
import { pick, rank, type Ranked } from './rank.ts';
import { subjectOf } from './subject.ts';
import { digestOf, type CallOf, type Desk } from './task.ts';

const FACTS_SHOWN = 6;

/** 3 to 7 by the length of the text. */
function keyPointCount(sentences: number): number {
  return Math.min(7, Math.max(3, 2 + Math.round(sentences / 6)));
}

/** Two statements can make one passage; then so many more are chosen. */
const MORE = 3;

/** The key statements of a text, each understandable alone, in the order of the text. */
function keyExcerpts(from: Digest, ranked: Ranked[]): Excerpt[] {
  const count = keyPointCount(ranked.length);
  let excerpts: Excerpt[] = [];
  for (let chosen = count; chosen <= count + MORE && excerpts.length < count; chosen++) {
    excerpts = excerptEach(from, pick(ranked, chosen));
  }
  return excerpts.slice(0, count);
}

/** Their words. */
export function keyPassages(from: Digest, ranked: Ranked[]): string[] {
  return keyExcerpts(from, ranked).map(({ text }) => text);
}

/** The statements of the text with their weights; what the person asks for weighs most. */
export function weigh(from: Digest, desk: Desk, focus: string): Promise<Ranked[]> {
  return rank(from, { title: subjectOf(from, fieldsOf(from), desk), focus }, desk.stemmer, desk.breathe);
}

/** Said instead of a summary where there is nothing to choose from. */
export const NO_STATEMENTS = 'Der Text enthält keine ganzen Sätze, aus denen sich Auszüge bilden lassen.';

/** The last line of a summary: what it is made of, and what was left aside. */
export function excerptLine(desk: Desk): string {
  const { reading } = desk;
  const thread = reading.kind === 'mail' && reading.thread.trim() !== '';
  return honestLine(
    thread
      ? 'wörtliche Auszüge aus der neuesten Nachricht; der Verlauf ist nicht ausgewertet.'
      : 'wörtliche Auszüge aus Ihrem Text.',
  );
}

function headed(heading: string, text: string): string {
  return text && `## ${heading}\n\n${text}`;
}

function keyPoints(from: Digest, ranked: Ranked[]): string {
  const decision = sectionSentences(from, DECISION);
  const others = ranked.filter(({ sentence }) => !DECISION.test(sentence.block.section));
  const order = [FINDINGS.deadlines, FINDINGS.actions, FINDINGS.amounts, FINDINGS.laws, FINDINGS.references];
  return joinParts([
    headed('Kernaussagen', asStatements(keyExcerpts(from, others)) || remark(NO_STATEMENTS)),
    headed('Beschlussvorschlag', backedQuotes(from, decision.slice(0, FACTS_SHOWN))),
    ...order.map((kind) => headed(kind.heading, backedFindings(from, kind, FACTS_SHOWN))),
  ]);
}

function paragraph(from: Digest, ranked: Ranked[]): string {
  const count = ranked.length > 30 ? 4 : ranked.length > 8 ? 3 : 2;
  const sentences = excerptEach(from, pick(ranked, count)).map((one) => ({
    ...one,
    text: /[.!?]["“]?$/u.test(one.text) ? one.text : `${one.text}.`,
  }));
  return asStatements(sentences) || remark(NO_STATEMENTS);
}

/** Said where nothing in the text speaks of what the person wants to know. */
function unheard(focus: string, ranked: Ranked[], desk: Desk): string {
  const wanted = desk.stemmer(focus);
  const heard = ranked.some(({ stems }) => wanted.some((stem) => stems.has(stem)));
  return wanted.length === 0 || heard
    ? ''
    : remark(`Zu ${quote(shorten(focus.replace(/\s+/gu, ' ').trim(), 120))} wurde im Text nichts gefunden.`);
}

/** Zusammenfassen: sentences and facts of the text, word for word, each with its passage. */
export async function summarise(call: CallOf<'summarise'>, desk: Desk): Promise<string> {
  const { form, focus } = call.input;
  const from = await digestOf(desk);
  const ranked = await weigh(from, desk, focus);
  const forms: Record<typeof form, () => string> = {
    'key-points': () => keyPoints(from, ranked),
    circular: () => circular(from, ranked, desk),
    faq: () => faq(from, ranked),
    paragraph: () => paragraph(from, ranked),
  };
  return joinParts([forms[form](), unheard(focus, ranked, desk), excerptLine(desk)]);
}
