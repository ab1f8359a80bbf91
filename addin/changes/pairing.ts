import { align, type Bead } from './alignment.ts';
import { anchorsOf } from './anchors.ts';
import { Band } from './band.ts';
import { type Bag, Bags } from './likeness.ts';
import { type Loose, MIN_MOVED_WEIGHT, movesAmong } from './moves.ts';
import { paragraphPairs } from './paragraph-pairs.ts';
import type { Units } from './units.ts';

/** What became of the sentences of a text. */
export interface Pairing {
  /** Those that stayed in their place, alike or not. */
  beads: Bead[];
  /** From old sentences that moved to their places among the new ones. */
  moved: Map<number, number>;
}

/** Finds out what became of each sentence: anchors first, then what is alike between them, then what is left. */
export function pairingOf(before: Units, after: Units): Pairing {
  const bags = new Bags();
  const [bagOf, newBagOf] = [remembered(before, bags), remembered(after, bags)];
  const keys = ({ units }: Units) => units.map(({ key }) => key);
  const anchors = anchorsOf(keys(before), keys(after), (index) => keyLength(before, index));
  const moves = anchors.crossing.filter((pair) => bagOf(pair.before).weight >= MIN_MOVED_WEIGHT);
  const gone = new Set(moves.map((pair) => pair.before));
  const come = new Set(moves.map((pair) => pair.after));

  const beads: Bead[] = [];
  let [from, fromNew] = [0, 0];
  for (const anchor of [...anchors.kept, { before: before.units.length, after: after.units.length }]) {
    if (Band.fits(anchor.before - from, anchor.after - fromNew)) {
      const old = range(from, anchor.before).map((index) => (gone.has(index) ? null : bagOf(index)));
      const fresh = range(fromNew, anchor.after).map((index) => (come.has(index) ? null : newBagOf(index)));
      for (const bead of align(old, fresh, bags)) beads.push(shifted(bead, from, fromNew));
    }
    beads.push({
      from: anchor.before,
      to: anchor.before + 1,
      fromNew: anchor.after,
      toNew: anchor.after + 1,
    });
    [from, fromNew] = [anchor.before + 1, anchor.after + 1];
  }
  beads.pop();

  const held = new Set([...gone, ...beads.flatMap(({ from, to }) => range(from, to))]);
  const newHeld = new Set([...come, ...beads.flatMap(({ fromNew, toNew }) => range(fromNew, toNew))]);
  const loose = looseOf(before, held, bagOf);
  const newLoose = looseOf(after, newHeld, newBagOf);
  for (const pair of movesAmong(loose, newLoose, bags)) moves.push(pair);
  const moved = new Map(moves.map((pair) => [pair.before, pair.after]));
  return { beads: paragraphPairs(before, after, beads, moved), moved };
}

function remembered({ text, units }: Units, bags: Bags): (index: number) => Bag {
  const known = new Map<number, Bag>();
  return (index) => {
    const unit = units[index];
    const bag = known.get(index) ?? bags.of(text.slice(unit?.start, unit?.end));
    known.set(index, bag);
    return bag;
  };
}

function keyLength({ units }: Units, index: number): number {
  return units[index]?.key.length ?? 0;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function shifted(bead: Bead, by: number, byNew: number): Bead {
  return {
    from: bead.from + by,
    to: bead.to + by,
    fromNew: bead.fromNew + byNew,
    toNew: bead.toNew + byNew,
  };
}

/** The sentences that have no partner yet. */
function looseOf({ units }: Units, held: ReadonlySet<number>, bagOf: (index: number) => Bag): Loose[] {
  return units.flatMap(({ key }, index) =>
    // Nothing weighs more than its characters, so the many cells of a table need not be looked into.
    held.has(index) || key.length < MIN_MOVED_WEIGHT ? [] : [{ index, bag: bagOf(index) }],
  );
}
