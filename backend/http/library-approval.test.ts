import { beforeAll, describe, expect, it } from '@jest/globals';
import { listActs } from '../audit/acts.store.ts';
import { forgetActor } from '../audit/persons.store.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import {
  agentContent,
  anna,
  bert,
  dsb,
  HERE,
  libraryApp,
  personOf,
  promptOf,
  reason,
  staff,
  strangerStaff,
  vera,
  viktor,
} from './testing/library-app.ts';

onBothStores('how something of the library comes to others', (open) => {
  let store: TestStore;
  let house: ReturnType<typeof libraryApp>;
  beforeAll(async () => {
    store = await open();
    house = libraryApp(store);
  });
  const refused: typeof house.refused = (asked) => house.refused(asked);

  describe('by four eyes', () => {
    it('goes from a draft over handing in to what others see', async () => {
      const draft = await house.create(anna, promptOf('Kurz'));
      expect(draft).toMatchObject({
        card: { kommune: HERE, origin: 'kommune', approved: null, state: 'draft', uses: null },
        versions: [{ number: 1, state: 'draft', revision: 1, author: { name: 'Frau anna', self: true } }],
      });
      expect(await house.names(staff)).not.toContain('Kurz');
      const handed = await house.item(house.submit(anna, draft));
      expect(handed.card).toMatchObject({ state: 'submitted', may: { approve: false } });
      expect((await house.view(bert, draft)).card.may.approve).toBe(true);
      expect(await house.names(staff)).not.toContain('Kurz');
      const approved = await house.item(house.decide(bert, handed));
      expect(approved).toMatchObject({
        card: { state: 'approved', approved: 1, overdue: false, reviewOn: expect.stringMatching(/^20\d\d-/) },
        versions: [
          { approver: { name: 'Frau bert', self: true }, author: { name: 'Frau anna', self: false }, reason },
        ],
      });
      expect(await house.names(staff)).toContain('Kurz');
      expect(await house.names(strangerStaff)).not.toContain('Kurz');
    });

    it('is not approved by whoever wrote at it or handed it in', async () => {
      const draft = await house.create(anna, promptOf('Vier'));
      const mended = await house.item(house.save(bert, draft, promptOf('Vier Augen')));
      const handed = await house.item(house.submit(bert, mended));
      expect(await refused(house.decide(anna, handed))).toBe('409 same_person');
      expect(await refused(house.decide(bert, handed))).toBe('409 same_person');
      const carl = `local-admin@${HERE}@carl`;
      expect((await house.decide(carl, handed)).status).toBe(200);
    });

    it('is not approved where nobody can tell any more who wrote it, until somebody answers for it', async () => {
      const gone = `local-admin@${HERE}@gone`;
      const draft = await house.create(gone, promptOf('Herrenlos'));
      const handed = await house.item(house.submit(gone, draft));
      await store.within({ kommune: HERE }, (db) => forgetActor(db, HERE, personOf(gone).id));
      const seen = await house.view(bert, handed);
      expect(seen).toMatchObject({ versions: [{ author: { name: '' } }], card: { may: { approve: false } } });
      expect(await refused(house.decide(bert, handed))).toBe('409 same_person');
      const saved = await house.item(house.save(anna, handed, promptOf('Herrenlos')));
      const again = await house.item(house.submit(anna, saved));
      expect((await house.decide(bert, again)).status).toBe(200);
    });

    it('is sent back, and goes on as a draft', async () => {
      const handed = await house.item(house.submit(anna, await house.create(anna, promptOf('Zurück'))));
      const back = await house.item(house.decide(bert, handed, 'return'));
      expect(back.versions[0]).toMatchObject({ state: 'draft', reason });
      expect(await refused(house.decide(bert, back))).toBe('409 conflict');
    });

    it('needs a reason', async () => {
      const draft = await house.create(anna, promptOf('Grundlos'));
      const asked = { revision: 1, screening: { uses: [], checkedByPerson: true, remark: '' }, reason: 'so' };
      expect(await refused(house.ask(anna, 'post', `${house.at(draft)}/submit`, asked))).toBe(
        '422 reason_missing',
      );
    });
  });

  describe('by what it is used for', () => {
    const personnel = { uses: ['personnel' as const], checkedByPerson: true, remark: '' };
    it.each([
      ['what was answered', promptOf('Ordnen'), personnel],
      [
        'its own words',
        promptOf('Bewerbungen', 'Ordne Bewerbungen: {{ thema }}'),
        { ...personnel, uses: [] },
      ],
      ['that no person checks it', promptOf('Blind'), { ...personnel, uses: [], checkedByPerson: false }],
    ])('is up to the Datenschutz alone by %s', async (_why, content, screening) => {
      const draft = await house.create(anna, content);
      const handed = await house.item(house.submit(anna, draft, screening));
      expect((await house.view(bert, handed)).card.may.approve).toBe(false);
      expect((await house.view(dsb, handed)).card.may.approve).toBe(true);
      expect(await refused(house.decide(bert, handed))).toBe('409 high_risk_refused');
      expect(await refused(house.decide('data-protection@donnersbergkreis@d', handed))).toBe('404 not_found');
      expect((await house.decide(dsb, handed)).status).toBe(200);
    });

    it('is not up to the Datenschutz where it is no such use', async () => {
      const handed = await house.item(house.submit(anna, await house.create(anna, promptOf('Brav'))));
      expect(await refused(house.decide(dsb, handed))).toBe('403 role_missing');
    });

    it('tells what its words speak of', async () => {
      const content = promptOf('Asyl', 'Fasse den Asylantrag zusammen: {{ thema }}');
      const handed = await house.item(house.submit(anna, await house.create(anna, content)));
      expect(handed.versions[0]).toMatchObject({ suspected: ['migration'], screening: { uses: [] } });
    });

    it('of the Verbund is up to the Datenschutz of any member, never to whoever writes for all', async () => {
      const both = `verbund-admin+data-protection@${HERE}@vera`;
      const draft = await house.create(vera, promptOf('Bußgeld', 'Bußgeld: {{ thema }}'), 'verbund');
      const handed = await house.item(house.submit(vera, draft));
      expect(await refused(house.decide(viktor, handed))).toBe('409 high_risk_refused');
      expect(await refused(house.decide(both, handed))).toBe('409 same_person');
      const seen = await house.view(dsb, handed);
      expect(seen.versions[0]).toMatchObject({ author: { name: '' }, state: 'submitted' });
      expect((await house.decide(dsb, handed)).status).toBe(200);
      expect(await house.names(strangerStaff)).toContain('Bußgeld');
    });
  });

  describe('by its examples', () => {
    const report = (outcome: 'as_expected' | 'other' | 'failed') => ({
      ...{ name: 'Eins', outcome, message: null, expectations: [] },
    });
    const withExample = (name: string) =>
      agentContent({
        name,
        examples: [
          {
            name: 'Eins',
            inputs: { inhalt: { kind: 'feld', value: { kind: 'text', text: 'x' } } },
            expects: [{ at: 'notiz', contains: 'x' }],
          },
        ],
      });

    it('is handed in with them, and not where one turns out otherwise', async () => {
      const draft = await house.create(anna, withExample('Geprüft'));
      house.runs.reports = [report('other')];
      const { status, body } = await house.submit(anna, draft);
      expect({ status, body }).toMatchObject({
        status: 422,
        body: { code: 'examples_failed', faults: [{ text: expect.stringContaining('Eins') }] },
      });
      expect((await house.view(anna, draft)).card.state).toBe('draft');
      house.runs.reports = [report('as_expected')];
      const handed = await house.item(house.submit(anna, draft));
      expect(handed.versions[0]?.examples).toEqual([report('as_expected')]);
    });

    it('is a conflict where it was changed while they ran', async () => {
      const draft = await house.create(anna, withExample('Überholt'));
      house.runs.reports = [report('as_expected')];
      // The store is free meanwhile: nothing waits inside of a transaction.
      house.runs.before = async () => void (await house.save(bert, draft, withExample('Anders')));
      expect(await refused(house.submit(anna, draft))).toBe('409 conflict');
      house.runs.before = () => Promise.resolve();
      expect((await house.view(anna, draft)).card).toMatchObject({ name: 'Anders', state: 'draft' });
    });

    it('is run without being saved', async () => {
      house.runs.reports = [report('failed')];
      const asked = { agent: (withExample('x') as { agent: object }).agent, model: null };
      const { body } = await house.ask(anna, 'post', '/admin/library/examples', asked);
      expect(body).toMatchObject({ reports: [report('failed')] });
      const before = house.runs.asked;
      const faulty = { agent: { ...asked.agent, name: 7 }, model: null };
      expect(await refused(house.ask(anna, 'post', '/admin/library/examples', faulty))).toBe(
        '422 library_faulty',
      );
      expect(house.runs.asked).toBe(before);
    });
  });

  it('writes every act into the protocol, without what stands in it', async () => {
    const secret = 'Kanarienvogel';
    const content = promptOf(secret, `${secret} {{ thema }}`);
    const approved = await house.approved(content);
    await house.item(house.withdraw(bert, approved));
    const { lines } = await store.within({ kommune: HERE }, (db) => listActs(db, HERE, { limit: 200 }));
    const own = lines.filter(({ subject }) => subject === approved.card.id);
    expect(own.map(({ kind }) => kind)).toEqual([
      'library.withdrawn',
      'library.approved',
      'library.submitted',
      'library.changed',
    ]);
    expect(JSON.stringify(own)).not.toContain(secret);
  });
});
