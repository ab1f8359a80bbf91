import type { Known, Saying } from './said.ts';
import { withPassage } from './statement.ts';

/** Passages that stand in no section. */

function half(sentence: string, which: 'first' | 'second'): string {
  const words = sentence.split(' ');
  const middle = Math.floor(words.length / 2);
  return (which === 'first' ? words.slice(0, middle) : words.slice(middle)).join(' ');
}

/** A sentence of another section; the longer the more there is to take. */
export function otherSentence({ given, number }: Known): { text: string; number: number } | null {
  const own = given.flatMap((one) => (one.number === number ? one.sentences : [])).join(' ');
  for (const other of given) {
    if (other.number === number) continue;
    // Laws repeat each other word for word: then both halves stand in one section.
    const text = other.sentences.find((one) => one.length > 80 && !own.includes(half(one, 'second')));
    if (text !== undefined) return { text, number: other.number };
  }
  return null;
}

function way(name: string, say: (known: Known) => string | null): Saying {
  return { name, kind: 'invented', say };
}

/** The noun that the question is about, as a model would take it up. */
const topicOf = (question: string) =>
  [...question.matchAll(/\p{Lu}\p{Ll}{4,}/gu)].map(([word]) => word).at(-1) ?? 'Antrag';

export const invented: readonly Saying[] = [
  way('a rule that is nowhere', ({ question, number }) =>
    withPassage(
      `Zuständig ist die Leitung des Hauses (${topicOf(question)}).`,
      number,
      `Über ${topicOf(question)} entscheidet die Leitung des Hauses nach Anhörung der Beteiligten abschließend.`,
    ),
  ),
  way('a rule with a figure', ({ question, number }) =>
    withPassage(
      `Für ${topicOf(question)} gelten 47 Tage.`,
      number,
      `Für ${topicOf(question)} gilt eine Frist von 47 Tagen ab Eingang bei der zuständigen Stelle.`,
    ),
  ),
  way('the question as its passage', ({ question, statement, number }) =>
    withPassage(statement, number, `${question.replace(/\?$/u, '')}.`),
  ),
  way('the statement as its passage', ({ statement, number }) => withPassage(statement, number, statement)),
  way('halves of two sentences', (known) => {
    const other = otherSentence(known);
    return other && withPassage(known.statement, known.number, joined(known.sentence, other.text, ' '));
  }),
  way('halves of two sentences, with an ellipsis', (known) => {
    const other = otherSentence(known);
    return other && withPassage(known.statement, known.number, joined(known.sentence, other.text, ' … '));
  }),
  way('a sentence of a section that was not given', ({ elsewhere, number }) =>
    withPassage(`${half(elsewhere, 'first').replace(/[.,;]$/u, '')}.`, number, elsewhere),
  ),
  way('no passage at all', ({ statement }) => `- ${statement}\n`),
  way('an aside', ({ statement }) => `Hinweis: ${statement} Das ist geprüft.\n`),
];

function joined(one: string, other: string, between: string): string {
  return `${half(one, 'first')}${between}${half(other, 'second')}`;
}
