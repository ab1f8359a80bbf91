import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { westpfalz } from '../backend/identity/verbund.ts';
import { demoToken, type DemoSignIn, roles } from '../contract/identity.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { limitKinds, type VerbundPolicy } from '../contract/policy.ts';
import project from '../package.json' with { type: 'json' };
import { type Child, startChild } from './child.ts';

export interface AmtsfederOptions {
  cores?: string | undefined;
  probed: boolean;
  env: Record<string, string>;
}

/** Starts the product on a free port as `npm start` does; what is not said in `env` is as it comes. */
export function startAmtsfeder(options: AmtsfederOptions, script = 'backend/main.ts'): Promise<Child> {
  const flags = /^node (.*)backend\/main\.ts$/.exec(project.scripts.start)?.[1]?.trim().split(/\s+/) ?? [];
  return startChild(script, {
    ...options,
    flags: flags.filter((flag) => flag !== ''),
    env: { PORT: '0', ...options.env },
  });
}

/** Amtsfeder with an embedded database of its own and all persons of the demo signed in. */
export interface SignedIn {
  /** Its folder goes when it is stopped. */
  child: Child;
  /** The `Authorization` header of one of them, another each time: no person may ask as often as all together do. */
  authorization(): string;
}

/** Starts the product, lets every person ask as often as the policy can allow, and signs all of them in. */
export async function startSignedIn(options: AmtsfederOptions): Promise<SignedIn> {
  const folder = await mkdtemp(join(tmpdir(), 'amtsfeder-bench-'));
  // A database whose backend had to be killed ends a moment after it.
  const remove = () => rm(folder, { recursive: true, force: true, maxRetries: 10 });
  let child: Child | undefined;
  try {
    const running = await startAmtsfeder({
      ...options,
      env: { AMTSFEDER_DATA_DIR: folder, ...options.env },
    });
    child = running;
    await liftLimits(running.address);
    const headers = await signInAll(running.address);
    let asked = 0;
    return {
      child: { ...running, stop: () => running.stop().finally(remove) },
      authorization() {
        asked += 1;
        return headers[asked % headers.length] ?? '';
      },
    };
  } catch (fault) {
    await child?.stop();
    await remove();
    throw fault;
  }
}

function signInAll(address: URL): Promise<string[]> {
  return Promise.all(
    roles.flatMap((role) => westpfalz.kommunen.map(({ id: kommune }) => signIn(address, { kommune, role }))),
  );
}

async function signIn(address: URL, choice: Omit<DemoSignIn, 'version'>): Promise<string> {
  const { token } = demoToken.parse(await send(address, 'POST', '/api/demo-sign-in', choice));
  return `Bearer ${token}`;
}

async function liftLimits(address: URL): Promise<void> {
  const authorization = await signIn(address, { kommune: 'lk-kusel', role: 'verbund-admin' });
  const value: VerbundPolicy = {
    overrides: {
      limits: {
        personPerMinute: limitKinds.personPerMinute.max,
        kommunePerMinute: limitKinds.kommunePerMinute.max,
        personPerDay: null,
      },
    },
    locked: [],
  };
  const change = { expectedVersion: 0, reason: 'Viele Anfragen in der Messung', value };
  await send(address, 'PUT', '/api/admin/policy/verbund', change, { authorization });
}

async function send(
  address: URL,
  method: 'POST' | 'PUT',
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<unknown> {
  const response = await fetch(new URL(path, address), {
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ version: CONTRACT_VERSION, ...body }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
