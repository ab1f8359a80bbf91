import type { Check } from '../../contract/checks.ts';
import type { SourceCard } from '../../contract/knowledge.ts';
import { sentenceSpans } from '../../contract/sentences.ts';
import { figuresGiven, missingFigures } from '../evidence/figures.ts';
import { createStemmer } from '../text/words.ts';
import type { Findings } from './knowledge.ts';
import { fencedPassages, type Passage, placeOf, validityOf } from './passages.ts';

/** Numbers in brackets; `[[Bitte ergänzen: …]]` is none. */
const NUMBERS = /(?<!\[)\[(\d{1,2}(?:\s?[,;]\s?\d{1,2}){0,5})\](?!\])/gu;
/** More than that no person reads. */
const MAX_UNBORNE = 50;

/** What is said of the knowledge to a model that writes a letter or a note; empty where nothing is drawn on. */
export function knowledgeFor(passages: readonly Passage[], nonce: string): string {
  if (passages.length === 0) return '';
  return `
Dazu aus dem internen Wissen der Verwaltung, soweit es hier zählt:
${fencedPassages(passages, nonce)}

Angaben aus dem internen Wissen tragen am Ende ihres Satzes die Nummer der Fundstelle in eckigen Klammern, zum Beispiel [2]. Was nicht in einer Fundstelle steht, trägt keine Nummer. Regelungen einer abgelösten Fundstelle gelten nicht mehr.
`;
}

/** What a text draws on. */
export interface DrawnOn {
  /** Cards whose number stands in the text and that bear out what it stands behind. */
  sources: SourceCard[];
  check: Check | null;
}

/**
 * Which sections of the knowledge a text names, and whether they say what it says: all figures of the sentence stand in
 * the sections or in its other inputs, and the section has words of the sentence.
 * @param inputs everything else that the text may rest on
 */
export function drawnOn(text: string, { sections, enough }: Findings, inputs: readonly string[]): DrawnOn {
  const cards = new Map(enough ? sections.map(({ card }) => [card.number, card]) : []);
  // Where nothing was looked up, a number in brackets is none of ours.
  if (cards.size === 0 || !/\[\d/u.test(text)) return { sources: [], check: null };
  const stem = createStemmer();
  const others = figuresGiven(inputs.join('\n')).figures;
  const stems = new Map(
    [...cards].map(([number, card]) => [number, new Set(stem(`${placeOf(card)} ${card.text}`))]),
  );
  const good = new Set<number>();
  const unborne: { numbers: number[]; text: string }[] = [];
  for (const sentence of sentencesWithNumbers(text)) {
    const said = sentence.text.replace(NUMBERS, ' ');
    const named = sentence.numbers.flatMap((number) => cards.get(number) ?? []);
    const given = named.flatMap((card) => [
      ...figuresGiven(`${placeOf(card)}\n${validityOf(card)}\n${card.text}`).figures,
    ]);
    const words = stem(said);
    const borne =
      named.length === sentence.numbers.length &&
      missingFigures(said, { figures: new Set([...given, ...others]) }).length === 0 &&
      named.every(({ number }) => words.some((word) => stems.get(number)?.has(word)));
    if (borne) for (const { number } of named) good.add(number);
    else if (unborne.length < MAX_UNBORNE)
      unborne.push({ numbers: sentence.numbers, text: said.replace(/\s+/gu, ' ').trim() });
  }
  const sources = [...cards.values()].filter(({ number }) => good.has(number));
  return { sources, check: unborne.length === 0 ? null : { kind: 'sources', unborne } };
}

/** Sentences with the numbers in them; one that stands behind the full stop belongs to the sentence before. */
function sentencesWithNumbers(text: string): { text: string; numbers: number[] }[] {
  const found: { text: string; numbers: number[] }[] = [];
  for (const line of text.split('\n')) {
    const placed = line.replace(/([.!?])((?:\s?\[\d{1,2}(?:\s?[,;]\s?\d{1,2}){0,5}\])+)/gu, '$2$1');
    for (const { start, end } of sentenceSpans(placed)) {
      const sentence = placed.slice(start, end);
      const numbers = [...sentence.matchAll(NUMBERS)].flatMap(([, list = '']) =>
        (list.match(/\d+/gu) ?? []).map(Number),
      );
      if (numbers.length > 0) found.push({ text: sentence.trim(), numbers: [...new Set(numbers)] });
    }
  }
  return found;
}
