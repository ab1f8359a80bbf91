import { normalText } from '../../contract/normal-text.ts';
import type { Evidence } from '../../contract/summary.ts';
import { figuresGiven, missingFigures } from './figures.ts';
import { prove, type ProofSource } from './prove.ts';
import { Work } from './work.ts';

/** A passage that is shorter and not even half of its statement proves nothing: "Frist" stands in every text. */
const MIN_PASSAGE_CHARS = 15;

/** Whether a passage says too little for its statement; both in normal form. */
export function isTooLittle(statement: string, passage: string): boolean {
  return passage.length < MIN_PASSAGE_CHARS && passage.length * 2 < statement.length;
}

const MAX_TABLE_CHARS = 20_000;

/** The first line of the table that a place of a text lies in; empty where it is no row. */
export function headerOf(text: string, place: number): string {
  const from = Math.max(0, place - MAX_TABLE_CHARS);
  const lines = text.slice(from, place).split('\n');
  // The line of the place itself is cut there, and begins with a bar all the same.
  const other = lines.findLastIndex(
    (line, i) => !line.trimStart().startsWith('|') && !(i === lines.length - 1 && line === ''),
  );
  const row =
    text
      .slice(place, place + 10)
      .trimStart()
      .startsWith('|') || lines.at(-1)?.trimStart().startsWith('|') === true;
  return row ? (lines[other + 1] ?? '') : '';
}

/**
 * Whether a source bears a statement out by the passage that is given for it. Belegt: the source has the passage word
 * for word, and the passage has every figure of the statement. Ungenau: the passage is only near, or too little, or a
 * figure of the statement is not in it. Nicht belegt: the source does not have it. That statement and passage mean the
 * same is not judged here.
 * @param statement Markdown
 * @param passage as it was given; the evidence holds the source's own words
 * @param work what all passages of a summary may cost; beyond it they are unproven
 */
export function evidenceOf(
  source: ProofSource,
  statement: string,
  passage: string,
  work = new Work(),
): Evidence {
  const proof = prove(source, passage, work);
  if (proof.state === 'none') return { state: 'unproven' };
  const found = source.text.slice(proof.start, proof.end);
  const figures = missingFigures(statement, figuresGiven(found, headerOf(source.text, proof.start)));
  const little = isTooLittle(normalText(statement).text, normalText(found).text);
  if (proof.state === 'exact' && figures.length === 0 && !little) return { state: 'proven', passage: found };
  return { state: 'inexact', passage: found, figures };
}
