import type { Edit } from '../office/host.ts';
import type { Bead } from './alignment.ts';
import { gapOf } from './characters.ts';
import { isCovered } from './markers.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { Unit, Units } from './units.ts';
import { wordEdits } from './word-edits.ts';

/** An edit, and the old sentences that it takes from or puts into a place they move between. */
export interface Draft extends Edit {
  moves: readonly number[];
}

/** Old and new text, and what became of the sentences. */
export interface Comparison {
  before: Units;
  after: Units;
  /** Rising in both texts. */
  beads: readonly Bead[];
  /** From moved old sentences to their places among the new ones. */
  moved: ReadonlyMap<number, number>;
  /** How the old text ends its paragraphs. */
  paragraphEnd: string;
}

/** What stands between two beads that follow each other; null where the text begins or ends. */
interface Stretch extends Bead {
  left: Bead | null;
  right: Bead | null;
}

/** Turns a comparison into edits that don't overlap. */
export function draftsOf(comparison: Comparison): Draft[] {
  const drafter = new Drafter(comparison);
  const drafts: Draft[] = [];
  let left: Bead | null = null;
  for (const right of [...comparison.beads, null]) {
    const stretch = {
      left,
      right,
      from: left?.to ?? 0,
      to: right?.from ?? comparison.before.units.length,
      fromNew: left?.toNew ?? 0,
      toNew: right?.fromNew ?? comparison.after.units.length,
    };
    for (const draft of drafter.between(stretch)) drafts.push(draft);
    if (right !== null) for (const draft of drafter.within(right)) drafts.push(draft);
    left = right;
  }
  return drafts;
}

/** Old sentences that follow each other and share their fate: left out, or moved to the same place. */
interface Run {
  from: number;
  to: number;
  start: number;
  end: number;
  moves: number[];
}

class Drafter {
  readonly #before: Units;
  readonly #after: Units;
  readonly #moved: ReadonlyMap<number, number>;
  readonly #sources: ReadonlyMap<number, number>;
  readonly #paragraphEnd: string;

  constructor({ before, after, moved, paragraphEnd }: Comparison) {
    this.#before = before;
    this.#after = after;
    this.#moved = moved;
    this.#sources = new Map([...moved].map(([from, to]) => [to, from]));
    this.#paragraphEnd = paragraphEnd;
  }

  /** What changed inside of sentences that stayed in their place. */
  within({ from, to, fromNew, toNew }: Bead): Draft[] {
    const { text } = this.#before;
    const start = this.#newStart(fromNew, from);
    const old = text.slice(this.#old(from).from, this.#old(to - 1).end);
    if (old === this.#after.text.slice(start, this.#new(toNew - 1).end)) return [];
    const tokens = tokensBetween(this.#before, from, to, this.#old(from).from);
    const fresh = tokensBetween(this.#after, fromNew, toNew, start);
    return wordEdits(tokens, fresh, this.#after.text).map((edit) => ({
      ...edit,
      text: edit.text.replace(/\n+/gu, this.#paragraphEnd),
      moves: [],
    }));
  }

  /** What came, went or moved between sentences that stayed in their place. */
  between(stretch: Stretch): Draft[] {
    const { left, right, fromNew, toNew } = stretch;
    const runs = this.#runs(stretch);
    if (runs.length > 0) return toNew > fromNew ? this.#replace(stretch, runs) : this.#remove(stretch, runs);
    if (toNew > fromNew) return this.#insert(stretch);
    if (left === null || right === null) return [];
    return this.#mendGap(this.#oldLeft(stretch), this.#oldRight(stretch), toNew);
  }

  /** Splits or joins paragraphs or words, if the new text has another kind of gap before its sentence `index`. */
  #mendGap(start: number, end: number, index: number): Draft[] {
    if (gapOf(this.#before.text.slice(start, end)) === this.#newGap(index)) return [];
    return [{ start, end, text: this.#gapText(index), moves: [] }];
  }

  #insert(stretch: Stretch): Draft[] {
    const { left, right, fromNew, toNew } = stretch;
    const [start, end] = [this.#oldLeft(stretch), this.#oldRight(stretch)];
    const text = this.#newText(fromNew, toNew, this.#new(fromNew).from);
    const moves = this.#movesTo(stretch);
    if (left === null && right === null) return [{ start: end, end, text, moves }];
    const gap = gapOf(this.#before.text.slice(start, end));
    if (left === null) return [{ start: end, end, text: text + this.#gapText(toNew), moves }];
    const ahead = this.#gapText(fromNew) + text;
    if (right === null || this.#newGap(toNew) === gap) return [{ start, end: start, text: ahead, moves }];
    const behind = this.#gapText(toNew);
    if (this.#newGap(fromNew) === gap) return [{ start: end, end, text: text + behind, moves }];
    return [{ start, end, text: ahead + behind, moves }];
  }

  /** Of the gaps around what goes one stays: one of the kind that the new text has there. */
  #remove(stretch: Stretch, runs: readonly Run[]): Draft[] {
    const { left, right } = stretch;
    const edges = [this.#oldLeft(stretch), ...runs.map(({ end }) => end)];
    const starts = [
      ...runs.map(({ start }) => start),
      right === null ? (edges.at(-1) ?? 0) : this.#oldRight(stretch),
    ];
    const last = runs.length;
    const fitting = (index: number) =>
      gapOf(this.#before.text.slice(edges[index], starts[index])) === this.#newGap(right?.fromNew ?? 0);
    const found =
      left === null ? 0 : right === null ? last : [0, last, ...starts.keys()].find((index) => fitting(index));
    const kept = found ?? 0;
    return runs.map(({ start, end, moves }, index) => {
      if (index < kept) return { start: edges[index] ?? start, end, text: '', moves };
      const until = starts[index + 1] ?? end;
      if (found !== undefined || index > 0) return { start, end: until, text: '', moves };
      return { start: edges[0] ?? start, end: until, text: this.#gapText(right?.fromNew ?? 0), moves };
    });
  }

  /** All that is new here takes the place of one run, so that no two edits meet at one place. */
  #replace(stretch: Stretch, runs: readonly Run[]): Draft[] {
    const { fromNew, toNew, left, right } = stretch;
    const host = Math.max(
      0,
      runs.findIndex(({ moves }) => moves.length === 0),
    );
    const drafts = runs.map(({ from, start, end, moves }, index): Draft => {
      if (index < host) return { start, end: runs[index + 1]?.start ?? end, text: '', moves };
      if (index > host) return { start: runs[index - 1]?.end ?? start, end, text: '', moves };
      const text = this.#newText(fromNew, toNew, this.#newStart(fromNew, from));
      return { start, end, text, moves: [...moves, ...this.#movesTo(stretch)] };
    });
    const first = runs[0]?.start ?? 0;
    const last = runs.at(-1)?.end ?? 0;
    return [
      ...(left === null ? [] : this.#mendGap(this.#oldLeft(stretch), first, fromNew)),
      ...drafts,
      ...(right === null ? [] : this.#mendGap(last, this.#oldRight(stretch), toNew)),
    ];
  }

  #runs({ from, to }: Stretch): Run[] {
    const runs: Run[] = [];
    for (let index = from; index < to; index++) {
      const { from: start, end } = this.#old(index);
      const target = this.#moved.get(index);
      const last = runs.at(-1);
      const before = index > from ? this.#moved.get(index - 1) : undefined;
      const goesAlong = target === undefined ? before === undefined : before === target - 1;
      if (last !== undefined && goesAlong) {
        Object.assign(last, { to: index + 1, end });
        if (target !== undefined) last.moves.push(index);
      } else
        runs.push({ from: index, to: index + 1, start, end, moves: target === undefined ? [] : [index] });
    }
    return runs;
  }

  #movesTo({ fromNew, toNew }: Stretch): number[] {
    const moves: number[] = [];
    for (let index = fromNew; index < toNew; index++) {
      const source = this.#sources.get(index);
      if (source !== undefined) moves.push(source);
    }
    return moves;
  }

  #old(index: number): Unit {
    return unitAt(this.#before, index);
  }

  #new(index: number): Unit {
    return unitAt(this.#after, index);
  }

  #oldLeft({ left }: Stretch): number {
    return left === null ? 0 : this.#old(left.to - 1).end;
  }

  #oldRight({ right }: Stretch): number {
    return right === null ? this.#before.text.length : this.#old(right.from).from;
  }

  /** Where a new sentence begins that takes the place of an old one, which may have its marker already. */
  #newStart(index: number, old: number): number {
    const { from, start } = this.#new(index);
    const { prefix, start: content, end } = this.#old(old);
    const marker = this.#after.text.slice(from, start);
    return isCovered(marker, prefix, this.#before.text.slice(content, end)) ? start : from;
  }

  #newGap(index: number): ReturnType<typeof gapOf> {
    return gapOf(this.#rawGap(index));
  }

  /** What stands before a new sentence. */
  #rawGap(index: number): string {
    return index === 0 ? '' : this.#after.text.slice(this.#new(index - 1).end, this.#new(index).from);
  }

  /** The same as the old text would have it: with an empty paragraph where it has them, but not within a list. */
  #gapText(index: number): string {
    const raw = this.#rawGap(index);
    if (gapOf(raw) !== 'break') return raw;
    if (!raw.includes('\n')) return '\v';
    return this.#new(index).from < this.#new(index).start ? '\n' : this.#paragraphEnd;
  }

  #newText(from: number, to: number, start: number): string {
    const pieces: string[] = [];
    for (let index = from; index < to; index++) {
      const unit = this.#new(index);
      if (index === from) pieces.push(this.#after.text.slice(start, unit.end));
      else pieces.push(this.#gapText(index), this.#after.text.slice(unit.from, unit.end));
    }
    return pieces.join('');
  }
}

function unitAt({ units, text }: Units, index: number): Unit {
  return units[index] ?? { from: text.length, start: text.length, end: text.length, prefix: '', key: '' };
}

/** Words of sentences that follow each other; what stands between two of them is one token, with the list's number. */
function tokensBetween(units: Units, from: number, to: number, start: number): Token[] {
  const tokens: Token[] = [];
  for (let index = from; index < to; index++) {
    const unit = unitAt(units, index);
    const begin = index === from ? start : unit.from;
    if (index > from) {
      const gap = { start: unitAt(units, index - 1).end, end: unit.from };
      const kind = gapOf(units.text.slice(gap.start, gap.end));
      if (kind !== 'none') tokens.push({ ...gap, key: kind === 'break' ? '\n' : ' ' });
    }
    for (const token of tokensOf(units.text.slice(begin, unit.end)))
      tokens.push({ start: begin + token.start, end: begin + token.end, key: token.key });
  }
  return tokens;
}
