import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { addFavourite, addPrompt, ownOf } from '../agents/library/personal.store.ts';
import { noteUse, useKey } from '../agents/library/use.store.ts';
import { runKey } from '../agents/runs/kept.store.ts';
import { insertRun } from '../agents/runs/runs.store.ts';
import { saveStep } from '../agents/runs/steps.store.ts';
import { listActs } from '../audit/acts.store.ts';
import { auditKey } from '../audit/key.ts';
import { erika, recordAll, someAct } from '../audit/testing/acts.ts';
import { verifyOne } from '../audit/verify-chains.ts';
import { createPseudonym } from '../identity/pseudonym.ts';
import { storeLedger } from '../ledger/store-ledger.ts';
import { storeLimits } from '../ledger/rate-limits.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { personalRooms, tablesWithoutPersons } from './personal-data.ts';
import { type PersonDesk, personDesk } from './persons.ts';

const pseudonym = createPseudonym(Buffer.alloc(32, 'a secret of the tests'));
const key = auditKey(Buffer.alloc(32, 'test key'));
const reason = 'Antrag der Person vom 27.11.2026';
const desk = { kind: 'person', id: 'entra t1 dsb', name: 'Dana Schutz', kommune: 'lk-kusel' } as const;
const limits = { personPerMinute: 20, kommunePerMinute: 600, personPerDay: 100, kommuneTokensPerDay: null };

/** Leaves a trace of a person in every room. */
async function leaveTraces(store: TestStore, person: { id: string; kommune: string; name: string }) {
  await storeLimits(store, pseudonym).take(person, limits);
  const ledger = storeLedger({ store, pseudonym, log: { warn: () => undefined, error: () => undefined } });
  await ledger
    .for({ ...person, department: 'Bauen' }, () => null)
    .refuse({
      task: 'reply',
      model: 'builtin',
      charges: [],
      durationMs: 1,
      outcome: 'class_refused',
      dataClass: null,
      suggestedClass: null,
      treatment: null,
    });
  await ledger.close(5_000);
  await store.within(person, async (db) => {
    const run = { id: randomUUID(), kommune: person.kommune, person: runKey(person, pseudonym) };
    const sealed = Buffer.from('sealed');
    const kept = { agent: 'telefonnotiz', number: 1, keptDays: 90, sealedName: sealed, sealedTerms: sealed };
    await insertRun(db, { ...run, ...kept });
    await saveStep(db, run, { path: 'angaben', sequence: 1, state: 'done', cost: 0, sealed });
  });
  await store.within(person, async (db) => {
    const own = ownOf(person, pseudonym);
    await addPrompt(db, own, {
      kind: 'prompt',
      name: 'Kurz',
      purpose: '',
      text: 'Fasse zusammen.',
      variables: [],
    });
    await addFavourite(db, own, 'telefonnotiz');
    await noteUse(db, person.kommune, 'telefonnotiz', useKey(person, pseudonym));
  });
  const actor = { kind: 'person', ...person } as const;
  await recordAll(store, [
    someAct(person.kommune, { actor }),
    someAct('vg-oberes-glantal', { actor }),
    someAct(null, { actor }),
  ]);
}

onBothStores('what is stored about a person', (open) => {
  let store: TestStore;
  let persons: PersonDesk;
  const erikaHere = { id: erika.id, kommune: erika.kommune, name: erika.name };
  const neighbour = { id: 'entra t1 o2', kommune: 'lk-kusel', name: 'Nora Nachbar' };
  const stranger = { id: 'entra t2 o3', kommune: 'donnersbergkreis', name: 'Frida Fremd' };
  beforeAll(async () => {
    store = await open();
    persons = personDesk(store, pseudonym);
    for (const person of [erikaHere, neighbour, stranger]) await leaveTraces(store, person);
  });
  const counts = async (person: { id: string; kommune: string }) => {
    const { rooms } = await persons.export({ subject: person, actor: desk, reason });
    return Object.fromEntries(rooms.map(({ room, records }) => [room, records.length]));
  };
  const everything = { protocol: 3, 'head-counts': 1, 'request-limits': 2, library: 3, 'agent-runs': 1 };
  const nothing = { protocol: 0, 'head-counts': 0, 'request-limits': 0, library: 0, 'agent-runs': 0 };

  it('knows every table that there is', async () => {
    const there = await store.tamper(
      `select relname as name from pg_class
       where relnamespace = 'amtsfeder'::regnamespace and relkind in ('r', 'p', 'm', 'f', 'v') order by 1`,
    );
    const registered = [
      ...personalRooms(pseudonym).flatMap(({ tables }) => tables),
      ...Object.keys(tablesWithoutPersons),
    ];
    expect(registered.toSorted()).toEqual(there.map(({ name }) => name));
  });

  it('is told as a whole, from every room', async () => {
    const { rooms } = await persons.export({ subject: erikaHere, actor: desk, reason });
    expect(rooms.map(({ room, records }) => [room, records])).toEqual([
      [
        'protocol',
        ['lk-kusel', 'vg-oberes-glantal', '*'].map((protocol) =>
          expect.objectContaining({ name: 'Erika Probe', protocol, kind: 'policy.changed' }),
        ),
      ],
      [
        'head-counts',
        [
          {
            month: expect.stringMatching(/^20\d\d-\d\d-01$/),
            department: 'Bauen',
            task: 'reply',
            model: 'builtin',
          },
        ],
      ],
      [
        'request-limits',
        [
          { period: 'day', requests: 1, ends: expect.any(String) },
          { period: 'minute', requests: 1, ends: expect.any(String) },
        ],
      ],
      [
        'library',
        [
          { what: 'prompt', name: 'Kurz', purpose: '', text: 'Fasse zusammen.', variables: '[]' },
          { what: 'favourite', item: 'telefonnotiz' },
          { what: 'counted', item: 'telefonnotiz', month: expect.stringMatching(/^20\d\d-\d\d-01$/) },
        ],
      ],
      [
        'agent-runs',
        [
          {
            started: expect.any(String),
            kept_until: expect.any(String),
            state: 'running',
            agent: 'telefonnotiz',
            steps: 1,
          },
        ],
      ],
    ]);
  });

  it('is reached only through the Kommune that the person belongs to', async () => {
    expect(await counts({ id: stranger.id, kommune: 'lk-kusel' })).toEqual(nothing);
    expect(await counts({ id: erika.id, kommune: 'donnersbergkreis' })).toEqual(nothing);
    await persons.erase({ subject: { id: stranger.id, kommune: 'lk-kusel' }, actor: desk, reason });
    expect(await counts(stranger)).toEqual(everything);
  });

  describe('once it is erased', () => {
    it('is gone, and only that', async () => {
      const { rooms } = await persons.erase({ subject: erikaHere, actor: desk, reason });
      expect(Object.fromEntries(rooms.map(({ room, erased }) => [room, erased]))).toEqual(everything);
      expect(await counts(erikaHere)).toEqual(nothing);
      expect(await counts(neighbour)).toEqual(everything);
      expect(await counts(stranger)).toEqual(everything);
    });

    it('leaves the protocols whole, with lines that nobody did', async () => {
      for (const kommune of ['lk-kusel', 'vg-oberes-glantal', null]) {
        expect(await verifyOne(store, kommune, key)).toMatchObject({ state: 'intact' });
      }
      const { lines } = await store.within({ kommune: 'lk-kusel' }, (db) =>
        listActs(db, 'lk-kusel', { limit: 50 }),
      );
      expect(lines.at(-1)?.actor).toMatchObject({ kind: 'person', name: '' });
    });

    it('is in no row of any table, neither the id nor the name', async () => {
      const tables = await store.tamper(
        `select relname as name from pg_class where relnamespace = 'amtsfeder'::regnamespace and relkind = 'r'`,
      );
      for (const { name } of tables) {
        const rows = await store.tamper(`select t::text as row from amtsfeder.${String(name)} t`);
        const text = rows.map(({ row }) => String(row)).join('\n');
        expect(text).not.toContain(erika.id);
        expect(text).not.toContain(erika.name);
      }
    });

    it('was erased by somebody for a reason, and whom it was for only the house can tell', async () => {
      const { lines } = await store.within({ kommune: 'lk-kusel' }, (db) =>
        listActs(db, 'lk-kusel', { limit: 50, kind: 'person.erased' }),
      );
      expect(lines[0]).toMatchObject({
        actor: { name: 'Dana Schutz' },
        subject: pseudonym('data subject', erikaHere),
        details: { records: 10 },
        reason,
      });
    });
  });

  it('is erased as a whole or not at all', async () => {
    const tooLong = { subject: neighbour, actor: desk, reason: 'x'.repeat(2_000) };
    await expect(persons.erase(tooLong)).rejects.toMatchObject({ name: 'StoreError' });
    expect(await counts(neighbour)).toEqual(everything);
  });
});
