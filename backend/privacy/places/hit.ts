/** A street or a place in a page: indices of words, the end not included. */
export interface Hit {
  kind: 'street' | 'place';
  from: number;
  to: number;
  rule: string;
  weight: 1 | 2;
  /** The text itself says that a person lives there or was born there, so that no body's name before it counts. */
  lived: boolean;
}
