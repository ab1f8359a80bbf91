import type { Span } from '../span.ts';
import { goesOn, isCapital, kindAt, lowerAt, type Page, spanOf } from './page.ts';
import { namedStreetAt } from './street-shapes.ts';
import { suffixOf } from './suffixes.ts';

/** Buildings and bodies that are named after persons with hyphens: `Albert-Schweitzer-Haus`. */
const BUILDING =
  /-(?:schule|grundschule|realschule|förderschule|gesamtschule|gymnasium|haus|halle|brücke|stift|kirche|heim|klinik|stiftung|preis|institut|saal|denkmal|universität|hochschule|kolleg|zentrum|akademie|kaserne|siedlung|stadion|bad|turm|apotheke|medaille|museum|archiv|gesellschaft|verein|krankenhaus|kita|kindergarten)$/u;
/** Every stretch that bears the name of a street or building; in order, without overlaps. */
export function namesOfStreets(page: Page): Span[] {
  const spans: Span[] = [];
  for (let index = 0; index < page.words.length; index++) {
    if (kindAt(page, index) !== 'word' || lowerAt(page, index).length < 3) continue;
    const range = rangeAt(page, index);
    if (range === null) continue;
    const span = spanOf(page, range.from, range.to);
    const last = spans.at(-1);
    if (last !== undefined && span.start < last.end) {
      last.end = Math.max(last.end, span.end);
      continue;
    }
    spans.push(span);
  }
  return spans;
}

function rangeAt(page: Page, index: number): { from: number; to: number } | null {
  const lower = lowerAt(page, index);
  if (lower.includes('-') && isCapital(page, index) && BUILDING.test(lower))
    return { from: index, to: index + 1 };
  const suffix = suffixOf(lower);
  if (suffix === null) return null;
  const shape = namedStreetAt(page, index);
  if (shape === null || shape.form === 'phrase') return null;
  // „Konrad-Adenauer-Park“ is one; „Lindenhof“ and „Dreher-Berg“ may be surnames.
  if (shape.form === 'weak' && lower.indexOf('-') === lower.lastIndexOf('-')) return null;
  if (isSurname(page, shape.from, lower, shape.numbered !== null)) return null;
  return { from: shape.from, to: shape.to };
}

/** A word that is a street for sure, and those that end surnames as well (`Steinweg`, `Hagedamm`). */
const PLAIN = /(?:straße|strasse|str|gasse|platz|allee|chaussee|promenade)$/u;
const LEADS = new Set('der dem den die am im zum zur beim vom ins in an'.split(' '));

/** `Frau Steinweg`, `Erika Steinweg`: only behind a small word or before a number is it the name of a street. */
function isSurname(page: Page, from: number, lower: string, numbered: boolean): boolean {
  if (numbered || lower.includes('-') || PLAIN.test(lower)) return false;
  return !goesOn(page, from) || !LEADS.has(lowerAt(page, from - 1));
}
