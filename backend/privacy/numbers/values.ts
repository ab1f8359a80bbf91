import type { Span } from '../span.ts';
import { endOfDate } from './dates.ts';

/** One piece of a number: letters and digits with single signs between them. */
const PIECE = /[\p{L}\d](?:[\p{L}\d]|[./:_+–-]{1,2}(?=[\p{L}\d])){0,47}/uy;
const SPACED_SIGN = / ?[./–-]{1,2}[ \n]?(?=[\p{L}\d])/uy;
const UNIT =
  /^ ?(?:€|Euro|EUR|%|v\. ?H\.|Prozent|Uhr|Tagen?|Wochen?|Monaten?|Jahren?|Stunden?|Std|Minuten|Seiten?|km|m²|qm|ha|kWh|m³|cm|mm|kg|t|Personen|Stück|Mal|x|Ausfertigung(?:en)?)(?!\p{L})/u;
const POSTCODE = /^\d{5} \p{Lu}\p{Ll}/u;
/** Capitals that begin a new thing and no register sign: `Nr`, `Tel`, `Am`. */
const WORD_BEFORE =
  /^(?:Am|An|Ab|Auf|Bei|Bis|Das|Dem|Den|Der|Die|Ein|Es|Er|Ich|Im|In|Ist|Ihr|Mit|Seit|Sie|Um|Und|Vom|Von|Wir|Zu|Zum|Zur|Abs|Art|Rn|Rdnr|Rz|Tz|Bd|Bl|Nr|Nrn|Tel|Fax|Mob|Ziff|Satz|Frau|Herr|Dr|Uhr|Euro|EUR|vom|am|im|in|und|bis|zum|den|der|die|das|ab|zu|mit|von|für|bei|euch|dir|mir|uns|ist|war|hat|aus|auf|als|ein|an|um|es|er|so|pro|je|ca)$/u;
const MAX_PIECES = 12;

const digitsIn = (text: string): number => text.match(/\d/gu)?.length ?? 0;

function pieceAt(text: string, at: number): string | null {
  PIECE.lastIndex = at;
  const piece = PIECE.exec(text)?.[0];
  if (piece === undefined) return null;
  // `4711.Bitte`: the next sentence is no part of it.
  return piece.replace(/[.:]\p{Lu}\p{Ll}{2}.*$/u, '').replace(/(?<=\d)[.:]{1,2}\p{Ll}{4}.*$/u, '');
}

function isAmount(text: string, end: number): boolean {
  return /^,\d/u.test(text.slice(end, end + 2)) || UNIT.test(text.slice(end, end + 14));
}

/** Does a piece that stands behind a space go on with the number before it? */
function goesOn(text: string, value: string, at: number, piece: string): boolean {
  if (endOfDate(text, at, { compact: false }) !== null) return false;
  const end = at + piece.length;
  if (/^\d/u.test(piece)) {
    // `123/24` is complete; what comes is counted: `123/24 14 Tage`.
    if (/[/-](?:19|20)?\d{2}$/u.test(value) && /\d.*\d/u.test(value.replace(/[/-]\d{2,4}$/u, '')))
      return false;
    if (isAmount(text, end) || POSTCODE.test(text.slice(at, at + 8))) return false;
    if (/^\d$/u.test(piece)) return !/^ \p{L}{2}/u.test(text.slice(end, end + 3));
    return piece.length <= 12;
  }
  // `LZ63 11T4 7`: the number of a paper in groups.
  if (
    /^[A-Z]{1,2}\d[A-Z\d]{0,3}$/u.test(piece) &&
    /^(?=.*[A-Z])[A-Z\d]{2,6}(?: [A-Z\d]{2,6}){0,3}$/u.test(value)
  )
    return true;
  if (WORD_BEFORE.test(piece) || piece.length > 4 || (piece === 'S' && text[end] === '.')) return false;
  if (!/^(?:\p{Lu}{1,4}|\p{Lu}{1,3}\p{Ll}|[a-z])$/u.test(piece)) return false;
  // A register sign: `4 C 123/21`, `12 Js 345/24`, `65 170839 J 003`.
  return /^ ?[./-]? ?(?:\p{Lu}{1,3} )?\d/u.test(text.slice(end, end + 8)) && digitsIn(value) > 0;
}

export interface CodeRules {
  /** Digits that it has at least. */
  digits: number;
  /** Whether spaces may stand inside of it. */
  spaces: boolean;
}

/**
 * Reads a number of letters and digits as authorities write them: `3.1-542/2024`, `4 C 123/21`, `32 - We / 2024`,
 * `123 456 789`.
 *
 * @param limit where it ends at the latest
 * @returns null where none begins there, or where it is a date or an amount
 */
export function codeAt(text: string, at: number, limit: number, rules: CodeRules): Span | null {
  const first = pieceAt(text, at);
  if (first === null || first === '') return null;
  if (endOfDate(text, at, { compact: false }) !== null) return null;
  const isWord = /^\p{L}+$/u.test(first);
  if (isWord && (first.length > 4 || WORD_BEFORE.test(first) || /^\p{Ll}{3}/u.test(first) || !rules.spaces))
    return null;
  let end = at + first.length;
  for (let pieces = 1; rules.spaces && pieces < MAX_PIECES; pieces++) {
    SPACED_SIGN.lastIndex = end;
    const sign = SPACED_SIGN.exec(text);
    const gap = sign?.[0] ?? (text[end] === ' ' ? ' ' : '');
    if (gap === '') break;
    const from = end + gap.length;
    const piece = pieceAt(text, from);
    if (piece === null || piece === '' || from + piece.length > limit) break;
    const value = text.slice(at, end);
    if (sign !== null) {
      const short = /^(?:\p{L}{1,3}|\p{L}{0,4}[./-]?\d.*)$/u.test(piece);
      if (
        !short ||
        (/^\d{1,2}$/u.test(piece) &&
          /^\.(?: |$)/u.test(text.slice(from + piece.length, from + piece.length + 2)))
      )
        break;
      if (WORD_BEFORE.test(piece) || endOfDate(text, from, { compact: false }) !== null) break;
      if (isAmount(text, from + piece.length)) break;
    } else if (isWord && pieces === 1 ? !/\d/u.test(piece) : !goesOn(text, value, from, piece)) break;
    end = from + piece.length;
  }
  if (end > limit) return null;
  const value = text.slice(at, end);
  if (digitsIn(value) < rules.digits || isAmount(text, end) || text[end] === '@') return null;
  if (/^\d{1,3}-\p{Ll}{3,}$/u.test(value) || /^\d{1,2}[:.]\d{2}$/u.test(value)) return null;
  return { start: at, end };
}

const INITIALS =
  /(?:\p{Lu}\p{Ll}{0,3}|\p{Ll}{1,3}|\p{Lu}{1,4}\d{0,2})(?:[./-](?:\p{Lu}\p{Ll}{0,3}|\p{Ll}{1,3}|\p{Lu}{1,4})){1,3}(?![\p{L}\d])/uy;

/** Initials as a mark: `We/Mü`, `kl-sch`. */
export function initialsAt(text: string, at: number, limit: number): Span | null {
  INITIALS.lastIndex = at;
  const found = INITIALS.exec(text);
  return found === null || at + found[0].length > limit ? null : { start: at, end: at + found[0].length };
}

const SECRET = /[^\s|<>"“”„]{3,64}/uy;

/** A password or a user name: what has a digit or a sign in it, or stands alone to the end of the line. */
export function secretAt(text: string, at: number, limit: number): Span | null {
  SECRET.lastIndex = at;
  const raw = SECRET.exec(text)?.[0].replace(/(?:\*\*|[.,;:)])$/u, '') ?? '';
  const end = at + raw.length;
  if (raw.length < 3 || end > limit) return null;
  const alone = /^[.,;)*]{0,3}[ \t]{0,8}(?:\n|\||$)/u.test(text.slice(end, end + 12));
  return alone || /[^\p{L}]|\p{Ll}\p{Lu}/u.test(raw) ? { start: at, end } : null;
}

const ADDRESS = /(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?!\d)|[\da-f]{0,4}(?::[\da-f]{0,4}){2,7}/iuy;
const COORDINATES =
  /[NSEWO]? ?-?\d{1,3}(?:[.,]\d{2,8}°?|° ?\d{1,2}['′] ?(?:\d{1,2}(?:[.,]\d{1,4})?["″]?)?) ?[NSEWO]?[ ,;/|]{1,4}(?:[NSEWO] ?|[LlBb]änge:? ?|[Bb]reite:? ?)?-?\d{1,3}(?:[.,]\d{2,8}°?|° ?\d{1,2}['′] ?(?:\d{1,2}(?:[.,]\d{1,4})?["″]?)?)(?: ?[NSEWO](?!\p{L}))?/uy;

function stickyAt(pattern: RegExp, text: string, at: number): Span | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found === null ? null : { start: at, end: at + found[0].length };
}

export const addressAt = (text: string, at: number): Span | null => stickyAt(ADDRESS, text, at);
export const coordinatesAt = (text: string, at: number): Span | null => stickyAt(COORDINATES, text, at);
