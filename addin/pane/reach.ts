import type { ZodMiniType } from 'zod/mini';
import { problem } from '../../contract/errors.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { BackendError } from './backend.ts';

/** Milliseconds for an answer that needs no model. */
const QUICK_MS = 60_000;

/** Ends when the caller does, or when an answer that needs no model takes too long. */
export function limited(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout(QUICK_MS)]);
}

/** @throws BackendError with the code of the problem, or what an answer that is not ours means */
export async function reach(answer: Promise<Response>): Promise<Response> {
  const response = await answer.catch(() => {
    throw new BackendError('backend_unreachable');
  });
  if (response.ok) return response;
  const told = problem.safeParse(await response.json().catch(() => null));
  if (told.success) throw new BackendError(told.data.code);
  // A proxy in between answers in its own words.
  if (response.status === 413) throw new BackendError('too_large');
  throw new BackendError(response.status >= 500 ? 'backend_unreachable' : 'internal');
}

/** @throws BackendError `version_mismatch` for what the contract does not know */
export function known<T extends { version: number }>(schema: ZodMiniType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success || parsed.data.version !== CONTRACT_VERSION) throw new BackendError('version_mismatch');
  return parsed.data;
}
