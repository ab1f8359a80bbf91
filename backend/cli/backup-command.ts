import { BackupError } from '../store/backup/format.ts';
import { backupTo } from '../store/backup/files.ts';
import { readStoreSettings } from '../store/settings.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { pathFrom } from './paths.ts';

const OPTIONS = { out: { type: 'string' } } as const;

/** `amtsfeder backup --out FILE`: writes all that the database holds, as it is at one moment. Exit code 1 where not. */
export async function backupCommand(args: string[]): Promise<number> {
  const { values } = readArguments(args, OPTIONS, 0);
  if (values.out === undefined) throw new UsageError('backup: --out FILE is missing');
  const file = pathFrom(process.env, values.out);
  try {
    await backupTo(file, readStoreSettings(process.env));
  } catch (fault) {
    if (!(fault instanceof BackupError)) throw fault;
    process.stderr.write(`backup: ${fault.message}\n`);
    return 1;
  }
  process.stdout.write(`Gesichert: ${file}\n`);
  return 0;
}
