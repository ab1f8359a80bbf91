import type { ModelInfo } from '../../contract/models.ts';
import type { Conversation, Model, Piece } from '../models/model.ts';

export interface FakeModel extends Model {
  /** What it was asked, in order. */
  asked: Conversation[];
}

/** A model whose stream the test writes. */
export function fakeModel(
  stream: (conversation: Conversation, signal: AbortSignal) => AsyncIterable<Piece>,
  info: Partial<ModelInfo> = {},
  contextTokens = Infinity,
): FakeModel {
  const asked: Conversation[] = [];
  return {
    info: { id: 'test', label: 'Testmodell', provider: 'openai', place: 'extern', ...info },
    contextTokens,
    asked,
    stream(conversation, signal) {
      asked.push(conversation);
      return stream(conversation, signal);
    },
    probe: () => Promise.resolve('ready'),
  };
}

/** A stream that says these texts and ends well. */
export async function* saying(...texts: string[]): AsyncGenerator<Piece> {
  yield { type: 'open' };
  for (const text of texts) yield { type: 'text', text };
  yield { type: 'usage', inputTokens: 10, outputTokens: texts.length };
  yield { type: 'end' };
}

/** A stream that says a text and then waits until it is aborted. */
export async function* sayingThenSilent(text: string, signal: AbortSignal): AsyncGenerator<Piece> {
  yield { type: 'open' };
  yield { type: 'text', text };
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')), { once: true });
  });
}
