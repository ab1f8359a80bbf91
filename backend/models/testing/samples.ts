import { noChoice } from '../../../contract/privacy.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { noAuthor } from '../../../contract/tasks/index.ts';
import { ModelError, type Conversation, type Model, type Piece } from '../model.ts';
import type { GeminiSettings, OpenAISettings } from '../settings.ts';

/** A conversation of one message. */
export function conversationOf(text: string): Conversation {
  return {
    system: 'Du hilfst in einer Stadtverwaltung.',
    messages: [{ role: 'user', text }],
    brief: {
      call: {
        task: 'instruct',
        version: CONTRACT_VERSION,
        model: null,
        author: noAuthor,
        input: { source: { kind: 'nothing' }, instruction: text },
        turns: [],
        privacy: noChoice,
      },
      reading: { kind: 'nothing' },
      passages: [],
      today: new Date('2026-11-23'),
    },
  };
}

export const testKey = 'sk-geheim-0123456789';

export function openaiTestSettings(baseURL: string, more: Partial<OpenAISettings> = {}): OpenAISettings {
  return {
    provider: 'openai',
    id: 'openai',
    label: 'ChatGPT',
    dialect: 'openai',
    model: 'scripted',
    baseURL,
    apiKey: testKey,
    place: 'extern',
    contextTokens: 128_000,
    ...more,
  };
}

export function geminiTestSettings(baseURL: string): GeminiSettings {
  return {
    provider: 'gemini',
    id: 'gemini',
    label: 'Gemini',
    model: 'scripted',
    baseURL,
    apiKey: testKey,
    place: 'extern',
    contextTokens: 1_000_000,
  };
}

/** A model whose stream is a function of the attempt: for tests of what stands around a model. */
export function modelOf(
  id: string,
  stream: (signal: AbortSignal, attempt: number) => AsyncIterable<Piece>,
): Model {
  let attempt = 0;
  return {
    info: { id, label: id, provider: 'openai', place: 'extern' },
    contextTokens: 8_000,
    stream: (_, signal) => stream(signal, attempt++),
    probe: () => Promise.resolve('ready'),
  };
}

/** What came of a stream: all its parts, and the error that it ended with. */
export interface Outcome<Part> {
  parts: Part[];
  text: string;
  error: ModelError | undefined;
}

/** Reads a stream to its end. An error that is not a `ModelError` is thrown on. */
export async function collect<Part extends { type: string }>(
  stream: AsyncIterable<Part>,
  onPart: (part: Part) => void = () => {},
): Promise<Outcome<Part>> {
  const parts: Part[] = [];
  const outcome = (error?: ModelError) => ({
    parts,
    text: parts.map((part) => ('text' in part ? String(part.text) : '')).join(''),
    error,
  });
  try {
    for await (const part of stream) {
      parts.push(part);
      onPart(part);
    }
    return outcome();
  } catch (error) {
    if (error instanceof ModelError) return outcome(error);
    throw error;
  }
}
