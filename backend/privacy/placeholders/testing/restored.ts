import { maskTexts, type Vault } from '../mask.ts';
import { createRestorer } from '../restore.ts';
import { type Find, itemIn, named, placed } from './items.ts';

const { person, couple } = named;

/** A vault for the items of a text, and the text as it is sent. */
export function vaultOf(text: string, finds: Find[]): { vault: Vault; sent: string } {
  const { vault, texts } = maskTexts([text], [placed(text, finds)]);
  return { vault, sent: texts[0] ?? '' };
}

/** Lena Sturm, Voß, a couple, a street, a town, an IBAN and somebody called Bär. */
export const { vault } = vaultOf(
  'Lena Sturm, Voß, Jan und Ute Kern, Am Bach 3, Metz, DE12 3456, Sturm, Bär',
  [
    person('Lena Sturm', 'Lena', 'Sturm', 'female'),
    person('Voß', '', 'Voß', 'male'),
    couple('Jan und Ute Kern', 'Jan und Ute', 'Kern'),
    itemIn('Am Bach 3', { kind: 'street' }),
    itemIn('Metz', { kind: 'place' }),
    itemIn('DE12 3456', { kind: 'iban' }),
    person('Sturm', '', 'Sturm', 'female'),
    itemIn('Bär', { kind: 'person' }),
  ],
);

/** What comes out when a text comes in these pieces. */
export function restored(pieces: readonly string[], from: Vault = vault) {
  const restorer = createRestorer(from);
  const parts = [...pieces.map((piece) => restorer.push(piece)), restorer.end()];
  return { text: parts.join(''), unknown: restorer.unknown() };
}

/** A text in pieces. @param places in ascending order */
export const cut = (text: string, places: readonly number[]) =>
  [0, ...places].map((start, at) => text.slice(start, places[at] ?? text.length));
