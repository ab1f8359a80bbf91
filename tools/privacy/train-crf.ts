import type { Lexicon } from '../../backend/privacy/lexicon/lexicon.ts';
import { tokensOf } from '../../backend/privacy/tokens.ts';
import { MAX_FEATURES, featuresAt, sequenceOf } from '../../backend/privacy/tagger/features.ts';
import { LABEL, LABELS, mayFollow, type Label } from '../../backend/privacy/tagger/labels.ts';
import type { Weights } from '../../backend/privacy/tagger/weights.ts';
import { createWordReader } from '../../backend/privacy/tagger/words.ts';
import { randomOf } from './random.ts';

/** A stretch of a training text that is something. */
export interface Mark {
  start: number;
  end: number;
  what: 'person' | 'place' | 'body' | 'other';
}

/** A text with all its marks: what is not marked is none. */
export interface Marked {
  text: string;
  marks: readonly Mark[];
}

/** Marked texts and how much they count. */
export interface Lessons {
  texts: readonly Marked[];
  weight: number;
}

export interface TrainingOptions {
  bits: number;
  epochs: number;
  /** Of the first step; AdaGrad makes them smaller. */
  rate: number;
  /** Strength of the pull to zero. */
  decay: number;
  /** Share of words whose name flags are hidden, to learn from the context. */
  hidden: number;
  /** What is added to a person's first word, for more finds at less precision. */
  bias: number;
  /** Where the sums of squares begin: the higher, the smaller the first steps. */
  start: number;
  seed: number;
}

export const OPTIONS: TrainingOptions = {
  bits: 18,
  epochs: 6,
  rate: 0.1,
  decay: 1e-5,
  hidden: 0.15,
  bias: 0,
  start: 1,
  seed: 2014,
};

/** A row of active tokens: their features one after the other, where each token's begin, and their labels. */
interface Row {
  features: Int32Array;
  begins: Int32Array;
  labels: Uint8Array;
  weight: number;
}

/** Learns the weights of a linear-chain CRF by stochastic gradients (AdaGrad). The same lessons make the same weights. */
export function train(
  lessons: readonly Lessons[],
  lexicon: Lexicon,
  options: TrainingOptions = OPTIONS,
): Weights {
  const random = randomOf(options.seed);
  const rows = lessons.flatMap(({ texts, weight }) =>
    texts.flatMap((text) => rowsOf(text, lexicon, options, weight, () => random.next() < options.hidden)),
  );
  const model = createModel(options);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (const row of random.shuffle(rows)) model.learn(row);
    // The mean of what was learnt after each epoch but the first depends less on the last texts.
    if (epoch > 0 || options.epochs === 1) model.settle();
  }
  return model.weights();
}

function rowsOf(
  { text, marks }: Marked,
  lexicon: Lexicon,
  { bits }: TrainingOptions,
  weight: number,
  hide: () => boolean,
): Row[] {
  const tokens = tokensOf(text);
  const sequence = sequenceOf(tokens, createWordReader(lexicon, hide)());
  const labels = labelsOf(tokens, marks);
  const rows: Row[] = [];
  const out = new Int32Array(MAX_FEATURES);
  for (let from = 0; from < tokens.length; from++) {
    if (sequence.active[from] !== 1) continue;
    const features: number[] = [];
    const begins = [0];
    let to = from;
    for (; to < tokens.length && sequence.active[to] === 1; to++) {
      const count = featuresAt(sequence, to, bits, out);
      for (let index = 0; index < count; index++) features.push(out[index] as number);
      begins.push(features.length);
    }
    const rowLabels = labels.slice(from, to);
    // After a token that cannot belong to a name the name goes on as another one: `Müller, Lena`.
    if (rowLabels[0] === LABEL.personInside) rowLabels[0] = LABEL.personBegin;
    rows.push({
      features: Int32Array.from(features),
      begins: Int32Array.from(begins),
      labels: rowLabels,
      weight,
    });
    from = to - 1;
  }
  return rows;
}

const HELPERS: Record<Exclude<Mark['what'], 'person'>, Label> = {
  place: LABEL.place,
  body: LABEL.body,
  other: LABEL.other,
};

function labelsOf(tokens: readonly { start: number; end: number }[], marks: readonly Mark[]): Uint8Array {
  const labels = new Uint8Array(tokens.length);
  let at = 0;
  for (const { start, end, what } of marks) {
    while (at < tokens.length && (tokens[at]?.end ?? 0) <= start) at++;
    for (let first = true; at < tokens.length && (tokens[at]?.start ?? 0) < end; at++, first = false)
      labels[at] = what === 'person' ? (first ? LABEL.personBegin : LABEL.personInside) : HELPERS[what];
  }
  return labels;
}

function createModel({ bits, rate, decay, bias, start }: TrainingOptions) {
  const size = 2 ** bits * LABELS;
  const weights = new Float32Array(size);
  const squares = new Float32Array(size).fill(start);
  const transitions = new Float64Array(LABELS * LABELS);
  const meanWeights = new Float64Array(size);
  const meanTransitions = new Float64Array(LABELS * LABELS);
  let means = 0;
  const transitionSquares = new Float64Array(LABELS * LABELS).fill(start);

  return {
    learn(row: Row): void {
      const length = row.labels.length;
      const scores = new Float64Array(length * LABELS);
      for (let at = 0; at < length; at++)
        for (let index = row.begins[at] as number; index < (row.begins[at + 1] as number); index++) {
          const bucket = (row.features[index] as number) * LABELS;
          for (let label = 0; label < LABELS; label++)
            scores[at * LABELS + label] =
              (scores[at * LABELS + label] as number) + (weights[bucket + label] as number);
        }
      const { nodes, edges } = expectations(scores, transitions, row.labels);
      for (let at = 0; at < length; at++)
        for (let label = 0; label < LABELS; label++) {
          const gradient = (nodes[at * LABELS + label] as number) * row.weight;
          if (Math.abs(gradient) < 1e-5) continue;
          for (let index = row.begins[at] as number; index < (row.begins[at + 1] as number); index++) {
            const place = (row.features[index] as number) * LABELS + label;
            const full = gradient + decay * (weights[place] as number);
            const square = (squares[place] as number) + full * full;
            squares[place] = square;
            weights[place] = (weights[place] as number) - (rate * full) / Math.sqrt(square);
          }
        }
      for (let edge = 0; edge < LABELS * LABELS; edge++) {
        const gradient = (edges[edge] as number) * row.weight;
        if (gradient === 0) continue;
        transitionSquares[edge] = (transitionSquares[edge] as number) + gradient * gradient;
        transitions[edge] =
          (transitions[edge] as number) - (rate * gradient) / Math.sqrt(transitionSquares[edge] as number);
      }
    },
    /** Takes the weights as they are now into the mean. */
    settle(): void {
      means++;
      for (let place = 0; place < size; place++)
        meanWeights[place] = (meanWeights[place] as number) + (weights[place] as number);
      for (let edge = 0; edge < LABELS * LABELS; edge++)
        meanTransitions[edge] = (meanTransitions[edge] as number) + (transitions[edge] as number);
    },
    weights(): Weights {
      let top = 0;
      for (const sum of meanWeights) top = Math.max(top, Math.abs(sum / means));
      const step = Math.min(top, 4) / 127;
      const biased = Float32Array.from(meanTransitions, (sum) => sum / means);
      for (let before = 0; before < LABELS; before++)
        biased[before * LABELS + LABEL.personBegin] =
          (biased[before * LABELS + LABEL.personBegin] as number) + bias;
      const steps = Int8Array.from(meanWeights, (sum) =>
        Math.max(-127, Math.min(127, Math.round(sum / means / step))),
      );
      return { bits, step, steps, transitions: biased };
    },
  };
}

/** Expected minus observed counts, for labels at tokens and for labels that follow each other (forward-backward). */
function expectations(scores: Float64Array, transitions: Float64Array, labels: Uint8Array) {
  const length = labels.length;
  const score = (before: number, label: number) =>
    mayFollow(before, label) ? (transitions[before * LABELS + label] as number) : -Infinity;
  const forward = new Float64Array(length * LABELS);
  const backward = new Float64Array(length * LABELS);
  const terms = new Float64Array(LABELS);
  for (let at = 0; at < length; at++)
    for (let label = 0; label < LABELS; label++) {
      for (let before = 0; before < LABELS; before++)
        terms[before] =
          (at > 0 ? (forward[(at - 1) * LABELS + before] as number) : before === LABEL.none ? 0 : -Infinity) +
          score(before, label);
      forward[at * LABELS + label] = logSum(terms) + (scores[at * LABELS + label] as number);
    }
  for (let at = length - 1; at >= 0; at--)
    for (let label = 0; label < LABELS; label++) {
      if (at === length - 1) {
        backward[at * LABELS + label] = score(label, LABEL.none);
        continue;
      }
      for (let after = 0; after < LABELS; after++)
        terms[after] =
          score(label, after) +
          (scores[(at + 1) * LABELS + after] as number) +
          (backward[(at + 1) * LABELS + after] as number);
      backward[at * LABELS + label] = logSum(terms);
    }
  for (let label = 0; label < LABELS; label++)
    terms[label] = (forward[label] as number) + (backward[label] as number);
  const total = logSum(terms);
  const nodes = new Float64Array(length * LABELS);
  const edges = new Float64Array(LABELS * LABELS);
  for (let at = 0; at <= length; at++)
    for (let before = 0; before < LABELS; before++) {
      const from =
        at > 0 ? (forward[(at - 1) * LABELS + before] as number) : before === LABEL.none ? 0 : -Infinity;
      for (let label = 0; label < LABELS; label++) {
        if (from === -Infinity || (at === length && label !== LABEL.none)) continue;
        const rest =
          at < length
            ? (scores[at * LABELS + label] as number) + (backward[at * LABELS + label] as number)
            : 0;
        const share = Math.exp(from + score(before, label) + rest - total);
        edges[before * LABELS + label] = (edges[before * LABELS + label] as number) + share;
        if (at < length) nodes[at * LABELS + label] = (nodes[at * LABELS + label] as number) + share;
      }
    }
  for (let at = 0, before: number = LABEL.none; at <= length; at++) {
    const label = at < length ? (labels[at] as number) : LABEL.none;
    edges[before * LABELS + label] = (edges[before * LABELS + label] as number) - 1;
    if (at < length) nodes[at * LABELS + label] = (nodes[at * LABELS + label] as number) - 1;
    before = label;
  }
  return { nodes, edges };
}

function logSum(terms: Float64Array): number {
  let top = -Infinity;
  for (const term of terms) if (term > top) top = term;
  if (top === -Infinity) return top;
  let sum = 0;
  for (const term of terms) sum += Math.exp(term - top);
  return top + Math.log(sum);
}
