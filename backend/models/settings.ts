import type { ModelInfo } from '../../contract/models.ts';

/**
 * How much of OpenAI's protocol a server knows: `openai` all of it (OpenAI and Azure, `store: false` is sent),
 * `compatible` the figures in a stream as well (vLLM, Ollama, IONOS, STACKIT), `strict` nothing beyond model, messages
 * and stream (Mistral answers 422 to `stream_options` and sends figures unasked).
 */
export const dialects = ['openai', 'compatible', 'strict'] as const;
export type OpenAIDialect = (typeof dialects)[number];

interface CommonSettings {
  /** Names the model in requests and on the command line. */
  id: string;
  /** What a person reads. */
  label: string;
  /** The provider's name of the model; with Azure the name of the deployment. */
  model: string;
  /** Null for the provider's own address. */
  baseURL: string | null;
  /** Where a text goes that is sent to it. */
  place: ModelInfo['place'];
  /** Tokens that prompt and answer may have together. */
  contextTokens: number;
}

export interface OpenAISettings extends CommonSettings {
  provider: 'openai';
  dialect: OpenAIDialect;
  /** Null for a server of the house that asks for none. */
  apiKey: string | null;
}

export interface GeminiSettings extends CommonSettings {
  provider: 'gemini';
  apiKey: string;
}

/** One model as it was configured, with its key: never logged, never sent to a pane. */
export type ModelSettings = OpenAISettings | GeminiSettings;

/**
 * A model that turns texts into vectors. It writes nothing and is in no list of those that do; register and policy treat it
 * like every other.
 */
export type EmbeddingSettings = ModelSettings & {
  /** How long its vectors are wanted; null for the model's own length. */
  dimensions: number | null;
  /** What some models want in front of a text, and of a question ("passage: ", "query: "). */
  prefixes: { passage: string; question: string };
};

/** What the pane is told of a configured model: never its key or address. */
export function infoOf({ id, label, provider, place }: ModelSettings): ModelInfo {
  return { id, label, provider, place };
}
