import type { EmbeddingSettings } from '../settings.ts';
import type { TransportDeps } from '../transport.ts';
import type { Embedder } from './embedder.ts';
import { geminiEmbedder } from './gemini.ts';
import { openaiEmbedder } from './openai.ts';

/** Builds the embedding models of the house, in the order of their settings. */
export function createEmbedders(settings: readonly EmbeddingSettings[], deps: TransportDeps): Embedder[] {
  return settings.map((each) => {
    switch (each.provider) {
      case 'openai':
        return openaiEmbedder(each, deps);
      case 'gemini':
        return geminiEmbedder(each, deps);
    }
  });
}
