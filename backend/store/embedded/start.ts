import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ConfigError } from '../../config.ts';
import { type Address, ownerOf } from './owner.ts';
import { answer, type Answer, type Order } from './words.ts';

const program = fileURLToPath(new URL('./process.ts', import.meta.url));
/** The longest path of a socket that every system takes, without the name of the file. */
const SOCKET_PATH = 80;
const OUTSIDE = join(tmpdir(), 'amtsfeder-socket-');
const AGAIN_MS = 500;
const CLOSE_MS = 10_000;
/** The process of a backend that was killed ends a moment after it. */
const DYING_MS = 500;

export interface Embedded {
  address: Address;
  /** Ends its process; the folder is free afterwards. */
  close(): Promise<void>;
}

/**
 * Starts the process that holds the embedded database. Where it dies it is started anew, at the same address, until it
 * is closed.
 * @param at where it shall listen
 * @throws ConfigError where another process owns the folder, or where it cannot be opened
 */
export async function startEmbedded(
  folder: string,
  at: (folder: string) => Promise<Order['at']> = usualAddress,
): Promise<Embedded> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const end = Date.now() + DYING_MS; (await ownerOf(folder)) !== null; await sleep(50)) {
    if (Date.now() > end) throw new FolderOwned(folder);
  }
  const order: Order = { folder, at: await at(folder), secret: randomBytes(24).toString('base64url') };
  let closing = false;
  let child: ChildProcess;

  const begin = async (): Promise<Extract<Answer, { kind: 'ready' }>> => {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
      stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
      // The signals of a terminal go to the backend, which ends its transactions first.
      detached: true,
      windowsHide: true,
    });
    child.stdin?.on('error', () => undefined);
    child.send(order, () => undefined);
    const words = await firstWords(child);
    if (words.kind === 'ready') {
      child.once('exit', () => {
        if (!closing) setTimeout(again, AGAIN_MS).unref();
      });
      unref(child);
      return words;
    }
    if (words.kind === 'owned') throw new FolderOwned(folder);
    throw new ConfigError(`AMTSFEDER_DATA_DIR: the database cannot be opened (${words.reason})`);
  };
  const again = (): void => {
    if (!closing) begin().catch(() => setTimeout(again, AGAIN_MS).unref());
  };

  const { host, port } = await begin();
  order.at = { host, port };
  return {
    address: { host, port, secret: order.secret },
    async close() {
      closing = true;
      await end(child);
      if (host.startsWith(OUTSIDE)) await rm(host, { recursive: true, force: true });
    },
  };
}

/** The folder belongs to another process: a backend, or a command that will soon end. */
export class FolderOwned extends ConfigError {
  override name = 'FolderOwned';

  constructor(folder: string) {
    super(
      `AMTSFEDER_DATA_DIR: another Amtsfeder, or one of its commands, uses the folder ${folder}. Stop it or wait for its ` +
        'end. Only where its whole machine or container is gone, delete the files owner.*.lock there',
    );
  }
}

async function usualAddress(folder: string): Promise<Order['at']> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: 0 };
  const host = join(folder, 'socket');
  if (Buffer.byteLength(host) <= SOCKET_PATH) return { host, port: 5432 };
  return { host: await mkdtemp(OUTSIDE), port: 5432 };
}

function firstWords(child: ChildProcess): Promise<Answer> {
  return new Promise((resolve) => {
    const fail = () => resolve({ kind: 'failed', reason: 'its process ended' });
    child.once('error', fail);
    child.once('exit', fail);
    child.once('message', (message) => {
      child.off('exit', fail);
      resolve(answer.parse(message));
    });
  });
}

/** The process of the database keeps nobody from ending. */
function unref(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.channel?.ref();
  await new Promise<void>((resolve) => {
    // A statement may keep it busy; what was committed is safe.
    const kill = setTimeout(() => child.kill('SIGKILL'), CLOSE_MS);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    child.send('close', () => undefined);
  });
}
