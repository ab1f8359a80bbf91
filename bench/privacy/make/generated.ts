import { developmentTemplates, testTemplates } from '../templates/index.ts';
import type { Draft, Split } from './document.ts';
import { halfOf } from './halves.ts';
import { createChance } from './random.ts';
import { withSurface } from './surface.ts';
import { createWriter } from './writer.ts';

/** Texts of each template. */
const TEXTS_OF_A_TEMPLATE = 6;

const seeds: Readonly<Record<Split, number>> = { development: 20_261_127, test: 41_415_926 };

/** The texts of a half that templates write; the same at every call. */
export function generated(split: Split): Draft[] {
  const half = halfOf(split);
  const templates = split === 'development' ? developmentTemplates : testTemplates;
  return templates.flatMap(({ name, form, write }, at) =>
    Array.from({ length: TEXTS_OF_A_TEMPLATE }, (_, turn) => {
      const chance = createChance(seeds[split] + at * 1_009 + turn * 31);
      return {
        id: `${name}-${turn + 1}`,
        split,
        form,
        hand: false,
        marked: withSurface(chance, write(createWriter(chance, half)).trim()),
      };
    }),
  );
}
