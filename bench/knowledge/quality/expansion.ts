import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { AlsoWords } from '../../../backend/knowledge/analysis/analysed.ts';
import { wordsFrom } from '../../../backend/tasks/broaden.ts';

/** What the product gives a word that a model only guessed at (`knowledge/knowledge-of.ts`). */
const WEIGHT = 0.3;
const KEY_CHARS = 12;

interface Line {
  /** Beginning of the SHA-256 of the question, which may be one that is not ours to keep. */
  frage: string;
  /** A line as a model writes it. */
  worte: string;
}

/**
 * The scripted expansion: for each question the line of search words that a model would write, written from the question
 * alone, before anything was searched for. It goes the way of the product from there on.
 */
export function readExpansion(): (question: string) => readonly AlsoWords[] {
  const lines = readFileSync(new URL('expansion.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line);
  const known = new Map(lines.map(({ frage, worte }) => [frage, wordsFrom(worte)]));
  return (question) => {
    const key = createHash('sha256').update(question).digest('hex').slice(0, KEY_CHARS);
    const words = known.get(key) ?? '';
    return words === '' ? [] : [{ words, weight: WEIGHT }];
  };
}
