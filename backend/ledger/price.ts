import type { ModelInfo } from '../../contract/models.ts';
import type { Charge } from './ledger.ts';

/**
 * What a model costs, in micro-euro (10⁻⁶ €) per million tokens. That is as many pico-euro (10⁻¹² €) per token, so that
 * costs in pico-euro are exact.
 */
export interface Price {
  inputMicroEuroPerMillion: number;
  outputMicroEuroPerMillion: number;
}

/** What a model costs today by the register; null where nobody knows. */
export type PriceOf = (model: string) => Price | null;

const FREE: Price = { inputMicroEuroPerMillion: 0, outputMicroEuroPerMillion: 0 };
const PICO_PER_MICRO = 1_000_000n;
/** Tokens of one call that are believed: a provider's figure beyond them is an error, and would overflow a sum. */
const MAX_TOKENS = 100_000_000;

/** The price of a model; one that computes in the house costs nothing where the register does not say otherwise. */
export function priceOfModel({ id, place }: ModelInfo, prices: PriceOf): Price | null {
  return prices(id) ?? (place === 'intern' ? FREE : null);
}

/** Pico-euro that so many tokens cost; null where the price is not known. */
export function costOf(
  price: Price | null,
  { inputTokens, outputTokens }: Pick<Charge, 'inputTokens' | 'outputTokens'>,
): bigint | null {
  if (price === null) return null;
  return (
    BigInt(tokens(inputTokens)) * BigInt(price.inputMicroEuroPerMillion) +
    BigInt(tokens(outputTokens)) * BigInt(price.outputMicroEuroPerMillion)
  );
}

/** A number of tokens that can be counted with: the figures come from providers. */
export function tokens(figure: number): number {
  return Number.isFinite(figure) ? Math.min(Math.max(Math.trunc(figure), 0), MAX_TOKENS) : 0;
}

/** Pico-euro as whole micro-euro, rounded up. */
export function microEuro(pico: bigint): number {
  return Number((pico + PICO_PER_MICRO - 1n) / PICO_PER_MICRO);
}
