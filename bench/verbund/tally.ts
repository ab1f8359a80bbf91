/** What the provider counted for one Kommune and one of its models. */
export interface Tally {
  kommune: string;
  /** The provider's own name of the model. */
  model: string;
  asked: number;
  /** Answers that went out whole; only their tokens are counted. */
  finished: number;
  broken: number;
  inputTokens: number;
  outputTokens: number;
}

/** @param provider its address */
export async function readTallies(provider: URL): Promise<Tally[]> {
  return (await (await fetch(new URL('/tally', provider))).json()) as Tally[];
}

/** Micro-euro per million tokens, which is pico-euro per token. */
export interface BenchPrice {
  input: bigint;
  output: bigint;
}

/** What the provider would charge for its count, in pico-euro. */
export function chargeOf(tallies: readonly Tally[], prices: ReadonlyMap<string, BenchPrice>): bigint {
  return tallies.reduce((sum, { model, inputTokens, outputTokens }) => {
    const price = prices.get(model);
    if (!price) throw new Error(`no price for ${model}`);
    return sum + BigInt(inputTokens) * price.input + BigInt(outputTokens) * price.output;
  }, 0n);
}
