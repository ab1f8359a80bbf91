import type { ItemKind } from '../../../contract/privacy.ts';
import type { Span } from '../span.ts';
import { endOfDate } from './dates.ts';
import { ibanAt } from './iban.ts';
import { SOME_THING, type Label } from './labels.ts';
import { isPublicNumber, isStranger, phoneAt } from './phone.ts';
import { plateAt } from './plates.ts';
import { addressAt, codeAt, coordinatesAt, initialsAt, secretAt } from './values.ts';

export interface Value extends Span {
  kind: ItemKind;
}

const BIC = /[A-Za-z]{6}[A-Za-z\d]{2}(?:[A-Za-z\d]{3})?(?![\p{L}\d])/uy;
const YEAR = /^(?:19|20)\d{2}(?:[-/](?:19|20)?\d{2})?$/u;
const SEPARATED = /[\p{L}\d][./:–-]|\p{L}/u;

function phoneValue(text: string, at: number, limit: number, digits: number, colon: boolean): Span | null {
  const phone = phoneAt(text, at);
  if (phone === null || phone.end > limit || phone.digits.length < digits) return null;
  if (isPublicNumber(phone.digits) || isStranger(text, phone.start)) return null;
  const written = text.slice(phone.start, phone.end);
  if (/^\d{1,2}[.:]\d{2}$/u.test(written) || (!colon && /^(?:19|20)\d{2}$/u.test(written))) return null;
  return /^(?:,\d| ?(?:€|Euro|EUR|%|Uhr|h\b))/u.test(text.slice(phone.end, phone.end + 6))
    ? null
    : { start: /[–-]/u.test(text[phone.start] ?? '') ? phone.start + 1 : phone.start, end: phone.end };
}

const TRAILING_INITIALS =
  /^ (?:\p{Lu}\p{L}{0,2}(?:[/-]\p{L}{1,3})?|\(\p{Lu}\p{L}{0,4}\))(?=[ \t]{0,20}(?:\n|\||$))/u;

function fileValue(text: string, at: number, limit: number, digits: number, colon: boolean): Span | null {
  const span = codeAt(text, at, limit, { digits, spaces: true });
  if (span === null) return null;
  const value = text.slice(span.start, span.end);
  if (YEAR.test(value) && !value.includes('/')) return null;
  if (!colon && !SEPARATED.test(value) && value.length <= 2) return null;
  const initials = TRAILING_INITIALS.exec(text.slice(span.end, Math.min(limit, span.end + 30)))?.[0] ?? '';
  return { start: span.start, end: span.end + initials.length };
}

function ibanValue(text: string, at: number, limit: number): Span | null {
  const iban = ibanAt(text, at);
  if (iban !== null) return { start: at, end: iban.end };
  return /[A-Z]{2} ?\d/iuy.test(text.slice(at, at + 4))
    ? codeAt(text, at, limit, { digits: 12, spaces: true })
    : null;
}

/** `K 33417`, `G 212/2011`, `EP 884213`: letters, then digits. */
const LETTERED = /\p{Lu}{1,2} \d{4}/uy;

function isLettered(text: string, at: number): boolean {
  LETTERED.lastIndex = at;
  return LETTERED.test(text);
}

function endOfLine(text: string, at: number, limit: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? limit : Math.min(end, limit);
}

/** A paper's number may have one digit only, but then it is long. */
const longEnough = (kind: ItemKind, span: Span | null): Span | null =>
  kind === 'id-document' && span !== null && span.end - span.start < 6 ? null : span;

/**
 * Reads the value of a label at exactly one place.
 *
 * @param colon whether a colon stood between the two: what is short counts only behind one
 */
export function valueAt(text: string, at: number, limit: number, label: Label, colon: boolean): Value | null {
  const { kind, shape, digits } = label;
  const as = (span: Span | null, other: ItemKind = kind): Value | null =>
    span === null ? null : { start: span.start, end: span.end, kind: other };
  switch (shape) {
    case 'phone':
      return as(phoneValue(text, at, limit, digits, colon));
    case 'iban':
      return (
        as(ibanValue(text, at, limit)) ??
        // A domestic number of an account, as older forms have it.
        as(codeAt(text, at, endOfLine(text, at, limit), { digits: 6, spaces: true }), 'account')
      );
    case 'bic':
      BIC.lastIndex = at;
      return BIC.test(text) ? { start: at, end: BIC.lastIndex, kind } : null;
    case 'date': {
      const end = endOfDate(text, at, { compact: true });
      return end === null ? null : { start: at, end, kind };
    }
    case 'plate':
      return as(plateAt(text, at)) ?? as(fileValue(text, at, limit, 3, colon), 'reference');
    case 'secret':
      return as(secretAt(text, at, limit));
    case 'address':
      return as(addressAt(text, at));
    case 'coordinates':
      return as(coordinatesAt(text, at));
    case 'file':
      return as(fileValue(text, at, limit, digits, colon));
    case 'mark':
      // `Zeichen 283`: on a road.
      if (label.marked && !colon && /^\d+(?![\d./-])/u.test(text.slice(at, at + 12))) return null;
      return as(fileValue(text, at, limit, digits, colon) ?? initialsAt(text, at, limit));
    case 'number':
      return as(longEnough(kind, codeAt(text, at, limit, { digits, spaces: true })));
    case 'noun': {
      const spaces =
        kind === 'account' ||
        label === SOME_THING ||
        (colon && kind === 'id-document') ||
        isLettered(text, at);
      const span = longEnough(kind, codeAt(text, at, limit, { digits, spaces }));
      return span === null || YEAR.test(text.slice(span.start, span.end)) ? null : as(span);
    }
  }
}
