import type { Reading } from '../../tasks/reading.ts';
import { valuesOf, type Field } from '../../text/fields.ts';
import { isSalutation } from '../../text/letter.ts';
import { writerOf } from './salutation.ts';

/** A sign that says something: forms have a dash where there is none. */
function signOf(fields: Field[], label: RegExp): string {
  return valuesOf(fields, label).find((value) => /[\p{L}\d]/u.test(value)) ?? '';
}

const OUR_SIGN = /^\s{0,3}Unser Zeichen:\s{0,3}(\S.{0,60})$/u;

/**
 * Our sign from the mail that the writer answers: "Unser Zeichen" in the quoted message that greets the writer by name,
 * so that it is ours and not that of a third.
 */
function quotedSign(reading: Reading): string {
  const writer = writerOf(reading);
  if (reading.kind !== 'mail' || !writer) return '';
  let toWriter = false;
  for (const raw of reading.thread.split('\n')) {
    const line = raw.slice(0, 200).replace(/^[\s>]+/u, '');
    if (isSalutation(line)) toWriter = line.includes(writer.family);
    const sign = toWriter ? OUR_SIGN.exec(line)?.[1] : undefined;
    if (sign) return sign.trim();
  }
  return '';
}

export interface Signs {
  theirs: string;
  /** Ours, as their letter or the mail that it quotes names it. */
  ours: string;
}

/** The signs for the answer to a letter or mail: what its sender calls "Unser Zeichen" is theirs, "Ihr Zeichen" ours. */
export function signsOf(fields: Field[], reading: Reading): Signs {
  return {
    theirs: signOf(fields, /^(?:Unser|Mein) Zeichen/u),
    ours: signOf(fields, /^Ihr Zeichen/u) || quotedSign(reading),
  };
}
