import { pathFrom } from './paths.ts';

/**
 * The environment of a command that may name the folder of an embedded store itself.
 * @param data the value of `--data`; undefined for the store of the house
 */
export function withData(
  env: Record<string, string | undefined>,
  data: string | undefined,
): Record<string, string | undefined> {
  return data === undefined ? env : { ...env, AMTSFEDER_DATA_DIR: pathFrom(env, data), DATABASE_URL: '' };
}
