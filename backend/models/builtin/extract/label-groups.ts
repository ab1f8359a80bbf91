import { type Field, MAX_ITEMS } from '../../../../contract/agents/value.ts';
import type { Stemmer } from '../../../text/words.ts';
import { valueIn } from './kinds.ts';
import type { Hit, Labelled } from './labelled.ts';
import { fitOf } from './words.ts';

/** A label has to name a field, and not only be about something like it. */
const NAMES = 2;

/**
 * Places whose fields stand in lines of their own, one below the other: "Stelle: …", "Haltung: …". A label that was there
 * already begins the next place.
 */
export function labelGroups(
  fields: readonly Field[],
  labelled: readonly Labelled[],
  stemmer: Stemmer,
): Map<string, Hit>[] {
  const fits = fields.map((field) => ({ field, fit: fitOf(field, stemmer) }));
  const places: Map<string, Hit>[] = [];
  let open = new Map<string, Hit>();
  for (const { label, value, passage } of labelled) {
    if (places.length >= MAX_ITEMS) break;
    const [best] = fits
      .map(({ field, fit }) => ({ field, words: fit.ofLabel(label) }))
      .filter(({ words }) => words >= NAMES)
      .sort((a, b) => b.words - a.words);
    const read = best ? valueIn(best.field, value) : null;
    if (!best || read === null) continue;
    if (open.has(best.field.name)) {
      places.push(open);
      open = new Map();
    }
    open.set(best.field.name, { value: read, passage });
  }
  return [...places, open].filter((place) => place.size > 0).slice(0, MAX_ITEMS);
}
