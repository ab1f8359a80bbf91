import { beforeAll, expect, it } from '@jest/globals';
import express, { type Express } from 'express';
import request from 'supertest';
import { documentPart, everywhere, searchAnswer } from '../../contract/knowledge.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import { createSearch } from '../knowledge/search/search.ts';
import { KOMMUNE, openTestHouse, OTHER, type TestHouse } from '../knowledge/search/testing/house.ts';
import {
  addCollection,
  addDocument,
  type TestCollection,
} from '../knowledge/search/testing/library.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { knowledgeSearchRoutes } from './knowledge-search.ts';
import { problemHandler } from './problem.ts';
import { apiRouter } from './route.ts';

/** The routes; the Kommune of whoever asks stands in a header. */
function appOn(store: TestStore): Express {
  const routes = knowledgeSearchRoutes({
    store,
    search: createSearch({ store }),
    meaning: { vectorsOf: () => Promise.resolve([]) },
    also: (_, question) => Promise.resolve(question === 'Wauwau' ? [{ words: 'Hund', weight: 0.5 }] : []),
  });
  return express()
    .use(
      apiRouter(routes, (asked) =>
        Promise.resolve({
          id: 'test#clerk',
          kommune: String(asked.headers['x-kommune']),
          department: '',
          roles: ['staff'],
          name: 'Erika Muster',
          email: 'erika@example.de',
        }),
      ),
    )
    .use(
      problemHandler((fault) => {
        throw fault;
      }),
    );
}

onBothStores('the routes of the search', (open) => {
  let store: TestStore;
  let house: TestHouse;
  let app: Express;
  let long: TestCollection;
  let version: string;
  beforeAll(async () => {
    store = await open();
    house = await openTestHouse(store);
    long = await addCollection(store, KOMMUNE, 'Handbuch');
    ({ version } = await addDocument(store, long, {
      name: 'h.md',
      title: 'Handbuch',
      sections: Array.from({ length: 60 }, (_, index) => ({
        path: [`${index} Schritt`],
        text: index === 30 ? 'Hier steht der Schlüsselkasten.' : `Arbeitsgang ${index}`,
        pages: index % 2 === 0 ? { first: index, last: index } : null,
      })),
    }));
    app = appOn(store);
  });
  const search = (question: unknown, scope: object = {}, kommune = KOMMUNE) =>
    request(app)
      .post('/knowledge/search')
      .set('x-kommune', kommune)
      .send({ version: CONTRACT_VERSION, question, scope: { ...everywhere, ...scope }, limit: 10 });
  const sections = (id: string, query = '', kommune = KOMMUNE) =>
    request(app).get(`/knowledge/versions/${id}/sections${query}`).set('x-kommune', kommune);

  it('finds, with cards and whom to ask', async () => {
    const { status, body } = await search('Wann muss ich meinen Hund anzeigen?');
    expect(status).toBe(200);
    const answer = searchAnswer.parse(body);
    expect(answer.cards[0]).toMatchObject({
      number: 1,
      collection: { id: house.own.id, name: 'Dienstanweisungen', verbund: false },
      document: { name: 'hund.md' },
      path: ['§ 7 Anzeige'],
    });
    expect(answer.enough).toBe(true);
    expect(answer.contacts).toHaveLength(3);
  });

  it('takes further words from the dictionary', async () => {
    const { cards } = searchAnswer.parse((await search('Wauwau')).body);
    expect(cards[0]?.document.name).toBe('hund.md');
  });

  it('looks where it is told to, and nowhere else', async () => {
    const { body } = await search('schriftlich', { collections: [house.verbund.id] });
    expect(searchAnswer.parse(body)).toMatchObject({
      cards: [{ document: { name: 'homeoffice.md' }, collection: { verbund: true } }],
      contacts: [{ collection: 'Bibliothek des Verbunds' }],
    });
    const foreign = await search('Hund', { collections: [house.own.id] }, OTHER);
    const unknown = await search('Hund', { collections: ['7b0d0000-0000-4000-8000-000000000000'] }, OTHER);
    expect([foreign.status, foreign.body]).toEqual([200, unknown.body]);
    expect(foreign.body).toMatchObject({ cards: [], contacts: [] });
  });

  it.each([
    ['too long a question', 'x'.repeat(2_001), 413],
    ['none', ' ', 400],
    ['no text', 7, 400],
  ])('refuses %s', async (_, question, status) => {
    expect((await search(question)).status).toBe(status);
  });

  it('shows a document around a section', async () => {
    const { cards } = searchAnswer.parse((await search('Schlüsselkasten')).body);
    const part = documentPart.parse((await sections(version, `?around=${cards[0]?.section}`)).body);
    expect(part).toMatchObject({ total: 60, format: null, document: { version, title: 'Handbuch' } });
    expect(part.sections.map(({ number }) => number)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 15),
    );
    expect(part.sections[15]).toMatchObject({ section: cards[0]?.section, pages: { first: 30, last: 30 } });
    const end = documentPart.parse((await sections(version, '?from=55')).body);
    expect(end.sections.map(({ number }) => number)).toEqual([55, 56, 57, 58, 59]);
    expect(documentPart.parse((await sections(version)).body).sections[0]?.number).toBe(0);
  });

  it('says of what is not there and of what is not theirs the same', async () => {
    const { cards } = searchAnswer.parse((await search('Hund')).body);
    const other = cards[0]?.section ?? 0;
    const answers = await Promise.all([
      sections('7b0d0000-0000-4000-8000-000000000000'),
      sections('x'),
      sections(version, '?around=999999'),
      sections(version, `?around=${other}`),
      sections(version, '?around=-1'),
      sections(version, '?from=99999999999'),
      sections(version, '?around=1&around=2'),
      sections(version, '', OTHER),
      sections(version, `?around=${other}`, OTHER),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});
