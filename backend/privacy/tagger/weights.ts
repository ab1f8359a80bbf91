import { LABELS } from './labels.ts';

/** `AFTW` as a little-endian number. */
const MAGIC = 0x57544641;
/** Counts up with every change of the features, the labels or the layout. */
const VERSION = 1;
/** Magic, version, bits, and the worth of one step of a weight as a float. */
const HEADER = 4;

/** What the tagger has learnt: how much each feature speaks for each label, and each label for the next one. */
export interface Weights {
  /** The buckets are 2 to the power of it. */
  bits: number;
  /** Worth of one step. */
  step: number;
  /** `LABELS` steps for each bucket. */
  steps: Int8Array;
  /** `LABELS` × `LABELS`, from the label before to the label after. */
  transitions: Float32Array;
}

/** @throws Error where the bytes are no weights of this version */
export function readWeights(bytes: Uint8Array): Weights {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new DataView(aligned.buffer, aligned.byteOffset, aligned.byteLength);
  const before = (HEADER + LABELS * LABELS) * 4;
  if (bytes.length < before || head.getUint32(0, true) !== MAGIC || head.getUint32(4, true) !== VERSION)
    throw new Error('Not weights of this version.');
  const bits = head.getUint32(8, true);
  if (bytes.length !== before + LABELS * 2 ** bits) throw new Error('The weights are not complete.');
  return {
    bits,
    step: head.getFloat32(12, true),
    transitions: new Float32Array(aligned.buffer, aligned.byteOffset + HEADER * 4, LABELS * LABELS),
    steps: new Int8Array(aligned.buffer, aligned.byteOffset + before),
  };
}

export function writeWeights({ bits, step, steps, transitions }: Weights): Uint8Array {
  const before = (HEADER + LABELS * LABELS) * 4;
  const bytes = new Uint8Array(before + steps.length);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, MAGIC, true);
  head.setUint32(4, VERSION, true);
  head.setUint32(8, bits, true);
  head.setFloat32(12, step, true);
  for (let index = 0; index < LABELS * LABELS; index++)
    head.setFloat32((HEADER + index) * 4, transitions[index] as number, true);
  bytes.set(new Uint8Array(steps.buffer, steps.byteOffset, steps.length), before);
  return bytes;
}
