import type { ItemKind } from '../../../contract/privacy.ts';
import type { Stretch } from '../make/document.ts';

/** What a recogniser found, with offsets in the text it was given. */
export interface Found extends Stretch {
  kind: ItemKind;
  rule: string;
}

/** The texts of one request go in together; one list for each of them comes out. */
export type Recognise = (texts: readonly string[]) => Found[][];

/** What is found in a text that is a request of its own. */
export function foundIn(recognise: Recognise, text: string): Found[] {
  return recognise([text])[0] ?? [];
}
