import { normalText } from '../../contract/normal-text.ts';
import type { Evidence } from '../../contract/summary.ts';
import { missingFigures } from './figures.ts';
import { prove, type ProofSource } from './prove.ts';

/** A passage that is shorter and not even half of its statement proves nothing: "Frist" stands in every text. */
const MIN_PASSAGE_CHARS = 15;

function isTooLittle(statement: string, passage: string): boolean {
  return passage.length < MIN_PASSAGE_CHARS && passage.length * 2 < statement.length;
}

/**
 * Whether a source bears a statement out by the passage that is given for it. Belegt: the source has the passage word
 * for word, and the passage has every figure of the statement. Ungenau: the passage is only near, or too little, or a
 * figure of the statement is not in it. Nicht belegt: the source does not have it. That statement and passage mean the
 * same is not judged here.
 * @param statement Markdown
 * @param passage as it was given; the evidence holds the source's own words
 */
export function evidenceOf(source: ProofSource, statement: string, passage: string): Evidence {
  const proof = prove(source, passage);
  if (proof.state === 'none') return { state: 'unproven' };
  const found = source.text.slice(proof.start, proof.end);
  const figures = missingFigures(statement, found);
  const little = isTooLittle(normalText(statement).text, normalText(found).text);
  if (proof.state === 'exact' && figures.length === 0 && !little) return { state: 'proven', passage: found };
  return { state: 'inexact', passage: found, figures };
}
