/**
 * What a stream asks the provider for. It travels inside the text of the letter, so that it reaches the provider
 * through every contestant and no order of requests matters.
 */
export interface Wish {
  /** Names the stream in what the provider reports; `load` is not reported. */
  id: string;
  mode: Mode;
  /** Tokens of the answer, 20 ms apart. */
  tokens: number;
}

const modes = [
  /** A whole answer. */
  'answer',
  /** No headers, nothing. */
  'silence',
  /** Headers and the opening event, no text. */
  'headers',
  /** The first token, then nothing. */
  'idle',
  /** 429 with `Retry-After`. */
  'busy',
] as const;
export type Mode = (typeof modes)[number];

/** What the provider tells the benchmark about a stream. Times are `monotonicMs`. */
export type Report =
  | { id: string; what: 'asked'; at: number }
  /** `early`: the other side closed it before the answer was complete. */
  | { id: string; what: 'closed'; at: number; early: boolean };

/** Every token of the provider contains this, and nothing else on the wire does. */
export const TOKEN_MARK = 'Wort';
export const TOKEN_MS = 20;
/** Long enough that no stop comes later than it. */
export const RETRY_AFTER_SECONDS = 8;

export function wishText({ id, mode, tokens }: Wish): string {
  return `@@${id}.${mode}.${tokens}@@`;
}

const pattern = new RegExp(`@@([\\w-]{1,60})\\.(${modes.join('|')})\\.(\\d{1,6})@@`);

/** @returns the wish in the body of a request, or undefined where there is none */
export function findWish(body: string): Wish | undefined {
  const [, id, mode, tokens] = pattern.exec(body) ?? [];
  return id === undefined ? undefined : { id, mode: mode as Mode, tokens: Number(tokens) };
}

/** Milliseconds of the machine's monotonic clock: the same in every process, unlike `performance.now()`. */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}
