import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentReports, faqReport, faqReports, synonymList } from '../../contract/knowledge.ts';
import { noteUnanswered } from '../knowledge/upkeep/unanswered.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { admin, HERE, knowledgeApp, reason, staff, stranger, verbund } from './testing/knowledge-app.ts';

onBothStores('entries and words of the knowledge', (open) => {
  let store: TestStore;
  let house: ReturnType<typeof knowledgeApp>;
  beforeAll(async () => {
    store = await open();
    house = knowledgeApp(store);
  });
  afterAll(() => house.importer.close());
  const ask: typeof house.ask = (...asked) => house.ask(...asked);
  const refused: typeof house.refused = (asked) => house.refused(asked);
  const create: typeof house.create = (...asked) => house.create(...asked);

  describe('of an FAQ', () => {
    let collection: string;
    const entry = {
      question: 'Was kostet ein Parkplatz?',
      answer: 'Zwölf Euro im Monat.',
      passages: ['zwölf Euro'],
    };
    const propose = (who: string, of = collection, entries: object[] = [entry]) =>
      ask(who, 'post', '/knowledge/faq', { collection: of, title: 'Parken', entries });
    const entries = async (state = 'proposed') =>
      faqReports.parse(
        (await ask(admin, 'get', `/admin/knowledge/collections/${collection}/faq?state=${state}`)).body,
      ).entries;
    const decide = (who: string, id: string, state: string, more = {}) =>
      ask(who, 'post', `/admin/knowledge/faq/${id}`, { state, entry: { ...entry, ...more } });
    const find = () => house.find(staff, 'Parkplatz', [collection]);
    beforeAll(async () => {
      collection = (await create(admin, 'kommune', { name: 'Fragen' })).id;
    });

    it('takes proposals of those who read, and shows them to those who decide', async () => {
      expect((await propose(staff)).status).toBe(204);
      expect(await refused(propose(stranger))).toBe('404 not_found');
      const common = (await create(verbund, 'verbund', { name: 'Fragen' })).id;
      expect(await refused(propose(staff, common))).toBe('403 role_missing');
      expect((await propose(verbund, common)).status).toBe(204);
      expect(await entries()).toMatchObject([{ title: 'Parken', state: 'proposed', entry }]);
      const path = `/admin/knowledge/collections/${collection}/faq`;
      expect(await refused(ask(staff, 'get', path))).toBe('403 role_missing');
      expect(await refused(ask(stranger, 'get', path))).toBe('404 not_found');
      expect(await refused(propose(staff, collection, []))).toBe('400 invalid_request');
      const { body } = await ask(verbund, 'get', `/admin/knowledge/collections/${common}/faq`);
      const [ofVerbund] = faqReports.parse(body).entries;
      expect(await refused(decide(admin, ofVerbund?.id ?? '', 'approved'))).toBe('404 not_found');
      expect((await decide(verbund, ofVerbund?.id ?? '', 'declined')).status).toBe(200);
    });

    it('is found once it is approved, and as it was corrected', async () => {
      const [proposed] = await entries();
      const id = proposed?.id ?? '';
      expect(await find()).toEqual([]);
      expect(await refused(decide(staff, id, 'approved'))).toBe('403 role_missing');
      expect(await refused(decide(stranger, id, 'approved'))).toBe('404 not_found');
      const decided = await decide(admin, id, 'approved', { answer: 'Fünfzehn Euro im Monat.' });
      expect(faqReport.parse(decided.body)).toMatchObject({ state: 'approved' });
      await house.importer.finished(null);
      expect(await find()).toMatchObject([{ text: expect.stringContaining('Fünfzehn Euro') }]);
      const { body } = await ask(admin, 'get', `/admin/knowledge/collections/${collection}/documents`);
      expect(documentReports.parse(body).documents).toMatchObject([
        { name: 'FAQ/Parken.md', origin: 'faq', kind: 'faq' },
      ]);
    });

    it('is one document however many entries it has, and goes with the last of them', async () => {
      await propose(staff, collection, [
        { ...entry, question: 'Wo stehen Fahrräder?', answer: 'Hinter dem Parkplatz.' },
      ]);
      const [second] = await entries();
      await decide(admin, second?.id ?? '', 'approved', {
        question: 'Wo stehen Fahrräder?',
        answer: 'Hinter dem Parkplatz.',
      });
      await house.importer.finished(null);
      expect((await find()).map(({ path }) => path.at(-1)).toSorted()).toEqual([
        'Was kostet ein Parkplatz?',
        'Wo stehen Fahrräder?',
      ]);
      for (const { id, entry: last } of await entries('approved')) await decide(admin, id, 'declined', last);
      await house.importer.finished(null);
      expect(await find()).toEqual([]);
      expect(await entries('declined')).toHaveLength(2);
    });

    it('that is withdrawn on its way never arrives', async () => {
      await propose(staff);
      const [proposed] = await entries();
      const id = proposed?.id ?? '';
      await decide(admin, id, 'approved');
      await decide(admin, id, 'declined');
      await house.importer.finished(null);
      expect(await find()).toEqual([]);
    });
  });

  describe('of words', () => {
    const path = `/admin/knowledge/synonyms/${HERE}`;
    const change = (who: string, to: string, revision: number, more = {}) =>
      ask(who, 'put', to, {
        revision,
        synonyms: [{ word: 'Knöllchen', means: ['Verwarnungsgeld'] }],
        reason,
        ...more,
      });

    it('lets each look after their own', async () => {
      expect(synonymList.parse((await ask(admin, 'get', path)).body)).toMatchObject({
        revision: 0,
        wanted: [],
      });
      expect((await change(admin, path, 0)).body).toMatchObject({ revision: 1, kommune: HERE });
      expect(await refused(change(admin, path, 0))).toBe('409 conflict');
      expect(await refused(change(verbund, path, 1))).toBe('403 role_missing');
      expect(await refused(change(stranger, path, 1))).toBe('404 not_found');
      expect(await refused(ask(stranger, 'get', path))).toBe('404 not_found');
      expect(await refused(change(staff, path, 1))).toBe('403 role_missing');
      const common = '/admin/knowledge/synonyms/verbund';
      expect(await refused(change(admin, common, 0))).toBe('403 role_missing');
      expect((await change(verbund, common, 0)).body).toMatchObject({ revision: 1, kommune: 'verbund' });
      expect((await ask(stranger, 'get', common)).body).toMatchObject({ revision: 1 });
      expect(await refused(change(admin, path, 1, { synonyms: [{ word: 'x', means: [] }] }))).toBe(
        '400 invalid_request',
      );
    });

    it('tells those that are asked for in vain, to their Kommune alone', async () => {
      const ask5 = async (kommune: string, question: string) => {
        for (let n = 0; n < 5; n++)
          await store.within({ kommune }, (db) =>
            noteUnanswered(
              db,
              kommune,
              { question, collections: ['11111111-1111-4111-8111-111111111111'] },
              30,
            ),
          );
      };
      await ask5(HERE, 'Was kostet ein Knöllchen bei der Landesgartenschau?');
      await ask5('donnersbergkreis', 'Wann ist der Geheimtermin?');
      const wanted = async (who: string, kommune: string) =>
        synonymList.parse((await ask(who, 'get', `/admin/knowledge/synonyms/${kommune}`)).body).wanted;
      expect(await wanted(admin, HERE)).toEqual(['kostet', 'Landesgartenschau']);
      expect(await wanted(stranger, 'donnersbergkreis')).toContain('Geheimtermin');
      expect(await wanted(admin, 'verbund')).toEqual([]);
    });
  });
});
