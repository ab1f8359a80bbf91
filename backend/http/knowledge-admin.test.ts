import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  collectionCards,
  collectionReport,
  collectionReports,
  documentReport,
  documentReports,
  upkeepReport,
} from '../../contract/knowledge.ts';
import { someFields } from '../knowledge/collections/testing/samples.ts';
import { sweepRemoved } from '../knowledge/removal/sweep.ts';
import { noteUnanswered } from '../knowledge/upkeep/unanswered.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  admin,
  HERE,
  knowledgeApp,
  meaningModel,
  reason,
  staff,
  stranger,
  verbund,
} from './testing/knowledge-app.ts';

onBothStores('the administration of the knowledge', (open) => {
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

  describe('of collections', () => {
    let own: string;
    let common: string;
    let personal: string;
    beforeAll(async () => {
      own = (
        await create(admin, 'kommune', { rights: { ...someFields().rights, editDepartments: ['bauen '] } })
      ).id;
      common = (await create(verbund, 'verbund', { name: 'Gemeinsame' })).id;
      personal = (
        await create(admin, 'kommune', {
          name: 'Personal',
          rights: { ...someFields().rights, readDepartments: ['Personal'] },
        })
      ).id;
    });
    const listed = async (who: string) => {
      const { body } = await ask(who, 'get', '/admin/knowledge/collections');
      return collectionReports
        .parse(body)
        .collections.map(({ fields, mayEdit }) => `${fields.name}${mayEdit ? ' (edit)' : ''}`);
    };

    it('shows each what they may see', async () => {
      expect(await listed(admin)).toEqual(['Dienstanweisungen (edit)', 'Gemeinsame', 'Personal (edit)']);
      expect(await listed(staff)).toEqual(['Dienstanweisungen (edit)', 'Gemeinsame']);
      expect(await listed(`staff@${HERE}@Soziales`)).toEqual(['Dienstanweisungen', 'Gemeinsame']);
      expect(await listed(`auditor@${HERE}@Revision`)).toEqual([
        'Dienstanweisungen',
        'Gemeinsame',
        'Personal',
      ]);
      expect(await listed(verbund)).toEqual(['Dienstanweisungen', 'Gemeinsame (edit)']);
      expect(await listed(stranger)).toEqual(['Gemeinsame']);
    });

    it('shows clerks what they may search', async () => {
      const cards = async (who: string) =>
        collectionCards.parse((await ask(who, 'get', '/knowledge/collections')).body).collections;
      expect((await cards(`auditor@${HERE}@Revision`)).map(({ name, verbund: of }) => [name, of])).toEqual([
        ['Dienstanweisungen', false],
        ['Gemeinsame', true],
      ]);
      expect(JSON.stringify(await cards(staff))).not.toContain('editDepartments');
    });

    it('takes a model of meaning only where it is offered', async () => {
      const models = (who: string, id: string) =>
        ask(who, 'get', `/admin/knowledge/collections/${id}/models`);
      expect((await models(admin, own)).body).toMatchObject({ models: [meaningModel] });
      expect((await models(verbund, common)).body).toMatchObject({ models: [] });
      expect(await refused(models(staff, own))).toBe('403 role_missing');
      expect(await refused(models(stranger, own))).toBe('404 not_found');
      const post = (who: string, owner: string, more: Parameters<typeof someFields>[0]) => {
        const fields = someFields({ name: 'Mit Modell', ...more });
        return ask(who, 'post', '/admin/knowledge/collections', { owner, fields, reason });
      };
      const embeddingModel = meaningModel.id;
      const not = '409 embedding_not_allowed';
      expect(await refused(post(admin, 'kommune', { embeddingModel: 'anderes' }))).toBe(not);
      expect(await refused(post(admin, 'kommune', { embeddingModel, dataClass: 'personal' }))).toBe(not);
      expect(await refused(post(verbund, 'verbund', { embeddingModel }))).toBe(not);
      const made = collectionReport.parse((await post(admin, 'kommune', { embeddingModel })).body);
      expect(made.fields.embeddingModel).toBe(embeddingModel);
      const path = `/admin/knowledge/collections/${made.id}`;
      const fields = { ...made.fields, dataClass: 'personal' };
      expect(await refused(ask(admin, 'put', path, { revision: made.revision, fields, reason }))).toBe(not);
      expect((await ask(admin, 'delete', path, { reason })).status).toBeLessThan(300);
      expect(await sweepRemoved(store)).toMatchObject({ collections: 1 });
    });

    it('lets the administration decide, and nobody else', async () => {
      const change = { revision: 1, fields: someFields({ keepOldDays: 7 }), reason };
      const put = (who: string, id: string, more = {}) =>
        ask(who, 'put', `/admin/knowledge/collections/${id}`, { ...change, ...more });
      expect(await refused(put(verbund, own))).toBe('403 role_missing');
      expect(await refused(put(admin, common))).toBe('403 role_missing');
      expect(await refused(put(staff, own))).toBe('403 role_missing');
      for (const id of [own, 'unknown', '11111111-1111-4111-8111-111111111111'])
        expect(await refused(put(stranger, id))).toBe('404 not_found');
      expect(await refused(put(verbund, personal))).toBe('404 not_found');
      expect(await refused(put(admin, own, { reason: 'kurz' }))).toBe('422 reason_missing');
      const backwards = someFields({ validFrom: '2026-01-01', validTo: '2025-12-31' });
      expect(await refused(put(admin, own, { fields: backwards }))).toBe('400 invalid_request');
      expect((await put(admin, own)).body).toMatchObject({ revision: 2, fields: { keepOldDays: 7 } });
      expect(await refused(put(admin, own))).toBe('409 conflict');
      expect(await refused(put(admin, personal))).toBe('409 name_taken');
      const creation = { owner: 'verbund', fields: someFields({ name: 'Neu' }), reason };
      expect(await refused(ask(admin, 'post', '/admin/knowledge/collections', creation))).toBe(
        '403 role_missing',
      );
    });

    it('removes one for good', async () => {
      const path = `/admin/knowledge/collections/${personal}`;
      expect(await refused(ask(staff, 'delete', path, { reason }))).toBe('403 role_missing');
      expect(await refused(ask(stranger, 'delete', path, { reason }))).toBe('404 not_found');
      const before = house.swept.times;
      expect((await ask(admin, 'delete', path, { reason })).status).toBe(204);
      expect(house.swept.times).toBe(before + 1);
      expect(await refused(ask(admin, 'delete', path, { reason }))).toBe('404 not_found');
      expect(await sweepRemoved(store)).toMatchObject({ collections: 1 });
    });
  });

  describe('of documents', () => {
    let collection: string;
    const find = async (question: string, who = staff) =>
      (await house.find(who, question)).map(({ document }) => document.name);
    beforeAll(async () => {
      const answer = await ask(admin, 'post', '/admin/knowledge/examples');
      expect(answer.status).toBe(201);
      collection = collectionReport.parse(answer.body).id;
      await house.importer.finished(null);
    });
    const list = async (who = admin, query = '') => {
      const { body } = await ask(who, 'get', `/admin/knowledge/collections/${collection}/documents${query}`);
      return documentReports.parse(body);
    };

    it('has invented ones to begin with, each once', async () => {
      const { documents, total } = await list();
      expect([total, documents.map(({ kind }) => kind)]).toEqual([
        5,
        ['regulation', 'regulation', 'regulation', 'handbook', 'circular'],
      ]);
      expect(documents[2]?.versions).toMatchObject([
        { number: 1, validFrom: '2026-03-01', state: 'current' },
      ]);
      expect(documents.every(({ reviewOn }) => reviewOn !== null)).toBe(true);
      expect(await refused(ask(admin, 'post', '/admin/knowledge/examples'))).toBe('409 name_taken');
      expect(await find('Wie hoch ist die Wegstreckenentschädigung je Kilometer?')).toEqual(
        expect.arrayContaining([
          'Dienstanweisung Reisekosten.md',
          'Rundschreiben Wegstreckenentschädigung 2023.md',
        ]),
      );
      expect(await find('Wie hoch ist die Wegstreckenentschädigung je Kilometer?', stranger)).toEqual([]);
    });

    it('shows and changes them to those who may', async () => {
      expect((await list(admin, '?filter=HANDBUCH')).documents).toHaveLength(1);
      const [document] = (await list(admin, '?filter=Rundschreiben')).documents;
      const path = `/admin/knowledge/documents/${document?.id}`;
      expect(await refused(ask(staff, 'get', path))).toBe('403 role_missing');
      expect(await refused(ask(stranger, 'get', path))).toBe('404 not_found');
      expect(await refused(ask(admin, 'get', '/admin/knowledge/documents/unknown'))).toBe('404 not_found');
      const change = {
        revision: document?.revision,
        kind: 'circular',
        reviewOn: null,
        validFrom: '2023-06-01',
      };
      expect(await refused(ask(admin, 'put', path, { ...change, validTo: '2023-05-31' }))).toBe(
        '400 invalid_request',
      );
      expect(await refused(ask(stranger, 'put', path, { ...change, validTo: null }))).toBe('404 not_found');
      const changed = await ask(admin, 'put', path, { ...change, validTo: '2026-02-28' });
      expect(documentReport.parse(changed.body).versions[0]).toMatchObject({
        state: 'old',
        validTo: '2026-02-28',
      });
      expect(await refused(ask(admin, 'put', path, { ...change, validTo: null }))).toBe('409 conflict');
      expect(await find('Routenplaner Umwege')).not.toContain(
        'Rundschreiben Wegstreckenentschädigung 2023.md',
      );
    });

    it('removes them, and with them every trace in the search', async () => {
      const [document] = (await list(admin, '?filter=Posteingang')).documents;
      const path = `/admin/knowledge/documents/${document?.id}`;
      expect(await find('Fristbriefkasten')).toContain('Prozesshandbuch Posteingang.md');
      expect(await refused(ask(staff, 'delete', path, { reason }))).toBe('403 role_missing');
      expect((await ask(admin, 'delete', path, { reason })).status).toBe(204);
      expect(await find('Fristbriefkasten')).not.toContain('Prozesshandbuch Posteingang.md');
      expect(await sweepRemoved(store)).toEqual({ versions: 1, documents: 1, collections: 0 });
      const terms = await store.tamper(`select term from amtsfeder.term_count where term like 'fristbrief%'`);
      expect(terms).toEqual([]);
    });

    it('tells what wants to be looked at', async () => {
      const path = `/admin/knowledge/collections/${collection}/upkeep`;
      await store.within({ kommune: HERE }, (db) =>
        noteUnanswered(db, HERE, { question: 'Gibt es Obst?', collections: [collection] }, 30),
      );
      expect(await refused(ask(staff, 'get', path))).toBe('403 role_missing');
      expect(await refused(ask(stranger, 'get', path))).toBe('404 not_found');
      expect(upkeepReport.parse((await ask(admin, 'get', path)).body)).toMatchObject({
        unanswered: [{ question: 'Gibt es Obst?', times: 1, last: null }],
        duplicates: [],
        deadLinks: [],
        neverFound: { sections: [] },
      });
    });
  });
});
