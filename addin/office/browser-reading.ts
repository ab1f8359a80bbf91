import type { HeldText } from '../workspace/held-text.ts';

/** Where a text was read in the workspace. */
export class Reading {
  /** Number of the thing on the desk. */
  readonly thing: number;
  /** Under which number its editor holds the place; null where it can't be replaced: single cells of a table. */
  readonly held: number | null;
  /** The text line by line; null where nobody writes in it. */
  readonly text: HeldText | null;
  constructor(thing: number, held: number | null, text: HeldText | null) {
    this.thing = thing;
    this.held = held;
    this.text = text;
  }
}
