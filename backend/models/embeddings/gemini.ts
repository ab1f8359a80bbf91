import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { caught, geminiClient } from '../gemini.ts';
import { type EmbeddingSettings, type GeminiSettings, infoOf } from '../settings.ts';
import { providerFetch, type TransportDeps } from '../transport.ts';
import type { Embedder } from './embedder.ts';
import { numbers, parsed, request } from './request.ts';

const answer = z.object({ embeddings: z.array(z.object({ values: numbers })) });

/** A model behind Google's Gemini API (`batchEmbedContents`). It tells no figures. */
export function geminiEmbedder(
  settings: EmbeddingSettings & GeminiSettings,
  deps: TransportDeps,
  clock?: Clock,
): Embedder {
  const fetch = providerFetch(deps.fetch);
  const client = geminiClient(settings);
  const { model, dimensions } = settings;
  return {
    info: infoOf(settings),
    embed: (texts, as, signal) =>
      request(
        settings,
        {
          send: (contents, reading) =>
            caught(fetch, reading, (hook) =>
              client.models.embedContent({
                model,
                contents: [...contents],
                config: {
                  taskType: as === 'passage' ? 'RETRIEVAL_DOCUMENT' : 'RETRIEVAL_QUERY',
                  ...(dimensions === null ? {} : { outputDimensionality: dimensions }),
                  httpOptions: { fetch: hook },
                },
              }),
            ),
          read: (value) => ({
            vectors: parsed(answer, value).embeddings.map(({ values }) => values),
            inputTokens: undefined,
          }),
        },
        texts,
        as,
        signal,
        clock,
      ),
  };
}
