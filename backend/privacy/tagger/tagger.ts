import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import { personsIn } from './decode.ts';
import { MAX_FEATURES, featuresAt, sequenceOf } from './features.ts';
import { LABELS } from './labels.ts';
import type { Weights } from './weights.ts';
import { createWordReader } from './words.ts';

/** A trained recogniser of persons. */
export interface Tagger {
  /**
   * @param tokens of one text, from `tokensOf`
   * @returns persons in the order of the text, with how much better the best reading is than one without the person: 0
   * is a toss-up, above 5 is nearly certain
   */
  tag(tokens: readonly Token[]): (Span & { margin: number })[];
}

/** A longer row of capital words is read in pieces. */
const MAX_ROW = 256;

/** A tagger with these weights. It keeps nothing of a text. Linear in the number of tokens. */
export function taggerOf({ bits, step, steps, transitions }: Weights, lexicon: Lexicon): Tagger {
  const readerOf = createWordReader(lexicon);
  const features = new Int32Array(MAX_FEATURES);
  const scores = new Float32Array(MAX_ROW * LABELS);
  return {
    tag(tokens) {
      const sequence = sequenceOf(tokens, readerOf());
      const spans: (Span & { margin: number })[] = [];
      for (let from = 0; from < tokens.length; from++) {
        if (sequence.active[from] !== 1) continue;
        let to = from;
        for (; to < tokens.length && sequence.active[to] === 1 && to - from < MAX_ROW; to++) {
          const count = featuresAt(sequence, to, bits, features);
          addUp(features, count, steps, step, scores, (to - from) * LABELS);
        }
        for (const person of personsIn({ length: to - from, scores, transitions })) {
          const first = tokens[from + person.from] as Token;
          const last = tokens[from + person.to - 1] as Token;
          spans.push({ start: first.start, end: last.end, margin: person.margin });
        }
        from = to - 1;
      }
      return spans;
    },
  };
}

/** Sums the steps of the features for each label. */
function addUp(
  features: Int32Array,
  count: number,
  steps: Int8Array,
  step: number,
  scores: Float32Array,
  to: number,
): void {
  let [s0, s1, s2, s3, s4, s5] = [0, 0, 0, 0, 0, 0];
  for (let index = 0; index < count; index++) {
    const at = (features[index] as number) * LABELS;
    s0 += steps[at] as number;
    s1 += steps[at + 1] as number;
    s2 += steps[at + 2] as number;
    s3 += steps[at + 3] as number;
    s4 += steps[at + 4] as number;
    s5 += steps[at + 5] as number;
  }
  scores[to] = s0 * step;
  scores[to + 1] = s1 * step;
  scores[to + 2] = s2 * step;
  scores[to + 3] = s3 * step;
  scores[to + 4] = s4 * step;
  scores[to + 5] = s5 * step;
}
