import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { westpfalz } from '../../backend/identity/verbund.ts';
import { startAmtsfeder } from '../amtsfeder.ts';
import { type Child, startChild } from '../child.ts';
import { type Administration, administration, type BenchModel } from './administration.ts';
import { type Account, AUDIENCE, CLIENT, type Issuer, startIssuer } from './issuer.ts';
import type { BenchPerson } from './people.ts';
import { type Postgres, startPostgres } from './postgres.ts';

/**
 * Uneven prices, so that no error in a sum is a round figure; a thousand times as high as real ones, so that two minutes
 * cost each Kommune many euro.
 */
export const models: readonly [BenchModel, BenchModel] = [
  { id: 'large', price: { input: 2_312_347_003n, output: 9_249_401_009n } },
  { id: 'small', price: { input: 138_731_017n, output: 554_923_039n } },
];
export const kommunen = westpfalz.kommunen;

/** A Verbund of its own on this machine: PostgreSQL, issuer, provider, and as many backends as are asked for. */
export interface World {
  postgres: Postgres;
  provider: Child;
  issuer: Issuer;
  admin: Administration;
  backends: Child[];
  /** One more process on the same database. */
  addBackend(env?: Record<string, string>): Promise<Child>;
  /** People of all Kommunen, in about the proportion of their inhabitants. */
  people(count: number): Promise<BenchPerson[]>;
  close(): Promise<void>;
}

export interface WorldOptions {
  /** Where the database is to lie, where that is to be a disk of its own. */
  databaseFolder?: string;
  /** What a backend is started with. */
  script?: 'backend/main.ts' | 'bench/verbund/processes/replica.ts';
}

export async function startWorld(
  backends: number,
  { databaseFolder, script }: WorldOptions = {},
): Promise<World> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfeder-verbund-'));
  // PostgreSQL runs as somebody else.
  await chmod(folder, 0o755);
  const postgres = await startPostgres(join(databaseFolder ?? folder, 'postgres'));
  const provider = await startChild('bench/verbund/processes/provider.ts', { probed: false });
  const issuer = await startIssuer();
  const env = await writeSettings(folder, issuer, provider.address);
  const running: Child[] = [];
  const addBackend = async (more: Record<string, string> = {}) => {
    const child = await startAmtsfeder(
      { probed: true, env: { ...env, DATABASE_URL: postgres.url, ...more } },
      script,
    );
    running.push(child);
    return child;
  };
  for (let number = 0; number < backends; number += 1) await addBackend();
  const token = await issuer.tokenFor(accountOf('admin', kommunen[0].id, 'verbund-admin'));
  return {
    postgres,
    provider,
    issuer,
    admin: administration(() => addressOf(running), token),
    backends: running,
    addBackend,
    people: (count) => people(count, issuer),
    async close() {
      await Promise.all(running.map((child) => child.stop()));
      await provider.stop();
      issuer.close();
      await postgres.stop('orderly');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Approves both models and gives every Kommune and the Verbund a budget that lasts. */
export async function furnish({ admin, provider }: Pick<World, 'admin' | 'provider'>): Promise<void> {
  for (const model of models) await admin.approve(model, provider.address.host);
  await admin.setBudget(null, 50_000_000);
  for (const { id } of kommunen) await admin.setBudget(id, 10_000_000);
}

function addressOf(running: readonly Child[]): URL {
  const alive = running.find((child) => !child.isGone());
  if (!alive) throw new Error('no backend is alive');
  return alive.address;
}

async function writeSettings(folder: string, issuer: Issuer, provider: URL): Promise<Record<string, string>> {
  const files = {
    AMTSFEDER_SECRET_FILE: randomBytes(32).toString('hex'),
    AMTSFEDER_VERBUND_FILE: JSON.stringify({
      signIn: [
        {
          kind: 'oidc',
          label: 'Messung',
          clientId: CLIENT,
          audience: AUDIENCE,
          issuer: issuer.url,
          kommuneFrom: { claim: 'kommune', values: Object.fromEntries(kommunen.map(({ id }) => [id, id])) },
          department: 'department',
          grants: 'verbund',
        },
      ],
    }),
    AMTSFEDER_MODELS_FILE: JSON.stringify(
      models.map(({ id }) => ({
        id,
        label: id,
        provider: 'openai',
        dialect: 'compatible',
        model: `${id}-at-provider`,
        baseURL: new URL('/v1', provider).href,
        place: 'intern',
        contextTokens: 128_000,
      })),
    ),
  };
  const env: Record<string, string> = { LOG_LEVEL: 'warn' };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name.toLowerCase());
    await writeFile(path, text, { mode: 0o600 });
    env[name] = path;
  }
  return env;
}

async function people(count: number, issuer: Issuer): Promise<BenchPerson[]> {
  const inhabitants = kommunen.reduce((sum, one) => sum + one.inhabitants, 0);
  const homes = kommunen.flatMap(({ id, inhabitants: own }) =>
    Array.from({ length: Math.max(5, Math.floor((own / inhabitants) * count)) }, () => id),
  );
  return Promise.all(
    Array.from({ length: count }, async (_, number): Promise<BenchPerson> => {
      const kommune = homes[number % homes.length] ?? kommunen[0].id;
      const id = `p${number}`;
      const token = await issuer.tokenFor(accountOf(id, kommune, 'staff'));
      return { id, kommune, model: number % 4 === 0 ? models[0].id : models[1].id, token };
    }),
  );
}

function accountOf(id: string, kommune: string, role: Account['roles'][number]): Account {
  return { id, kommune, department: `Fachbereich ${id.length % 3}`, roles: [role] };
}
