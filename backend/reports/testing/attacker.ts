import type { Dimension, UseMonth } from '../../../contract/reports.ts';
import type { Group } from '../grouping.ts';
import { personsIn, type UseCell } from '../use-cell.ts';
import { Linear } from './linear.ts';

/** Micro-euro per million tokens, as the register tells everybody. */
export type Prices = Record<string, { input: number; output: number }>;

type Quantity = 'calls' | 'inputTokens' | 'outputTokens';
const quantities: readonly Quantity[] = ['calls', 'inputTokens', 'outputTokens'];

interface Sum {
  cells: ReadonlySet<UseCell>;
  calls: number;
}

/**
 * Somebody who has every answer of the API about one Kommune and month, the price list, what is owed, which cells have any
 * use at all, and even which cells were put together. Wants to know a figure of one to four persons.
 */
export class Attacker {
  readonly #cells: readonly UseCell[];
  readonly #groups: readonly Group[];
  readonly #prices: Prices;
  readonly #all = new Linear();
  /** What the bill and the price list tell by themselves. */
  readonly #billed = new Linear();
  readonly #sums: Sum[] = [];

  constructor(cells: readonly UseCell[], groups: readonly Group[], prices: Prices) {
    this.#cells = cells;
    this.#groups = groups;
    this.#prices = prices;
    const owed = this.#money(new Set(cells));
    this.#all.learn(owed);
    this.#billed.learn(owed);
  }

  /** @param by of the answer */
  read(month: UseMonth, by: readonly Dimension[]): void {
    if (month.state !== 'published') return;
    for (const row of [...month.rows, { ...month, values: [] }]) {
      const members = this.#groups.filter((group) =>
        row.values.every((value, index) => value === common(group, by[index])),
      );
      const cells = new Set(members.flat());
      this.#learn(cells, 'calls');
      this.#sums.push({ cells, calls: row.calls });
      const toldTokens = row.values.length > 0 && row.inputTokens !== null;
      if (toldTokens) this.#learn(cells, 'inputTokens');
      if (toldTokens) this.#learn(cells, 'outputTokens');
      this.#all.learn(this.#money(cells));
    }
  }

  /** Sets of cells of one to four persons of which a figure is known that the bill alone does not tell. */
  found(): UseCell[][] {
    const small = this.#cells.filter((cell) => personsIn([cell]) < 5);
    const targets = subsetsOf(small).filter((set) => personsIn(set) < 5);
    return [
      ...targets.filter((set) => this.#isWorkedOut(new Set(set))),
      ...this.#pinned().filter((set) => personsIn(set) < 5),
    ];
  }

  #isWorkedOut(set: ReadonlySet<UseCell>): boolean {
    const wanted = [...quantities.map((quantity) => this.#sum(set, quantity)), this.#money(set)];
    return wanted.some((sum) => this.#all.knows(sum) && !this.#billed.knows(sum));
  }

  /** Cells whose calls lie between equal bounds: each has one at least, and no more than its sum leaves. */
  #pinned(): UseCell[][] {
    const low = new Map(this.#cells.map((cell) => [cell, 1]));
    const high = new Map(this.#cells.map((cell) => [cell, Infinity]));
    for (let round = 0; round < 20; round++) {
      for (const { cells, calls } of this.#sums) {
        for (const cell of cells) {
          const others = [...cells].filter((other) => other !== cell);
          const sum = (bounds: Map<UseCell, number>) =>
            others.reduce((all, other) => all + (bounds.get(other) ?? 0), 0);
          high.set(cell, Math.min(high.get(cell) ?? 0, calls - sum(low)));
          low.set(cell, Math.max(low.get(cell) ?? 0, calls - sum(high)));
        }
      }
    }
    return this.#cells.filter((cell) => low.get(cell) === high.get(cell)).map((cell) => [cell]);
  }

  #learn(cells: ReadonlySet<UseCell>, quantity: Quantity): void {
    this.#all.learn(this.#sum(cells, quantity));
  }

  #sum(cells: ReadonlySet<UseCell>, quantity: Quantity): number[] {
    return quantities.flatMap((one) =>
      this.#cells.map((cell) => (one === quantity && cells.has(cell) ? 1 : 0)),
    );
  }

  #money(cells: ReadonlySet<UseCell>): number[] {
    const price = (cell: UseCell, kind: 'input' | 'output') =>
      cells.has(cell) ? (this.#prices[cell.model]?.[kind] ?? 0) : 0;
    return [
      ...this.#cells.map(() => 0),
      ...this.#cells.map((cell) => price(cell, 'input')),
      ...this.#cells.map((cell) => price(cell, 'output')),
    ];
  }
}

function common(group: Group, by: Dimension | undefined): string | null {
  if (by === undefined) return null;
  const values = new Set(group.map((cell) => cell[by]));
  return values.size === 1 ? (group[0]?.[by] ?? null) : null;
}

/** Without the empty one; of the first twelve, or there would be too many. */
function subsetsOf<T>(list: readonly T[]): T[][] {
  return list
    .slice(0, 12)
    .reduce<T[][]>((sets, one) => [...sets, ...sets.map((set) => [...set, one]), [one]], []);
}
