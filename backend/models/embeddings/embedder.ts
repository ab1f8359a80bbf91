import type { ModelInfo } from '../../../contract/models.ts';

/** What texts became. */
export interface Embedded {
  /** One for each text, in their order, all equally long and of unit length. */
  vectors: Float32Array[];
  /** What the provider counted; estimated from the characters where it says nothing. */
  inputTokens: number;
  estimated: boolean;
}

/** A model that turns texts into vectors: the nearer two of them, the more alike what they mean. */
export interface Embedder {
  info: ModelInfo;
  /**
   * Asks the model, again where the fault may pass.
   * @param texts at most `MAX_BATCH`
   * @param as whether they are looked through or asked
   * @throws ModelError for everything that goes wrong, with a text of ours; `stopped` after an abort
   */
  embed(texts: readonly string[], as: 'passage' | 'question', signal: AbortSignal): Promise<Embedded>;
}

/** Texts of one request. */
export const MAX_BATCH = 64;
