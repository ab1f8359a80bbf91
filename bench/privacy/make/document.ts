import type { ItemKind } from '../../../contract/privacy.ts';

export const splits = ['development', 'test'] as const;
export type Split = (typeof splits)[number];

/** UTF-16 offsets into the text, the end not included. */
export interface Stretch {
  start: number;
  end: number;
}

export interface Item extends Stretch {
  kind: ItemKind;
}

/** One line of the corpus. */
export interface Document {
  id: string;
  split: Split;
  form: string;
  hand: boolean;
  text: string;
  items: Item[];
  /** What may be masked or not: it counts neither as missed nor as wrong (a surname in the name of a GmbH). */
  open: Stretch[];
}

/** A text with its marks still in it, as a person or a template wrote it. */
export interface Draft {
  id: string;
  split: Split;
  form: string;
  hand: boolean;
  marked: string;
}
