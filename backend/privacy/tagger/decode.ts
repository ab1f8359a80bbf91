import { LABEL, LABELS, isPerson, mayFollow } from './labels.ts';

/** A person in a row of tokens: from the first token up to the one after the last. */
export interface TokenSpan {
  from: number;
  to: number;
  /** How much better the best reading is than the best one in which none of these tokens belongs to a person. */
  margin: number;
}

/** A row of tokens between tokens that are none, as the decoder sees it. */
export interface Row {
  /** At least one. */
  length: number;
  /** `LABELS` for each token. */
  scores: Float32Array;
  /** `LABELS` × `LABELS`, from the label before to the label after. */
  transitions: Float32Array;
}

/** Finds the best reading of a row (Viterbi), and the persons in it. Linear in the length of the row. */
export function personsIn(row: Row): TokenSpan[] {
  const { length } = row;
  const forward = new Float32Array(length * LABELS);
  for (let at = 0; at < length; at++) advance(row, forward, at, false);
  const backward = bestAfter(row);
  const path = pathOf(row, backward);
  const persons: TokenSpan[] = [];
  for (let from = 0; from < length; from++) {
    if (path[from] !== LABEL.personBegin) continue;
    let to = from + 1;
    while (to < length && path[to] === LABEL.personInside) to++;
    const other = new Float32Array(forward);
    for (let at = from; at < to; at++) advance(row, other, at, true);
    const margin = bestThrough(forward, backward, to - 1) - bestThrough(other, backward, to - 1);
    persons.push({ from, to, margin: Math.max(0, margin) });
    from = to - 1;
  }
  return persons;
}

/** The best score of a reading up to this token, for each of its labels. */
function advance({ scores, transitions }: Row, best: Float32Array, at: number, noPerson: boolean): void {
  for (let label = 0; label < LABELS; label++) {
    let top = -Infinity;
    if (!noPerson || !isPerson(label))
      for (let before = 0; before < LABELS; before++) {
        if (!mayFollow(before, label)) continue;
        const reached =
          at > 0 ? (best[(at - 1) * LABELS + before] as number) : before === LABEL.none ? 0 : -Infinity;
        top = Math.max(top, reached + (transitions[before * LABELS + label] as number));
      }
    best[at * LABELS + label] = top + (scores[at * LABELS + label] as number);
  }
}

/** The best score of what comes after each token, for each of its labels. */
function bestAfter({ length, scores, transitions }: Row): Float32Array {
  const best = new Float32Array(length * LABELS);
  for (let label = 0; label < LABELS; label++)
    best[(length - 1) * LABELS + label] = transitions[label * LABELS + LABEL.none] as number;
  for (let at = length - 2; at >= 0; at--)
    for (let label = 0; label < LABELS; label++) {
      let top = -Infinity;
      for (let after = 0; after < LABELS; after++) {
        const next = (at + 1) * LABELS + after;
        if (mayFollow(label, after))
          top = Math.max(
            top,
            (transitions[label * LABELS + after] as number) +
              (scores[next] as number) +
              (best[next] as number),
          );
      }
      best[at * LABELS + label] = top;
    }
  return best;
}

function pathOf({ length, scores, transitions }: Row, backward: Float32Array): Uint8Array {
  const path = new Uint8Array(length);
  let before: number = LABEL.none;
  for (let at = 0; at < length; at++) {
    let top = -Infinity;
    let chosen: number = LABEL.none;
    for (let label = 0; label < LABELS; label++) {
      const here = at * LABELS + label;
      const score =
        (transitions[before * LABELS + label] as number) +
        (scores[here] as number) +
        (backward[here] as number);
      if (mayFollow(before, label) && score > top) {
        top = score;
        chosen = label;
      }
    }
    path[at] = before = chosen;
  }
  return path;
}

function bestThrough(forward: Float32Array, backward: Float32Array, at: number): number {
  let top = -Infinity;
  for (let label = 0; label < LABELS; label++)
    top = Math.max(top, (forward[at * LABELS + label] as number) + (backward[at * LABELS + label] as number));
  return top;
}
