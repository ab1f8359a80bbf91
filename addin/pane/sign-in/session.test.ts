/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import type { SignInWay } from '../../../contract/identity.ts';
import { createSession, type Step } from './session.ts';
import { demo, keycloak, lasting, TestBackend, TestSource, version } from './testing/session-parts.ts';
import { SignInError } from './token.ts';

function setUp(ways: SignInWay[], kept: string | null = null) {
  const backend = new TestBackend(ways);
  const source = new TestSource();
  const stored = new Map<string, string>(kept === null ? [] : [['amtsfeder.demo', kept]]);
  const session = createSession({
    fetchFrom: backend.fetch,
    place: Promise.resolve({
      nested: false,
      openWindow: () => {
        throw new SignInError('window_blocked');
      },
    }),
    sourceOf: () => source,
    storage: () =>
      ({
        getItem: (name: string) => stored.get(name) ?? null,
        setItem: (name: string, value: string) => stored.set(name, value),
      }) as unknown as Storage,
  });
  /** Until the sign-in stands there. */
  const reached = async (name: Step['name']) => {
    while (session.state().step.name !== name) {
      await new Promise<void>((resolve) => {
        const stop = session.subscribe(() => {
          stop();
          resolve();
        });
      });
    }
    return session.state();
  };
  /** The person clicks on the first way that they are shown. */
  const click = () => {
    const { step } = session.state();
    const way = step.name === 'asking' ? step.ways[0] : undefined;
    if (way === undefined) throw new Error(`There is nothing to click on: ${step.name}`);
    session.ask(way);
  };
  return { session, backend, source, stored, reached, click };
}

/** Signed in with an issuer, by hand. */
async function signedIn() {
  const all = setUp([keycloak]);
  all.session.start();
  await all.reached('asking');
  all.backend.tokens.set('first', 'lk-kusel');
  all.click();
  all.source.asked[0]?.answer(lasting('first'));
  await all.reached('done');
  return all;
}

describe('the demo sign-in', () => {
  it('is there at once, as the first Kommune and a clerk', async () => {
    const { session, reached } = setUp([demo]);
    session.start();
    const { signedIn: who } = await reached('done');
    expect(who?.me.kommune.name).toBe('Landkreis Kusel');
    expect(who?.demo?.choice).toEqual({ kommune: 'lk-kusel', role: 'staff' });
  });

  it('lets the person be somebody else, with a backend of their own, and remembers it', async () => {
    const { session, reached, stored } = setUp([demo]);
    session.start();
    const before = (await reached('done')).signedIn;
    expect(await session.become({ kommune: 'vg-kusel', role: 'auditor' })).toBeNull();
    const after = session.state().signedIn;
    expect(after?.me.kommune.name).toBe('VG Kusel');
    expect(after?.backend).not.toBe(before?.backend);
    expect(await (await session.fetch('api/models')).json()).toEqual({ bearer: 'vg-kusel auditor 1' });
    const again = setUp([demo], stored.get('amtsfeder.demo'));
    again.session.start();
    expect((await again.reached('done')).signedIn?.demo?.choice).toEqual({
      kommune: 'vg-kusel',
      role: 'auditor',
    });
  });

  it.each(['{', 'null', '{"kommune":"gone","role":"staff"}', '{"kommune":"vg-kusel","role":"king"}'])(
    'forgets whom nobody can be: %s',
    async (kept) => {
      const { session, reached } = setUp([demo], kept);
      session.start();
      expect((await reached('done')).signedIn?.demo?.choice.kommune).toBe('lk-kusel');
    },
  );

  it('stays who they are where becoming another fails', async () => {
    const { session, backend, reached } = setUp([demo]);
    session.start();
    await reached('done');
    backend.broken = 'store_unavailable';
    expect(await session.become({ kommune: 'vg-kusel', role: 'staff' })).toBe('store_unavailable');
    backend.broken = null;
    expect(session.state().signedIn?.me.kommune.id).toBe('lk-kusel');
    expect(await (await session.fetch('api/models')).json()).toEqual({ bearer: 'lk-kusel staff 0' });
  });

  it('renews its token before it ends, and after a restart of the backend', async () => {
    const { session, backend, reached } = setUp([demo]);
    backend.demoSeconds = 30;
    session.start();
    await reached('done');
    backend.demoSeconds = 3600;
    const latest = async () =>
      ((await (await session.fetch('api/models')).json()) as { bearer: string }).bearer;
    const renewed = await latest();
    expect(await latest()).toBe(renewed);
    backend.tokens.clear();
    expect(await latest()).toBe('lk-kusel staff 0');
    expect(session.state().step.name).toBe('done');
  });
});

describe('signing in', () => {
  it('happens without the person where that is possible', async () => {
    const { session, source, backend, reached } = setUp([keycloak]);
    source.silent = [lasting('first')];
    backend.tokens.set('first', 'lk-kusel');
    session.start();
    const { signedIn: who } = await reached('done');
    expect(who?.demo).toBeNull();
    expect(who?.me.name).toBe('Anke Muster');
  });

  it('asks the person, waits for the window, and lets them in', async () => {
    const { session, source, backend, reached } = setUp([keycloak]);
    session.start();
    const { step } = await reached('asking');
    expect(step).toEqual({ name: 'asking', ways: [keycloak], trouble: null });
    if (step.name !== 'asking' || step.ways[0] === undefined) throw new Error('Nobody is asked.');
    session.ask(step.ways[0]);
    expect(session.state().step.name).toBe('waiting');
    // A second click must not open a second window.
    session.ask(step.ways[0]);
    expect(source.asked).toHaveLength(1);
    expect(source.asked[0]?.choose).toBe(false);
    backend.tokens.set('first', 'lk-kusel');
    source.asked[0]?.answer(lasting('first'));
    expect((await reached('done')).signedIn?.me.kommune.id).toBe('lk-kusel');
  });

  it.each([
    'window_blocked',
    'window_closed',
    'window_silent',
    'issuer_refused',
    'sign_in_unavailable',
  ] as const)('says what happened and asks again: %s', async (trouble) => {
    const { session, source, reached, click } = setUp([keycloak]);
    session.start();
    await reached('asking');
    click();
    source.asked[0]?.answer(new SignInError(trouble));
    expect((await reached('asking')).step).toMatchObject({ trouble });
    click();
    expect(source.asked[1]?.choose).toBe(trouble === 'issuer_refused');
  });

  it('can be broken off', async () => {
    const { session, reached, click } = setUp([keycloak]);
    session.start();
    await reached('asking');
    click();
    session.cancel();
    expect((await reached('asking')).step).toMatchObject({ trouble: 'window_closed' });
  });

  it('refuses who belongs to no Kommune, and offers another account', async () => {
    const { session, source, backend, reached, click } = setUp([keycloak]);
    source.silent = [lasting('first')];
    backend.tokens.set('first', 'refused').set('second', 'lk-kusel');
    session.start();
    const { step, signedIn: who } = await reached('asking');
    expect(step).toMatchObject({ trouble: 'sign_in_refused' });
    expect(who).toBeNull();
    click();
    expect(source.asked[0]?.choose).toBe(true);
    source.asked[0]?.answer(lasting('second'));
    await reached('done');
  });

  it('is stuck where the backend does not answer, until it does', async () => {
    const { session, backend, reached } = setUp([demo]);
    backend.broken = 'store_unavailable';
    session.start();
    expect((await reached('stuck')).step).toMatchObject({ trouble: 'store_unavailable' });
    backend.broken = null;
    session.start();
    await reached('done');
  });

  it('says that it is of another version', async () => {
    const other = (() => Promise.resolve(Response.json({ version: version + 1, ways: [] }))) as typeof fetch;
    const session = createSession({
      fetchFrom: other,
      place: Promise.reject(new Error('no Office')),
      sourceOf: () => new TestSource(),
      storage: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    session.start();
    await new Promise<void>((resolve) => session.subscribe(() => resolve()));
    expect(session.state().step).toEqual({ name: 'stuck', trouble: 'version_mismatch' });
  });
});

describe('a sign-in that ends while somebody works', () => {
  it('is renewed once for all requests that wait, and nobody notices', async () => {
    const { session, backend, source } = await signedIn();
    backend.tokens.delete('first');
    backend.tokens.set('second', 'lk-kusel');
    source.silent = [lasting('second')];
    const before = source.renewals;
    const answers = await Promise.all(['api/models', 'api/templates'].map((path) => session.fetch(path)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(source.renewals).toBe(before + 1);
    expect(session.state().step.name).toBe('done');
  });

  it('asks the person where it can not be renewed; what they see stays', async () => {
    const { session, backend, source, reached, click } = await signedIn();
    const before = session.state().signedIn;
    backend.tokens.clear();
    expect((await session.fetch('api/models')).status).toBe(401);
    expect(session.state()).toMatchObject({ step: { name: 'asking', trouble: 'sign_in_required' } });
    expect(session.state().signedIn).toBe(before);
    // Nothing is sent that would be refused.
    const sent = backend.asked.length;
    expect((await session.fetch('api/models')).status).toBe(401);
    expect(backend.asked).toHaveLength(sent);
    backend.tokens.set('second', 'lk-kusel');
    click();
    expect(source.asked[1]?.choose).toBe(false);
    source.asked[1]?.answer(lasting('second'));
    expect((await reached('done')).signedIn?.backend).not.toBe(before?.backend);
    expect(await (await session.fetch('api/models')).json()).toEqual({ bearer: 'second' });
  });

  it('uses a token to its end where it can not be renewed early', async () => {
    const { session, backend, source, reached } = setUp([keycloak]);
    source.silent = [{ value: 'short', ends: Date.now() + 30_000 }];
    backend.tokens.set('short', 'lk-kusel');
    session.start();
    await reached('done');
    expect((await session.fetch('api/models')).status).toBe(200);
    expect(session.state().step.name).toBe('done');
  });
});
