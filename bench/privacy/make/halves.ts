import type { Split } from './document.ts';
import { female, male } from './given-names.ts';
import { diallingCodes, plateDistricts, streets, towns } from './places.ts';
import { everyday, migrants, ofSeveralWords, plain } from './surnames.ts';

/** The names and places that one half of the corpus is made of; the other has none of them. */
export interface Half {
  female: readonly string[];
  male: readonly string[];
  surnames: Record<'plain' | 'everyday' | 'migrants' | 'ofSeveralWords', readonly string[]>;
  towns: readonly string[];
  streets: readonly string[];
  diallingCodes: readonly string[];
  plateDistricts: readonly string[];
}

/** Every second name goes into each half, so that both are of the same kind. */
export function halfOf(split: Split): Half {
  const taken = new Set<string>();
  const share = (names: readonly string[]) => {
    const fresh = names.filter((name) => !taken.has(name) && taken.add(name));
    return fresh.filter((_, at) => at % 2 === (split === 'development' ? 0 : 1));
  };
  return {
    female: share(female),
    male: share(male),
    surnames: {
      everyday: share(everyday),
      plain: share(plain),
      migrants: share(migrants),
      ofSeveralWords: share(ofSeveralWords),
    },
    towns: share(towns),
    streets: share(streets),
    diallingCodes: share(diallingCodes),
    plateDistricts: share(plateDistricts),
  };
}
