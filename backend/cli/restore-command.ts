import { BackupError } from '../store/backup/format.ts';
import { restoreFrom } from '../store/backup/files.ts';
import { readStoreSettings } from '../store/settings.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { pathFrom } from './paths.ts';

const OPTIONS = { from: { type: 'string' }, replace: { type: 'boolean', default: false } } as const;

/**
 * `amtsfeder restore --from FILE`: puts a backup into a database without tables, or with `--replace` in the place of what
 * is there. Exit code 1 where it could not; then nothing has changed.
 */
export async function restoreCommand(args: string[]): Promise<number> {
  const { values } = readArguments(args, OPTIONS, 0);
  if (values.from === undefined) throw new UsageError('restore: --from FILE is missing');
  const file = pathFrom(process.env, values.from);
  try {
    const rows = await restoreFrom(file, readStoreSettings(process.env), { replace: values.replace });
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
    process.stdout.write(`Zurückgespielt: ${Object.keys(rows).length} Tabellen, ${total} Zeilen\n`);
    return 0;
  } catch (fault) {
    if (!(fault instanceof BackupError)) throw fault;
    process.stderr.write(`restore: ${fault.message}; nothing has changed\n`);
    return 1;
  }
}
