import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from './config.ts';
import { readDocument } from './documents/read.ts';
import { createHouse } from './house.ts';
import { createLog } from './http/log.ts';
import { startServer } from './server.ts';

const pagesFolder = fileURLToPath(new URL('../dist', import.meta.url));

try {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  if (!existsSync(pagesFolder)) throw new ConfigError('dist: the pages are not built yet; run npm run build');
  const house = await createHouse(config, process.env, log);
  const server = await startServer(config, { house, readFile: readDocument, log, pagesFolder });
  process.stdout.write(`Amtsfeder ist bereit: ${server.url}\n`);

  const stop = () => {
    process.stdout.write('Amtsfeder wird beendet …\n');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (fault) {
  if (!(fault instanceof ConfigError)) throw fault;
  process.stderr.write(`Amtsfeder cannot start:\n${fault.message.replaceAll(/^/gm, '  ')}\n`);
  process.exitCode = 1;
}
