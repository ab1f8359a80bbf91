import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Candidate, Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import type { View } from '../view.ts';
import { addressesByPostcode } from './addresses.ts';
import { belongsToBody } from './bodies.ts';
import { placesInColumns } from './columns.ts';
import type { Hit } from './hit.ts';
import { labelledPlaces } from './labels.ts';
import { placesOfLiving } from './living-places.ts';
import { type Page, pageOf, spanOf } from './page.ts';
import { placesOfPersons } from './person-places.ts';
import { placesBesideStreets, streetsBehindPlaces } from './neighbours.ts';
import { namesOfStreets } from './street-names.ts';
import { streetsByName } from './streets.ts';

/**
 * Finds where people live: streets with their numbers, postcodes with their places, and places without one where the text
 * says that somebody lives or was born there. What belongs to an authority, a court or another body stays.
 * @returns in order, without overlaps, with offsets in the view's text; linear in its length
 */
export function recognisePlaces(view: View, tokens: readonly Token[], lexicon: Lexicon): Candidate[] {
  const page = pageOf(view.text, tokens, lexicon);
  const addresses = addressesByPostcode(page);
  const hits = withoutOverlaps([
    ...addresses,
    ...streetsBehindPlaces(page, addresses),
    ...labelledPlaces(page),
    ...placesInColumns(page),
    ...streetsByName(page),
    ...placesOfLiving(page),
    ...placesOfPersons(page),
  ]);
  const personal = withoutBodies(page, hits);
  const all = withoutOverlaps([...personal, ...placesBesideStreets(page, personal)]);
  return all.map(({ kind, from, to, rule, weight }) => ({ ...spanOf(page, from, to), kind, rule, weight }));
}

/**
 * Finds what bears the name of a street, a square or a building, whether it is somebody's address or not
 * (`Konrad-Adenauer-Straße`, `Schillerplatz`): no person is named inside of it.
 * @returns in order, without overlaps, with offsets in the view's text
 */
export function streetNames(view: View, tokens: readonly Token[]): Span[] {
  return namesOfStreets(pageOf(view.text, tokens, { flags: () => 0 }));
}

/** Of those that overlap the longer counts; of the same length the one that is surer of itself. */
function withoutOverlaps(hits: readonly Hit[]): Hit[] {
  const order = [...hits].sort(
    (a, b) =>
      a.from - b.from ||
      Number(b.weight) - Number(a.weight) ||
      b.to - a.to ||
      Number(b.lived) - Number(a.lived),
  );
  const kept: Hit[] = [];
  for (const hit of order) {
    if (hit.to <= hit.from) continue;
    const last = kept.at(-1);
    if (last === undefined || hit.from >= last.to) kept.push({ ...hit });
    else if (last.kind === hit.kind) {
      last.to = Math.max(last.to, hit.to);
      last.lived ||= hit.lived;
      last.weight = last.weight > hit.weight ? last.weight : hit.weight;
    } else if (hit.weight > last.weight) {
      // A street that runs into a postcode ends before it.
      if (hit.from > last.from) last.to = hit.from;
      else kept.pop();
      kept.push({ ...hit });
    } else if (hit.to > last.to) kept.push({ ...hit, from: last.to });
  }
  return kept;
}

/** Words between the parts of one address. */
const MAX_APART = 3;

/** Leaves out the addresses of bodies, and where one of them stands again its street stands there as well. */
function withoutBodies(page: Page, hits: readonly Hit[]): Hit[] {
  const bodies = new Set<string>();
  const kept: Hit[] = [];
  let last: Hit | null = null;
  let lastIsBody = false;
  for (const hit of hits) {
    const apart = last?.kind === 'street' ? MAX_APART : 1;
    const joined = last !== null && last.kind !== hit.kind && hit.from - last.to <= apart;
    const body: boolean = joined ? lastIsBody : !hit.lived && belongsToBody(page, hit.from);
    last = hit;
    lastIsBody = body;
    if (!body) kept.push(hit);
    else if (hit.kind === 'street') bodies.add(keyOf(page, hit));
  }
  if (bodies.size === 0) return kept;
  return kept.filter((hit) => hit.kind !== 'street' || hit.lived || !bodies.has(keyOf(page, hit)));
}

function keyOf(page: Page, hit: Hit): string {
  return page.lower
    .slice(hit.from, hit.to)
    .join('')
    .replace(/str(?:aße|asse|\.)/u, 'str')
    .replace(/[–—]/u, '-');
}
