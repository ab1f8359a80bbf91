import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { KommuneId, Role } from '../contract/identity.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { createClosing } from './closing.ts';
import { readConfig } from './config.ts';
import { DocumentError } from './documents/errors.ts';
import type { Route } from './http/route.ts';
import { verbundOf } from './identity/read-verbund.ts';
import { createCollection } from './knowledge/collections/collections.store.ts';
import { enterDocument } from './knowledge/collections/testing/documents.ts';
import { someFields } from './knowledge/collections/testing/samples.ts';
import { type Installation, openInstallation } from './installation.ts';
import { createObservability } from './observability/observability.ts';
import { type RunningServer, startServer } from './server.ts';
import { onBothStores, type TestStore } from './store/testing/both-stores.ts';
import {
  bodies,
  budget,
  canary,
  change,
  OTHER,
  OWN,
  params,
  policy,
  prompt,
  queries,
  REPORT_QUERY,
  task,
} from './testing/every-route.ts';

/**
 * Two Kommunen with everything alike see nothing of each other, through whatever route there is: the requests are made from
 * the list of routes itself.
 */

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

/** What is named before the id of something that belongs to a Kommune. */
const OF_AN_ID = /(?:knowledge\/(\w+)|(library)(?:\/own)?)\/:id/;

onBothStores('separation of the Kommunen', (open) => {
  let store: TestStore;
  let installation: Installation;
  let server: RunningServer;
  let routes: readonly Route[];
  let foreignBudget: string;
  /** Collection, document, version, import, FAQ entry of the other Kommune, and a thing of its library. */
  let foreign: Record<string, string>;
  const tokens = new Map<string, string>();

  beforeAll(async () => {
    store = await open();
    const folder = await mkdtemp(join(tmpdir(), 'separation-'));
    const secret = join(folder, 'secret');
    await writeFile(secret, randomBytes(32).toString('hex'));
    const env = { ...store.env, AMTSFEDER_SECRET_FILE: secret };
    const observability = createObservability('silent', { runtime: false });
    const readFile = () => Promise.reject(new DocumentError('file_empty'));
    const verbund = verbundOf(env);
    const config = { ...readConfig(env), port: 0, shutdownMs: 100 };
    installation = await openInstallation(config, verbund, env, observability, readFile, 'join');
    server = await startServer(config, { ...installation, observability, pagesFolder: folder });
    routes = installation.routes(createClosing());
    for (const kommune of [OWN, OTHER]) await furnish(kommune);
    for (const kommune of [OWN, OTHER]) await closeMonths(kommune);
    const { budgets } = (await (
      await ask('get', `/admin/budgets/${OTHER}`, OTHER, 'local-admin')
    ).json()) as {
      budgets: { id: string }[];
    };
    foreignBudget = budgets[0]?.id ?? '';
  });
  afterAll(async () => {
    await server.close();
    await installation.close();
  });

  async function ask(
    method: Route['method'],
    path: string,
    kommune: KommuneId,
    role: Role,
    body?: unknown,
  ): Promise<Response> {
    const who = `${kommune} ${role}`;
    const headers = { 'Content-Type': 'application/json' };
    let token = tokens.get(who);
    if (token === undefined) {
      const asked = { version: CONTRACT_VERSION, kommune, role };
      const init = { method: 'POST', headers, body: JSON.stringify(asked) };
      const answer = await fetch(`${server.url}api/demo-sign-in`, init);
      ({ token } = (await answer.json()) as { token: string });
      tokens.set(who, token);
    }
    return fetch(`${server.url}api${path}`, {
      method: method.toUpperCase(),
      headers: { ...headers, Authorization: `Bearer ${token}` },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** Both get the same, but for their names. */
  async function furnish(kommune: KommuneId): Promise<void> {
    const admin = (path: string, body: unknown) => ask('put', path, kommune, 'local-admin', body);
    expect((await admin(`/admin/policy/${kommune}`, policy(kommune))).status).toBe(200);
    expect((await admin(`/admin/budgets/${kommune}`, budget(kommune))).status).toBe(200);
    await (await ask('post', '/tasks/instruct', kommune, 'staff', task)).text();
    await store.tamper(
      `with made as (
        insert into amtsfeder.call (id, kommune, department, task, model, at, day, duration_ms, outcome, state)
        select gen_random_uuid(), $1, $2, 'reply', 'openai', '2026-02-10', '2026-02-10', 10, 'done', 'settled'
        from generate_series(1, 200) returning id)
      insert into amtsfeder.charge (call, kommune, model, input_tokens, output_tokens, estimated, input_price, output_price, cost)
        select id, $1, 'openai', 1000, 100, false, 1000000, 2000000, 1200000000 from made`,
      [kommune, canary(kommune)],
    );
    await furnishKnowledge(kommune);
    await furnishLibrary(kommune);
    await store.tamper(
      `insert into amtsfeder.head (month, kommune, department, task, model, pseudonym)
        select '2026-02-01', $1, $2, 'reply', 'openai', decode(md5($1 || n::text), 'hex') from generate_series(1, 20) n`,
      [kommune, canary(kommune)],
    );
  }

  async function furnishKnowledge(kommune: KommuneId): Promise<void> {
    const fields = someFields({ description: canary(kommune) });
    const doing = { actor: { kind: 'job' }, reason: change(kommune).reason } as const;
    const { id: collection } = await store.within({ kommune }, (db) =>
      createCollection(db, { kommune, fields, ...doing }),
    );
    const texts = [canary(kommune)];
    const { document, version } = await enterDocument(store, { kommune, collection, name: 'da.md', texts });
    const [run] = await store.tamper(
      `insert into amtsfeder.import_run (id, kommune, collection, origin, kind, valid_from, lease)
       values (gen_random_uuid(), $1, $2, 'upload', 'other', now(), now()) returning id`,
      [kommune, collection],
    );
    const [entry] = await store.tamper(
      `insert into amtsfeder.faq_entry (id, kommune, collection, title, entry)
       values (gen_random_uuid(), $1, $2, $3, '{"question": "x", "answer": "y", "passages": []}') returning id`,
      [kommune, collection, canary(kommune)],
    );
    await store.tamper(
      `insert into amtsfeder.unanswered (kommune, key, day, question, times, collections)
       values ($1, sha256('x'), amtsfeder.berlin_day(now()), $2, 9, array[$3::uuid])`,
      [kommune, canary(kommune), collection],
    );
    foreign = {
      collections: collection,
      documents: document,
      versions: version,
      imports: String(run?.id),
      faq: String(entry?.id),
    };
  }

  async function furnishLibrary(kommune: KommuneId): Promise<void> {
    const { card } = (await (
      await ask('post', '/admin/library', kommune, 'local-admin', {
        version: CONTRACT_VERSION,
        owner: 'kommune',
        content: prompt(kommune),
      })
    ).json()) as { card: { id: string } };
    await store.tamper(`update amtsfeder.library_version set state = 'approved' where item = $1`, [card.id]);
    foreign = { ...foreign, library: card.id };
  }

  /** A month is closed once, by whoever reads it first. */
  async function closeMonths(kommune: KommuneId): Promise<void> {
    const answer = await ask('get', `/admin/reports/use/${kommune}${REPORT_QUERY}`, kommune, 'auditor');
    expect(await answer.text()).toContain(canary(kommune));
  }

  /** Everything in the store that belongs to a Kommune. */
  async function rowsOf(kommune: KommuneId): Promise<Record<string, string>> {
    const tables = await store.tamper(
      `select table_name from information_schema.columns
        where table_schema = 'amtsfeder' and column_name = 'kommune' order by table_name`,
    );
    const found: Record<string, string> = {};
    for (const { table_name: table } of tables) {
      const rows = await store.tamper(
        `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as rows, count(*)::int as count
          from amtsfeder."${String(table)}" t where kommune = $1`,
        [kommune],
      );
      found[String(table)] = JSON.stringify(rows);
    }
    return found;
  }

  function requestTo(route: Route, kommune: KommuneId) {
    const name = nameOf(route);
    const path = route.path.replace(/:(\w+)/g, (_, key: string) => {
      if (key === 'kommune') return kommune;
      const [, room, library = ''] = OF_AN_ID.exec(route.path) ?? [];
      const known = foreign[room ?? library];
      if (key === 'id' && known !== undefined) return known;
      return key === 'budget' ? foreignBudget : (params[key] ?? 'unknown');
    });
    const report = route.path.startsWith('/admin/reports/') && !/forecast|plan/.test(route.path);
    const query = queries[name] ?? (report ? REPORT_QUERY : '');
    return { path: `${path}${query}`, body: bodies[name] };
  }

  const guarded = () => routes.flatMap((route) => (route.access === 'anyone' ? [] : [route]));
  /** The administration of the Verbund sees all Kommunen: that is what it is for. */
  const rolesOf = (route: ReturnType<typeof guarded>[number]) =>
    route.access.filter((role) => role !== 'verbund-admin');

  it('has a request for every route', () => {
    const missing = routes
      .filter((route) => route.body !== undefined && route.access !== 'anyone' && !(nameOf(route) in bodies))
      .map(nameOf);
    expect(missing).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });

  it('lets nobody in without a token, whatever the route', async () => {
    for (const route of guarded()) {
      const { path } = requestTo(route, OWN);
      const answer = await fetch(`${server.url}api${path}`, { method: route.method.toUpperCase() });
      expect([nameOf(route), answer.status]).toEqual([nameOf(route), 401]);
    }
  });

  it('refuses each route to those whose role it is not for', async () => {
    const all: Role[] = ['staff', 'local-admin', 'verbund-admin', 'data-protection', 'auditor'];
    for (const route of guarded()) {
      const { path, body } = requestTo(route, OWN);
      for (const role of all.filter((each) => !route.access.includes(each))) {
        const answer = await ask(route.method, path, OWN, role, body);
        expect([nameOf(route), role, answer.status]).toEqual([nameOf(route), role, 403]);
      }
    }
  });

  it('answers about one’s own Kommune without a word of the other', async () => {
    const before = await rowsOf(OTHER);
    let told = 0;
    for (const route of guarded()) {
      const { path, body } = requestTo(route, OWN);
      for (const role of rolesOf(route)) {
        const text = await (await ask(route.method, path, OWN, role, body)).text();
        expect([nameOf(route), text.includes(canary(OTHER)) || text.includes(OTHER)]).toEqual([
          nameOf(route),
          false,
        ]);
        if (text.includes(canary(OWN))) told += 1;
      }
    }
    // The test would say nothing if no answer told anything at all.
    expect(told).toBeGreaterThan(10);
    expect(await rowsOf(OTHER)).toEqual(before);
  });

  it('answers as if what is the other’s in knowledge and library did not exist, whoever asks', async () => {
    const before = await rowsOf(OTHER);
    for (const route of guarded()) {
      if (!OF_AN_ID.test(route.path)) continue;
      const { path, body } = requestTo(route, OTHER);
      for (const role of route.access) {
        const answer = await ask(route.method, path, OWN, role, body);
        expect([nameOf(route), role, answer.status]).toEqual([nameOf(route), role, 404]);
      }
    }
    expect(await rowsOf(OTHER)).toEqual(before);
  });

  it('answers as if the other Kommune did not exist, and leaves it as it is', async () => {
    const before = await rowsOf(OTHER);
    for (const route of guarded()) {
      if (!route.path.includes(':kommune')) continue;
      const { path, body } = requestTo(route, OTHER);
      for (const role of rolesOf(route)) {
        const answer = await ask(route.method, path, OWN, role, body);
        expect([nameOf(route), role, answer.status]).toEqual([nameOf(route), role, 404]);
        expect(await answer.text()).not.toContain(canary(OTHER));
      }
    }
    expect(await rowsOf(OTHER)).toEqual(before);
  });
});
