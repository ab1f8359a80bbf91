import { randomUUID } from 'node:crypto';
import { MAX_ARGUMENT_CHARS, MAX_SIGNATURE_CHARS, type ToolCall } from '../../contract/agents/tool-call.ts';
import { MAX_CALLS } from '../../contract/tasks/act.ts';
import { ModelError } from './model.ts';

/** What one event of a provider says of a call. */
export interface CallPart {
  /** Which call of the answer it belongs to; null for one that is whole. */
  index: number | null;
  id?: string | undefined;
  name?: string | undefined;
  /** The next piece of the arguments. */
  arguments?: string | undefined;
  signature?: string | undefined;
}

interface Open {
  index: number | null;
  id: string;
  name: string;
  arguments: string;
  signature: string | undefined;
}

const MAX_ID_CHARS = 200;
const MAX_NAME_CHARS = 64;
/** Before the number of a call whose provider gives calls no ids; such an id is never sent to a provider of that kind. */
export const OWN_ID = 'amtsfeder_';

/**
 * Puts calls together from the pieces that a provider sends, whatever it cuts them into.
 */
export class CallParts {
  readonly #open: Open[] = [];

  /** @throws ModelError model_malformed for more calls, or longer arguments, than any answer may have */
  add(part: CallPart): void {
    const open = this.#openFor(part);
    if (open.name === '') open.name = part.name ?? '';
    if (open.id === '') open.id = part.id ?? '';
    open.signature ??= part.signature;
    open.arguments += part.arguments ?? '';
    if (open.arguments.length > MAX_ARGUMENT_CHARS) throw new ModelError('model_malformed');
  }

  /**
   * All calls of an answer that is complete.
   * @throws ModelError model_malformed for a call of nothing
   */
  calls(): ToolCall[] {
    const taken = new Set<string>();
    return this.#open.map(({ id, name, arguments: written, signature }) => {
      if (name === '') throw new ModelError('model_malformed');
      // An id that is too long or stands there twice is replaced: it only has to be the same in call and answer.
      const good = id !== '' && id.length <= MAX_ID_CHARS && !taken.has(id);
      const own = good ? id : `${OWN_ID}${randomUUID()}`;
      taken.add(own);
      return {
        id: own,
        tool: name.slice(0, MAX_NAME_CHARS),
        arguments: written.trim() === '' ? '{}' : written,
        ...(signature !== undefined && signature.length <= MAX_SIGNATURE_CHARS ? { signature } : {}),
      };
    });
  }

  #openFor({ index, id }: CallPart): Open {
    const known =
      index === null ? undefined : this.#open.findLast((one) => one.index === index && isSame(one, id));
    if (known) return known;
    if (this.#open.length >= MAX_CALLS) throw new ModelError('model_malformed');
    const opened: Open = { index, id: '', name: '', arguments: '', signature: undefined };
    this.#open.push(opened);
    return opened;
  }
}

/** Some servers give every call of an answer the number 0: another id is another call. */
function isSame(one: Open, id: string | undefined): boolean {
  return id === undefined || id === '' || one.id === '' || one.id === id;
}

/** The arguments of a call for a provider that takes nothing but an object: an empty one where they are none. */
export function argumentsObject(written: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
