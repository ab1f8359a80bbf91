/**
 * Divides a whole number by weights so that the parts add up to it: the largest remainder method with the quota of Hare
 * (Hare/Niemeyer). Each part is its exact quota rounded down; what is left goes, one each, to the largest remainders; of
 * equal ones to the first.
 * @param total may be negative; then its amount is divided
 * @param weights not negative
 * @returns the parts in the order of the weights; null where no weight is above zero
 */
export function apportion(total: bigint, weights: readonly bigint[]): bigint[] | null {
  const sum = weights.reduce((all, weight) => all + weight, 0n);
  if (weights.some((weight) => weight < 0n)) throw new RangeError('a weight is negative');
  if (sum === 0n) return null;
  const amount = total < 0n ? -total : total;
  const parts = weights.map((weight) => (amount * weight) / sum);
  const left = Number(amount - parts.reduce((all, part) => all + part, 0n));
  const byRemainder = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % sum }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0n) + 1n;
  return total < 0n ? parts.map((part) => -part) : parts;
}
