import { createParser } from 'eventsource-parser';
import { MAX_ANSWER_CHARS } from '../../contract/limits.ts';

/** Characters of one message: the longest is the end of a task with the whole answer, in JSON. */
const MAX_MESSAGE_CHARS = MAX_ANSWER_CHARS * 7;

/**
 * The data of each server-sent event of an answer, as it comes. Ends when the connection ends.
 * @param alive called at every sign of life, comments included
 * @throws what the connection fails with; a message beyond all measure counts as a fault, too
 */
export async function* readMessages(response: Response, alive: () => void): AsyncGenerator<string> {
  if (response.body === null) return;
  const ready: string[] = [];
  let fault: Error | null = null;
  const parser = createParser({
    onEvent: ({ data }) => ready.push(data),
    onError: (error) => {
      if (error.type === 'max-buffer-size-exceeded') fault = error;
    },
    maxBufferSize: MAX_MESSAGE_CHARS,
  });
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      alive();
      parser.feed(decoder.decode(value, { stream: true }));
      yield* ready.splice(0);
      if (fault !== null) throw fault as Error;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}
