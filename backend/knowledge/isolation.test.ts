import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { KommuneId, Role } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { knowledgeApp, reason } from '../http/testing/knowledge-app.ts';
import type { Route } from '../http/route.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { someFields } from './collections/testing/samples.ts';
import { enqueueFile } from './import/enqueue.store.ts';
import { noteUnanswered } from './upkeep/unanswered.store.ts';

/**
 * Two Kommunen with the same collections, documents and questions, and a collection of the Verbund between them: neither
 * learns anything of the other, not even by what changes when the other comes.
 */

const OWN: KommuneId = 'lk-kusel';
const OTHER: KommuneId = 'lk-kaiserslautern';
/** Stands in everything that a Kommune has, and nowhere else. */
const canary = (kommune: KommuneId | null) =>
  ({ [OWN]: 'Zaunkönigbeauftragter', [OTHER]: 'Wiedehopfbeauftragte' })[kommune ?? ''] ??
  'Steinadlerbeauftragte';
const TEXT = `Die Wegstreckenentschädigung beträgt bei Benutzung eines privaten Kraftfahrzeugs dreißig Cent je Kilometer,
höchstens jedoch einhundertfünfzig Euro je Dienstreise, wenn ein triftiger Grund vorliegt und die Reise genehmigt ist.`;
const roles: Role[] = ['staff', 'local-admin', 'verbund-admin', 'data-protection', 'auditor'];

interface Furnished {
  collection: string;
  document: string;
  version: string;
  section: number;
  run: string;
  entry: string;
}

onBothStores('separation of the Kommunen in the knowledge', (open) => {
  let store: TestStore;
  let house: ReturnType<typeof knowledgeApp>;
  let own: Furnished;
  let other: Furnished;
  let verbund: Furnished;
  /** What the own Kommune was told before the other one came. */
  let before: string[];

  beforeAll(async () => {
    store = await open();
    house = knowledgeApp(store);
    verbund = await furnish(null);
    own = await furnish(OWN);
    before = await answers();
    other = await furnish(OTHER);
  });
  afterAll(() => house.importer.close());

  async function furnish(kommune: KommuneId | null): Promise<Furnished> {
    const who = kommune === null ? `verbund-admin@${OWN}` : `local-admin@${kommune}`;
    const owner = kommune === null ? 'verbund' : 'kommune';
    const { id: collection } = await house.create(who, owner, { description: canary(kommune) });
    const text = `# Reisekosten ${canary(kommune)}\n\n## § 1 Kilometer\n\n${TEXT}\n\n## § 2 Auskunft\n\nAuskunft gibt: ${canary(kommune)}.\n`;
    const file = { name: 'da.md', kind: 'regulation', origin: 'upload', validFrom: '2026-01-01' } as const;
    const run = await store.within(kommune === null ? 'verbund' : { kommune }, (db) =>
      enqueueFile(db, { id: collection, kommune }, { ...file, bytes: Buffer.from(text) }),
    );
    await house.importer.finished(run);
    const entry = {
      question: `Wer? ${canary(kommune)}`,
      answer: canary(kommune),
      passages: [canary(kommune)],
    };
    await house.ask(who, 'post', '/knowledge/faq', { collection, title: canary(kommune), entries: [entry] });
    const list = kommune ?? 'verbund';
    const synonyms = [{ word: 'Kilometergeld', means: ['Wegstreckenentschädigung', canary(kommune)] }];
    const changed = await house.ask(who, 'put', `/admin/knowledge/synonyms/${list}`, {
      revision: 0,
      synonyms,
      reason,
    });
    expect(changed.status).toBe(200);
    if (kommune !== null) {
      const question = `Wo sitzt der ${canary(kommune)}?`;
      const asked = { question, collections: [collection, verbund.collection] };
      for (let n = 0; n < 5; n++)
        await store.within({ kommune }, (db) => noteUnanswered(db, kommune, asked, 30));
    }
    const [row] = await store.tamper(
      `select d.id as document, v.id as version, s.id::integer as section, f.id as entry
       from amtsfeder.document d join amtsfeder.document_version v on v.document = d.id
         join amtsfeder.section s on s.version = v.id join amtsfeder.faq_entry f on f.collection = d.collection
       where d.collection = $1 limit 1`,
      [collection],
    );
    return { collection, run, ...row } as unknown as Furnished;
  }

  /** Everything that the routes tell the own Kommune, of itself and of the Verbund. */
  async function answers(): Promise<string[]> {
    const told: string[] = [];
    for (const role of roles) {
      for (const path of ['/knowledge/collections', '/admin/knowledge/collections'])
        told.push(await get(role, path));
      told.push(await get(role, `/admin/knowledge/synonyms/${OWN}`));
      for (const { collection, version, run } of [own, verbund]) {
        for (const what of ['documents', 'imports', 'faq', 'upkeep'])
          told.push(await get(role, `/admin/knowledge/collections/${collection}/${what}`));
        told.push(await get(role, `/admin/knowledge/imports/${run}`));
        told.push(await get(role, `/knowledge/versions/${version}/sections`));
        told.push(await get(role, `/knowledge/versions/${version}/original`));
      }
      for (const question of [
        'Wie hoch ist die Wegstreckenentschädigung?',
        'Kilometergeld',
        'Was macht der Steinadlerbeauftragte?',
        canary(OTHER),
        canary(OTHER).toLowerCase().replace('hopf', 'hofp'),
        canary(OTHER).slice(0, -2),
      ])
        told.push(JSON.stringify(await house.find(`${role}@${OWN}`, question)));
    }
    return told;
  }

  async function get(role: Role, path: string): Promise<string> {
    const answer = await house.ask(`${role}@${OWN}`, 'get', path).buffer(true);
    return `${answer.status} ${answer.text}${Buffer.isBuffer(answer.body) ? answer.body.toString('utf8') : ''}`;
  }

  it('tells each what is theirs and the Verbund’s', () => {
    const all = before.join('\n');
    expect(all).toContain(canary(OWN));
    expect(all).toContain(canary(null));
    expect(all).toContain('da.md');
    expect(before.filter((one) => one.startsWith('200')).length).toBeGreaterThan(30);
  });

  it('is told nothing else once the other Kommune is there', async () => {
    const after = await answers();
    expect(after).toEqual(before);
    expect(after.join('\n')).not.toContain(canary(OTHER));
    expect(after.join('\n').toLowerCase()).not.toContain('wiedehopf');
  });

  it('finds nothing in collections of the other, by whatever id', async () => {
    for (const asked of [[other.collection], [other.collection, own.collection]]) {
      const cards = await house.find(`staff@${OWN}`, `Wegstreckenentschädigung ${canary(OTHER)}`, asked);
      expect(JSON.stringify(cards)).not.toContain('Wiedehopf');
      if (asked.length === 1) expect(cards).toEqual([]);
    }
  });

  describe('asked for what is the other’s', () => {
    const bodyOf = ({ method, path }: Route): object => {
      if (path.endsWith('/imports')) return { kind: 'other', validFrom: '2026-01-01' };
      if (path.includes('/synonyms/')) return { revision: 1, synonyms: [], reason };
      if (path.endsWith('/faq/:id'))
        return { state: 'approved', entry: { question: 'x', answer: 'y', passages: [] } };
      if (path.endsWith('/documents/:id') && method === 'put')
        return { revision: 1, kind: 'other', reviewOn: null, validFrom: '2026-01-01', validTo: null };
      if (method === 'put') return { revision: 1, fields: someFields({ name: 'Meins' }), reason };
      return { reason };
    };
    const UNKNOWN = '11111111-1111-4111-8111-111111111111';
    const idFor = (path: string): string => {
      if (path.includes('/versions/')) return other.version;
      if (path.includes('/documents/:id')) return other.document;
      if (path.includes('/imports/:id')) return other.run;
      return path.includes('/faq/:id') ? other.entry : other.collection;
    };
    const rowsOfOther = () =>
      store.tamper(
        `select (select md5(string_agg(t::text, '|' order by t::text)) from amtsfeder.document t where kommune = $1) as documents,
           (select md5(string_agg(t::text, '|' order by t::text)) from amtsfeder.collection t where kommune = $1) as collections,
           (select md5(string_agg(t::text, '|' order by t::text)) from amtsfeder.synonym t where kommune = $1) as words,
           (select md5(string_agg(t::text, '|' order by t::text)) from amtsfeder.faq_entry t where kommune = $1) as entries,
           (select count(*) from amtsfeder.import_run t where kommune = $1) as runs`,
        [OTHER],
      );

    it('answers to everybody as if there were no such thing, letter by letter', async () => {
      const rows = await rowsOfOther();
      let asked = 0;
      for (const route of house.routes) {
        if (route.access === 'anyone' || !/:(id|kommune)/.test(route.path)) continue;
        for (const role of route.access) {
          const texts: string[] = [];
          for (const id of [idFor(route.path), UNKNOWN]) {
            const path = route.path
              .replace(':id', id)
              .replace(':kommune', id === UNKNOWN ? 'lk-nirgends' : OTHER);
            const query = path.endsWith('/files') ? '?name=x.txt' : '';
            const answer = await house.ask(`${role}@${OWN}`, route.method, `${path}${query}`, bodyOf(route));
            expect([route.method, route.path, role, answer.status]).toEqual([
              route.method,
              route.path,
              role,
              404,
            ]);
            texts.push(answer.text);
            asked++;
          }
          expect(texts[0]).toBe(texts[1]);
        }
      }
      expect(asked).toBeGreaterThan(100);
      expect(await rowsOfOther()).toEqual(rows);
    });

    it('takes no proposal for it', async () => {
      const proposal = {
        version: CONTRACT_VERSION,
        collection: other.collection,
        title: 'x',
        entries: [{ question: 'x', answer: 'y', passages: [] }],
      };
      expect(await house.refused(house.ask(`staff@${OWN}`, 'post', '/knowledge/faq', proposal))).toBe(
        '404 not_found',
      );
    });
  });
});
