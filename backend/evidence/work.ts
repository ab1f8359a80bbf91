/** Characters read that all passages of a summary may cost together; a thousand pages are searched 300 times. */
export const MAX_WORK = 1_000_000_000;

/** The work that searching may take, in characters read or compared, so that no text and no model can make it endless. */
export class Work {
  private rest: number;

  constructor(most = MAX_WORK) {
    this.rest = most;
  }

  get left(): number {
    return this.rest;
  }

  /** Takes work that is about to be done. @returns false where too little is left, and then it is not to be done */
  take(chars: number): boolean {
    const enough = chars <= this.rest;
    this.rest = enough ? this.rest - chars : 0;
    return enough;
  }
}
