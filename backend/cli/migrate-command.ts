import { openStore } from '../store/open.ts';
import { readStoreSettings } from '../store/settings.ts';
import { readArguments } from './arguments.ts';

/**
 * `amtsfeder migrate`: brings the tables up to date, as every start of the backend does. The embedded database of a
 * backend that runs is up to date already.
 */
export async function migrateCommand(args: string[]): Promise<number> {
  readArguments(args, {}, 0);
  const settings = readStoreSettings(process.env);
  const store = await openStore(settings, settings.database.kind === 'server' ? 'serve' : 'join');
  await store.close();
  process.stdout.write('Die Datenbank ist auf dem neuesten Stand.\n');
  return 0;
}
