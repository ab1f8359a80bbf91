import { beforeAll, describe, expect, it } from '@jest/globals';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  agentContent,
  anna,
  bert,
  HERE,
  libraryApp,
  personOf,
  promptOf,
  reason,
  staff,
  stranger,
  strangerStaff,
  textBlockOf,
  vera,
  viktor,
} from './testing/library-app.ts';

onBothStores('whose the library is', (open) => {
  let store: TestStore;
  let house: ReturnType<typeof libraryApp>;
  beforeAll(async () => {
    store = await open();
    house = libraryApp(store);
  });
  const refused: typeof house.refused = (asked) => house.refused(asked);

  describe('by Kommune', () => {
    it('is nothing for another one, whoever asks', async () => {
      const own = await house.approved(promptOf('Nur Kusel'));
      for (const who of [stranger, viktor, 'data-protection@donnersbergkreis@d', strangerStaff]) {
        const paths = ['', '/versions/1', '/versions/1/file'].map((path) => `${house.at(own)}${path}`);
        const admin = who !== strangerStaff;
        for (const path of admin ? paths : []) {
          expect(await refused(house.ask(who, 'get', path))).toBe('404 not_found');
        }
        expect(await refused(house.ask(who, 'get', `/library/${own.card.id}`))).toBe('404 not_found');
      }
      for (const who of [stranger, viktor]) {
        expect(await refused(house.save(who, own, promptOf('Fremd')))).toBe('404 not_found');
        expect(await refused(house.submit(who, own))).toBe('404 not_found');
        expect(await refused(house.decide(who, own))).toBe('404 not_found');
        expect(await refused(house.withdraw(who, own))).toBe('404 not_found');
        expect(await refused(house.copy(who, own.card.id, who === viktor ? 'verbund' : 'kommune'))).toBe(
          '404 not_found',
        );
        expect((await house.cards(who)).map(({ name }) => name)).not.toContain('Nur Kusel');
      }
      expect((await house.view(anna, own)).card.approved).toBe(1);
    });

    it('of the Verbund is read by all and written by its administration alone', async () => {
      const common = await house.approved(promptOf('Für alle'), vera, viktor, 'verbund');
      expect(await house.names(strangerStaff)).toContain('Für alle');
      expect(await house.view(anna, common)).toMatchObject({
        card: {
          origin: 'verbund',
          kommune: null,
          may: { edit: false, approve: false, withdraw: false, copy: true },
        },
        versions: [{ author: { name: '' } }],
      });
      expect(await refused(house.save(anna, common, promptOf('Meins')))).toBe('403 role_missing');
      expect(await refused(house.withdraw(anna, common))).toBe('403 role_missing');
      expect(
        await refused(
          house.ask(anna, 'post', '/admin/library', { owner: 'verbund', content: promptOf('x') }),
        ),
      ).toBe('403 role_missing');
      expect(
        await refused(
          house.ask(vera, 'post', '/admin/library', { owner: 'kommune', content: promptOf('x') }),
        ),
      ).toBe('403 role_missing');
    });

    it('shows drafts of the Verbund to nobody in the Kommunen', async () => {
      const draft = await house.create(vera, promptOf('Noch geheim'), 'verbund');
      expect(await refused(house.ask(anna, 'get', house.at(draft)))).toBe('404 not_found');
      expect((await house.cards(anna)).map(({ name }) => name)).not.toContain('Noch geheim');
      expect((await house.cards(viktor)).map(({ name }) => name)).toContain('Noch geheim');
      expect(await refused(house.save(anna, draft, promptOf('x')))).toBe('404 not_found');
      expect(await refused(house.decide(anna, draft))).toBe('404 not_found');
    });
  });

  describe('by copies', () => {
    it('tells when the original has a newer version', async () => {
      const common = await house.approved(textBlockOf('Original', 'Alt'), vera, viktor, 'verbund');
      const copy = await house.item(house.copy(anna, common.card.id));
      expect(copy).toMatchObject({
        card: { kommune: HERE, state: 'draft', copiedFrom: { id: common.card.id, number: 1, newer: null } },
        content: { text: 'Alt' },
      });
      const next = await house.item(house.save(vera, common, textBlockOf('Original', 'Neu')));
      expect((await house.view(anna, copy)).card.copiedFrom?.newer).toBeNull();
      await house.item(house.decide(viktor, await house.item(house.submit(vera, next))));
      expect((await house.view(anna, copy)).card.copiedFrom).toEqual({
        id: common.card.id,
        number: 1,
        newer: 2,
      });
    });

    it('of what is shipped, for a Kommune or the Verbund', async () => {
      const own = await house.item(house.copy(anna, 'telefonnotiz'));
      expect(own.card).toMatchObject({
        origin: 'kommune',
        copiedFrom: { id: 'telefonnotiz', number: 1, newer: null },
      });
      const [shipped] = house.shipped;
      if (shipped === undefined) throw new Error();
      shipped.number = 2;
      expect((await house.view(anna, own)).card.copiedFrom?.newer).toBe(2);
      shipped.number = 1;
      expect((await house.item(house.copy(vera, 'telefonnotiz', 'verbund'))).card.origin).toBe('verbund');
      expect(await refused(house.copy(anna, 'telefonnotiz', 'verbund'))).toBe('403 role_missing');
    });

    it('of nothing else', async () => {
      const own = await house.approved(promptOf('Eigenes'));
      expect(await refused(house.copy(anna, own.card.id))).toBe('404 not_found');
      const draft = await house.create(vera, promptOf('Entwurf'), 'verbund');
      expect(await refused(house.copy(anna, draft.card.id))).toBe('404 not_found');
    });
  });

  describe('what is shipped', () => {
    const telefon = '/admin/library/telefonnotiz';
    const withdraw = (who: string) => house.ask(who, 'post', `${telefon}/withdraw`, { reason });
    const bringBack = (who: string, revision: number) =>
      house.ask(who, 'post', `${telefon}/decision`, { revision, decision: 'approve', reason });

    it('is there for all, and never changed', async () => {
      expect(await house.names(staff)).toContain('Telefonnotiz');
      const item = await house.item(house.ask(anna, 'get', telefon));
      expect(item).toMatchObject({
        card: {
          origin: 'shipped',
          approved: 1,
          may: { edit: false, withdraw: true, copy: true, approve: false },
        },
        versions: [],
      });
      const save = { revision: 0, content: agentContent() };
      expect(await refused(house.ask(vera, 'put', `${telefon}/draft`, save))).toBe('404 not_found');
    });

    it('is withdrawn by a Kommune for itself, and brought back', async () => {
      expect((await withdraw(anna)).status).toBe(200);
      expect(await house.names(staff)).not.toContain('Telefonnotiz');
      expect(await house.names(strangerStaff)).toContain('Telefonnotiz');
      expect(await house.library.source.approved(personOf(staff), 'telefonnotiz')).toBeNull();
      const item = await house.item(house.ask(anna, 'get', telefon));
      expect(item).toMatchObject({ card: { state: 'withdrawn', approved: null, may: { approve: true } } });
      expect(await refused(withdraw(anna))).toBe('409 conflict');
      expect(await refused(bringBack(anna, 9))).toBe('409 conflict');
      expect(await refused(bringBack(anna, house.revisionOf(item)))).toMatch(/ same_person$/);
      expect((await bringBack(bert, house.revisionOf(item))).status).toBe(200);
      expect(await house.names(staff)).toContain('Telefonnotiz');
    });

    it('is withdrawn by the Verbund for all, whatever a Kommune says', async () => {
      expect((await withdraw(vera)).status).toBe(200);
      expect(await house.names(staff)).not.toContain('Telefonnotiz');
      expect(await house.names(strangerStaff)).not.toContain('Telefonnotiz');
      const seen = await house.item(house.ask(anna, 'get', telefon));
      expect(seen).toMatchObject({
        card: { state: 'withdrawn', may: { approve: false } },
        versions: [{ state: 'withdrawn' }],
      });
      const item = await house.item(house.ask(viktor, 'get', telefon));
      expect((await bringBack(viktor, house.revisionOf(item))).status).toBe(200);
      expect(await house.names(strangerStaff)).toContain('Telefonnotiz');
    });
  });
});
