/** What a token can be. The helpers (`place`, `body`, `other`) are there to tell persons from them. */
export const LABEL = { none: 0, personBegin: 1, personInside: 2, place: 3, body: 4, other: 5 } as const;
export type Label = (typeof LABEL)[keyof typeof LABEL];
export const LABELS = 6;

/** Whether a token labelled `to` may follow one labelled `from`. */
export function mayFollow(from: number, to: number): boolean {
  return to !== LABEL.personInside || from === LABEL.personBegin || from === LABEL.personInside;
}

export function isPerson(label: number): boolean {
  return label === LABEL.personBegin || label === LABEL.personInside;
}
