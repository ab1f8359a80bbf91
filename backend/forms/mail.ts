import { advice, placeOf, type Rule } from './finding.ts';
import { enclosing } from './annexes.ts';
import { bodyOf } from './form-text.ts';

/** A text cannot show whether a file is attached, so the clerk is reminded. */
export const attachmentHint: Rule = (text) => {
  const line = enclosing(bodyOf(text));
  if (!line) return [];
  const words = 'Die E-Mail nennt einen Anhang. Bitte prüfen Sie vor dem Senden, ob er angehängt ist.';
  return [advice('mail-attachment', words, { place: placeOf(line.text) })];
};
