import type { ToolCall } from '../../contract/agents/tool-call.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { ModelInfo } from '../../contract/models.ts';
import type { TaskCall } from '../../contract/tasks/index.ts';
import type { Passage } from '../tasks/passages.ts';
import type { Reading } from '../tasks/reading.ts';

export type Message =
  | { role: 'user'; text: string }
  /** What a model said, and the tools that it wanted to use. */
  | { role: 'assistant'; text: string; calls?: readonly ToolCall[] }
  /** What a tool said to a call of the message of the assistant before it. */
  | { role: 'tool'; text: string; call: ToolCall };

/** A tool as it is offered to a model. */
export interface OfferedTool {
  /** Letters, digits and underscores. */
  name: string;
  /** What it does and when it is of use, in German. */
  description: string;
  /** JSON schema of an object. */
  parameters: Readonly<Record<string, unknown>>;
}

/** The task as data, for the built-in model: it works from this and not from the words of the prompt. */
export interface Brief {
  call: TaskCall;
  reading: Reading;
  /** Sections of the knowledge; empty where none are drawn on. */
  passages: readonly Passage[];
  /** The day on the letter. */
  today: Date;
}

/** What is said to a model. */
export interface Conversation {
  /** Who the model is and what rules hold; never contains text from a document or mail. */
  system: string;
  /** Starts with a message of the user; ends with one of the user, or with what tools said. */
  messages: Message[];
  /**
   * Of work with tools: those that may be used now, perhaps none. A call is told then, whatever it is of. In every other
   * conversation a call is a fault.
   */
  tools?: readonly OfferedTool[];
  brief: Brief;
}

/**
 * What a provider's stream is made of. `open` once when the provider has begun to answer (headers are there), `end` only
 * when the provider itself said that the answer is complete. A stream that ends without `end` was cut. `alive` is a sign
 * of life without text (a model that reasons before it writes), so that it is not taken for one that hangs.
 */
export type Piece =
  | { type: 'open' }
  | { type: 'alive' }
  | { type: 'text'; text: string }
  /** The model wants to use a tool: complete, with an id that is unique in its answer. Comes after all text. */
  | { type: 'call'; call: ToolCall }
  | { type: 'usage'; inputTokens: number; outputTokens: number }
  | { type: 'end' };

/** A model that can be asked. */
export interface Model {
  info: ModelInfo;
  /** Tokens that prompt and answer may have together; Infinity where there is no limit. */
  contextTokens: number;
  /**
   * Asks the model once: no retry, no time limit (the guard has both).
   * An abort of the signal closes the connection to the provider at once, also before the first piece.
   * @throws ModelError for everything that goes wrong, with a text of ours, never the provider's
   */
  stream(conversation: Conversation, signal: AbortSignal): AsyncIterable<Piece>;
  /** Whether the model answers at all, cheaply; the reason where it does not. For `amtsfeder models`. */
  probe(signal: AbortSignal): Promise<'ready' | ErrorCode>;
}

/** What asking a model can fail with. Message and properties hold no content, no key and no address. */
export class ModelError extends Error {
  readonly code: ErrorCode;
  /** Milliseconds the provider asked us to wait (`Retry-After`), where it did. */
  readonly retryAfterMs: number | undefined;

  /** @param cause a fault of ours, for the operator's log; never a provider's exception, which may hold the key */
  constructor(code: ErrorCode, retryAfterMs?: number, cause?: unknown) {
    super(code, { cause });
    this.name = 'ModelError';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
