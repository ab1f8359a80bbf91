import { createStemmer } from '../text/words.ts';
import { missingFigures } from './figures.ts';

/** Shorter stems stand in other words by chance. */
const MIN_STEM_CHARS = 4;
/** Of a statement with fewer words of its own ("Ja, das ist erlaubt.") nothing can be told. */
const MIN_STEMS = 2;

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'a', ö: 'o', ü: 'u', ß: 'ss' };

/** As the stemmer writes letters, so that its stems are found also within compounds. */
function folded(text: string): string {
  return text.toLowerCase().replace(/[äöüß]/gu, (letter) => UMLAUTS[letter] ?? letter);
}

/**
 * Whether a passage can be one on a statement: they have a word in common, also as a part of a compound, or a figure. A
 * passage that is real and speaks of something else bears nothing out, however exactly it is quoted. That they mean the same
 * is not told by it.
 * @param passage with what it is called
 */
export function isRelated(statement: string, passage: string): boolean {
  const stems = createStemmer()(statement).filter(({ length }) => length >= MIN_STEM_CHARS);
  if (new Set(stems).size < MIN_STEMS) return true;
  const said = folded(passage);
  if (stems.some((stem) => said.includes(folded(stem)))) return true;
  const figures = missingFigures(statement, '').length;
  return figures > missingFigures(statement, passage).length;
}
