import { HostError } from './host.ts';
import type { HostErrorCode, Outcome } from './host.ts';

/** Milliseconds an Office call may take. Classic Outlook drops callbacks: without a limit the pane would wait for ever. */
export interface Limits {
  /** Small questions: subject, selection, type of the body. */
  ask: number;
  /** Reading a whole document or mail. */
  read: number;
  /** Writing a result, all its steps together. */
  write: number;
}

export const LIMITS: Limits = { ask: 10_000, read: 30_000, write: 30_000 };

/**
 * A promise with a time limit. The work itself cannot be stopped: it may still happen later.
 * @param ms milliseconds
 * @throws HostError `timeout` after the limit, otherwise what the work fails with as a HostError
 */
export function within<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new HostError('timeout')), ms);
    work.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(asHostError(error));
      },
    );
  });
}

/**
 * A call of the Common API (with a callback) as a promise with a time limit.
 * @param start calls Office with the callback it is given
 * @param ms milliseconds
 * @throws HostError
 */
export function answered<T>(
  start: (callback: (result: Office.AsyncResult<T>) => void) => void,
  ms: number,
): Promise<T> {
  const work = new Promise<T>((resolve, reject) => {
    start((result) => {
      // The string, because the enumeration exists only where office.js is loaded.
      if (String(result.status) === 'succeeded') resolve(result.value);
      else reject(new HostError(codeOfResult(result.error)));
    });
  });
  return within(work, ms);
}

/** What an action that failed is told to the person as. A time limit leaves open whether it happened. */
export function outcomeOf(error: unknown): Outcome {
  const { code } = asHostError(error);
  return code === 'timeout' ? { status: 'unconfirmed' } : { status: 'failed', why: code };
}

/** Any error of Office as one of ours; its message, which may be localised or hold content, is dropped. */
export function asHostError(error: unknown): HostError {
  if (error instanceof HostError) return error;
  return new HostError(codesOfWord.get(rawCodeOf(error)) ?? 'host-error');
}

/** The code of an error of Word; empty where it has none. */
export function rawCodeOf(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : '';
}

/** Codes of Word.ErrorCodes and OfficeExtension.ErrorCodes; unlike the messages they are the same in every language. */
const codesOfWord = new Map<string, HostErrorCode>([
  ['AccessDenied', 'read-only'],
  ['NotAllowed', 'read-only'],
  ['SearchStringInvalidOrTooLong', 'too-long'],
  ['ApiNotFound', 'unsupported'],
  ['NotImplemented', 'unsupported'],
]);

/** "Office Common API error codes" of Microsoft's documentation. */
const codesOfResult = new Map<number, HostErrorCode>([
  [1000, 'unsupported'],
  [1001, 'nothing-selected'],
  [1007, 'too-long'],
  [1008, 'too-long'],
  [2001, 'nothing-selected'],
  [2009, 'too-long'],
  [5000, 'unsupported'],
  [5002, 'read-only'],
  [5007, 'unsupported'],
  [7002, 'read-only'],
]);

function codeOfResult(error: Office.Error | undefined): HostErrorCode {
  // Outlook gives this one by name; its number is not documented.
  if (error?.name === 'DataExceedsMaximumSize') return 'too-long';
  return codesOfResult.get(error?.code ?? 0) ?? 'host-error';
}
