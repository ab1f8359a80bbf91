/** An error as Office.js throws it: the code is fixed, the message is in the language of the person. */
export class OfficeError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('Entschuldigung, da ist etwas schiefgegangen.');
    this.name = 'RichApi.Error';
    this.code = code;
  }
}
