import { beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { problem } from '../../contract/errors.ts';
import type { Role } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { kommunePolicyReport, policyVersion, verbundPolicyReport } from '../../contract/policy.ts';
import { modelRegister, registerHistory } from '../../contract/register.ts';
import type { Person } from '../identity/person.ts';
import { testConfigured, testFacts, testStart } from '../policy/testing/samples.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { policyRoutes } from './policy.ts';
import { problemHandler } from './problem.ts';
import { registerRoutes } from './register.ts';
import { apiRouter } from './route.ts';

const kommunen = ['lk-kusel', 'lk-kaiserslautern'];
const person = (role: Role, kommune: string): Person => ({
  id: `test#${role}-${kommune}`,
  kommune,
  department: '',
  roles: [role],
  name: `Erika ${role}`,
  email: 'erika@example.de',
});

/** The routes; who asks stands in a header: `local-admin@lk-kusel`. */
function appOn(store: TestStore) {
  const routes = [
    ...policyRoutes({ store, starting: testStart, kommunen }),
    ...registerRoutes({
      store,
      configured: [testConfigured(), testConfigured({ id: 'frei', host: 'frei.example.de' })],
      trust: 'register',
    }),
  ];
  return express()
    .use(
      '/api',
      apiRouter(routes, (asked) => {
        const [role, kommune] = String(asked.headers['x-who']).split('@');
        return Promise.resolve(person(role as Role, kommune ?? ''));
      }),
    )
    .use(
      problemHandler((fault) => {
        throw fault;
      }),
    );
}

const changing = (expectedVersion: number, more: object, reason = 'Beschluss vom 3. Mai') => ({
  version: CONTRACT_VERSION,
  expectedVersion,
  reason,
  ...more,
});

onBothStores('the routes of policy and register', (open) => {
  let app: ReturnType<typeof appOn>;
  beforeAll(async () => {
    app = appOn(await open());
  });
  const ask = (who: string, method: 'get' | 'put' | 'post' | 'delete', path: string, body?: object) =>
    request(app)[method](`/api/admin${path}`).set('x-who', who).send(body);
  const refusal = async (asked: ReturnType<typeof ask>) => {
    const { status, body } = await asked;
    const { code, fields } = problem.parse(body);
    return { status, code, ...(fields ? { fields } : {}) };
  };

  describe('of the Verbund', () => {
    it('let its administration decide, and others read', async () => {
      const value = { overrides: { aiNote: true }, locked: ['aiNote'] };
      const put = await ask('verbund-admin@lk-kusel', 'put', '/policy/verbund', changing(0, { value }));
      expect(verbundPolicyReport.parse(put.body)).toMatchObject({
        number: 1,
        value,
        effective: { aiNote: true },
      });
      for (const role of ['local-admin', 'data-protection', 'auditor']) {
        const { body } = await ask(`${role}@lk-kaiserslautern`, 'get', '/policy/verbund');
        expect(verbundPolicyReport.parse(body)).toMatchObject({ number: 1, starting: { aiNote: false } });
        expect(
          await refusal(ask(`${role}@lk-kusel`, 'put', '/policy/verbund', changing(1, { value }))),
        ).toEqual({
          status: 403,
          code: 'role_missing',
        });
      }
      expect(await refusal(ask('staff@lk-kusel', 'get', '/policy/verbund'))).toEqual({
        status: 403,
        code: 'role_missing',
      });
    });

    it('keep what was decided before, and bring it back', async () => {
      await ask(
        'verbund-admin@lk-kusel',
        'put',
        '/policy/verbund',
        changing(1, { value: { overrides: { gender: 'colon' }, locked: [] } }),
      );
      const { body } = await ask('verbund-admin@lk-kusel', 'get', '/policy/verbund/versions');
      expect(
        body.versions.map(({ number, actor }: { number: number; actor: object }) => [number, actor]),
      ).toEqual([
        [2, { kind: 'person', name: 'Erika verbund-admin' }],
        [1, { kind: 'person', name: 'Erika verbund-admin' }],
      ]);
      const seen = await ask('auditor@lk-kusel', 'get', '/policy/verbund/versions/2');
      expect(policyVersion.parse(seen.body)).toMatchObject({
        against: 1,
        mark: { actor: { kind: 'person', name: '' } },
        changes: [
          { field: 'aiNote', before: true },
          { field: 'gender', after: 'colon' },
          { field: 'locked', before: ['aiNote'], after: [] },
        ],
      });
      const back = await ask(
        'verbund-admin@lk-kusel',
        'post',
        '/policy/verbund/versions/1/restore',
        changing(2, {}),
      );
      expect(verbundPolicyReport.parse(back.body)).toMatchObject({
        number: 3,
        value: { locked: ['aiNote'] },
      });
      for (const path of ['9', '0', '-1', 'x', '1.5', '1?against=9', '1?against=x']) {
        expect(
          await refusal(ask('verbund-admin@lk-kusel', 'get', `/policy/verbund/versions/${path}`)),
        ).toEqual({
          status: 404,
          code: 'not_found',
        });
      }
    });
  });

  describe('of a Kommune', () => {
    it('let its administration decide within bounds and locks', async () => {
      const put = (expected: number, value: object) =>
        ask('local-admin@lk-kusel', 'put', '/policy/lk-kusel', changing(expected, { value }));
      const { body } = await put(0, { gender: 'pairs', mask: ['Projekt Uhu'] });
      expect(kommunePolicyReport.parse(body)).toMatchObject({
        number: 1,
        locked: ['aiNote'],
        inherited: { gender: 'neutral' },
        effective: { gender: 'pairs', aiNote: true },
        held: [],
      });
      expect(await refusal(put(1, { aiNote: false, treatments: { personal: { extern: 'plain' } } }))).toEqual(
        {
          status: 422,
          code: 'policy_refused',
          fields: ['treatments.personal.extern', 'aiNote'],
        },
      );
      expect(await refusal(put(0, {}))).toEqual({ status: 409, code: 'conflict' });
      expect(await refusal(put(1, { gender: 'alle' }))).toEqual({
        status: 400,
        code: 'invalid_request',
        fields: ['value.gender'],
      });
      const short = ask(
        'local-admin@lk-kusel',
        'put',
        '/policy/lk-kusel',
        changing(1, { value: {} }, 'darum'),
      );
      expect(await refusal(short)).toEqual({ status: 422, code: 'reason_missing' });
    });

    it('show versions to those whom they concern', async () => {
      const { body } = await ask('data-protection@lk-kusel', 'get', '/policy/lk-kusel/versions/1');
      expect(policyVersion.parse(body)).toMatchObject({ against: 0, value: { gender: 'pairs' } });
      const back = await ask(
        'verbund-admin@lk-kaiserslautern',
        'post',
        '/policy/lk-kusel/versions/1/restore',
        changing(1, {}),
      );
      expect(kommunePolicyReport.parse(back.body)).toMatchObject({ number: 2, value: { gender: 'pairs' } });
      const list = await ask('local-admin@lk-kusel', 'get', '/policy/lk-kusel/versions');
      expect(list.body.versions).toHaveLength(2);
    });

    it.each(['', '/versions', '/versions/1'])(
      'are not there for another: /policy/lk-kusel%s',
      async (path) => {
        for (const role of ['local-admin', 'data-protection', 'auditor']) {
          expect(await refusal(ask(`${role}@lk-kaiserslautern`, 'get', `/policy/lk-kusel${path}`))).toEqual({
            status: 404,
            code: 'not_found',
          });
        }
      },
    );

    it('are not there for one that does not exist', async () => {
      const value = {};
      for (const path of ['/policy/lk-erfunden', '/policy/..%2Fx']) {
        expect(
          await refusal(ask('verbund-admin@lk-kusel', 'put', path, changing(0, { value }))),
        ).toMatchObject({
          status: 404,
        });
      }
    });
  });

  describe('of the model register', () => {
    const admin = 'verbund-admin@lk-kusel';
    const entry = async (id: string, asked: ReturnType<typeof ask>) =>
      modelRegister.parse((await asked).body).models.find((each) => each.id === id);

    it('tell what is configured and why it may not be asked', async () => {
      const { body } = await ask('local-admin@lk-kaiserslautern', 'get', '/models');
      expect(modelRegister.parse(body)).toMatchObject({
        provisional: false,
        models: [
          { id: 'llama', entry: null, standing: 'not-registered', price: null },
          { id: 'frei', entry: null, standing: 'not-registered' },
        ],
      });
    });

    it('register, approve and withdraw', async () => {
      const facts = testFacts();
      expect(await entry('llama', ask(admin, 'put', '/models/llama', changing(0, { facts })))).toMatchObject({
        entry: { number: 1, facts },
        standing: 'not-approved',
        missing: [],
        price: { inputMicroEuroPerMillion: 500_000 },
      });
      const grant = changing(1, { until: '2099-12-31' });
      expect(await entry('llama', ask(admin, 'post', '/models/llama/approval', grant))).toMatchObject({
        standing: 'approved',
        mark: { number: 2, actor: { kind: 'person', name: 'Erika verbund-admin' } },
      });
      expect(await refusal(ask(admin, 'post', '/models/llama/approval', grant))).toEqual({
        status: 409,
        code: 'conflict',
      });
      expect(
        await entry('llama', ask(admin, 'delete', '/models/llama/approval', changing(2, {}))),
      ).toMatchObject({
        standing: 'withdrawn',
      });
      const { body } = await ask('auditor@lk-kaiserslautern', 'get', '/models/llama/versions');
      expect(registerHistory.parse(body).versions.map(({ approval }) => approval.state)).toEqual([
        'withdrawn',
        'approved',
        'none',
      ]);
    });

    it('say what is missing, and what differs', async () => {
      const facts = testFacts({ avvDate: null, pricing: [] });
      expect(await entry('frei', ask(admin, 'put', '/models/frei', changing(0, { facts })))).toMatchObject({
        standing: 'differs',
        differences: ['host'],
        missing: ['avvDate', 'pricing'],
        price: null,
      });
      expect(
        await refusal(ask(admin, 'post', '/models/frei/approval', changing(1, { until: '2099-12-31' }))),
      ).toEqual({ status: 422, code: 'approval_incomplete', fields: ['avvDate', 'pricing'] });
    });

    it('keep a model that is registered and not configured', async () => {
      const facts = testFacts();
      expect(await entry('alt', ask(admin, 'put', '/models/alt', changing(0, { facts })))).toMatchObject({
        configured: null,
        standing: null,
      });
    });

    it('take no key, and repeat none', async () => {
      const key = 'sk-proj-abcDEF0123456789abcDEF0123456789';
      const facts = testFacts({ notes: `Schlüssel: ${key}` });
      const { body, status } = await ask(admin, 'put', '/models/llama', changing(3, { facts }));
      expect([status, body.fields]).toEqual([400, ['facts.notes']]);
      expect(JSON.stringify(body)).not.toContain(key);
      for (const path of [`/models/${key}`, '/models/a%20b']) {
        expect(await refusal(ask(admin, 'put', path, changing(0, { facts: testFacts() })))).toMatchObject({
          status: 404,
        });
      }
    });

    it.each(['local-admin', 'data-protection', 'auditor', 'staff'])(
      'are not for %s to change',
      async (role) => {
        const who = `${role}@lk-kusel`;
        const refused = { status: 403, code: 'role_missing' };
        expect(await refusal(ask(who, 'put', '/models/llama', changing(3, { facts: testFacts() })))).toEqual(
          refused,
        );
        expect(
          await refusal(ask(who, 'post', '/models/llama/approval', changing(3, { until: '2099-12-31' }))),
        ).toEqual(refused);
        expect(await refusal(ask(who, 'delete', '/models/llama/approval', changing(3, {})))).toEqual(refused);
      },
    );
  });
});
