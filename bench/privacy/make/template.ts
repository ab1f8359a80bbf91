import type { Writer } from './writer.ts';

/** A kind of text that is written again and again with other people in it. */
export interface Template {
  name: string;
  form: string;
  /** @returns a text with marks */
  write(w: Writer): string;
}
