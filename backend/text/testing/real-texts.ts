import { existsSync, readFileSync } from 'node:fs';
import { digest, type Digest } from '../digest.ts';

/** Real texts beside the project, read but never copied. */
export const SHARED = new URL('../../../../shared/data/', import.meta.url);
export const hasShared = existsSync(SHARED);

export function shared(path: string): string {
  return readFileSync(new URL(path, SHARED), 'utf8');
}

export function digestNow(text: string): Promise<Digest> {
  return digest(text, () => undefined);
}
