import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { libraryItem, libraryList, MAX_OWN_PROMPTS } from '../../contract/agents/library.ts';
import { eraseLibraryRecords, libraryRecords } from '../agents/library/personal-room.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  agentContent,
  anna,
  bert,
  HERE,
  libraryApp,
  libraryPseudonym,
  personOf,
  promptOf,
  staff,
  stranger,
  strangerStaff,
  textBlockOf,
  vera,
  viktor,
} from './testing/library-app.ts';

onBothStores('the library as it is used', (open) => {
  let store: TestStore;
  let house: ReturnType<typeof libraryApp>;
  beforeAll(async () => {
    store = await open();
    house = libraryApp(store);
  });
  const refused: typeof house.refused = (asked) => house.refused(asked);
  const addOwn = async (who: string, name: string) => {
    const { status, body } = await house.ask(who, 'post', '/library/own', { content: promptOf(name) });
    expect(status).toBe(201);
    return libraryItem.parse(body);
  };

  it('is found by what it does', async () => {
    await house.approved(promptOf('Bürgerbrief'));
    await house.approved(
      agentContent({ name: 'Anfrage beantworten', purpose: 'Entwirft das Antwortschreiben.' }),
    );
    expect((await house.names(staff, 'Antwort an einen Einwohner'))[0]).toBe('Anfrage beantworten');
    expect((await house.names(staff, 'jemand hat angerufen'))[0]).toBe('Telefonnotiz');
    expect(await house.names(staff, 'Quantenphysik')).toEqual([]);
    expect(await refused(house.ask(staff, 'get', `/library?suche=${'x'.repeat(5_000)}`))).toBe(
      '400 invalid_request',
    );
  });

  it('says of each thing whose it is, and what an agent may', async () => {
    await house.approved(textBlockOf('Datenschutz'), vera, viktor, 'verbund');
    const { body } = await house.ask(staff, 'get', '/library');
    const { items } = libraryList.parse(body);
    expect(items).toContainEqual(
      expect.objectContaining({ name: 'Datenschutz', origin: 'verbund', owner: 'KI-Verbund', work: null }),
    );
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'telefonnotiz',
        origin: 'shipped',
        work: 'ablauf',
        dataClass: 'internal',
      }),
    );
  });

  describe('favourites', () => {
    const path = '/library/telefonnotiz/favourite';
    it('are a person’s own, and stand first', async () => {
      expect((await house.ask(staff, 'put', path)).status).toBe(204);
      expect((await house.ask(staff, 'put', path)).status).toBe(204);
      expect((await house.names(staff))[0]).toBe('Telefonnotiz');
      expect((await house.used(staff, 'telefonnotiz')).card.favourite).toBe(true);
      expect((await house.used(anna, 'telefonnotiz')).card.favourite).toBe(false);
      expect((await house.ask(staff, 'delete', path)).status).toBe(204);
      expect((await house.used(staff, 'telefonnotiz')).card.favourite).toBe(false);
    });

    it('are of what a person may use', async () => {
      const own = await house.approved(promptOf('Fremd'));
      const asked = house.ask(strangerStaff, 'put', `/library/${own.card.id}/favourite`);
      expect(await refused(asked)).toBe('404 not_found');
    });
  });

  describe('own Anweisungen', () => {
    it('are made, changed, found and deleted by the person alone', async () => {
      const own = await addOwn(staff, 'Meine Zusammenfassung');
      expect(own).toMatchObject({
        card: { origin: 'own', owner: '', number: 1 },
        content: { kind: 'prompt' },
      });
      expect(await house.names(staff, 'zusammenfassen')).toContain('Meine Zusammenfassung');
      const path = `/library/own/${own.card.id}`;
      for (const who of [anna, `staff@${HERE}@andere`, strangerStaff, vera]) {
        expect(await house.names(who)).not.toContain('Meine Zusammenfassung');
        expect(await refused(house.ask(who, 'get', `/library/${own.card.id}`))).toBe('404 not_found');
        expect(await refused(house.ask(who, 'put', path, { content: promptOf('Geklaut') }))).toBe(
          '404 not_found',
        );
        expect(await refused(house.ask(who, 'delete', path))).toBe('404 not_found');
      }
      const { body } = await house.ask(staff, 'put', path, { content: promptOf('Anders') });
      expect(libraryItem.parse(body).card.name).toBe('Anders');
      expect((await house.ask(staff, 'delete', path)).status).toBe(204);
      expect(await refused(house.ask(staff, 'delete', path))).toBe('404 not_found');
    });

    it('lie sealed, and do not open for anybody else', async () => {
      const own = await addOwn(staff, 'Geheimratsecke');
      const text = async () =>
        (await store.tamper(`select encode(content, 'escape') as row from amtsfeder.library_prompt`))
          .map(({ row }) => String(row))
          .join();
      expect(await text()).not.toContain('Geheimratsecke');
      await addOwn(`staff@${HERE}@neugierig`, 'Köder');
      await store.tamper(
        `update amtsfeder.library_prompt set content = (select content from amtsfeder.library_prompt where id = $1)
         where id <> $1`,
        [own.card.id],
      );
      expect(await house.names(`staff@${HERE}@neugierig`)).not.toContain('Geheimratsecke');
      expect(await house.names(staff)).toContain('Geheimratsecke');
    });

    it.each([
      ['what can’t be filled in', promptOf('Leer', 'Ohne Angabe')],
      ['an agent', agentContent()],
    ])('are not %s', async (_what, content) => {
      expect(await refused(house.ask(staff, 'post', '/library/own', { content }))).toBe('422 library_faulty');
    });

    it('are so many and no more', async () => {
      const many = `staff@${HERE}@vielschreiber`;
      for (let made = 0; made < MAX_OWN_PROMPTS; made++) await addOwn(many, `Nummer ${made}`);
      const { status, body } = await house.ask(many, 'post', '/library/own', {
        content: promptOf('Zu viel'),
      });
      expect({ status, body }).toMatchObject({
        status: 422,
        body: { faults: [{ text: expect.stringMatching(/100/) }] },
      });
    });
  });

  describe('uses', () => {
    const use = (name: string, kommune = HERE) =>
      house.library.source.noteUse(personOf(`staff@${kommune}@${name}`), 'telefonnotiz');
    const monthPasses = async () => {
      await store.tamper(`update amtsfeder.library_use set month = month - interval '1 month'`);
      await store.tamper(`update amtsfeder.library_head set month = month - interval '1 month'`);
      await store.tamper(`update amtsfeder.head_salt set month = month - interval '1 month'`);
    };
    const shown = async (who: string) =>
      (await house.cards(who)).find(({ id }) => id === 'telefonnotiz')?.uses ?? null;

    it('are a number of the last month where five persons used it, and none before', async () => {
      for (const name of ['a', 'b', 'c', 'd', 'a', 'a']) await use(name);
      expect(await shown(anna)).toBeNull();
      await monthPasses();
      expect(await shown(anna)).toBeNull();
      await store.tamper('delete from amtsfeder.library_use');
      await store.tamper('delete from amtsfeder.library_head');
      for (const name of ['a', 'b', 'c', 'd', 'e', 'a']) await use(name);
      for (const name of ['x', 'y']) await use(name, 'donnersbergkreis');
      await monthPasses();
      expect(await shown(anna)).toBe(6);
      // Two of another Kommune are not told, neither there nor as what is over in the sum of all.
      expect(await shown(stranger)).toBeNull();
      expect(await shown(vera)).toBe(6);
    });

    it('keep no older month than the last', async () => {
      await monthPasses();
      await use('a');
      const rows = await store.tamper(`select uses from amtsfeder.library_use where kommune = $1`, [HERE]);
      expect(rows).toEqual([{ uses: 1 }]);
    });

    it('are of what there is', async () => {
      const [before] = await store.tamper('select count(*)::int as n from amtsfeder.library_use');
      await house.library.source.noteUse(personOf(staff), '11111111-1111-4111-8111-111111111111');
      await house.library.source.noteUse(personOf(staff), 'gibt-es-nicht');
      expect(await store.tamper('select count(*)::int as n from amtsfeder.library_use')).toEqual([before]);
    });
  });

  it('tells a person what it keeps of them, and erases it', async () => {
    const who = `staff@${HERE}@auskunft`;
    const subject = personOf(who);
    const own = await addOwn(who, 'Persönlich');
    await addOwn(anna, 'Bleibt');
    await house.ask(who, 'put', `/library/${own.card.id}/favourite`);
    await house.library.source.noteUse(subject, 'telefonnotiz');
    const within = <T>(work: (db: Parameters<typeof libraryRecords>[0]) => Promise<T>) =>
      store.within({ kommune: HERE }, work);
    const records = () => within((db) => libraryRecords(db, subject, libraryPseudonym));
    expect(await records()).toEqual([
      expect.objectContaining({ what: 'prompt', name: 'Persönlich', text: 'Fasse {{ thema }} zusammen.' }),
      { what: 'favourite', item: own.card.id },
      { what: 'counted', item: 'telefonnotiz', month: expect.stringMatching(/^20\d\d-\d\d-01$/) },
    ]);
    expect(await within((db) => eraseLibraryRecords(db, subject, libraryPseudonym))).toBe(3);
    expect(await records()).toEqual([]);
    expect(await house.names(anna)).toContain('Bleibt');
  });

  describe('what else the house has of it', () => {
    it('are Textbausteine of the Kommune and the Verbund', async () => {
      await house.approved(textBlockOf('Kusel'));
      await house.create(anna, textBlockOf('Nur Entwurf'));
      const labels = async (kommune: string) =>
        (await house.library.stock.textBlocksFor(kommune)).map(({ label }) => label);
      expect(await labels(HERE)).toEqual(expect.arrayContaining(['Datenschutz', 'Kusel']));
      expect(await labels(HERE)).not.toContain('Nur Entwurf');
      expect(await labels('donnersbergkreis')).toEqual(['Datenschutz']);
    });

    it('are Vorlagen, ready to be filled, which agents can name', async () => {
      const bytes = await readFile(new URL('../../templates/vermerk/vorlage.docx', import.meta.url));
      const file = bytes.toString('base64');
      const content = { kind: 'template', name: 'Hausvermerk', purpose: '', form: 'note', file } as const;
      const approved = await house.approved(content);
      const used = await house.used(staff, approved.card.id);
      expect(used.content).toEqual(content);
      const [template] = await house.library.stock.templatesFor(HERE);
      if (template === undefined) throw new Error();
      expect(template).toMatchObject({ id: approved.card.id, label: 'Hausvermerk', form: 'note' });
      expect(template.fields.betreff).toMatchObject({ from: 'subject' });
      // Read once.
      expect((await house.library.stock.templatesFor(HERE))[0]).toBe(template);
      expect(await house.library.stock.templatesFor('donnersbergkreis')).toEqual([]);
      const docx = await house
        .ask(anna, 'get', `${house.at(approved)}/versions/1/file`)
        .buffer(true)
        .parse((response, done) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => done(null, Buffer.concat(chunks)));
        });
      expect(Buffer.compare(docx.body as Buffer, bytes)).toBe(0);
      const naming = agentContent();
      if (naming.kind !== 'agent' || naming.agent.work.kind !== 'ablauf') throw new Error();
      naming.agent.work.outcome = { from: 'notiz', as: 'vorlage', template: 'Hausvermerk' };
      expect((await house.submit(anna, await house.create(anna, naming))).status).toBe(200);
      const elsewhere = await house.create(stranger, naming);
      expect(await refused(house.submit(stranger, elsewhere))).toBe('422 library_faulty');
      await house.item(house.withdraw(bert, approved));
      expect(await house.library.stock.templatesFor(HERE)).toEqual([]);
    });
  });
});
