import type { ItemKind } from '../../contract/privacy.ts';
import type { PersonFacts, Span } from './span.ts';

/** Something personal in a source text: offsets in the text as it stands, none overlaps another, in their order. */
export interface Item extends Span {
  kind: ItemKind;
  /** Which rule found it, for evaluation; never its words. */
  rule: string;
  /** Set for persons. */
  person?: PersonFacts;
  /** Whether a person or the house chose it: it is masked also where nothing else is. */
  byHand?: true;
}
