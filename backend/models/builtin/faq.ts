import { excerptEach, inContext, type Excerpt } from './context.ts';
import type { Digest } from '../../text/digest.ts';
import { DECISION, FINDINGS, found, sectionSentences } from './findings.ts';
import { backed, joinParts, quote, remark, verbatim } from './markdown.ts';
import { ABOUT, isStatement, pick, type Ranked } from './rank.ts';
import type { Sentence } from '../../text/sentences.ts';

type Kind = keyof typeof FINDINGS;

const FEW = 4;
const PASSAGES: Partial<Record<Kind, number>> = { deadlines: 10, actions: 8 };
const SECTIONS = 10;
const SENTENCES_OF_A_SECTION = 2;

const TOPIC = 'Worum geht es?';
const TO_DO = 'Was ist zu tun?';
const DEADLINES = 'Welche Fristen gelten?';
const CONTACT = 'Wer ist zuständig, und wer hilft bei Fragen weiter?';
const LAWS = 'Auf welchen Rechtsgrundlagen beruht das?';

const QUESTIONS: readonly (readonly [Kind, string])[] = [
  ['affected', 'Für wen gilt das?'],
  ['supersedes', 'Was wird dadurch ersetzt oder geändert?'],
  ['deadlines', DEADLINES],
  ['actions', TO_DO],
  ['amounts', 'Um welche Beträge geht es?'],
  ['responsible', CONTACT],
  ['laws', LAWS],
];

/** What a heading announces, asked as a reader would ask it. */
const HEADINGS: readonly (readonly [RegExp, string])[] = [
  [/^(?:anlass|hintergrund|ausgangslage|vorbemerkung)/iu, 'Warum ist das nötig?'],
  [/^(?:zweck|ziel)/iu, 'Was ist der Zweck?'],
  [/^(?:was sich ändert|änderung|neuerung|neuregelung)/iu, 'Was ändert sich?'],
  [/^(?:sachverhalt|sach- und rechtslage|sachstand)/iu, 'Wie ist die Lage?'],
  [/^(?:begriff|definition)/iu, 'Was bedeuten die Begriffe?'],
  [/^(?:kosten|finanz|kalkulation)/iu, 'Was kostet das?'],
  [/^antrag/iu, 'Was gilt für den Antrag?'],
  [/datenschutz/iu, 'Was gilt für den Datenschutz?'],
  [/^inkrafttreten/iu, 'Ab wann gilt das?'],
  [/^(?:frist|termin)/iu, DEADLINES],
  [/^(?:handlungsbedarf|aufgaben|was zu tun|weiteres vorgehen)/iu, TO_DO],
  [/^(?:zuständig|ansprech|kontakt)/iu, CONTACT],
  [/^rechtsgrundlage/iu, LAWS],
];
/** "§ 4", "2.1" and the like in front of a heading. */
const NUMBER =
  /^(?:§\s?\d{1,4}[a-z]?|(?:Art\.|Artikel|Abschnitt|Nr\.)\s\d{1,4}|\d{1,3}(?:\.\d{1,3}){0,4}\.?|[IVX]{1,5}\.)\s+/u;

/** "4 Handlungsbedarf" → "Was ist zu tun?"; a heading that asks already stays, any other is named. */
function asQuestion(section: string): string {
  if (section.endsWith('?')) return verbatim(section.replace(NUMBER, ''));
  const plain = section.replace(NUMBER, '');
  return HEADINGS.find(([words]) => words.test(plain))?.[1] ?? `Was gilt zum Thema ${quote(plain)}?`;
}

/** The sections whose sentences weigh most, in the order of the text. */
function sections(ranked: Ranked[]): Map<string, Sentence[]> {
  const weight = new Map<string, number>();
  for (const { sentence, score } of ranked) {
    const { section } = sentence.block;
    if (section && isStatement(sentence)) weight.set(section, Math.max(weight.get(section) ?? 0, score));
  }
  const best = [...weight].sort((a, b) => b[1] - a[1]).slice(0, SECTIONS);
  const chosen = new Set(best.map(([section]) => section));
  const inText = new Map<string, Sentence[]>();
  for (const { sentence } of ranked) {
    const { section } = sentence.block;
    if (chosen.has(section)) inText.set(section, [...(inText.get(section) ?? []), sentence]);
  }
  return inText;
}

type Answers = Map<string, Excerpt[]>;

/** Adds excerpts to a question, each once. */
function answer(answers: Answers, question: string, from: Digest, sentences: Sentence[]): void {
  const list = [...(answers.get(question) ?? []), ...excerptEach(from, sentences)];
  const excerpts = list.filter(({ text }, i) => list.findIndex((other) => other.text === text) === i);
  if (excerpts.length > 0) answers.set(question, excerpts);
}

/** What the text says of itself near its beginning, else its weightiest sentences there. */
function topic(ranked: Ranked[]): Sentence[] {
  const opening = ranked.slice(0, Math.max(3, Math.ceil(ranked.length / 3)));
  const about = opening.filter(({ sentence }) => ABOUT.test(sentence.text)).map(({ sentence }) => sentence);
  return about.length > 0 ? about.slice(0, 2) : pick(opening, 2);
}

/** Questions and answers: recognised facts and headings as questions, the passages word for word as answers. */
export function faq(from: Digest, ranked: Ranked[]): string {
  const others = ranked.filter(({ sentence }) => !DECISION.test(sentence.block.section));
  const answers: Answers = new Map();
  answer(answers, TOPIC, from, topic(others));
  for (const [kind, question] of QUESTIONS) {
    const sentences = found(from, FINDINGS[kind]).map(({ sentence }) => sentence);
    answer(answers, question, from, sentences.slice(0, PASSAGES[kind] ?? FEW));
  }
  answer(answers, 'Was soll beschlossen werden?', from, sectionSentences(from, DECISION).slice(0, FEW));
  const shown = new Set([...answers.values()].flat().map(({ text }) => text));
  for (const [section, sentences] of sections(others)) {
    const question = asQuestion(section);
    if (answers.has(question)) continue;
    const fresh = sentences.filter((one) => !shown.has(one.text) && !shown.has(inContext(from, one)));
    answer(answers, question, from, fresh.slice(0, SENTENCES_OF_A_SECTION));
  }
  const entries = [...answers].map(([question, list]) => {
    const statements = list.map(({ text, passage }) => ({ text: asAnswer(text), passage }));
    return `## ${question}\n\n${backed(statements)}`;
  });
  return (
    joinParts(entries) ||
    remark('Im Text wurde nichts erkannt, was sich als Frage und Antwort darstellen lässt.')
  );
}

/** Answers stand one behind the other, so each ends as a sentence does. */
function asAnswer(text: string): string {
  return verbatim(/[.!?:]["“]?$/u.test(text) ? text : `${text}.`);
}
