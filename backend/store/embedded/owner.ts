import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { link, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';

const FILE = /^owner\.[0-9a-f]{16}\.lock$/;
const TRY_MS = 50;
const TRIES = 12;

const address = z.object({ host: z.string(), port: z.number(), secret: z.string() });
export type Address = z.infer<typeof address>;

const record = z.object({
  pid: z.number().int().positive(),
  /** When the process began, in the words of its system: a process id is given away again. */
  began: z.string(),
  host: z.string(),
  /** The start of the system, and the world of process ids a container has to itself; empty where nobody tells. */
  boot: z.string(),
  world: z.string(),
  state: z.enum(['asking', 'owning']),
  address: z.nullable(address),
});
type Record = z.infer<typeof record>;

/** The folder belongs to another process. */
export class Owned extends Error {
  override name = 'Owned';
}

export interface Ownership {
  /** Tells other processes of this machine where the owner listens. */
  announce(address: Address): Promise<void>;
  release(): Promise<void>;
}

/**
 * Makes this process the only one that opens the database in a folder; two of them lose rows silently. Each process
 * lays down a file of its own first and looks for those of others then, so that of two at once at most one wins. Only
 * the file of a process that is known to be dead is taken away; nothing depends on how busy its owner is.
 * @throws Owned where another process lives that holds the folder, or where nobody can tell whether it lives
 */
export async function own(folder: string): Promise<Ownership> {
  const name = `owner.${randomBytes(8).toString('hex')}.lock`;
  const file = join(folder, name);
  const mine: Record = { ...thisProcess(), state: 'asking', address: null };
  for (let tries = 1; ; tries++) {
    await layDown(file, mine);
    const others = await livingOthers(folder, name);
    if (others.length === 0) break;
    await rm(file, { force: true });
    if (tries === TRIES || others.some(({ state }) => state === 'owning')) throw new Owned(folder);
    // Two that ask at once both step back; they come again at different times.
    await sleep(TRY_MS * Math.random());
  }
  await replace(file, { ...mine, state: 'owning' });
  return {
    announce: (at) => replace(file, { ...mine, state: 'owning', address: at }),
    release: () => rm(file, { force: true }),
  };
}

/** Where the living owner of a folder listens: null where there is none, 'opening' where it does not listen yet. */
export async function ownerOf(folder: string): Promise<Address | 'opening' | null> {
  const [owner] = (await livingOthers(folder, '')).filter(({ state }) => state === 'owning');
  if (owner === undefined) return null;
  return owner.address ?? 'opening';
}

async function layDown(file: string, content: Record): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600, flag: 'wx' });
  try {
    // A link appears with its content or not at all, and never over another file.
    await link(draft, file);
  } finally {
    await rm(draft, { force: true });
  }
}

async function replace(file: string, content: Record): Promise<void> {
  const draft = `${file}.draft`;
  await writeFile(draft, JSON.stringify(content), { mode: 0o600 });
  await rename(draft, file);
}

async function livingOthers(folder: string, own: string): Promise<Record[]> {
  const living: Record[] = [];
  for (const name of await namesIn(folder)) {
    if (!FILE.test(name) || name === own) continue;
    const file = join(folder, name);
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch {
      continue;
    }
    const parsed = record.safeParse(jsonOf(text));
    if (parsed.success && (await isDead(parsed.data))) await rm(file, { force: true });
    else living.push(parsed.success ? parsed.data : unreadable);
  }
  return living;
}

/** A folder that is not made yet has no owner. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fault;
  }
}

const unreadable: Record = {
  pid: 1,
  began: '',
  host: '',
  boot: '',
  world: '',
  state: 'owning',
  address: null,
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function isDead({ pid, began, host, boot, world, address: at }: Record): Promise<boolean> {
  const here = thisProcess();
  if (boot !== here.boot) return host === here.host;
  if (world !== here.world) {
    // Another container of this machine: its number says nothing here, but its socket answers while it lives.
    return at !== null && at.host.startsWith('/') && !(await answers(at));
  }
  if (boot === '' && host !== here.host) return false;
  try {
    process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ESRCH';
  }
  const now = statusOf(pid);
  return now !== null && (now.ended || now.began !== began);
}

/** Whether somebody listens; the system takes the call also for a process that is busy. */
function answers({ host, port }: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketFile({ host, port }));
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (fault: NodeJS.ErrnoException) => {
      resolve(fault.code !== 'ECONNREFUSED' && fault.code !== 'ENOENT');
    });
  });
}

/** The name under which `pg` looks for a socket in a folder. */
export function socketFile({ host, port }: Pick<Address, 'host' | 'port'>): string {
  return join(host, `.s.PGSQL.${port}`);
}

function thisProcess(): Pick<Record, 'pid' | 'began' | 'host' | 'boot' | 'world'> {
  return {
    pid: process.pid,
    began: statusOf(process.pid)?.began ?? '',
    host: hostname(),
    boot: told(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()) ?? '',
    world: told(() => readlinkSync('/proc/self/ns/pid')) ?? '',
  };
}

/** Linux alone tells when a process began, and that it has ended although its number is not free yet. */
function statusOf(pid: number): { ended: boolean; began: string } | null {
  const line = told(() => readFileSync(`/proc/${pid}/stat`, 'utf8'));
  if (line === null) return null;
  // The second field is the name of the program, in brackets, and may hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { ended: fields[0] === 'Z' || fields[0] === 'X', began: fields[19] ?? '' };
}

function told(ask: () => string): string | null {
  try {
    return ask();
  } catch {
    return null;
  }
}
