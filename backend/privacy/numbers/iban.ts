import type { Candidate } from '../span.ts';
import { isMod97 } from './check-digits.ts';

/** Length of an IBAN by country (SWIFT IBAN Registry). */
const LENGTHS = new Map(
  `AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24
  FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32
  LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24
  RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30`
    .split(/\s+/u)
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))] as const),
);
/** Countries whose IBANs hold digits only: there an O is a 0 that was misread. */
const DIGITS_ONLY = new Set('DE AT BE DK EE FI HR HU IS LT NO PL PT SE SI SK CZ ES BA ME RS XK'.split(' '));
const ALNUM = /[\p{L}\d]/u;
const ASCII = /[A-Za-z\d]/u;
const BETWEEN = /[\s>|.\-–_]/u;
const MAX_BETWEEN = 4;
const START = /(?<![\p{L}\d])(?:[A-Za-z][ \t]?[A-Za-z])[ \t]?[\dOoIl][ \t]?[\dOoIl][\s.\-–]{0,2}[\dA-Za-z]/gu;

interface Found {
  end: number;
  /** Whether its check digits hold. */
  proven: boolean;
}

const digitFor = (character: string): string =>
  character === 'O' ? '0' : character === 'I' || character === 'L' ? '1' : character;

/** Reads as many letters and digits as the country's IBANs have, whatever way they are grouped. */
export function ibanAt(text: string, at: number): Found | null {
  let compact = '';
  let length = 2;
  let end = at;
  let gap = 0;
  for (let index = at; compact.length < length; index++) {
    const character = text[index];
    if (character === undefined) return null;
    if (!ASCII.test(character)) {
      if (compact === '' || !BETWEEN.test(character) || ++gap > MAX_BETWEEN) return null;
      continue;
    }
    gap = 0;
    compact += character;
    end = index + 1;
    if (compact.length === 2) length = LENGTHS.get(compact.toUpperCase()) ?? 0;
  }
  if (length === 0 || ALNUM.test(text[end] ?? '')) return null;
  const country = compact.slice(0, 2).toUpperCase();
  const upper = compact.slice(2).toUpperCase();
  const body = DIGITS_ONLY.has(country)
    ? Array.from(upper, digitFor).join('')
    : Array.from(upper.slice(0, 2), digitFor).join('') + upper.slice(2);
  if (!/^\d{2}/u.test(body) || (body.match(/\d/gu) ?? []).length < 8) return null;
  if (DIGITS_ONLY.has(country) && !/^\d+$/u.test(body)) return null;
  return { end, proven: isMod97(country + body) };
}

/** A German IBAN with a wrong check digit is one nevertheless: nothing else has `DE` and twenty digits in this form. */
const MISTYPED = /^DE(?:[ -]?\d){20}$/u;
const BIC =
  /^[\s,;:|/()*-]{0,6}(?:(?:BIC|SWIFT)[\s:*/|-]{0,6})?([A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?)(?![\p{L}\d])/u;

/** IBANs proven by their check digits, German ones also by their form alone, and the BIC that stands beside one. */
export function ibansIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  for (const match of text.matchAll(START)) {
    const start = match.index;
    if (start < from) continue;
    const iban = ibanAt(text, start);
    if (iban === null) continue;
    const { end, proven } = iban;
    if (!proven && !MISTYPED.test(text.slice(start, end))) continue;
    found.push({ kind: 'iban', rule: proven ? 'iban' : 'iban-form', weight: proven ? 3 : 2, start, end });
    from = end;
    const bic = BIC.exec(text.slice(end, end + 40));
    if (bic?.[1] === undefined) continue;
    from = end + bic[0].length;
    found.push({ kind: 'account', rule: 'bic', weight: 2, start: from - bic[1].length, end: from });
  }
  return found;
}
