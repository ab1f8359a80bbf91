import { errorText } from '../../contract/errors.ts';
import { readConfig } from '../config.ts';
import { furnish } from '../house.ts';
import { createLog } from '../http/log.ts';
import { readArguments } from './arguments.ts';

const PROBE_MS = 10_000;

/** `amtsfeder models`: what is configured, and whether it answers. Exit code 1 when one does not. */
export async function modelsCommand(args: string[]): Promise<number> {
  readArguments(args, {}, 0);
  const { models } = await furnish(readConfig(process.env), process.env, createLog('silent'));
  const rows = await Promise.all(
    models.map(async (model) => {
      const state = await model.probe(AbortSignal.timeout(PROBE_MS));
      return { ...model.info, state };
    }),
  );
  for (const { id, label, place, state } of rows) {
    const answer = state === 'ready' ? 'antwortet' : errorText(state, label);
    process.stdout.write(`${id}\t${label}\t${place}\t${answer}\n`);
  }
  return rows.every(({ state }) => state === 'ready') ? 0 : 1;
}
