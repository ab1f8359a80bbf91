import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TaskEvent } from '../../../contract/events.ts';
import { demoToken } from '../../../contract/identity.ts';
import { everywhere } from '../../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import { noChoice } from '../../../contract/privacy.ts';
import { noAuthor, type TaskResult, type TaskRequest } from '../../../contract/tasks/index.ts';
import { startSignedIn } from '../../amtsfeder.ts';

/** The product in a process of its own, with the laws in a collection of the Verbund. */
export interface AskedProduct {
  /** A question as the pane asks it. */
  lookup(question: string): Promise<TaskResult>;
  stop(): Promise<void>;
}

const LOOK_MS = 200;

/**
 * Starts the product with a store of its own, imports the laws through the console's routes and waits until they are found.
 * @param laws the folder of the laws
 * @param provider address of the model
 */
export async function startAsked(laws: URL, provider: URL): Promise<AskedProduct> {
  const { child, authorization } = await startSignedIn({
    probed: false,
    env: { OPENAI_API_KEY: 'bench', OPENAI_BASE_URL: new URL('/v1', provider).href },
  });
  try {
    await fill(child.address, laws);
  } catch (fault) {
    await child.stop();
    throw fault;
  }
  return {
    async lookup(question) {
      const request: TaskRequest<'lookup'> = {
        version: CONTRACT_VERSION,
        privacy: noChoice,
        model: null,
        author: noAuthor,
        input: { source: { kind: 'nothing' }, question, scope: everywhere, broaden: true },
        turns: [],
      };
      const response = await fetch(new URL('/api/tasks/lookup', child.address), {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: authorization() },
        body: JSON.stringify(request),
      });
      const last = (await response.text())
        .split('\n')
        .filter((line) => line.startsWith('data: '))
        .map((line) => JSON.parse(line.slice(6)) as TaskEvent)
        .at(-1);
      if (last?.type !== 'done')
        throw new Error(`lookup ended with ${JSON.stringify(last ?? response.status)}`);
      return last.result;
    },
    stop: () => child.stop(),
  };
}

async function fill(address: URL, laws: URL): Promise<void> {
  const { token } = demoToken.parse(
    await send(address, '/api/demo-sign-in', { kommune: 'lk-kusel', role: 'verbund-admin' }, {}),
  );
  const headers = { authorization: `Bearer ${token}` };
  const admin = '/api/admin/knowledge';
  const { id } = (await send(
    address,
    `${admin}/collections`,
    {
      owner: 'verbund',
      reason: 'Für die Messung der Antworten',
      fields: {
        name: 'Gesetze',
        description: '',
        contact: { name: 'Messung', email: '', phone: '' },
        dataClass: 'internal',
        validFrom: '2020-01-01',
        validTo: null,
        reviewMonths: null,
        keepOldDays: 365,
        rights: { readRoles: [], readDepartments: [], editDepartments: [] },
        embeddingModel: null,
      },
    },
    headers,
  )) as { id: string };
  const opening = { kind: 'regulation', validFrom: '2020-01-01' };
  const run = (await send(address, `${admin}/collections/${id}/imports`, opening, headers)) as { id: string };
  for (const file of readdirSync(laws).filter((name) => name.endsWith('.md'))) {
    const bytes = readFileSync(new URL(file, laws));
    const path = `${admin}/imports/${run.id}/files?name=${encodeURIComponent(file)}`;
    await send(address, path, bytes, headers);
  }
  await send(address, `${admin}/imports/${run.id}/close`, {}, headers);
  for (;;) {
    const { state } = (await send(address, `${admin}/imports/${run.id}`, null, headers)) as { state: string };
    if (state === 'done') return;
    await sleep(LOOK_MS);
  }
}

/** @param body null to read, bytes as they are, anything else as JSON */
async function send(
  address: URL,
  path: string,
  body: object | Buffer | null,
  headers: Record<string, string>,
): Promise<unknown> {
  const bytes = Buffer.isBuffer(body);
  const response = await fetch(new URL(path, address), {
    method: body === null ? 'GET' : 'POST',
    headers: { ...headers, 'content-type': bytes ? 'application/octet-stream' : 'application/json' },
    ...(body !== null && {
      body: bytes ? new Uint8Array(body) : JSON.stringify({ version: CONTRACT_VERSION, ...body }),
    }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
