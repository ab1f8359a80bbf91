import type { ClassChoice } from './classes.ts';
import type { Terms } from './terms.ts';

/** What a person decided about one source. */
export interface Decision {
  /** Null leaves the class to the content. */
  classChoice: ClassChoice | null;
  /** Words that go unmasked. */
  release: readonly string[];
}

/** All that was decided: what is masked in every source, and the rest by the key of its source. */
export interface Decided {
  mask: readonly string[];
  decisions: Readonly<Record<string, Decision>>;
}

export const noDecision: Decision = { classChoice: null, release: [] };

export function withClass({ decisions }: Decided, key: string, classChoice: ClassChoice | null) {
  return { decisions: { ...decisions, [key]: { ...(decisions[key] ?? noDecision), classChoice } } };
}

/** Changes what is masked everywhere and released in one source; what is masked is released in none. */
export function withTerms(
  { mask, decisions }: Decided,
  key: string,
  change: (terms: Terms) => Terms,
): Decided {
  const before = decisions[key] ?? noDecision;
  const next = change({ mask, release: before.release });
  const added = new Set(next.mask.filter((term) => !mask.includes(term)));
  const others = Object.entries(decisions).map(([of, decision]): [string, Decision] =>
    decision.release.some((term) => added.has(term))
      ? [of, { ...decision, release: decision.release.filter((term) => !added.has(term)) }]
      : [of, decision],
  );
  return {
    mask: next.mask,
    decisions: { ...Object.fromEntries(others), [key]: { ...before, release: next.release } },
  };
}

/** Gives what was decided under one key to another, unless something was decided there already. */
export function moved(decisions: Decided['decisions'], from: string, to: string): Decided['decisions'] {
  const { [from]: decision, ...others } = decisions;
  return decision === undefined ? decisions : { [to]: decision, ...others };
}
