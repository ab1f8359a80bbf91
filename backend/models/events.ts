import { createParser } from 'eventsource-parser';
import { ModelError } from './model.ts';

/** Characters that one event may have; a provider that sends no line end must not fill the memory. */
const MAX_EVENT_CHARS = 4 * 1024 * 1024;

/**
 * Reads a stream of server-sent events (HTML Living Standard, 9.2).
 * @param signal an abort closes the connection at once and ends the iteration without an error
 * @returns the `data` of the events, in one batch for each piece that came from the network. An event without its
 *   closing blank line is not given out.
 * @throws ModelError model_malformed for anything but UTF-8 and events, model_cut for a connection that broke
 */
export async function* readEvents(response: Response, signal: AbortSignal): AsyncGenerator<string[]> {
  const reader = response.body?.getReader();
  if (!reader) throw new ModelError('model_malformed');
  const close = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener('abort', close, { once: true });

  let batch: string[] = [];
  let oversized = false;
  const parser = createParser({
    maxBufferSize: MAX_EVENT_CHARS,
    onEvent: (event) => batch.push(event.data),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') oversized = true;
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });

  try {
    if (signal.aborted) return;
    // A sign-in page of a proxy comes with status 200, too.
    if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
      throw new ModelError('model_malformed');
    }
    for (;;) {
      const bytes = await nextBytes(reader, signal);
      if (bytes === undefined) return;
      parser.feed(decode(decoder, bytes));
      if (batch.length > 0) {
        const full = batch;
        batch = [];
        yield full;
      }
      if (oversized) throw new ModelError('model_malformed');
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
  }
}

async function nextBytes(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  try {
    const { done, value } = await reader.read();
    return done || signal.aborted ? undefined : value;
  } catch {
    if (signal.aborted) return undefined;
    throw new ModelError('model_cut');
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true });
  } catch {
    throw new ModelError('model_malformed');
  }
}
