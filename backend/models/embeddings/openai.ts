import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { ModelError } from '../model.ts';
import { openaiClient } from '../openai.ts';
import { type EmbeddingSettings, infoOf, type OpenAISettings } from '../settings.ts';
import type { TransportDeps } from '../transport.ts';
import type { Embedder } from './embedder.ts';
import { numbers, parsed, request, type Told } from './request.ts';

const answer = z.object({
  data: z.array(z.object({ index: z.int().nonnegative().optional(), embedding: numbers })),
  usage: z.object({ prompt_tokens: z.int().nonnegative() }).nullish(),
});

/** A model behind OpenAI's embeddings: OpenAI, Azure OpenAI (v1), vLLM, Ollama, IONOS, STACKIT, Mistral. */
export function openaiEmbedder(
  settings: EmbeddingSettings & OpenAISettings,
  deps: TransportDeps,
  clock?: Clock,
): Embedder {
  const client = openaiClient(settings, deps);
  const { model, dimensions } = settings;
  return {
    info: infoOf(settings),
    embed: (texts, as, signal) =>
      request(
        settings,
        {
          send: (input, reading) =>
            client.embeddings
              .create(
                // Not said, the SDK would ask for base64, which not every server knows.
                {
                  model,
                  input: [...input],
                  encoding_format: 'float',
                  ...(dimensions === null ? {} : { dimensions }),
                },
                { signal: reading },
              )
              .asResponse(),
          read: readAnswer,
        },
        texts,
        as,
        signal,
        clock,
      ),
  };
}

/** The order is that of `index`, where it is said. */
function readAnswer(value: unknown): Told {
  const { data, usage } = parsed(answer, value);
  const vectors: number[][] = [];
  for (const [at, { index = at, embedding }] of data.entries()) {
    if (index >= data.length || vectors[index]) throw new ModelError('model_malformed');
    vectors[index] = embedding;
  }
  return { vectors, inputTokens: usage?.prompt_tokens };
}
