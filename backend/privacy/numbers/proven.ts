import type { ItemKind } from '../../../contract/privacy.ts';
import type { Candidate } from '../span.ts';
import {
  hasPensionForm,
  isHealthNumber,
  isIcao,
  isLuhn,
  isPensionNumber,
  isTaxId,
  isVatId,
} from './check-digits.ts';

interface Proof {
  kind: ItemKind;
  rule: string;
  pattern: RegExp;
  /** What the compact form (letters and digits only, capitals) proves: 3 by its check digit, 2 by its form, 0 nothing. */
  weigh(compact: string): 0 | 2 | 3;
}

const ISSUERS = /^(?:4|5[1-5]|2[2-7]|3[47]|6(?:011|4[4-9]|5|7)|30[0-5]|3[68])/u;
const counts = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Numbers that prove themselves, or whose form nothing else has. */
const PROOFS: readonly Proof[] = [
  {
    kind: 'tax-id',
    rule: 'tax-id',
    pattern: /(?<![\p{L}\d.,/+-]|\d )[1-9]\d\s?\d{3}\s?\d{3}\s?\d{3}(?! ?\d|\p{L}|[.,/-]\d)/gu,
    weigh: (compact) => (isTaxId(compact) ? 3 : 0),
  },
  {
    kind: 'tax-id',
    rule: 'vat-id',
    pattern: /(?<![\p{L}\d])DE\s?\d{3}\s?\d{3}\s?\d{3}(?:-\d{5})?(?! ?\d|\p{L})/gu,
    weigh: (compact) => (isVatId(compact.slice(2, 11)) ? 3 : 0),
  },
  {
    kind: 'social-security',
    rule: 'pension-number',
    pattern:
      /(?<![\p{L}\d.,/-])\d{2}[\s/-]?\d{2}\s?\d{2}\s?\d{2}[\s/-]?[A-Za-z][\s/-]?\d{2}\s?\d(?![\p{L}\d]|[.,/-]\d)/gu,
    weigh: (compact) => (isPensionNumber(compact) ? 3 : hasPensionForm(compact) ? 2 : 0),
  },
  {
    kind: 'social-security',
    rule: 'health-number',
    pattern: /(?<![\p{L}\d.,/-])[A-Za-z]\s?\d{3}\s?\d{3}\s?\d{3}(?:[ /-]?\d{9,10})?(?![\p{L}\d]|[.,/-]\d)/gu,
    weigh: (compact) => (isHealthNumber(compact.slice(0, 10)) ? 3 : 0),
  },
  {
    kind: 'id-document',
    rule: 'document-number',
    pattern:
      /(?<![\p{L}\d.,/-])[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{8} ?\d(?:D|<<)?(?![\p{L}\d]|[.,/-]\d)/gu,
    weigh: (compact) => (isIcao(compact.slice(0, 10)) ? 3 : 0),
  },
  {
    kind: 'id-document',
    rule: 'document-form',
    pattern: /(?<![\p{L}\d.,/-])[CFGHJKLMNPRTVWXYZ][CFGHJKLMNPRTVWXYZ\d]{8}(?![\p{L}\d]|[.,/-]\d)/gu,
    // Without its check digit a paper's number is known by digits among capitals that no word can have.
    weigh: (compact) => (counts(compact, /[A-Z]/gu) >= 3 && /\d/u.test(compact) ? 2 : 0),
  },
  {
    kind: 'id-document',
    rule: 'machine-readable',
    pattern: /[A-Z\d][A-Z\d<]{29,43}(?![\p{L}\d<])/gu,
    weigh: (compact) => (/<<|<\d[A-Z]/u.test(compact) ? 3 : 0),
  },
  {
    kind: 'id-document',
    rule: 'vehicle-number',
    pattern: /(?<![\p{L}\d.,/-])[JKLMNSTUVWXYZ][A-HJ-NPR-Z\d]{12}\d{4}(?![\p{L}\d])/gu,
    weigh: (compact) => (counts(compact, /[A-Z]/gu) >= 4 && counts(compact, /\d/gu) >= 6 ? 2 : 0),
  },
  {
    kind: 'account',
    rule: 'card',
    pattern:
      /(?<![\p{L}\d.,/-]|\d )(?:\d{4}([\s-]?)\d{4}\1\d{4}\1\d{4}|3[47]\d{2}([ -]?)\d{6}\2\d{5})(?! ?\d|\p{L}|[.,/-]\d)/gu,
    weigh: (compact) => (ISSUERS.test(compact) && isLuhn(compact) ? 3 : 0),
  },
];

/** Tax, insurance, document, vehicle and card numbers that need no label. */
export function provenIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  for (const { kind, rule, pattern, weigh } of PROOFS) {
    for (const match of text.matchAll(pattern)) {
      const weight = weigh(match[0].replaceAll(/[\s/-]/gu, '').toUpperCase());
      if (weight === 0) continue;
      found.push({ kind, rule, weight, start: match.index, end: match.index + match[0].length });
    }
  }
  return found;
}
