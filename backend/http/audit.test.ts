import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { auditPage, auditVerdict } from '../../contract/audit.ts';
import { problem } from '../../contract/errors.ts';
import { type Role, roles } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { personErasure, personExport } from '../../contract/persons.ts';
import { auditKey } from '../audit/key.ts';
import { recordAll, recordSome, someAct } from '../audit/testing/acts.ts';
import { createPseudonym } from '../identity/pseudonym.ts';
import { personDesk } from '../retention/persons.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { auditRoutes } from './audit.ts';
import { personRoutes } from './persons.ts';
import { problemHandler } from './problem.ts';
import { apiRouter } from './route.ts';

const secret = Buffer.alloc(32, 'a secret of the tests');
const object = '0b0e1d3c-0000-4000-8000-000000000001';
const id = `entra 0b0e1d3c-0000-4000-8000-00000000000a ${object}`;
const reason = 'Antrag der Person vom 27.11.2026';

/** The routes; who asks stands in a header: `auditor@lk-kusel`. */
function appOn(store: TestStore) {
  const routes = [
    ...auditRoutes({ store, key: auditKey(secret) }),
    ...personRoutes(personDesk(store, createPseudonym(secret))),
  ];
  const router = apiRouter(routes, (asked) => {
    const [role = '', kommune = ''] = String(asked.headers['x-who']).split('@');
    return Promise.resolve({
      id: `entra t ${role}-${kommune}`,
      kommune,
      department: '',
      roles: [role as Role],
      name: `Dana ${role}`,
      email: '',
    });
  });
  return express()
    .use('/api', router)
    .use(
      problemHandler((fault) => {
        throw fault;
      }),
    );
}

onBothStores('the routes of protocol and persons', (open) => {
  let store: TestStore;
  let app: ReturnType<typeof appOn>;
  beforeAll(async () => {
    store = await open();
    app = appOn(store);
    await recordSome(store, 'lk-kusel', 3);
    await recordAll(store, [
      someAct('lk-kusel', { actor: { kind: 'person', id, name: 'Nora Nachbar', kommune: 'lk-kusel' } }),
      someAct('donnersbergkreis'),
      someAct(null, { kind: 'model.approved' }),
    ]);
  });
  const get = (who: string, path: string) => request(app).get(`/api/admin/audit/${path}`).set('x-who', who);
  const post = (who: string, path: string, body: object) =>
    request(app)
      .post(`/api/admin/persons/${path}`)
      .set('x-who', who)
      .send({ version: CONTRACT_VERSION, person: id, reason, ...body });
  const codeOf = async (asked: ReturnType<typeof get>) => {
    const { status, body } = await asked;
    return [status, problem.parse(body).code];
  };

  describe('GET /admin/audit', () => {
    it('tells the acts of a Kommune by pages', async () => {
      const first = auditPage.parse((await get('auditor@lk-kusel', 'lk-kusel?limit=3')).body);
      expect(first.lines.map(({ sequence }) => sequence)).toEqual([4, 3, 2]);
      const second = auditPage.parse(
        (await get('auditor@lk-kusel', `lk-kusel?limit=3&before=${first.next}`)).body,
      );
      expect([second.lines.map(({ sequence }) => sequence), second.next]).toEqual([[1], null]);
    });

    it('filters by kind and time', async () => {
      const count = async (query: string) =>
        auditPage.parse((await get('verbund-admin@lk-kusel', query)).body).lines.length;
      expect(await count('verbund?kind=model.approved')).toBe(1);
      expect(await count('verbund?kind=model.withdrawn')).toBe(0);
      expect(await count('lk-kusel?from=2026-01-01T00:00:00Z')).toBe(4);
      expect(await count('lk-kusel?to=2026-01-01T00:00:00Z')).toBe(0);
    });

    it.each([
      ['limit=0'],
      ['limit=201'],
      ['limit=many'],
      ['before=-1'],
      ['before=1.5'],
      ['kind=all'],
      ['from=yesterday'],
      ['from=2026-13-01T00:00:00Z'],
      ['kind=a&kind=b'],
    ])('refuses the query %s', async (query) => {
      const { status } = await get('auditor@lk-kusel', `lk-kusel?${query}`);
      expect([400, 413]).toContain(status);
    });

    it.each(['lk-kusel', 'lk-kusel/verify'])('shows %s to those who answer for it alone', async (path) => {
      for (const role of roles) {
        const { status } = await get(`${role}@lk-kusel`, path);
        expect([role, status]).toEqual([role, role === 'staff' ? 403 : 200]);
      }
      for (const role of ['local-admin', 'data-protection', 'auditor']) {
        expect(await codeOf(get(`${role}@donnersbergkreis`, path))).toEqual([404, 'not_found']);
      }
      expect((await get('verbund-admin@donnersbergkreis', path)).status).toBe(200);
    });

    it.each(['verbund', 'verbund/verify'])('shows %s to Verbund, Datenschutz and Prüfung', async (path) => {
      for (const role of roles) {
        const { status } = await get(`${role}@lk-kusel`, path);
        const may = !['staff', 'local-admin'].includes(role);
        expect([role, status]).toEqual([role, may ? 200 : 403]);
      }
    });

    it('knows no Kommune that is none', async () => {
      expect(await codeOf(get('auditor@lk-kusel', '*'))).toEqual([404, 'not_found']);
      expect(await codeOf(get('verbund-admin@lk-kusel', "x'%20or%201=1"))).toEqual([404, 'not_found']);
    });

    it('tells whether a protocol is whole', async () => {
      const verdict = async (path: string) =>
        auditVerdict.parse((await get('auditor@lk-kusel', `${path}/verify`)).body).verdict;
      expect(await verdict('lk-kusel')).toMatchObject({ state: 'intact', head: { length: 4 } });
      await store.tamper(
        `set amtsfeder.audit_unlocked = 'on';
         update amtsfeder.audit_line set at = 'infinity', details = '{' where kommune = '*';
         reset amtsfeder.audit_unlocked`,
      );
      expect(await verdict('verbund')).toEqual({ state: 'broken', sequence: 1, why: 'changed' });
      // What somebody wrote by hand does not keep the rest from being read.
      const { lines } = auditPage.parse((await get('auditor@lk-kusel', 'verbund')).body);
      expect(lines[0]).toMatchObject({ at: '', details: {} });
    });
  });

  describe('POST /admin/persons', () => {
    it('is for the Datenschutz alone', async () => {
      for (const role of roles.filter((one) => one !== 'data-protection')) {
        expect((await post(`${role}@lk-kusel`, 'export', {})).status).toBe(403);
        expect((await post(`${role}@lk-kusel`, 'erase', {})).status).toBe(403);
      }
    });

    it.each([
      [{ person: '' }],
      [{ person: object }],
      [{ person: `entra ${object}` }],
      [{ person: id.toUpperCase() }],
      [{ person: 'oidc https://idp.example.de' }],
      [{ person: `oidc https://idp.example.de ${'x'.repeat(1_000)}` }],
      [{ reason: '' }],
      [{ reason: 'weil' }],
      [{ kommune: 'donnersbergkreis' }],
    ])('refuses %j', async (body) => {
      expect([400, 413]).toContain((await post('data-protection@lk-kusel', 'export', body)).status);
      expect([400, 413]).toContain((await post('data-protection@lk-kusel', 'erase', body)).status);
    });

    it('gives and erases, for the own Kommune', async () => {
      const records = async (kommune: string) => {
        const { status, body, headers } = await post(`data-protection@${kommune}`, 'export', {});
        expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
        return personExport.parse(body).rooms.find(({ room }) => room === 'protocol')?.records;
      };
      expect(await records('donnersbergkreis')).toEqual([]);
      expect(await records('lk-kusel')).toEqual([
        expect.objectContaining({ name: 'Nora Nachbar', sequence: 4 }),
      ]);
      const { body } = await post('data-protection@lk-kusel', 'erase', {});
      expect(personErasure.parse(body).rooms).toContainEqual({ room: 'protocol', erased: 1 });
      expect(await records('lk-kusel')).toEqual([]);
      const { lines } = auditPage.parse((await get('data-protection@lk-kusel', 'lk-kusel')).body);
      expect(lines.map(({ kind }) => kind).slice(0, 3)).toEqual([
        'person.exported',
        'person.erased',
        'person.exported',
      ]);
      expect(JSON.stringify(lines)).not.toMatch(new RegExp(`Nora Nachbar|${object}`));
    });
  });
});
