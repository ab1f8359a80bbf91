import type { Passage } from '../text/law.ts';

/** A way to reach somebody, with the same key however it is written. */
export interface Contact extends Passage {
  key: string;
}

interface Kind {
  pattern: RegExp;
  keyOf(text: string): string;
}

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '');
/** "+49 6381", "0049 6381" and "06381" are the same; so is "+49 (0) 6381". */
const phoneKey = (text: string): string =>
  digitsOf(text.replace(/\(0\)/u, '').replace(/^\+49|^0049/u, '0')).replace(/^00(?=[1-9]\d{6})/u, '0');
const addressKey = (text: string): string =>
  text
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/\/$/u, '');

const KINDS: readonly Kind[] = [
  {
    pattern: /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu,
    keyOf: (text) => text.toLowerCase(),
  },
  {
    pattern:
      /(?:https?:\/\/|(?<![\p{L}\d.])www\.)[^\s<>"“”„()[\]{}|\ue000]{2,400}(?<![.,;:!?'’])|(?<![\p{L}\d@.-])[\p{L}\d-]{2,63}(?:\.[\p{L}\d-]{2,63}){0,3}\.(?:de|com|org|net|eu|info|rlp)(?![\p{L}\d])(?:\/[^\s<>"“”„()[\]{}|\ue000]{1,200}(?<![.,;:!?'’]))?/giu,
    keyOf: addressKey,
  },
  {
    pattern: /(?<![\p{L}\d])[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?\d{1,3})?(?![\p{L}\d])/gu,
    keyOf: (text) => text.replaceAll(/\s/gu, '').toLowerCase(),
  },
  {
    pattern:
      /(?<![\p{L}\d/.,-])(?:\+\d{1,3}|00[1-9]\d{1,2})[\s/-]?(?:\(0\))?[\d\s/()-]{5,20}\d(?!\d|[.,]\d)|(?<![\p{L}\d/.,-])\(?0\d{2,5}\)?[\s/-]{1,3}\d[\d\s/-]{2,14}\d(?!\d|[.,]\d)|(?<![\p{L}\d/.,-])0\d{8,13}(?!\d|[.,]\d)/gu,
    keyOf: phoneKey,
  },
  {
    pattern:
      /(?<=(?<!\p{L})(?:[Tt]el|[Tt]elefon|[Tt]elefax|[Ff]ax|[Mm]obil|[Hh]andy|fon|Durchwahl)\.?\s{0,2}:?\s{0,3})\d[\d\s/-]{2,20}\d(?!\d|[.,]\d)/gu,
    keyOf: phoneKey,
  },
];

/** Mail and internet addresses, IBANs and telephone numbers of a text, in no order; none overlaps another. */
export function contactsIn(text: string): Contact[] {
  const found: Contact[] = [];
  for (const { pattern, keyOf } of KINDS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      found.push({ text: match[0], start, end, key: keyOf(match[0]) });
    }
  }
  return found;
}
