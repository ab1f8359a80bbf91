import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { type AppParts, createApp } from './app.ts';
import { createClosing } from './closing.ts';
import { type Config, ConfigError } from './config.ts';

/** Milliseconds for the last words of streams that are broken off to reach the pane. */
const LAST_WORDS_MS = 500;
/**
 * Milliseconds that an idle connection is kept: longer than proxies and browsers keep theirs (a minute, as a rule), so that it
 * is they who close it. Node's five seconds break a request that is on its way just then, and nobody may send a task again.
 */
const IDLE_MS = 75_000;

export interface RunningServer {
  /** Where the workspace is, for a person to open. */
  url: string;
  /** Takes no new work, lets streams end within the limit, breaks off the rest, and resolves when all are closed. */
  close(): Promise<void>;
}

/**
 * Starts to listen.
 * @throws ConfigError when the port is taken or a certificate cannot be read
 */
export async function startServer(
  config: Pick<Config, 'host' | 'port' | 'tls' | 'shutdownMs' | 'publicOrigin'>,
  parts: Omit<AppParts, 'closing' | 'publicOrigin'>,
): Promise<RunningServer> {
  const closing = createClosing();
  const app = createApp({ ...parts, publicOrigin: config.publicOrigin, closing });
  const server = config.tls ? createTlsServer(await readCertificate(config.tls), app) : createServer(app);
  server.keepAliveTimeout = IDLE_MS;
  const { port } = await listen(server, config);
  const host = config.host === '::1' ? '[::1]' : config.host === '127.0.0.1' ? 'localhost' : config.host;
  return {
    url: `${config.tls ? 'https' : 'http'}://${host}:${port}/`,
    async close() {
      closing.drain();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      const end = setTimeout(closing.end, config.shutdownMs);
      const cut = setTimeout(() => server.closeAllConnections(), config.shutdownMs + LAST_WORDS_MS);
      await closed;
      clearTimeout(end);
      clearTimeout(cut);
    },
  };
}

async function readCertificate({ certFile, keyFile }: NonNullable<Config['tls']>) {
  try {
    return { cert: await readFile(certFile), key: await readFile(keyFile) };
  } catch {
    throw new ConfigError('TLS_CERT_FILE, TLS_KEY_FILE: a file cannot be read');
  }
}

function listen(server: Server, { host, port }: Pick<Config, 'host' | 'port'>): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE'
          ? new ConfigError(
              `PORT: ${port} is already in use; choose another one, for example PORT=${port + 1}`,
            )
          : new ConfigError(`HOST, PORT: cannot listen (${error.code ?? error.name})`),
      );
    });
    server.listen(port, host, () => resolve(server.address() as AddressInfo));
  });
}
