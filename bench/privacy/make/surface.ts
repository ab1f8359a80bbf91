import type { Chance } from './random.ts';

/**
 * What a text looks like that has come through other hands: as it is, with the line ends of Windows, with decomposed
 * letters (macOS, some PDFs), with hard spaces, with soft hyphens in long words. Marks stay whole.
 */
export function withSurface(chance: Chance, marked: string): string {
  const kind = chance.next();
  if (kind < 0.68) return marked;
  if (kind < 0.78) return marked.replaceAll('\n', '\r\n');
  if (kind < 0.86) return marked.normalize('NFD');
  if (kind < 0.93) return marked.replace(/(Frau|Herrn?|Dr\.|Nr\.|Az\.|§) /g, '$1\u00a0');
  // Not in addresses and numbers: nobody hyphenates those.
  return marked.replace(/(?<![\w@.-])\p{L}{6}(?=\p{L}{4,30}(?![\w@.-]))/gu, (start) =>
    chance.maybe(0.3) ? `${start}\u00ad` : start,
  );
}
