import { resolve } from 'node:path';

/**
 * A path as the operator meant it: npm runs scripts in the project's folder and tells in `INIT_CWD` where it was
 * called.
 */
export function pathFrom(env: Record<string, string | undefined>, path: string): string {
  return resolve(env.INIT_CWD ?? '.', path);
}
