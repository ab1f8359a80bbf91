import codes from 'german-postal-codes' with { type: 'json' };

/** One bit for each number of five digits: a set of strings would take fifty times the memory. */
const DELIVERED = new Uint8Array(12_500);
/** The first two digits of which there are postcodes. */
const REGIONS = new Uint8Array(100);
for (const code of codes) {
  const number = Number(code);
  DELIVERED[number >> 3] = (DELIVERED[number >> 3] ?? 0) | (1 << (number & 7));
  REGIONS[Math.floor(number / 1000)] = 1;
}

/**
 * What is known of five digits as a German postcode: delivered to, in a region that has postcodes (Postfächer and
 * authorities have codes of their own, which no list holds), or neither.
 */
export type PostcodeKind = 'delivered' | 'possible' | 'none';

/** @param digits five digits */
export function postcodeKind(digits: string): PostcodeKind {
  if (!/^[0-9]{5}$/u.test(digits)) return 'none';
  const number = Number(digits);
  if (((DELIVERED[number >> 3] ?? 0) & (1 << (number & 7))) !== 0) return 'delivered';
  return REGIONS[Math.floor(number / 1000)] === 1 ? 'possible' : 'none';
}
