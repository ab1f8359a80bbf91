/** Largest prime below 2^26: products stay exact in a double, and by chance nothing is a multiple of it. */
const PRIME = 67_108_859;

function inverse(value: number): number {
  let [result, base, exponent] = [1, value % PRIME, PRIME - 2];
  while (exponent > 0) {
    if (exponent % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
    exponent = Math.floor(exponent / 2);
  }
  return result;
}

/** What can be worked out from sums of unknowns by adding and subtracting: a space of rows, kept reduced. */
export class Linear {
  readonly #rows: { pivot: number; row: number[] }[] = [];

  /** Learns the value of a sum. */
  learn(sum: readonly number[]): void {
    const rest = this.#reduce(sum);
    const pivot = rest.findIndex((value) => value !== 0);
    if (pivot < 0) return;
    const factor = inverse(rest[pivot] ?? 1);
    this.#rows.push({ pivot, row: rest.map((value) => (value * factor) % PRIME) });
  }

  /** Whether the value of a sum follows from what was learnt. */
  knows(sum: readonly number[]): boolean {
    return this.#reduce(sum).every((value) => value === 0);
  }

  #reduce(sum: readonly number[]): number[] {
    const rest = sum.map((value) => ((value % PRIME) + PRIME) % PRIME);
    for (const { pivot, row } of this.#rows) {
      const factor = rest[pivot] ?? 0;
      if (factor === 0) continue;
      for (const [index, value] of row.entries()) {
        rest[index] = ((rest[index] ?? 0) - ((factor * value) % PRIME) + PRIME) % PRIME;
      }
    }
    return rest;
  }
}
