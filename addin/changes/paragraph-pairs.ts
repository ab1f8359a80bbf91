import type { Bead } from './alignment.ts';
import { gapOf } from './characters.ts';
import type { Units } from './units.ts';

/**
 * Where text was rewritten beyond recognition, but has its paragraphs as before, what stands in a paragraph takes the
 * place of what stood there: so it can be taken paragraph by paragraph.
 * @param moved from old sentences to their places among the new ones
 * @returns the beads that were given, and one for each such paragraph between them
 */
export function paragraphPairs(
  before: Units,
  after: Units,
  beads: readonly Bead[],
  moved: ReadonlyMap<number, number>,
): Bead[] {
  const come = new Set(moved.values());
  const all: Bead[] = [];
  let [from, fromNew] = [0, 0];
  for (const right of [...beads, null]) {
    const old = paragraphs(before, from, right?.from ?? before.units.length);
    const fresh = paragraphs(after, fromNew, right?.fromNew ?? after.units.length);
    if (old.length === fresh.length && old.length > 1) {
      old.forEach((one, index) => {
        const other = fresh[index] ?? [];
        const [start, startNew] = [one[0], other[0]];
        if (start === undefined || startNew === undefined) return;
        if (one.some((unit) => moved.has(unit)) || other.some((unit) => come.has(unit))) return;
        all.push({ from: start, to: start + one.length, fromNew: startNew, toNew: startNew + other.length });
      });
    }
    if (right === null) break;
    all.push(right);
    [from, fromNew] = [right.to, right.toNew];
  }
  return all;
}

/** The sentences from one to before another, paragraph by paragraph; what is cut off at both ends may have none. */
function paragraphs({ text, units }: Units, from: number, to: number): number[][] {
  const found: number[][] = [[]];
  for (let index = from; index <= to; index++) {
    const gap = text.slice(units[index - 1]?.end ?? 0, units[index]?.from ?? text.length);
    const inside = index > 0 && index < units.length;
    if (inside && gapOf(gap) === 'break') found.push([]);
    if (index < to) found.at(-1)?.push(index);
  }
  return found;
}
