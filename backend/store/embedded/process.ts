import { once } from 'node:events';
import { mkdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketHandler, type PGLiteSocketHandlerOptions } from '@electric-sql/pglite-socket';
import { mayEnter } from './doorkeeper.ts';
import { own, Owned, socketFile } from './owner.ts';
import { Turns } from './turns.ts';
import { type Answer, order, type Order } from './words.ts';

/**
 * The process of the embedded database: PGlite blocks its thread for as long as a statement takes, so it has a process
 * to itself. It ends with whoever started it.
 */
async function main({ folder, at: wanted, secret }: Order): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const ownership = await own(folder);
  await watchParent();
  const db = await PGlite.create({ dataDir: join(folder, 'postgres'), extensions: { vector } });
  // Nothing is lost but what was not committed: whoever started this process starts it anew.
  let closing = false;
  const turns = new Turns(db, () => {
    // The last connections may say their farewell to a database that is closed already.
    if (!closing) process.exit(1);
  });
  const server = createServer((connection) => {
    void mayEnter(connection, secret).then(async (allowed) => {
      if (!allowed) return;
      // Its own queue is the only one that the handler knows by type; it calls these three methods.
      const queryQueue = turns as unknown as PGLiteSocketHandlerOptions['queryQueue'];
      await new PGLiteSocketHandler({ queryQueue, closeOnDetach: true }).attach(connection);
      connection.resume();
    });
  });
  const at = await listen(server, wanted);
  await ownership.announce({ ...at, secret });
  say({ kind: 'ready', ...at });
  process.once('message', () => {
    closing = true;
    server.close();
    const closed = db.close().catch(() => undefined);
    void closed.then(() => ownership.release()).then(() => process.exit(0));
  });
}

async function listen(server: Server, at: Order['at']): Promise<Order['at']> {
  if (at.host.startsWith('/')) {
    await mkdir(at.host, { recursive: true, mode: 0o700 });
    const path = socketFile(at);
    // Its owner is dead, or we would not own the folder.
    await rm(path, { force: true });
    server.listen(path);
  } else server.listen(at.port, at.host);
  await once(server, 'listening');
  const bound = server.address();
  return typeof bound === 'object' && bound !== null ? { ...at, port: bound.port } : at;
}

/** Resolves once the thread watches; before that the folder is not opened. */
function watchParent(): Promise<void> {
  const watch = new Worker(new URL('./parent-watch.ts', import.meta.url));
  watch.once('exit', () => process.exit(1));
  return new Promise((resolve) => watch.once('message', () => resolve()));
}

function say(words: Answer): void {
  process.send?.(words);
}

process.once('message', (message) => {
  main(order.parse(message)).catch((fault: unknown) => {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    const name = fault instanceof Error ? fault.name : typeof fault;
    const words: Answer =
      fault instanceof Owned ? { kind: 'owned' } : { kind: 'failed', reason: `${name} ${code}`.trim() };
    process.send?.(words, () => process.exit(1));
  });
});
