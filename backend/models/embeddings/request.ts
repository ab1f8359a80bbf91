import { z } from 'zod';
import { nextStep, pause } from '../backoff.ts';
import { systemClock, type Clock } from '../clock.ts';
import { requestFault } from '../faults.ts';
import { ModelError } from '../model.ts';
import type { EmbeddingSettings } from '../settings.ts';
import { readJson } from '../transport.ts';
import { type Embedded, MAX_BATCH } from './embedder.ts';

/** A batch of long texts takes some seconds, also on a slow machine of the house. */
const TIME_MS = 60_000;
/** 64 vectors of 4,096 numbers with 20 characters each, and something around them. */
const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
const MAX_DIMENSIONS = 4_096;
const RETRIES = 3;
/** Characters of German or English text per token, roughly. */
const CHARS_PER_TOKEN = 4;

/** Numbers as JSON has them: neither infinite nor none. */
export const numbers = z.array(z.number()).min(1).max(MAX_DIMENSIONS);

/** What a provider's answer says, before it is trusted. */
export interface Told {
  vectors: readonly (readonly number[])[];
  inputTokens: number | undefined;
}

/** How one provider is asked, and how its answer is read. */
export interface Asking {
  send(texts: readonly string[], signal: AbortSignal): Promise<Response>;
  /** @throws anything for what is no answer */
  read(answer: unknown): Told;
}

/**
 * Asks for the vectors of some texts, with the limits that hold for every provider.
 * @throws ModelError
 */
export async function request(
  { dimensions, prefixes }: Pick<EmbeddingSettings, 'dimensions' | 'prefixes'>,
  { send, read }: Asking,
  texts: readonly string[],
  as: 'passage' | 'question',
  signal: AbortSignal,
  clock: Clock = systemClock,
): Promise<Embedded> {
  if (texts.length === 0) return { vectors: [], inputTokens: 0, estimated: false };
  if (texts.length > MAX_BATCH) throw new ModelError('too_large');
  const said = texts.map((text) => prefixes[as] + text);
  const once = async (): Promise<Embedded> => {
    const reading = AbortSignal.any([signal, AbortSignal.timeout(TIME_MS)]);
    try {
      const json = await readJson(await send(said, reading), MAX_ANSWER_BYTES, TIME_MS);
      if (json === undefined) throw new ModelError(signal.aborted ? 'stopped' : 'model_malformed');
      return checked(read(json), said, dimensions);
    } catch (fault) {
      if (reading.aborted && !signal.aborted) throw new ModelError('model_silent');
      throw requestFault(fault, signal);
    }
  };
  for (let attempt = 0; ; attempt++) {
    try {
      return await once();
    } catch (fault) {
      if (!(fault instanceof ModelError)) throw fault;
      const step = nextStep(fault, attempt, { retries: RETRIES, othersLeft: false, random: Math.random() });
      if (step.do !== 'retry') throw fault;
      await pause(step.inMs, signal, clock);
    }
  }
}

/** Reads an answer by its schema. */
export function parsed<T>(schema: z.ZodType<T>, answer: unknown): T {
  const result = schema.safeParse(answer);
  if (!result.success) throw new ModelError('model_malformed');
  return result.data;
}

function checked(
  { vectors, inputTokens }: Told,
  texts: readonly string[],
  dimensions: number | null,
): Embedded {
  const length = dimensions ?? vectors[0]?.length ?? 0;
  if (vectors.length !== texts.length || vectors.some((vector) => vector.length !== length)) {
    throw new ModelError('model_malformed');
  }
  const chars = texts.reduce((sum, text) => sum + text.length, 0);
  return {
    vectors: vectors.map(unit),
    inputTokens: inputTokens ?? Math.ceil(chars / CHARS_PER_TOKEN),
    estimated: inputTokens === undefined,
  };
}

/** The same direction at length one, so that a product tells the angle. */
function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector);
  if (!(length > 0) || !Number.isFinite(length)) throw new ModelError('model_malformed');
  return Float32Array.from(vector, (value) => value / length);
}
