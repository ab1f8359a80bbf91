/** A letter or mail in its parts; what is not there is empty. */
export interface LetterParts {
  /** What stands above the salutation. */
  head: string;
  salutation: string;
  /** The text between salutation and closing. */
  body: string;
  closing: string;
  /** The lines after the closing, without empty ones. */
  signature: string[];
}

const SALUTATION =
  /^\s*(?:(?:sehr )?geehrte[rs]?\b|liebe[rs]?\s|werte[rs]?\s|guten (?:tag|morgen|abend)|hallo\b|hi\b|hey\b|moin\b|servus\b|grüß gott|dear\s)/iu;
const CLOSING =
  /^\s*(?:\p{L}{2,12}\s+dank(?: im voraus)?(?:,| und)\s+)?(?:mit\s+)?(?:den\s+)?(?:ganz\s+)?(?:viele?n?\s+)?(?:freundliche[nmrs]?|freundl\.|viele?n?|liebe?n?|beste[nrs]?|herzlich(?:st)?e?n?|schöne?n?|sonnige?n?|kollegiale?n?|vorzügliche[rn]?)\s+(?:und\s+\p{L}{2,15}\s+)?(?:gr(?:ü|ue)(?:ß|ss)e?n?|empfehlung(?:en)?|hochachtung)(?!\p{L})/iu;
const SHORT_CLOSING =
  /^\s*(?:mfg|lg|vg|bg|gr(?:ü|ue)(?:ß|ss)e?|gruß|hochachtungsvoll|i\.\s?a\.|gez\.?|im auftrag|in vertretung)(?![\p{L}:])/iu;
const ENGLISH_CLOSING =
  /^\s*(?:(?:with\s+)?(?:best|kind(?:est)?|warm(?:est)?|many)\s+(?:regards|wishes|thanks)|regards|(?:yours\s+)?(?:sincerely|faithfully|truly)(?:\s+yours)?)(?!\p{L})/iu;
const DELIMITER = /^\s*--\s*$/u;
const MAX_CLOSING_CHARS = 70;
const MAX_SALUTATION_CHARS = 100;
/** A salutation stands near the top: after this many lines with text it is none. */
const SALUTATION_LINES = 60;

/** Whether a line is a salutation such as "Sehr geehrte Frau Weber,". */
export function isSalutation(line: string): boolean {
  return line.length <= MAX_SALUTATION_CHARS && SALUTATION.test(line);
}

/** Whether a line is a closing such as "Mit freundlichen Grüßen" or "Kind regards". */
export function isClosing(line: string): boolean {
  if (line.trim().length > MAX_CLOSING_CHARS) return false;
  return CLOSING.test(line) || SHORT_CLOSING.test(line) || ENGLISH_CLOSING.test(line);
}

/** What follows a closing on its own line ("Beste Grüße, Maria Weber"); the whole line where it holds none. */
export function behindClosing(line: string): string {
  const closing = CLOSING.exec(line) ?? SHORT_CLOSING.exec(line) ?? ENGLISH_CLOSING.exec(line);
  return closing ? line.slice(closing[0].length).replace(/^[\s,!.]+/u, '') : line;
}

/**
 * Finds salutation, body, closing and signature of a letter or mail by their usual words (DIN 5008).
 * A text that has neither salutation nor closing is all body.
 */
export function splitLetter(text: string): LetterParts {
  const lines = text.split('\n');
  let filled = 0;
  let opening = -1;
  for (const [i, line] of lines.entries()) {
    if (line.trim() === '') continue;
    if (++filled > SALUTATION_LINES) break;
    if (isSalutation(line)) {
      opening = i;
      break;
    }
  }
  let end = lines.length;
  for (let i = opening + 1; i < lines.length; i++) {
    const line = lines[i] ?? '';
    if (isClosing(line) || DELIMITER.test(line)) {
      end = i;
      break;
    }
  }
  const closed = end < lines.length;
  const after = lines.slice(end + 1).map((line) => line.trim());
  return {
    head: opening > 0 ? lines.slice(0, opening).join('\n') : '',
    salutation: opening >= 0 ? (lines[opening] ?? '').trim() : '',
    body: lines
      .slice(opening + 1, end)
      .join('\n')
      .trim(),
    closing: closed ? (lines[end] ?? '').trim() : '',
    signature: after.filter(Boolean),
  };
}
