import type { ZodMiniType } from 'zod/mini';
import {
  type DemoSignIn,
  demoToken,
  type Me,
  me,
  type SignInWay,
  signInWays,
} from '../../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { problem } from '../../../contract/errors.ts';
import { SignInError, type Token } from './token.ts';

/** Whom the person wants to be in the demo sign-in. */
export type DemoChoice = Omit<DemoSignIn, 'version'>;

/** Milliseconds for an answer about the sign-in. */
const ASK_MS = 15_000;

/**
 * How a person signs in here.
 * @throws SignInError
 */
export async function askWays(fetchFrom: typeof fetch): Promise<SignInWay[]> {
  return (await ask(fetchFrom, 'api/sign-in', signInWays)).ways;
}

/**
 * Who is signed in.
 * @throws SignInError
 */
export function askMe(fetchFrom: typeof fetch): Promise<Me> {
  return ask(fetchFrom, 'api/me', me);
}

/**
 * A token of the demo sign-in.
 * @throws SignInError
 */
export async function askDemoToken(fetchFrom: typeof fetch, choice: DemoChoice): Promise<Token> {
  const { token, seconds } = await ask(fetchFrom, 'api/demo-sign-in', demoToken, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ version: CONTRACT_VERSION, ...choice }),
  });
  return { value: token, ends: Date.now() + seconds * 1000 };
}

async function ask<T extends { version: number }>(
  fetchFrom: typeof fetch,
  path: string,
  schema: ZodMiniType<T>,
  init: RequestInit = {},
): Promise<T> {
  const unreachable = () => {
    throw new SignInError('backend_unreachable');
  };
  const response = await fetchFrom(path, { ...init, signal: AbortSignal.timeout(ASK_MS) }).catch(unreachable);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) {
    const told = problem.safeParse(body);
    if (told.success) throw new SignInError(told.data.code);
    throw new SignInError(response.status >= 500 ? 'backend_unreachable' : 'internal');
  }
  const answer = schema.safeParse(body);
  if (!answer.success || answer.data.version !== CONTRACT_VERSION) throw new SignInError('version_mismatch');
  return answer.data;
}
