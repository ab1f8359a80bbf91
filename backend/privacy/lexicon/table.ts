/** `AFWL` as a little-endian number; it reads otherwise on a machine whose numbers stand the other way round. */
const MAGIC = 0x4c574641;
/** Counts up with every change of the folding, the hash or the layout. */
const VERSION = 1;
/** Flags in a slot; the rest of its 32 bits tells words of the same slot apart. */
const FLAG_BITS = 9;
const FLAG_MASK = (1 << FLAG_BITS) - 1;
const DIGEST_WORDS = 8;
/** Magic, version, slots as a power of two, words, the digest of the sources, a count for each flag. */
const HEADER = 4 + DIGEST_WORDS + FLAG_BITS;

/** What a file of words says of itself. */
export interface TableDescription {
  words: number;
  /** Words that bear a flag, in the order of the flags' bits. */
  counts: readonly number[];
  /** SHA-256 of the list of sources, as hexadecimal digits. */
  sources: string;
}

/** A table of hashes: the words themselves are not in it. */
export interface WordTable {
  description: TableDescription;
  /**
   * @param low, @param high the two hashes of a folded word, from `hashStep`
   * @returns its flags; 0 for a word that is not in the table
   */
  find(low: number, high: number): number;
}

export const SEED_LOW = 0x811c9dc5;
export const SEED_HIGH = 0x9747b28c;

/** One character more in the first hash (FNV-1a). It chooses the slot. */
export function stepLow(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** One character more in the second hash. It tells words of the same slot apart. */
export function stepHigh(hash: number, code: number): number {
  const mixed = Math.imul(hash ^ code, 0x5bd1e995);
  return mixed ^ (mixed >>> 15);
}

/** Both hashes of folded codes, from one place to another. */
export function hashOf(codes: Uint16Array, from: number, to: number): { low: number; high: number } {
  let low = SEED_LOW;
  let high = SEED_HIGH;
  for (let index = from; index < to; index++) {
    low = stepLow(low, codes[index] as number);
    high = stepHigh(high, codes[index] as number);
  }
  return { low, high };
}

function slotOf(low: number, mask: number): number {
  const mixed = Math.imul(low ^ (low >>> 15), 0x2c1b3c6d);
  return (mixed ^ (mixed >>> 13)) & mask;
}

/**
 * Reads a table. Its slots stay in the bytes that are handed in.
 * @throws Error where the bytes are no table of this version
 */
export function readTable(bytes: Uint8Array): WordTable {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const numbers = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
  const [magic, version, power, words] = numbers;
  if (magic !== MAGIC || version !== VERSION || power === undefined || words === undefined)
    throw new Error('Not a word table of this version.');
  const slots = numbers.subarray(HEADER);
  if (slots.length !== 2 ** power) throw new Error('The word table is not complete.');
  const mask = slots.length - 1;
  return {
    description: {
      words,
      sources: Array.from(numbers.subarray(4, 4 + DIGEST_WORDS), (part) =>
        part.toString(16).padStart(8, '0'),
      ).join(''),
      counts: [...numbers.subarray(4 + DIGEST_WORDS, HEADER)],
    },
    find(low, high) {
      const tag = high >>> FLAG_BITS;
      for (let at = slotOf(low, mask); ; at = (at + 1) & mask) {
        const slot = slots[at] as number;
        if (slot === 0) return 0;
        if (slot >>> FLAG_BITS === tag) return slot & FLAG_MASK;
      }
    },
  };
}

/** A folded word's hashes and what is known of it. */
export interface TableEntry {
  low: number;
  high: number;
  flags: number;
}

/**
 * Writes a table that is at most four fifths full. The same entries make the same bytes, in whatever order they come.
 * @param sources SHA-256 of the list of sources, 64 hexadecimal digits
 */
export function writeTable(entries: readonly TableEntry[], sources: string): Uint8Array {
  const power = Math.ceil(Math.log2(Math.max(4, entries.length / 0.8)));
  const numbers = new Uint32Array(HEADER + 2 ** power);
  numbers.set([MAGIC, VERSION, power, entries.length]);
  for (let part = 0; part < DIGEST_WORDS; part++)
    numbers[4 + part] = Number.parseInt(sources.slice(part * 8, part * 8 + 8), 16);
  for (let bit = 0; bit < FLAG_BITS; bit++)
    numbers[4 + DIGEST_WORDS + bit] = entries.filter(({ flags }) => (flags & (1 << bit)) !== 0).length;
  const slots = numbers.subarray(HEADER);
  const sorted = entries.toSorted((a, b) => a.low - b.low || a.high - b.high);
  for (const { low, high, flags } of sorted) {
    let at = slotOf(low, slots.length - 1);
    while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
    slots[at] = ((high >>> FLAG_BITS) << FLAG_BITS) | flags;
  }
  return new Uint8Array(numbers.buffer);
}
