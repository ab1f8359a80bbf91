import { beforeAll, describe, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { Db } from '../../store/store.ts';
import { createCollection } from '../collections/collections.store.ts';
import { enterDocument, type SomeDocument } from '../collections/testing/documents.ts';
import { someFields } from '../collections/testing/samples.ts';
import { fingerprintOf } from '../sections/fingerprint.ts';
import { duplicatesIn } from './duplicates.ts';
import { noteFound } from './found.store.ts';
import { checkLinks } from './links.ts';
import { linkReach, readLinkHosts } from './link-hosts.ts';
import { deadLinksIn, neverFoundIn, reviewsIn } from './lists.store.ts';
import { forgetUnanswered, noteUnanswered, unansweredIn, unansweredOf } from './unanswered.store.ts';

const HERE = 'lk-kusel';
const THERE = 'donnersbergkreis';
const doing = { actor: { kind: 'operator' }, reason: 'für die Tests angelegt' } as const;
const LONG = `Die Wegstreckenentschädigung beträgt bei Benutzung eines privaten Kraftfahrzeugs dreißig Cent je Kilometer,
  höchstens jedoch einhundertfünfzig Euro je Dienstreise, wenn ein triftiger Grund vorliegt und die Reise genehmigt ist.`;

onBothStores('upkeep', (open) => {
  let store: TestStore;
  const make = (kommune: string | null, name: string) =>
    store.within(kommune === null ? 'verbund' : { kommune }, async (db) => {
      const made = await createCollection(db, { kommune, fields: someFields({ name }), ...doing });
      return { id: made.id, kommune };
    });
  let own: { id: string; kommune: string | null };
  let foreign: typeof own;
  let verbund: typeof own;
  beforeAll(async () => {
    store = await open();
    own = await make(HERE, 'Eigene');
    foreign = await make(THERE, 'Eigene');
    verbund = await make(null, 'Gemeinsame');
  });
  const within = <T>(kommune: string | null, work: (db: Db) => Promise<T>) =>
    store.within(kommune === null ? 'verbund' : { kommune }, work);
  const today = async (ago = 0) => {
    const [row] = await store.tamper(`select (amtsfeder.berlin_day(now()) - $1::integer)::text as day`, [
      ago,
    ]);
    return String(row?.day);
  };

  describe('questions without an answer', () => {
    const ask = async (kommune: string, question: string, times = 1, days = 30, of = [own, verbund]) => {
      for (let n = 0; n < times; n++)
        await within(kommune, (db) =>
          noteUnanswered(db, kommune, { question, collections: of.map(({ id }) => id) }, days),
        );
    };
    beforeAll(async () => {
      await ask(HERE, 'Darf [PERSON_1] ein Haustier mitbringen?', 2);
      await ask(HERE, 'Wo parke ich?', 3);
      await ask(HERE, '  wo PARKE ich', 2);
      await ask(HERE, 'Gibt es Obst?', 1, 30, [own]);
      await ask(HERE, 'Niemals gemerkt?', 9, 0);
      await ask(HERE, ' ?! ', 1);
      await ask(THERE, 'Geheimnis von nebenan?', 6, 30, [foreign]);
      await ask(THERE, 'Selten im Verbund?', 2, 30, [foreign, verbund]);
      await ask(THERE, 'Wo parke ich?', 1, 30, [foreign, verbund]);
      await ask(THERE, 'Oft, und nur nebenan?', 7, 30, [foreign, verbund]);
    });

    it('are told with their day once they are asked often, the others by their words', async () => {
      expect(await within(HERE, (db) => unansweredIn(db, own))).toEqual([
        { question: expect.stringMatching(/wo parke ich/i), times: 5, last: await today() },
        { question: 'Darf [PERSON_1] ein Haustier mitbringen?', times: 2, last: null },
        { question: 'Gibt es Obst?', times: 1, last: null },
      ]);
    });

    it('of the Verbund are told only where they are asked often, and in more than one Kommune', async () => {
      expect(await within(null, (db) => unansweredIn(db, verbund))).toEqual([
        { question: expect.stringMatching(/wo parke ich/i), times: 6, last: await today() },
      ]);
    });

    it('are nobody else’s', async () => {
      expect(await within(HERE, (db) => unansweredIn(db, foreign))).toEqual([]);
      expect(JSON.stringify(await within(HERE, (db) => unansweredOf(db, HERE)))).not.toContain('nebenan');
      expect(await within(HERE, (db) => unansweredOf(db, THERE))).toEqual([]);
    });

    it('know neither a person nor a time of the day', async () => {
      const columns = await store.tamper(
        `select column_name as name from information_schema.columns
         where table_schema = 'amtsfeder' and table_name = 'unanswered' order by 1`,
      );
      expect(columns.map(({ name }) => name)).toEqual([
        'collections',
        'day',
        'key',
        'kommune',
        'question',
        'times',
      ]);
    });

    it('are kept as the policy of their Kommune says', async () => {
      const asked = { question: 'Wer gießt die Blumen?', collections: [verbund.id] };
      await within(HERE, (db) => noteUnanswered(db, HERE, asked, 30));
      await within(THERE, (db) => noteUnanswered(db, THERE, asked, 0));
      const kept = await store.tamper(
        `select kommune from amtsfeder.unanswered where question like '%Blumen%'`,
      );
      expect(kept).toEqual([{ kommune: HERE }]);
    });

    it('go when their time is over', async () => {
      await store.tamper(`update amtsfeder.unanswered set day = day - 31 where question like 'Gibt%'`);
      expect(await within(HERE, (db) => forgetUnanswered(db, HERE, 30))).toBe(1);
      expect(await within(HERE, (db) => forgetUnanswered(db, HERE, 0))).toBeGreaterThan(1);
      expect(await within(HERE, (db) => unansweredIn(db, own))).toEqual([]);
    });
  });

  describe('sections', () => {
    const enter = (collection: typeof own, name: string, texts: string[], more: Partial<SomeDocument> = {}) =>
      enterDocument(store, { ...collection, collection: collection.id, name, texts, ...more });

    it('that nothing led to for a quarter are told, where they were there so long', async () => {
      const old = await enter(own, 'alt.md', ['gefunden', 'nie gefunden', 'lange nicht'], { age: 200 });
      await enter(own, 'neu.md', ['neu'], { age: 5 });
      const [first = 0, second = 0, third = 0] = old.sections;
      await within(HERE, (db) => noteFound(db, HERE, [first, third, first, 999_999]));
      await store.tamper(`update amtsfeder.section_found set day = day - 91 where section = $1`, [third]);
      const told = async () => (await within(HERE, (db) => neverFoundIn(db, own.id))).sections;
      expect((await told()).map(({ section, path }) => [section, path])).toEqual([
        [second, ['§ 2']],
        [third, ['§ 3']],
      ]);
      await within(HERE, (db) => noteFound(db, HERE, [third]));
      expect((await told()).map(({ section }) => section)).toEqual([second]);
    });

    it('of the Verbund count as found wherever that was', async () => {
      const { sections } = await enter(verbund, 'alt.md', ['gefunden', 'nie'], { age: 200 });
      await within(THERE, (db) => noteFound(db, THERE, sections.slice(0, 1)));
      const told = await within(null, (db) => neverFoundIn(db, verbund.id));
      expect(told.sections.map(({ section }) => section)).toEqual(sections.slice(1));
      const [row] = await store.tamper(`select kommune from amtsfeder.section_found where section = $1`, [
        sections[0],
      ]);
      expect(row).toEqual({ kommune: THERE });
    });

    it('that say the same, or nearly, are told in pairs, with none of another Kommune', async () => {
      const other = await make(HERE, 'Andere');
      const near = LONG.replace('dreißig', 'fünfunddreißig');
      const different = LONG.split(' ').reverse().join(' ');
      for (const [collection, name, text] of [
        [own, 'eins.md', LONG],
        [other, 'zwei.md', LONG],
        [own, 'drei.md', near],
        [own, 'vier.md', different],
        [foreign, 'fremd.md', LONG],
        [verbund, 'gemeinsam.md', LONG],
      ] as const) {
        const { same, near: keys } = fingerprintOf(text);
        const entered = await enter(collection, name, [text], { nearKeys: keys });
        await store.tamper(`update amtsfeder.section set same_key = $1 where id = $2`, [
          same,
          entered.sections[0],
        ]);
      }
      const pairs = async (among: string[]) =>
        (await duplicatesIn(store, { kommune: HERE }, own.id, among)).duplicates
          .map(({ alike, one, other: second }) => [alike, ...[one.name, second.name].toSorted()].join(' '))
          .toSorted();
      expect(await pairs([own.id])).toEqual(['near drei.md eins.md']);
      const all = ['near drei.md eins.md', 'near drei.md zwei.md', 'same eins.md zwei.md'];
      expect(await pairs([own.id, other.id])).toEqual(all);
      const compared = async (most?: number) =>
        (await duplicatesIn(store, { kommune: HERE }, own.id, [own.id, other.id], most)).comparedOnly;
      expect(await compared()).toBeNull();
      expect(await compared(1)).toBeGreaterThan(0);
      // Row-level security holds, whatever is asked for.
      expect(await pairs([own.id, other.id, foreign.id])).toEqual(all);
    });

    it('of documents to be looked at come by their day, then by their age', async () => {
      const collection = await make(HERE, 'Fristen');
      const enterHere = (name: string, more: Partial<SomeDocument>) => enter(collection, name, ['x'], more);
      await enterHere('jung.md', { validFrom: '2026-01-01' });
      await enterHere('alt.md', { validFrom: '2001-01-01' });
      await enterHere('faellig.md', { reviewOn: await today(1) });
      await enterHere('heute.md', { reviewOn: await today() });
      await enterHere('unfertig.md', { ready: false });
      const told = await within(HERE, (db) => reviewsIn(db, collection.id));
      expect(told.map(({ name, overdue }) => [name, overdue])).toEqual([
        ['faellig.md', true],
        ['heute.md', false],
        ['alt.md', false],
        ['jung.md', false],
      ]);
    });
  });

  describe('links', () => {
    const hosts = readLinkHosts('www.example.de, Recht.example.org').hosts;

    it('are tried on listed hosts alone, each once, and told until they answer again', async () => {
      const collection = await make(HERE, 'Verweise');
      const { document } = await enterDocument(store, {
        kommune: HERE,
        collection: collection.id,
        name: 'links.md',
        texts: ['x'],
        addresses: [
          'https://www.example.de/da#absatz',
          'https://www.example.de/weg',
          'https://www.example.de/kein-head',
          'https://www.example.de/stumm',
          'https://anderswo.example.net/geheim',
          'https://www.example.de:8443/port',
          'https://user:pass@www.example.de/geheim',
          'mailto:a@www.example.de',
          'kein Link',
        ],
      });
      await store.tamper(`update amtsfeder.document set source_gone = '2026-01-01' where id = $1`, [
        document,
      ]);
      const asked: string[] = [];
      let gone = true;
      const check = () =>
        checkLinks({
          store,
          allows: (url) => linkReach(hosts).allows(url),
          ask(url, { method }) {
            asked.push(`${method} ${url}`);
            const page = url.split('/').at(-1);
            if (page === 'stumm') return Promise.reject(new Error('ECONNREFUSED'));
            if (page === 'kein-head')
              return Promise.resolve(new Response(null, { status: method === 'HEAD' ? 404 : 200 }));
            return Promise.resolve(new Response(null, { status: page === 'weg' && gone ? 404 : 301 }));
          },
        });
      expect(await check()).toEqual({ tried: 4, dead: 2 });
      expect(asked.toSorted()).toEqual([
        'GET https://www.example.de/kein-head',
        'GET https://www.example.de/stumm',
        'GET https://www.example.de/weg',
        'HEAD https://www.example.de/da',
        'HEAD https://www.example.de/kein-head',
        'HEAD https://www.example.de/stumm',
        'HEAD https://www.example.de/weg',
      ]);
      const told = async () =>
        (await within(HERE, (db) => deadLinksIn(db, collection.id))).map(({ address }) => address);
      expect(await told()).toEqual([null, 'https://www.example.de/stumm', 'https://www.example.de/weg']);
      expect(await within(THERE, (db) => deadLinksIn(db, collection.id))).toEqual([]);
      gone = false;
      await check();
      expect(await told()).toEqual([null, 'https://www.example.de/stumm']);
    });

    it.each([
      ['https://www.example.de/a?b=c', true],
      ['http://recht.example.org/', true],
      ['https://www.example.de.evil.example/', false],
      ['https://example.de/', false],
      ['ftp://www.example.de/', false],
      ['https://www.example.de:8080/', false],
      ['https://www.example.de@10.0.0.1/', false],
    ])('%s: %s', (address, expected) => {
      expect(linkReach(hosts).allows(new URL(address))).toBe(expected);
    });

    it.each([
      ['93.184.215.14', true],
      ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', true],
      ...[
        '127.0.0.1',
        '10.1.2.3',
        '192.168.1.1',
        '169.254.169.254',
        '::1',
        'fe80::1%eth0',
        'fd00::1',
        '::ffff:10.0.0.1',
      ].map((address) => [address, false] as [string, boolean]),
    ])('a listed host that stands for %s: %s', (address, expected) => {
      expect(linkReach(hosts).allowsAddress(new URL('https://www.example.de'), address)).toBe(expected);
    });

    it.each([
      '*.example.de',
      'localhost',
      '10.0.0.1',
      'www.example.de:443',
      'https://www.example.de',
      'a b.de',
    ])('no host is %s, and nothing tells what it was', (entry) => {
      const { hosts: none, problems } = readLinkHosts(`www.example.de,${entry}`);
      expect([none, problems.length]).toEqual([[], 1]);
      expect(problems[0]).not.toContain(entry);
    });

    it('are not tried without a list', () => {
      expect(readLinkHosts(undefined)).toEqual({ hosts: [], problems: [] });
      expect(linkReach([]).allows(new URL('https://www.example.de'))).toBe(false);
    });
  });
});
