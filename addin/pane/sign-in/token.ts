import type { ErrorCode } from '../../../contract/errors.ts';

/** An access token for our own API. It is held in memory, by the session alone. */
export interface Token {
  value: string;
  /** When it ends, in milliseconds since 1970 by the clock of this machine. */
  ends: number;
}

/** Why a sign-in did not come to its end: what the backend or the issuer says, or what became of the window. */
export type Trouble =
  | ErrorCode
  /** The browser or Office did not open the window. */
  | 'window_blocked'
  /** Another window of an add-in stands open, and Office opens only one. */
  | 'window_busy'
  /** The person closed it or broke off. */
  | 'window_closed'
  /** Nothing came back from it in time. */
  | 'window_silent'
  /** The issuer says no. */
  | 'issuer_refused';

export class SignInError extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble);
    this.name = 'SignInError';
    this.trouble = trouble;
  }
}

/** The trouble of any fault; what is not known counts as an issuer that cannot be reached. */
export function troubleOf(fault: unknown): Trouble {
  return fault instanceof SignInError ? fault.trouble : 'sign_in_unavailable';
}

/** Gives tokens in one way of signing in. */
export interface TokenSource {
  /** A fresh token without the person; null where they must be asked. Never throws. */
  renew(): Promise<Token | null>;
  /**
   * A token from the person. Opens its window before anything else, for a browser lets only a click do so.
   * @param choose whether the person may take another account than the one that is open
   * @throws SignInError
   */
  ask(signal: AbortSignal, choose: boolean): Promise<Token>;
}

/** A window in which a person signs in with somebody else. */
export interface SignInWindow {
  /**
   * Leads it to the issuer.
   * @returns the address of ours that the issuer sent it back to
   * @throws SignInError
   */
  visit(address: string, signal: AbortSignal): Promise<string>;
  close(): void;
}

/** @throws SignInError `window_blocked` */
export type OpenWindow = () => SignInWindow;

/** Where a person signs in: Office, or a browser. */
export interface SignInPlace {
  /** Whether the program signs in itself (nested app authentication). */
  nested: boolean;
  openWindow: OpenWindow;
}

/**
 * A promise with a time limit. The work itself is not stopped.
 * @param ms milliseconds
 * @throws SignInError with the trouble after the limit
 */
export function inTime<T>(work: Promise<T>, ms: number, trouble: Trouble): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => reject(new SignInError(trouble)), ms);
    void work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
