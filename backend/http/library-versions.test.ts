import { beforeAll, describe, expect, it } from '@jest/globals';
import { contentReport, versionView } from '../../contract/agents/library.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  agentContent,
  anna,
  bert,
  libraryApp,
  personOf,
  promptOf,
  staff,
  textBlockOf,
} from './testing/library-app.ts';

onBothStores('what stands in the library', (open) => {
  let store: TestStore;
  let house: ReturnType<typeof libraryApp>;
  beforeAll(async () => {
    store = await open();
    house = libraryApp(store);
  });
  const refused: typeof house.refused = (asked) => house.refused(asked);

  describe('by versions', () => {
    it('keeps the approved one until the next is approved, and tells what changed', async () => {
      const first = await house.approved(textBlockOf('Hinweis', 'Eins\nZwei\nDrei'));
      const second = await house.item(house.save(anna, first, textBlockOf('Hinweis', 'Eins\nZwo\nDrei')));
      expect(second).toMatchObject({
        card: { approved: 1, state: 'draft' },
        versions: [{ number: 2 }, { number: 1 }],
      });
      const used = await house.used(staff, first.card.id);
      expect(used).toMatchObject({ card: { number: 1 }, content: { text: 'Eins\nZwei\nDrei' } });
      const done = await house.item(house.decide(bert, await house.item(house.submit(anna, second))));
      expect(done.versions.map(({ number, state }) => [number, state])).toEqual([
        [2, 'approved'],
        [1, 'replaced'],
      ]);
      const { body } = await house.ask(anna, 'get', `${house.at(first)}/versions/2?against=1`);
      const { changes, against } = versionView.parse(body);
      expect(against).toBe(1);
      expect(changes.filter(({ kind }) => kind !== 'same')).toEqual([
        { kind: 'removed', text: 'Zwei' },
        { kind: 'added', text: 'Zwo' },
      ]);
      expect(await refused(house.ask(anna, 'get', `${house.at(first)}/versions/3`))).toBe('404 not_found');
    });

    it('lets nobody overwrite or approve what they have not seen', async () => {
      const draft = await house.create(anna, promptOf('Wettlauf'));
      const [one, two] = await Promise.all([
        house.save(anna, draft, promptOf('Wettlauf A')),
        house.save(bert, draft, promptOf('Wettlauf B')),
      ]);
      expect([one.status, two.status].toSorted()).toEqual([200, 409]);
      expect(await refused(house.submit(anna, draft))).toBe('409 conflict');
      const handed = await house.item(house.submit(anna, await house.view(anna, draft)));
      const changed = await house.item(house.save(anna, handed, promptOf('Wettlauf C')));
      expect(changed.versions[0]).toMatchObject({ state: 'draft', screening: null });
      expect(await refused(house.decide(bert, handed))).toBe('409 conflict');
    });

    it('gives a draft up, and with the only one all of it', async () => {
      const draft = await house.create(anna, promptOf('Verworfen'));
      const drop = (of: typeof draft) =>
        house.ask(anna, 'delete', `${house.at(of)}/draft`, { revision: house.revisionOf(of) });
      expect((await drop(draft)).status).toBe(204);
      expect(await refused(house.ask(anna, 'get', house.at(draft)))).toBe('404 not_found');
      const approved = await house.approved(promptOf('Bleibt'));
      expect(await refused(drop(approved))).toBe('409 conflict');
      const next = await house.item(house.save(anna, approved, promptOf('Bleibt nicht')));
      expect((await drop(next)).status).toBe(204);
      expect((await house.view(anna, approved)).versions).toHaveLength(1);
    });

    it('is gone for all at once when it is withdrawn, and may come again by four eyes', async () => {
      const approved = await house.approved(agentContent({ name: 'Abgezogen' }));
      const source = house.library.source;
      expect(await source.approved(personOf(staff), approved.card.id)).toMatchObject({ number: 1 });
      const away = await house.item(house.withdraw(bert, approved));
      expect(away.card).toMatchObject({ approved: null, state: 'withdrawn', may: { withdraw: false } });
      expect(await house.names(staff)).not.toContain('Abgezogen');
      expect(await source.approved(personOf(staff), approved.card.id)).toBeNull();
      expect(await refused(house.ask(staff, 'get', `/library/${approved.card.id}`))).toBe('404 not_found');
      expect(await refused(house.withdraw(bert, approved))).toBe('409 conflict');
      const again = await house.item(house.save(anna, away, agentContent({ name: 'Abgezogen' })));
      await house.item(house.decide(bert, await house.item(house.submit(anna, again))));
      expect(await source.approved(personOf(staff), approved.card.id)).toMatchObject({ number: 2 });
    });

    it('is due for review a year after its approval, or when an agent says so', async () => {
      const { card } = await house.approved(promptOf('Alt'));
      await store.tamper(`update amtsfeder.library_version set review_on = '2020-01-01' where item = $1`, [
        card.id,
      ]);
      expect(await house.cards(anna)).toContainEqual(
        expect.objectContaining({ id: card.id, overdue: true, reviewOn: '2020-01-01' }),
      );
      const agent = await house.approved(agentContent({ reviewOn: '2098-02-03' }));
      expect(agent.card).toMatchObject({ reviewOn: '2098-02-03', overdue: false });
      const past = await house.create(anna, agentContent({ reviewOn: '2020-01-01' }));
      expect(await refused(house.submit(anna, past))).toBe('422 library_faulty');
    });
  });

  describe('by what stands in it', () => {
    const circle = agentContent({
      work: {
        kind: 'ablauf',
        steps: [
          {
            ...{ id: 'erst', title: 'Erst', kind: 'schreiben', form: 'text', drawsOn: ['dann'] },
            how: { kind: 'text', text: 'x' },
          },
          {
            ...{ id: 'dann', title: 'Dann', kind: 'schreiben', form: 'text', drawsOn: ['erst'] },
            how: { kind: 'text', text: 'x' },
          },
        ],
        outcome: { from: 'dann', as: 'vermerk' },
      },
    });
    const filledInto = (template: string) => {
      const content = agentContent();
      if (content.kind !== 'agent' || content.agent.work.kind !== 'ablauf') throw new Error();
      const work = { ...content.agent.work, outcome: { from: 'notiz', as: 'vorlage' as const, template } };
      return agentContent({ work });
    };

    it.each([
      ['a procedure that goes in a circle', circle, 'erst'],
      ['a Vorlage that there is none of', filledInto('Gibt es nicht'), null],
      ['an Anweisung that nothing is asked for', promptOf('Leer', 'Ohne'), null],
    ])('keeps %s as a draft and does not take it', async (_what, content, step) => {
      const draft = await house.create(anna, content);
      const { status, body } = await house.submit(anna, draft);
      expect({ status, body }).toMatchObject({
        status: 422,
        body: { code: 'library_faulty', faults: [{ step }] },
      });
      const checked = contentReport.parse(
        (await house.ask(anna, 'post', '/admin/library/check', { content })).body,
      );
      expect(checked).toMatchObject({ content: null, faults: [{ step }] });
    });

    it('takes a Vorlage of the house by its name', async () => {
      const draft = await house.create(anna, filledInto('Vermerk'));
      expect((await house.submit(anna, draft)).status).toBe(200);
    });

    it.each([
      ['no content', null],
      ['another kind', { kind: 'macro' }],
      [
        'an agent without a name',
        { kind: 'agent', agent: { ...(agentContent() as { agent: object }).agent, name: '' } },
      ],
      ['a character that no database keeps', promptOf('a\0b')],
      ['half a character', promptOf('a\ud800')],
      ['no Word document', { kind: 'template', name: 'V', purpose: '', form: 'note', file: 'QUJD' }],
    ])('saves not even as a draft: %s', async (_what, content) => {
      const asked = { owner: 'kommune', content };
      expect(await refused(house.ask(anna, 'post', '/admin/library', asked))).toBe('422 library_faulty');
    });

    it('stays of its kind', async () => {
      const draft = await house.create(anna, promptOf('Art'));
      expect(await refused(house.save(anna, draft, textBlockOf('Art')))).toBe('409 conflict');
    });

    it.each([agentContent(), promptOf('Datei'), textBlockOf('Datei')])(
      'goes into a file and comes back the same: $kind',
      async (content) => {
        const draft = await house.create(anna, content);
        const file = await house.ask(anna, 'get', `${house.at(draft)}/versions/1/file`);
        expect(file.headers['content-disposition']).toMatch(/^attachment; filename=.*\.yaml/);
        const text = file.text ?? (file.body as Buffer).toString();
        const read = await house.ask(anna, 'post', '/admin/library/read', { text });
        expect(contentReport.parse(read.body)).toMatchObject({ content, faults: [] });
      },
    );

    it.each(['{', '- 1', 'format: amtsfeder/agent/1', 'a: &a [*a]'])(
      'is not what this file says: %s',
      async (text) => {
        const { body } = await house.ask(anna, 'post', '/admin/library/read', { text });
        expect(contentReport.parse(body)).toMatchObject({
          content: null,
          faults: expect.arrayContaining([expect.anything()]),
        });
      },
    );
  });
});
