import type { ItemKind } from '../../contract/privacy.ts';

/** A stretch of text, UTF-16 offsets, the end not included. */
export interface Span {
  start: number;
  end: number;
}

/** Something personal that a recogniser found in a view of a text. */
export interface Candidate extends Span {
  kind: ItemKind;
  /** Which rule found it, for evaluation; never its words. */
  rule: string;
  /** Of two that overlap the one with the higher weight counts: 3 proven by a check digit, 2 by a label or a form, 1 by likelihood. */
  weight: 1 | 2 | 3;
  /** Set for persons. */
  person?: PersonFacts;
}

/** What a model needs to know of a name for its grammar, and we to know who is the same. */
export interface PersonFacts {
  /** Given names in their plain form (`Lena-Sophie`), empty where the span has none. */
  given: string;
  /** Surname in its plain form with its particles (`von der Heide`), without inflection; empty where the span has none. */
  surname: string;
  gender: 'female' | 'male' | null;
  /** Eheleute, Familie, `die Müllers`. */
  plural: boolean;
  /** Characters at the end of the span that are inflection (`s` in `Müllers`, `’` in `Voß’`): they stay in sight. */
  ending: number;
}
