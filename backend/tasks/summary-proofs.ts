import type { Evidence, Statement } from '../../contract/summary.ts';
import { dueDatesOf } from '../deadlines/due-dates.ts';
import { evidenceOf } from '../evidence/evidence.ts';
import { indexSource, type ProofSource } from '../evidence/prove.ts';
import { Work } from '../evidence/work.ts';
import { documentDayIn } from '../text/document-day.ts';
import { dayOf } from '../deadlines/calendar.ts';
import type { Reading } from './reading.ts';
import type { Proofs } from './summary-hearing.ts';
import { proofText } from './summary-source.ts';

/** Shorter words stand in a text by chance. */
const MIN_QUOTED_CHARS = 20;
const ORDER: readonly Evidence['state'][] = ['proven', 'inexact', 'unproven'];

/** What the words themselves quote, or else the words: a summary may speak in the words of its source. */
function ownPassages(words: string): string[] {
  const quoted = [...words.matchAll(/[„"»“]([^„“”"«»]{20,2000})[“”"«]/gu)].map(([, passage = '']) => passage);
  return quoted.length > 0 ? quoted : words.length >= MIN_QUOTED_CHARS ? [words] : [];
}

/** The best of what several passages prove. */
function best(source: ProofSource, words: string, passages: readonly string[], work: Work): Evidence {
  const found: Evidence[] = [];
  for (const passage of passages) {
    const one = evidenceOf(source, words, passage, work);
    if (one.state === 'proven') return one;
    found.push(one);
  }
  return found.sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))[0] ?? { state: 'unproven' };
}

/**
 * Holds the statements of a summary against the whole of its source. Several passages are taken together first, each
 * alone after that. Words without a passage are proven only where the source says them word for word.
 */
export function proofsFor(reading: Reading): Proofs {
  let source: ProofSource | undefined;
  const work = new Work();
  return {
    evidence(words, passages) {
      source ??= indexSource(proofText(reading));
      if (passages.length > 0)
        return best(source, words, [...new Set([passages.join(' … '), ...passages])], work);
      const own = best(source, words, ownPassages(words), work);
      return own.state === 'proven' ? own : { state: 'unproven' };
    },
    dueDates: (statements: readonly Statement[]) => dueDatesOf(statements, writtenOn(reading)),
  };
}

/** The day on which the source was written; null where it does not say. */
function writtenOn(reading: Reading): string | null {
  if (reading.kind === 'mail') return reading.date && dayOf(reading.date);
  return reading.kind === 'document' ? documentDayIn(reading.text) : null;
}
