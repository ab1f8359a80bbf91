import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pLimit from 'p-limit';
import { ConfigError, readConfig } from './config.ts';
import { readDocument } from './documents/read.ts';
import type { FileReader } from './http/documents.ts';
import { verbundOf } from './identity/read-verbund.ts';
import { openInstallation } from './installation.ts';
import { startMetricsServer } from './observability/metrics-server.ts';
import { createObservability } from './observability/observability.ts';
import { readMetricsSettings } from './observability/read-settings.ts';
import { whenOrphaned } from './orphan.ts';
import { startServer } from './server.ts';

/** Each file is read in a thread with a memory limit of its own; more at once would outgrow a small server. */
const FILES_AT_ONCE = 2;

const pagesFolder = fileURLToPath(new URL('../dist', import.meta.url));

/** What was opened, in its order. */
const opened: { close(): Promise<void> }[] = [];

async function closeAll(): Promise<void> {
  for (const one of opened.toReversed()) await one.close();
}

try {
  const { env } = process;
  const verbund = verbundOf(env);
  const config = readConfig(env, verbund.signIn.kind);
  const metricsAt = readMetricsSettings(env, (path) => readFileSync(path, 'utf8'));
  const observability = createObservability(config.logLevel, { runtime: metricsAt !== null });
  if (!existsSync(pagesFolder)) throw new ConfigError('dist: the pages are not built yet; run npm run build');
  const turn = pLimit(FILES_AT_ONCE);
  const readFile: FileReader = (...file) => turn(() => readDocument(...file));
  const installation = await openInstallation(config, verbund, env, observability, readFile, 'serve');
  opened.push(installation);
  if (metricsAt !== null) opened.push(await startMetricsServer(metricsAt, observability.metrics));
  const server = await startServer(config, { ...installation, observability, pagesFolder });
  opened.push(server);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    process.stdout.write('Amtsfeder wird beendet …\n');
    void closeAll().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  whenOrphaned(env, stop);
  if (verbund.signIn.kind === 'demo') {
    process.stdout.write('Demo-Anmeldung: Jeder auf diesem Rechner wählt Kommune und Rolle selbst.\n');
  }
  // Last, because whoever reads it may stop the product at once.
  process.stdout.write(`Amtsfeder ist bereit: ${config.publicOrigin ?? server.url}\n`);
} catch (fault) {
  await closeAll();
  if (!(fault instanceof ConfigError)) throw fault;
  process.stderr.write(`Amtsfeder cannot start:\n${fault.message.replaceAll(/^/gm, '  ')}\n`);
  process.exitCode = 1;
}
