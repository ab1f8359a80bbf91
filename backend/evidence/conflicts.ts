import type { Answer } from '../../contract/answer.ts';
import type { SourceCard } from '../../contract/knowledge.ts';
import { blocksOf } from '../text/blocks.ts';
import { sentencesOf } from '../text/sentences.ts';
import { createStemmer, type Stemmer } from '../text/words.ts';
import { figuresGiven } from './figures.ts';

type Conflict = Answer['conflicts'][number];

/** Kinds of figures that rules set: amounts, shares, periods, times of the day. */
const SET = /^(money|share|period|time) /u;
/** Share of their words that two sentences have in common when they speak of the same. */
const MIN_SHARED = 0.5;
const MIN_SHARED_WORDS = 3;
const MAX_SENTENCES = 60;
const MAX_CONFLICTS = 5;
const MAX_ABOUT_WORDS = 5;

interface Rule {
  card: number;
  stems: ReadonlySet<string>;
  words: ReadonlyMap<string, string>;
  figures: ReadonlySet<string>;
}

/**
 * Sections that say different things about the same: sentences of two documents, one of them older, that share their words
 * and set other amounts, shares, periods or times. Only pairs of which an answer uses one.
 * @param used numbers of the cards that the answer rests on
 */
export function conflictsAmong(cards: readonly SourceCard[], used: ReadonlySet<number>): Conflict[] {
  const stem = createStemmer();
  const rules = new Map(cards.map((card) => [card.number, rulesOf(card, stem)]));
  const found: Conflict[] = [];
  for (const [index, one] of cards.entries()) {
    for (const other of cards.slice(index + 1)) {
      if (found.length >= MAX_CONFLICTS) return found;
      if (!(used.has(one.number) || used.has(other.number)) || !isOlder(one, other)) continue;
      const about = difference(rules.get(one.number) ?? [], rules.get(other.number) ?? []);
      if (about !== null) found.push({ cards: [one.number, other.number], about });
    }
  }
  return found;
}

function isOlder({ document: one }: SourceCard, { document: other }: SourceCard): boolean {
  return one.version !== other.version && (one.validFrom !== other.validFrom || one.old !== other.old);
}

function rulesOf({ number, text }: SourceCard, stem: Stemmer): Rule[] {
  const rules: Rule[] = [];
  for (const block of blocksOf(text)) {
    for (const sentence of sentencesOf(text, block)) {
      if (rules.length >= MAX_SENTENCES) return rules;
      const figures = new Set([...figuresGiven(sentence.text).figures].filter((figure) => SET.test(figure)));
      if (figures.size === 0) continue;
      const words = new Map(
        (sentence.text.match(/\p{L}{4,60}/gu) ?? []).flatMap((word) =>
          stem(word).map((one) => [one, word] as const),
        ),
      );
      rules.push({ card: number, stems: new Set(words.keys()), words, figures });
    }
  }
  return rules;
}

function difference(rules: readonly Rule[], others: readonly Rule[]): string | null {
  for (const one of rules) {
    for (const other of others) {
      const shared = [...one.stems].filter((stem) => other.stems.has(stem));
      const least = Math.min(one.stems.size, other.stems.size);
      if (shared.length < MIN_SHARED_WORDS || shared.length / least < MIN_SHARED) continue;
      if (!differ(one.figures, other.figures)) continue;
      return shared
        .slice(0, MAX_ABOUT_WORDS)
        .map((stem) => one.words.get(stem) ?? stem)
        .join(', ');
    }
  }
  return null;
}

/** Whether both set a figure of one kind and share none of it. */
function differ(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const kinds = new Set([...one].map((figure) => SET.exec(figure)?.[1]));
  return [...kinds].some((kind) => {
    const here = [...one].filter((figure) => SET.exec(figure)?.[1] === kind);
    const there = [...other].filter((figure) => SET.exec(figure)?.[1] === kind);
    return there.length > 0 && !here.some((figure) => other.has(figure));
  });
}
