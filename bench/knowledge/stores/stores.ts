import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type OpenStore, openStore } from '../../../backend/store/open.ts';
import { usualLimits } from '../../../backend/store/settings.ts';
import { startPostgres } from '../../verbund/postgres.ts';

export type StoreName = 'embedded' | 'server';

/** A fresh database for measuring. */
export interface BenchStore {
  name: StoreName;
  store: OpenStore;
  /** Memory of the database's processes, bytes. */
  memory(): Promise<number>;
  close(): Promise<void>;
}

const CONNECTIONS = 10;

export async function openBenchStore(name: StoreName): Promise<BenchStore> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfeder-speed-'));
  if (name === 'embedded') {
    const store = await openStore({ database: { kind: 'embedded', folder }, limits: usualLimits }, 'serve');
    return {
      name,
      store,
      memory: () => childMemory(),
      async close() {
        await store.close();
        await rm(folder, { recursive: true, force: true });
      },
    };
  }
  const postgres = await startPostgres(folder);
  const store = await openStore(
    { database: { kind: 'server', url: postgres.url, connections: CONNECTIONS }, limits: usualLimits },
    'serve',
  );
  return {
    name,
    store,
    memory: async () => (await postgres.cost()).rssBytes,
    async close() {
      await store.close();
      await postgres.stop('orderly');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The embedded database runs in a child of this process. */
async function childMemory(): Promise<number> {
  let bytes = 0;
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const status = await readFile(`/proc/${name}/status`, 'utf8').catch(() => '');
    if (!new RegExp(`^PPid:\\s*${process.pid}$`, 'm').test(status)) continue;
    bytes += 1024 * Number(/^VmRSS:\s*(\d+)/m.exec(status)?.[1] ?? 0);
  }
  return bytes;
}
