import { followsPerson, livingAround } from './cues.ts';
import type { Hit } from './hit.ts';
import { behindFlat, houseNumberAt } from './house-number.ts';
import { goesOn, isCapital, kindAt, lowerAt, type Page } from './page.ts';
import { isHome } from './suffixes.ts';

/** What is no street by its name and yet stands in its place: farms, squares of Mannheim, post boxes, streets in France. */
export function otherStreetAt(page: Page, index: number): Hit | null {
  const lower = lowerAt(page, index);
  if (lower.length === 1) return squareAt(page, index);
  if (lower === 'postfach' || lower === 'pf') return postBoxAt(page, index);
  if (isHome(lower)) return homeHit(page, index);
  return FRENCH.has(lower) ? frenchAt(page, index) : null;
}

const FRENCH = new Set(['rue', 'avenue', 'boulevard', 'impasse', 'chemin', 'route', 'allée', 'quai']);
const FRENCH_PARTS = new Set([
  'de',
  'du',
  'des',
  'la',
  'le',
  'les',
  'd',
  'l',
  'aux',
  'à',
  'sur',
  '’',
  "'",
  '-',
]);

/** `10, rue de la Gare`, `Rue du Moulin 4` */
function frenchAt(page: Page, index: number): Hit | null {
  let to = index + 1;
  while (
    to < index + 7 &&
    goesOn(page, to) &&
    (FRENCH_PARTS.has(lowerAt(page, to)) || isCapital(page, to) || /^[dl]['’]/u.test(lowerAt(page, to)))
  )
    to++;
  if (to === index + 1) return null;
  const comma = lowerAt(page, index - 1) === ',' ? index - 2 : index - 1;
  const before = goesOn(page, index) && /^\d{1,3}$/u.test(lowerAt(page, comma)) ? comma : null;
  const behind = goesOn(page, to) ? houseNumberAt(page, to) : null;
  if (before === null && behind === null) return null;
  const from = before ?? index;
  return {
    kind: 'street',
    from,
    to: before === null ? (behind ?? to) : to,
    rule: 'street-french',
    weight: 2,
    lived: false,
  };
}

/** `Familie Grub, Hof Schwarzland 1` */
function homeHit(page: Page, index: number): Hit | null {
  const name = index + 1;
  if (!isCapital(page, index) || !isCapital(page, name) || !goesOn(page, name)) return null;
  const end = goesOn(page, name + 1) ? houseNumberAt(page, name + 1) : null;
  const living = livingAround(page, index, end ?? name + 1);
  if (living === null && (end === null || !followsPerson(page, index))) return null;
  const to = end === null ? name + 1 : behindFlat(page, end);
  return { kind: 'street', from: index, to, rule: 'street-home', weight: 2, lived: living === 'lives' };
}

/** The squares of Mannheim: `C 4, 12`. */
function squareAt(page: Page, index: number): Hit | null {
  if (!/^[A-U]$/u.test(page.words[index]?.text ?? '') || !goesOn(page, index + 1)) return null;
  if (kindAt(page, index + 1) !== 'number' || lowerAt(page, index + 1).length > 2) return null;
  if (lowerAt(page, index + 2) !== ',' || lowerAt(page, index + 3).length > 3) return null;
  const end = houseNumberAt(page, index + 3);
  if (end === null) return null;
  const near = (at: number) => lowerAt(page, at) === 'mannheim' || /^68[123]\d\d$/u.test(lowerAt(page, at));
  const living = livingAround(page, index, end);
  let named = living !== null;
  for (let at = index - 6; at < end + 8 && !named; at++) named = near(at);
  const lived = living === 'lives';
  return named ? { kind: 'street', from: index, to: end, rule: 'street-square', weight: 2, lived } : null;
}

/** `Postfach 12 34`, up to three groups of at most four digits: five are the postcode behind. */
function postBoxAt(page: Page, index: number): Hit | null {
  if (lowerAt(page, index) === 'pf' && !isCapital(page, index)) return null;
  let at = index + 1;
  while (['.', ':', 'nr', '-'].includes(lowerAt(page, at)) && goesOn(page, at)) at++;
  const first = at;
  while (at < first + 3 && goesOn(page, at) && /^\d{1,4}$/u.test(lowerAt(page, at))) at++;
  const single = at === first && goesOn(page, at) && /^\d{6}$/u.test(lowerAt(page, at)) ? 1 : 0;
  if (at + single === first) return null;
  return { kind: 'street', from: index, to: at + single, rule: 'street-postbox', weight: 2, lived: false };
}
