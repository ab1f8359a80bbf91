import type { Candidate, Span } from '../span.ts';
import { endOfDate } from './dates.ts';

const MAX_DIGITS = 17;
const DIGIT = /\d/u;
/** Everything that stands between the digits of one number. */
const JOIN = /(?: ?[/–-] ?\n[ >]{0,4}| ?[/.–—‑-]{1,2} ?| ?\) ?[/–-]? ?| ?\( ?| ?\/ ?[–-] ?| )(?=[\d(])/uy;
const OPEN = /[+(–-]/u;
const POSTCODE = /\d{5} \p{Lu}\p{Ll}/uy;
const CLOCK =
  /\d{1,2}(?:[.:]\d{2})? ?(?:(?:[-–]|bis) ?\d{1,2}(?:[.:]\d{2})? ?)?(?:Uhr|h)(?!\p{L})|\d{1,2}:\d{2}|\d{1,2}\.\d{2} ?(?:[-–]|bis) ?\d{1,2}\.\d{2}(?!\d)/uy;
/** `1. OG` */
const COUNT = /\d\. ?(?:OG|UG|Stock|Etage|Obergeschoss|Untergeschoss|Zimmer)/uy;
const AMOUNT = /\d{1,6}(?:[.,]\d{2})? ?(?:€|Euro|EUR|%)/uy;
const STRANGERS = [POSTCODE, CLOCK, AMOUNT, COUNT];

/** Does something begin here that is no part of a number: a date, a place, a time, an amount? */
export function isStranger(text: string, at: number): boolean {
  if (endOfDate(text, at, { compact: false }) !== null) return true;
  return STRANGERS.some((pattern) => {
    pattern.lastIndex = at;
    return pattern.test(text);
  });
}

/**
 * Reads a telephone number in whatever way it is grouped.
 *
 * @param at where it begins: a digit, `+`, `(` or, for an extension alone, a hyphen
 * @returns the stretch and its digits, or null where there are fewer than two
 */
export function phoneAt(text: string, at: number): (Span & { digits: string }) | null {
  let index = at;
  let opened = false;
  while (index - at < 4 && OPEN.test(text[index] ?? '')) {
    if (text[index] === '(') opened = true;
    index++;
    if (text[index] === ' ' && DIGIT.test(text[index + 1] ?? '')) index++;
  }
  let digits = '';
  let end = index;
  let closed = false;
  for (;;) {
    while (DIGIT.test(text[index] ?? '') && digits.length < MAX_DIGITS) digits += text[index++] ?? '';
    end = index;
    JOIN.lastIndex = index;
    const join = JOIN.exec(text);
    if (join === null || digits === '' || digits.length >= MAX_DIGITS) break;
    const next = index + join[0].length;
    if (join[0].includes(')')) closed = true;
    // A closing bracket without an opening one ends what stands in brackets.
    if (join[0].includes(')') && !opened) break;
    if (join[0].includes('(')) opened = true;
    // A bracket inside of a number is closed soon: `06381 (8 bis 12 Uhr)` has none.
    const opening = text[next] === '(' ? next : join[0].includes('(') ? next - 1 : null;
    if (opening === null && /^ | $/u.test(join[0]) && isStranger(text, next)) break;
    if (opening !== null && !/^\(? ?\d{1,6} ?\)/u.test(text.slice(opening, opening + 10))) break;
    index = text[next] === '(' ? next + 1 : next;
    if (text[next] === '(') closed = false;
    if (text[index] === ' ') index++;
  }
  if (digits.length < 2 || /[\p{L}_]/u.test(text[end] ?? '')) return null;
  const start = text[at] === '(' && !closed ? at + 1 : at;
  return { start, end, digits };
}

/** Emergency calls and the numbers of the administration: never anybody's own. */
const PUBLIC = /^(?:110|112|115|116\d{3}|1161(?:16|17)|19222|19240)$/u;
/** Numbers that cost the caller nothing or something extra: of bodies, unless a label says otherwise. */
const SERVICE = /^0(?:800|900|180|137|138|700)/u;

export const isPublicNumber = (digits: string): boolean => PUBLIC.test(digits);

const MOBILE = /^0(?:1[567]\d)\d{6,9}$/u;
const LANDLINE = /^0[2-9]\d{6,12}$/u;
const ABROAD =
  /^(?:1\d{10}|7\d{10}|2[07]\d{8,10}|2[1-689]\d{8,12}|3[0-469]\d{7,11}|3[578]\d{8,11}|4[0-8]\d{7,11}|49(?:0?1[567]\d{8,9}|0?[2-9]\d{5,12})|4[2]\d{8,11}|5\d{8,12}|6\d{8,12}|8\d{8,12}|9\d{8,12})$/u;

/** Could somebody dial these digits, and would nothing else be written so? */
function isLikely(written: string, digits: string): boolean {
  if (written.startsWith('+') || written.startsWith('(+')) return ABROAD.test(digits);
  if (digits.startsWith('00'))
    return ABROAD.test(digits.slice(2)) && (digits.startsWith('0049') || /[ /(-]/u.test(written));
  if (SERVICE.test(digits)) return false;
  if (MOBILE.test(digits)) return true;
  if (!LANDLINE.test(digits)) return false;
  // `02.10.05`, `03/2024`, `08.00-12.00`, `01.2-345`: groups of two with dots or a month before a year.
  if (/^\d{1,2}[./]\d{1,2}[./-]/u.test(written)) return false;
  if (/^(?:0[1-9]|1[0-2])[./-](?:19|20)\d{2}(?!\d)/u.test(written)) return false;
  if (/^\d{1,2}[.:]\d{2}/u.test(written) && !/^0\d{1,2}[.]\d{3}/u.test(written)) return false;
  // An area code has two to five digits behind its 0; a number without any grouping has nine to twelve in all.
  const first =
    /^\(?0(?: ?\d{2}){1,2} ?\d?(?= ?[/)])|^\(?\d+/u.exec(written)?.[0].replaceAll(/\D/gu, '') ?? '';
  if (first.length === digits.length) return digits.length >= 9 && digits.length <= 12;
  return first.length >= 3 && first.length <= 6;
}

const START = /(?<![\p{L}\d.:/+_-]|\d,)(?:\(?\+ ?[1-9]|\(?0[\d ])/gu;

/** `… oder -124` */
const OTHER_EXTENSION = /(?: (?:oder|und|bzw\.) ?| ?[,/] ?)[–-] ?(\d{1,5})(?![\d.,])/uy;

/** Telephone numbers that nothing announces: with `+`, or with the 0 of an area code or of a mobile network. */
export function phonesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < from) continue;
    const phone = phoneAt(text, match.index);
    if (phone === null) continue;
    const { start, end, digits } = phone;
    const written = text.slice(start, end);
    if (!isLikely(written, digits) || isPublicNumber(digits)) continue;
    if (/^(?:[.,]\d| ?(?:€|Euro|EUR|%|Uhr))/u.test(text.slice(end, end + 6))) continue;
    if (isStranger(text, start)) continue;
    // The middle of a longer number: `DE12 3456 0631 …`
    if (/\d $/u.test(text.slice(Math.max(0, start - 2), start)) && /^\d{1,4} \d/u.test(written)) continue;
    found.push({ kind: 'phone', rule: 'phone', weight: 1, start, end });
    from = end;
    for (;;) {
      OTHER_EXTENSION.lastIndex = from;
      const other = OTHER_EXTENSION.exec(text);
      if (other?.[1] === undefined) break;
      from += other[0].length;
      found.push({
        kind: 'phone',
        rule: 'phone-extension',
        weight: 1,
        start: from - other[1].length,
        end: from,
      });
    }
  }
  return found;
}
