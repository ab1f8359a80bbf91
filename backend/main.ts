import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { ConfigError, readConfig } from './config.ts';
import { readDocument } from './documents/read.ts';
import type { FileReader } from './http/documents.ts';
import { createHouse } from './house.ts';
import { createLog } from './http/log.ts';
import { whenOrphaned } from './orphan.ts';
import { startServer } from './server.ts';

/** Each file is read in a thread with a memory limit of its own; more at once would outgrow a small server. */
const FILES_AT_ONCE = 2;

const pagesFolder = fileURLToPath(new URL('../dist', import.meta.url));

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  if (!existsSync(pagesFolder)) throw new ConfigError('dist: the pages are not built yet; run npm run build');
  const turn = pLimit(FILES_AT_ONCE);
  const readFile: FileReader = (...file) => turn(() => readDocument(...file));
  const house = await createHouse(config, process.env, log);
  const server = await startServer(config, { house, readFile, log, pagesFolder });

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write('Amtsfeder wird beendet …\n');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  whenOrphaned(process.env, stop);
  // Last, because whoever reads it may stop the product at once.
  process.stdout.write(`Amtsfeder ist bereit: ${server.url}\n`);
} catch (fault) {
  if (!(fault instanceof ConfigError)) throw fault;
  process.stderr.write(`Amtsfeder cannot start:\n${fault.message.replaceAll(/^/gm, '  ')}\n`);
  process.exitCode = 1;
}
