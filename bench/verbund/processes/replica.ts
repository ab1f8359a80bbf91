import { tmpdir } from 'node:os';
import { readConfig } from '../../../backend/config.ts';
import { verbundOf } from '../../../backend/identity/read-verbund.ts';
import { openInstallation } from '../../../backend/installation.ts';
import { createObservability } from '../../../backend/observability/observability.ts';
import { startServer } from '../../../backend/server.ts';

/** A backend as `backend/main.ts` starts it, but for its pages: tests run before those are built. */

const { env } = process;
const verbund = verbundOf(env);
const config = readConfig(env, verbund.signIn.kind);
const observability = createObservability(config.logLevel, { runtime: false });
const noFiles = () => Promise.reject(new Error('no files here'));
const installation = await openInstallation(config, verbund, env, observability, noFiles, 'serve');
const server = await startServer(config, { ...installation, observability, pagesFolder: tmpdir() });
process.once('SIGTERM', () => {
  void server
    .close()
    .then(() => installation.close())
    .then(() => process.exit(0));
});
process.stdout.write(`${server.url}\n`);
