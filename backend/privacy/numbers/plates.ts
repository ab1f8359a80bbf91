import type { Candidate, Span } from '../span.ts';
import { PLATE_CODES } from './plate-codes.ts';

const PLATE =
  /([A-ZÄÖÜ]{1,3})( ?[–—‑·:-] ?| )([A-Z]{1,2}) ?[–—‑-]? ?([1-9]\d{0,3}) ?([EH](?![\p{L}\d]))?(?![\p{L}\d]|[.,/-]\d)/uy;
const LOOSE =
  /([A-Za-zäöüÄÖÜ]{1,3})( ?[–—‑·:-] ?| |)([A-Za-z]{1,2}) ?[–—‑-]? ?([1-9]\d{0,3}) ?([EeHh](?![\p{L}\d]))?(?![\p{L}\d])/uy;
const START = /(?<![\p{L}\d./–-])[A-ZÄÖÜ]{1,3}(?: ?[–—‑·-] ?| )[A-Z]{1,2} ?[–—‑-]? ?[1-9]/gu;
const VEHICLE =
  /(?:kennzeichen|fahrzeug|pkw|lkw|kfz|kraftrad|motorrad|roller|anhänger|auto(?!m)|wagen|transporter|traktor|schlepper|bus(?!s)|taxi|halter|zulassung|zugelassen|geparkt|parkt|abgestellt|stillleg|abgemeldet|polizei|(?<!\p{L})(?:vw|golf|polo|passat|opel|audi|bmw|mercedes|skoda|seat|ford|fiat|toyota|renault|peugeot|dacia|hyundai|kia|tesla|mazda|nissan|volvo|citro[eë]n|porsche|mofa|moped|lkr|krad|gespann|wohnmobil)(?!\p{L}))/iu;
/** How far from a plate without a hyphen a word about vehicles may stand. */
const NEAR = 80;
/** `DIN-EN 1234`, `DIN-A 4` look like a vehicle of Dinslaken, `SV-NR 12` like one, too. */
const NORMS =
  /^(?:DIN ?[-–] ?(?:A|B|C|EN|IS|V)|(?:EU|EG|EWG) ?[-–] ?(?:VO|RL)|[A-Z]{1,3}[ -](?:NR|S|VO|NO) ?\d)/u;

/** France and Italy, the Ukraine: `AB-123-CD`, `AA 1234 BB`. */
const FOREIGN = /[A-Z]{2}[ -]?\d{3,4}[ -]?[A-Z]{2}(?![\p{L}\d])/uy;

/** The plate that begins at a place, whatever way it is written, if its district exists; only for places behind a label. */
export function plateAt(text: string, at: number): Span | null {
  FOREIGN.lastIndex = at;
  const foreign = FOREIGN.exec(text);
  if (foreign !== null) return { start: at, end: at + foreign[0].length };
  LOOSE.lastIndex = at;
  const found = LOOSE.exec(text);
  if (found === null) return null;
  const [all, code = '', gap = ''] = found;
  if (gap !== '')
    return PLATE_CODES.has(code.toUpperCase()) ? { start: at, end: at + all.trimEnd().length } : null;
  // `KUSAB123`: any cut that leaves a district.
  const letters = /^\p{L}+/u.exec(all)?.[0].toUpperCase() ?? '';
  const cuts = [1, 2, 3].filter((cut) => letters.length > cut && letters.length - cut <= 2);
  return cuts.some((cut) => PLATE_CODES.has(letters.slice(0, cut)))
    ? { start: at, end: at + all.trimEnd().length }
    : null;
}

const ALONE = /(?<=^|\n)[ \t]{0,8}([a-zäöü]{1,3})[ -]([a-z]{1,2})[ -]?([1-9]\d{0,3})(?=[ \t]{0,8}(?:\n|$))/gu;

/** In a letter in small letters, with a word for a vehicle before it. */
const SMALL =
  /(?<![\p{L}\d./–-])([a-zäöü]{1,3})[ -]([a-z]{1,2})[ -]?([1-9]\d{1,3})(?![\p{L}\d]|[.,/-]\d| ?(?:km|euro|uhr|m|h|€)(?!\p{L}))/gu;
const SMALL_VEHICLE =
  /(?<!\p{L})(?:kennzeichen|kfz|pkw|lkw|auto|wagen|roller|motorrad|vw|golf|polo|opel|audi|bmw|mercedes|skoda|ford|fiat)(?!\p{L})[^\n]{0,24}$/u;
const SMALL_WORDS = new Set(
  'in an am im ab um so da wo du er es zu auf aus bei bis mit von vor nur und'.split(' '),
);

/** Licence plates with a hyphen, and with a space only where a word about vehicles stands near. */
export function platesIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  let from = 0;
  for (const { index: start } of text.matchAll(START)) {
    if (start < from) continue;
    PLATE.lastIndex = start;
    const plate = PLATE.exec(text);
    if (plate === null || NORMS.test(plate[0])) continue;
    const [all, code = '', gap = '', letters = '', digits = ''] = plate;
    if (!PLATE_CODES.has(code)) continue;
    const end = start + all.trimEnd().length;
    const hasHyphen = gap.trim() !== '';
    const near = VEHICLE.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
    const isShort = code.length + letters.length + digits.length < 5;
    if (!near && (!hasHyphen || isShort)) continue;
    found.push({ kind: 'plate', rule: hasHyphen ? 'plate' : 'plate-near-vehicle', weight: 2, start, end });
    from = end;
  }
  for (const { 0: all, 1: code = '', index } of text.matchAll(ALONE)) {
    if (!PLATE_CODES.has(code.toUpperCase())) continue;
    const end = index + all.length;
    found.push({ kind: 'plate', rule: 'plate-alone', weight: 2, start: end - all.trimStart().length, end });
  }
  for (const { 0: all, 1: code = '', index } of text.matchAll(SMALL)) {
    if (SMALL_WORDS.has(code) || !PLATE_CODES.has(code.toUpperCase())) continue;
    if (!SMALL_VEHICLE.test(text.slice(Math.max(0, index - 40), index))) continue;
    found.push({ kind: 'plate', rule: 'plate-small', weight: 2, start: index, end: index + all.length });
  }
  return found;
}
