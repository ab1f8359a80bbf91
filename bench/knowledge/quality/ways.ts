import { stemmer } from '@orama/stemmers/german';
import { createAnalyser, type Analyser } from '../../../backend/knowledge/analysis/analyser.ts';
import { countsOf } from '../../../backend/knowledge/analysis/counts.ts';
import { fold } from '../../../backend/knowledge/analysis/fold.ts';
import { lettersOf } from '../../../backend/knowledge/analysis/letters.ts';
import { isStopWord } from '../../../backend/knowledge/analysis/stop-words.ts';
import { tokensOf } from '../../../backend/knowledge/analysis/tokens.ts';
import { loadVocabulary } from '../../../backend/knowledge/analysis/vocabulary.ts';
import { rank } from '../../../backend/knowledge/ranking/rank.ts';
import { TUNING, type Tuning } from '../../../backend/knowledge/ranking/tuning.ts';
import type { Way } from './memory-index.ts';

const PLAIN: Tuning = { ...TUNING, title: 0, heading: 0, coverage: 0, document: 0, grams: 0 };

const snowball = (text: string) =>
  tokensOf(text)
    .map((token) => fold(token.text))
    .filter((word) => word.length > 1 && !isStopWord(word))
    .map((word) => stemmer(word));

function wayOf(name: string, { section, query }: Pick<Analyser, 'section' | 'query'>, tuning: Tuning): Way {
  return {
    name,
    section,
    query,
    rank: (asked, candidates, figures) => rank(asked, candidates, figures, tuning),
  };
}

/** From the simplest way to the product's, each with one thing more. */
export function allWays(): Way[] {
  const vocabulary = loadVocabulary();
  const bare = createAnalyser(vocabulary, '');
  const full = createAnalyser(vocabulary);
  const simple: Pick<Analyser, 'section' | 'query'> = {
    section: ({ text }) => ({
      title: [],
      heading: [],
      text: countsOf(snowball(text)),
      words: tokensOf(text).length,
    }),
    query: (question) => ({
      terms: countsOf(snowball(question)).map(([term], word) => ({ term, weight: 1, word })),
      letters: lettersOf(question),
    }),
  };
  const { title, heading, coverage, document } = TUNING;
  return [
    wayOf('BM25, Snowball', simple, PLAIN),
    wayOf('+ verbs, compounds, references', bare, PLAIN),
    wayOf('+ title and headings', bare, { ...PLAIN, title, heading }),
    wayOf('+ coverage, document', bare, { ...PLAIN, title, heading, coverage, document }),
    wayOf('+ 4-grams', bare, TUNING),
    wayOf('+ everyday words (the product)', full, TUNING),
  ];
}
