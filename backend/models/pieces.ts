import type { z } from 'zod';
import { type CallPart, CallParts } from './call-parts.ts';
import type { Clock } from './clock.ts';
import { readEvents } from './events.ts';
import { requestFault } from './faults.ts';
import { ModelError, type Piece } from './model.ts';

/** Figures of a provider. */
export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

/** What one event of a provider says. */
export type Told =
  /**
   * `end` where the provider says that this is the end: of the whole answer, or an end before its time.
   * Usage is the state so far, the last one counts.
   */
  | {
      type: 'part';
      text: string;
      calls?: readonly CallPart[];
      usage: Usage | undefined;
      end: 'complete' | ModelError | undefined;
    }
  /** Nothing more will come. */
  | { type: 'goodbye' };

/** How one provider speaks. */
export interface Dialect {
  /**
   * Sends the request.
   * @returns the answer whose headers are there and whose status is 2xx
   */
  send(signal: AbortSignal): Promise<Response>;
  /** @throws ModelError for what is no event of this provider, and for the faults that an event can tell */
  read(data: string): Told;
}

/** After the end mark only the usage can be missing: nobody waits long for that. */
const USAGE_MS = 300;
/** After the last event the provider closes by itself; the connection can then be used again. */
const CLOSE_MS = 50;

/**
 * Asks a provider once and tells its stream as pieces. Once the end mark was there, a connection that breaks or
 * hangs does no harm any more: the text is complete.
 * @throws ModelError for everything that goes wrong; `model_cut` where the stream ends without the end mark
 */
export async function* streamPieces(
  { send, read }: Dialect,
  signal: AbortSignal,
  clock: Clock,
): AsyncGenerator<Piece> {
  if (signal.aborted) throw new ModelError('stopped');
  const reading = new AbortController();
  const stop = () => {
    reading.abort();
  };
  signal.addEventListener('abort', stop, { once: true });
  let callOff = () => {};
  const stopAfter = (ms: number) => {
    callOff();
    callOff = clock.after(ms, stop);
  };

  let usage: Usage | undefined;
  let ended = false;
  const calls = new CallParts();
  try {
    const response = await send(reading.signal).catch((error: unknown) => {
      throw requestFault(error, signal);
    });
    yield { type: 'open' };
    try {
      for await (const batch of readEvents(response, reading.signal)) {
        const heard = hear(batch, read, ended, calls);
        usage = heard.usage ?? usage;
        ended ||= heard.ended;
        if (heard.text !== '') yield { type: 'text', text: heard.text };
        else if (!ended) yield { type: 'alive' };
        if (heard.fault !== undefined) throw heard.fault;
        if (heard.goodbye) stopAfter(CLOSE_MS);
        else if (heard.ended) stopAfter(USAGE_MS);
      }
    } catch (error) {
      const harmless = ended && error instanceof ModelError && error.code === 'model_cut';
      if (!harmless) throw error;
    }
    if (signal.aborted) throw new ModelError('stopped');
    if (!ended) throw new ModelError('model_cut');
    // A call is whole only when the answer is: arguments that are cut may be good JSON all the same.
    for (const call of calls.calls()) yield { type: 'call', call };
    if (usage) yield { type: 'usage', ...usage };
    yield { type: 'end' };
  } finally {
    callOff();
    signal.removeEventListener('abort', stop);
    reading.abort();
  }
}

interface Heard {
  text: string;
  usage: Usage | undefined;
  ended: boolean;
  goodbye: boolean;
  /** What the batch failed with after `text`, which is still good. */
  fault: unknown;
}

/** Takes what came together from the network together, so that a fast stream costs little per event. */
function hear(batch: string[], read: Dialect['read'], endedBefore: boolean, calls: CallParts): Heard {
  const heard: Heard = { text: '', usage: undefined, ended: false, goodbye: false, fault: undefined };
  try {
    for (const data of batch) {
      const told = read(data);
      if (told.type === 'goodbye') {
        // Without the end mark before it, this is how a proxy tidies up a stream that died behind it.
        if (!endedBefore && !heard.ended) throw new ModelError('model_cut');
        heard.goodbye = true;
        break;
      }
      const says = told.text !== '' || (told.calls ?? []).length > 0;
      // Text behind the end mark: then the mark was none, and nothing tells where the answer ends.
      if (says && (endedBefore || heard.ended)) throw new ModelError('model_malformed');
      heard.text += told.text;
      for (const part of told.calls ?? []) calls.add(part);
      heard.usage = told.usage ?? heard.usage;
      if (told.end === 'complete') heard.ended = true;
      else if (told.end !== undefined) throw told.end;
    }
  } catch (fault) {
    heard.fault = fault;
  }
  return heard;
}

/**
 * Reads the JSON of one event, untrusted as all that a provider sends.
 * @throws ModelError model_malformed
 */
export function parseEvent<Schema extends z.ZodType>(schema: Schema, data: string): z.output<Schema> {
  let json: unknown;
  try {
    json = JSON.parse(data);
  } catch {
    throw new ModelError('model_malformed');
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ModelError('model_malformed');
  return parsed.data;
}
