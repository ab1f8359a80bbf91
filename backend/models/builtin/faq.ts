import { factsOf, type Digest } from './digest.ts';
import type { FactKind } from './facts.ts';
import { DECISION, gather, sectionSentences } from './findings.ts';
import { joinParts, quote, verbatim } from './markdown.ts';
import { isStatement, pick, type Ranked } from './rank.ts';
import type { Sentence } from './sentences.ts';

const PASSAGES = 3;
const SECTIONS = 10;
const SENTENCES_OF_A_SECTION = 2;

const QUESTIONS: [FactKind, string][] = [
  ['deadline', 'Welche Fristen sind zu beachten?'],
  ['action', 'Was ist zu tun?'],
  ['amount', 'Welche Beträge werden genannt?'],
  ['affected', 'Für wen gilt das?'],
  ['responsible', 'Wer ist zuständig?'],
  ['law', 'Auf welchen Rechtsgrundlagen beruht das?'],
];

function entry(question: string, sentences: Sentence[]): string {
  if (sentences.length === 0) return '';
  return `## ${question}\n\n${sentences.map(({ text }) => `> ${verbatim(text)}`).join('\n>\n')}`;
}

/** "Sachverhalt" → "Was steht unter „Sachverhalt“?"; a heading that asks already stays. */
function asQuestion(section: string): string {
  return section.endsWith('?') ? verbatim(section) : `Was steht unter ${quote(section)}?`;
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
  const found = new Map<string, Sentence[]>();
  for (const { sentence } of ranked) {
    const { section } = sentence.block;
    if (!chosen.has(section)) continue;
    found.set(section, [...(found.get(section) ?? []), sentence]);
  }
  return found;
}

/** Questions and answers: the headings and recognised facts as questions, the passages word for word as answers. */
export function faq(from: Digest, ranked: Ranked[]): string {
  const others = ranked.filter(({ sentence }) => !DECISION.test(sentence.block.section));
  const parts = [entry('Worum geht es?', pick(others, 2))];
  for (const [kind, question] of QUESTIONS) {
    const sentences = gather(factsOf(from, kind), false).map(({ sentence }) => sentence);
    parts.push(entry(question, sentences.slice(0, PASSAGES)));
  }
  const decision = sectionSentences(from, DECISION);
  parts.push(entry('Was soll beschlossen werden?', decision.slice(0, PASSAGES)));
  for (const [section, sentences] of sections(others)) {
    parts.push(entry(asQuestion(section), sentences.slice(0, SENTENCES_OF_A_SECTION)));
  }
  return joinParts(parts) || 'Im Text wurde nichts erkannt, was sich als Frage und Antwort darstellen lässt.';
}
