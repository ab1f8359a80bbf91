/** A section with what nearly equal texts have in common. */
export interface Keyed {
  id: number;
  keys: readonly number[];
  /** Whether one of a pair must be such a one. */
  asked: boolean;
}

/** Finds pairs of sections that share keys, while the sections come bit by bit. */
export interface Pairing {
  add(sections: readonly Keyed[]): void;
  /**
   * Pairs, those that share most keys first; of each one at least is asked for.
   * @param most that come back
   */
  pairs(most: number): (readonly [number, number])[];
}

/** Of so many sections with one key only the first are compared: a phrase that all of them have tells nothing. */
const MOST_OF_A_KEY = 8;

export function createPairing(): Pairing {
  const byKey = new Map<number, Keyed[]>();
  const shared = new Map<string, { pair: readonly [number, number]; keys: number }>();

  function share(one: Keyed, other: Keyed): void {
    if (!one.asked && !other.asked) return;
    const pair = one.id < other.id ? ([one.id, other.id] as const) : ([other.id, one.id] as const);
    const name = pair.join(' ');
    const known = shared.get(name);
    if (known === undefined) shared.set(name, { pair, keys: 1 });
    else known.keys++;
  }

  return {
    add(sections) {
      for (const section of sections) {
        for (const key of new Set(section.keys)) {
          const same = byKey.get(key);
          if (same === undefined) byKey.set(key, [section]);
          else if (same.length < MOST_OF_A_KEY) {
            for (const other of same) share(section, other);
            same.push(section);
          }
        }
      }
    },
    pairs: (most) =>
      [...shared.values()]
        .sort((a, b) => b.keys - a.keys || a.pair[0] - b.pair[0] || a.pair[1] - b.pair[1])
        .slice(0, most)
        .map(({ pair }) => pair),
  };
}
