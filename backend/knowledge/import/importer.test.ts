import { afterEach, beforeAll, expect, it } from '@jest/globals';
import type { ImportFile } from '../../../contract/knowledge.ts';
import { bareDocx, makeZip } from '../../documents/testing/docx.ts';
import { makePdf, pageContent } from '../../documents/testing/pdf.ts';
import { type Store, StoreError } from '../../store/store.ts';
import { onBothStores, type TestStore } from '../../store/testing/both-stores.ts';
import type { Collection } from '../collections/collection.ts';
import { scopeOf } from '../collections/scope.ts';
import { removeDocument } from '../documents/documents.store.ts';
import { createSearch } from '../search/search.ts';

import { createImporter, type Importer, type ImporterParts } from './importer.ts';
import { READING_LIMITS } from './limits.ts';
import { filesOf } from './report.store.ts';
import { tidyRuns } from './runs.store.ts';
import { takeFile } from './take.store.ts';
import { bringAll, faultsOf, quiet, someCollection, someText } from './testing/bringing.ts';

const MEGABYTE = 1024 * 1024;

onBothStores('the import', (open) => {
  let store: TestStore;
  let collection: Collection;
  let importers: Importer[] = [];
  beforeAll(async () => {
    store = await open();
    collection = await someCollection(store);
  });
  afterEach(async () => {
    for (const one of importers) await one.close();
    importers = [];
  });
  const importer = (parts: Partial<ImporterParts> = {}) => {
    const made = createImporter({ store, log: quiet, againMs: 20, ...parts });
    importers.push(made);
    return made;
  };
  const importAll = async (
    files: Parameters<typeof bringAll>[2],
    opening: Parameters<typeof bringAll>[3] = {},
  ) => {
    const { run } = await bringAll(store, collection, files, opening);
    await importer().finished(run);
    return outcomes(run);
  };
  const outcomes = async (run: string): Promise<Record<string, ImportFile['outcome']>> => {
    const { files } = await store.within(scopeOf(collection), (db) => filesOf(db, run, null));
    return Object.fromEntries(files.map(({ name, outcome }) => [name, outcome]));
  };
  const versions = (name: string) =>
    store.tamper(
      `select v.number, v.valid_from::text as from, v.valid_to::text as to, v.title, v.format, v.pages, v.addresses
       from amtsfeder.document_version v join amtsfeder.document d on d.id = v.document
       where d.collection = $1 and d.name = $2 order by v.number`,
      [collection.id, name],
    );
  const find = async (question: string, more: { on?: string; old?: boolean } = {}) => {
    const { hits } = await createSearch({ store })('lk-kusel', {
      question,
      also: [],
      collections: [collection.id],
      kinds: null,
      on: more.on ?? null,
      old: more.old ?? false,
      limit: 10,
    });
    return hits.map(({ document, path }) => `${document.name}: ${path.join(' > ')}`);
  };

  it('makes files of every kind into something that is found', async () => {
    const page = (text: string) => pageContent([{ text, y: 700 }]);
    const done = await importAll({
      'DA/Reisen.docx': bareDocx('<w:p><w:r><w:t>Dienstreisen sind vorher anzuzeigen.</w:t></w:r></w:p>'),
      'Satzung.pdf': makePdf([page('Hundesteuer beträgt 60 Euro.'), page('Kampfhunde kosten mehr.')]),
      'Seite.html':
        '<html><h1>Parken</h1><p>Das Parkdeck ist nachts geschlossen. https://example.org/parken</p>',
      'Notiz.md': '# Homeoffice\n\n## Antrag\n\nTelearbeit ist zu beantragen.',
      'Text.txt': Buffer.from('Schlüssel gibt es beim Pförtner.', 'latin1'),
      'Mail.eml': 'From: a@example.de\r\nSubject: Feuerlöscher\r\n\r\nFeuerlöscher werden jährlich geprüft.',
    });
    expect(done).toMatchObject({
      'DA/Reisen.docx': { state: 'added', sections: 1, notices: [] },
      'Satzung.pdf': { state: 'added' },
      'Text.txt': { state: 'added', notices: ['encoding_guessed'] },
      'Mail.eml': { state: 'added' },
    });
    expect(await versions('Satzung.pdf')).toMatchObject([{ number: 1, to: null, format: 'pdf', pages: 2 }]);
    expect(await versions('Seite.html')).toMatchObject([{ addresses: ['https://example.org/parken'] }]);
    expect(await find('Telearbeit')).toEqual(['Notiz.md: Antrag']);
    expect(await find('Wer gibt mir Schlüssel?')).toEqual(['Text.txt: ']);
    expect((await faultsOf(store, collection.id)).faults).toEqual([]);
  });

  it('says of each file why it could not be read, and reads the others', async () => {
    const bomb = makeZip([{ name: 'word/document.xml', data: Buffer.alloc(60 * MEGABYTE, 0x20) }]);
    const locked = makeZip([{ name: 'word/document.xml', data: Buffer.from('x'), encrypted: true }]);
    const done = await importAll({
      'scan.pdf': makePdf([Buffer.from('')]),
      'kennwort.docx': locked,
      'bombe.docx': bomb,
      'kaputt.docx': bareDocx('<w:p/>').subarray(0, 200),
      'leer.txt': '',
      'bild.png': Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]),
      'gut.txt': 'Der Aufzug im Rathaus fährt wieder.',
      'skript.pdf': makePdf(
        [pageContent([{ text: 'Ein Formular mit Skript.', y: 700 }])],
        '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
      ),
    });
    const code = (name: string) => ({ [name]: { state: 'failed', code: expect.stringMatching(/^file_/) } });
    expect(done).toMatchObject({
      'scan.pdf': { state: 'failed', code: 'file_empty' },
      'kennwort.docx': { state: 'failed', code: 'file_encrypted' },
      'bombe.docx': { state: 'failed', code: 'file_too_large' },
      ...code('kaputt.docx'),
      'leer.txt': { state: 'failed', code: 'file_empty' },
      'bild.png': { state: 'failed', code: 'file_unsupported' },
      'gut.txt': { state: 'added' },
      'skript.pdf': { state: 'added' },
    });
    expect(await versions('scan.pdf')).toEqual([]);
    expect(await store.tamper(`select 1 from amtsfeder.document where name = 'scan.pdf'`)).toEqual([]);
    expect(await store.tamper('select 1 from amtsfeder.import_piece')).toEqual([]);
  });

  it('puts a new version in the place of the old one on its day', async () => {
    await importAll({ 'frist.md': '# Frist\n\nDie Frist beträgt zehn Tage.' }, { validFrom: '2024-01-01' });
    const same = await bringAll(store, collection, { 'frist.md': '# Frist\n\nDie Frist beträgt zehn Tage.' });
    expect(same.brought).toEqual({ 'frist.md': 'unchanged' });
    const done = await importAll(
      { 'frist.md': '# Frist\n\nDie Frist beträgt zwölf Tage.' },
      { validFrom: '2025-07-01' },
    );
    expect(done).toEqual({ 'frist.md': { state: 'replaced', sections: 1, notices: [] } });
    expect(await versions('frist.md')).toMatchObject([
      { number: 1, from: '2024-01-01', to: '2025-06-30' },
      { number: 2, from: '2025-07-01', to: null },
    ]);
    expect(await find('Frist zehn')).toHaveLength(1);
    // A version that begins before the one that counts takes all of its place.
    await importAll({ 'frist.md': '# Frist\n\nDie Frist beträgt acht Tage.' }, { validFrom: '2023-01-01' });
    expect(await versions('frist.md')).toMatchObject([
      { to: '2022-12-31' },
      { to: '2022-12-31' },
      { to: null },
    ]);
    // What was, is new again.
    expect(await importAll({ 'frist.md': '# Frist\n\nDie Frist beträgt zehn Tage.' })).toMatchObject({
      'frist.md': { state: 'replaced' },
    });
    const [document] = await store.tamper(`select review_on > amtsfeder.berlin_day(now()) as coming, revision
      from amtsfeder.document, lateral (select set_config('search_path', 'amtsfeder', true)) s where name = 'frist.md'`);
    expect(document).toMatchObject({ coming: true, revision: 4 });
  });

  it('keeps the original byte for byte, whatever its length', async () => {
    const long = Buffer.from(someText('lang', 9_000));
    expect(long.length).toBeGreaterThan(MEGABYTE);
    await importAll({ 'lang.md': long });
    const pieces = await store.tamper(
      `select p.data from amtsfeder.original_piece p join amtsfeder.document_version v on v.id = p.version
       join amtsfeder.document d on d.id = v.document where d.name = 'lang.md' order by p.piece`,
    );
    expect(pieces.length).toBe(Math.ceil(long.length / MEGABYTE));
    expect(Buffer.concat(pieces.map(({ data }) => data as Buffer)).equals(long)).toBe(true);
  });

  it('reads each file once, however many imports name it and whoever works on them', async () => {
    const own = await someCollection(store, null);
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`d${at}.md`, someText(`wort${at}`, 60)]),
    );
    const [one, two] = await Promise.all([bringAll(store, own, files), bringAll(store, own, files)]);
    const other = await store.another();
    const both = [importer({ threads: 2 }), importer({ store: other })];
    await Promise.all([both[0]?.finished(one?.run ?? ''), both[1]?.finished(two?.run ?? '')]);
    const { documents, faults } = await faultsOf(store, own.id);
    expect(faults).toEqual([]);
    expect(Object.keys(documents)).toHaveLength(12);
    const states = [
      ...Object.values(await outcomes(one?.run ?? '')),
      ...Object.values(await outcomes(two?.run ?? '')),
    ];
    expect(states.map(({ state }) => state).toSorted()).toEqual([
      ...Array<string>(12).fill('added'),
      ...Array<string>(12).fill('unchanged'),
    ]);
  });

  it('gives up a file that ends its thread twice, and goes on with the next', async () => {
    const { run } = await bringAll(store, collection, {
      'riesig.html': `<html>${'<p>x'.repeat(1_200_000)}`,
      'danach.txt': 'Das Sommerfest ist im Juli.',
    });
    await importer({ limits: { ...READING_LIMITS, heapMb: 60 } }).finished(run);
    expect(await outcomes(run)).toMatchObject({
      'riesig.html': { state: 'failed', code: 'file_too_slow' },
      'danach.txt': { state: 'added' },
    });
  });

  it('goes on with what a holder that is gone has left', async () => {
    const { run } = await bringAll(store, collection, { 'verwaist.md': someText('verwaist', 80) });
    await store.within('verbund', (db) => takeFile(db, crypto.randomUUID()));
    await store.tamper(
      `update amtsfeder.import_file set lease = now() - interval '1 second' where state = 'reading'`,
    );
    await importer().finished(run);
    expect(await outcomes(run)).toMatchObject({ 'verwaist.md': { state: 'added', sections: 80 } });
  });

  it('gives up a file that nobody survives', async () => {
    const { run } = await bringAll(store, collection, { 'tödlich.md': '# Text\n\nEin Text.' });
    await store.tamper(`update amtsfeder.import_file set attempts = 5 where state = 'waiting'`);
    await importer().finished(run);
    expect(await outcomes(run)).toMatchObject({ 'tödlich.md': { state: 'failed', code: 'file_broken' } });
  });

  it.each(['unreachable', 'full', 'slow'] as const)('loses nothing while the store is %s', async (why) => {
    const own = await someCollection(store);
    const files = Object.fromEntries(
      Array.from({ length: 5 }, (_, at) => [`a${at}.md`, someText(`${why}${at}`, 120)]),
    );
    const { run } = await bringAll(store, own, files);
    let calls = 0;
    const moody: Store = {
      ...store,
      within: (scope, work) =>
        // Away for three calls out of every 23, also in the middle of a file, which then begins anew.
        ++calls % 23 < 3 ? Promise.reject(new StoreError(why, false, null)) : store.within(scope, work),
    };
    await importer({ store: moody }).finished(run);
    const { documents, faults } = await faultsOf(store, own.id);
    expect(faults).toEqual([]);
    expect(documents).toEqual({ 'a0.md': 120, 'a1.md': 120, 'a2.md': 120, 'a3.md': 120, 'a4.md': 120 });
  });

  it('begins anew with a document that is removed while it is read', async () => {
    const own = await someCollection(store);
    await bringAll(store, own, { 'weg.md': someText('eins', 3) });
    await importer().finished(null);
    const [{ id } = { id: '' }] = await store.tamper(
      'select id from amtsfeder.document where collection = $1',
      [own.id],
    );
    const { run } = await bringAll(store, own, { 'weg.md': someText('zwei', 200) });
    let fills = 0;
    const watched: Store = {
      ...store,
      async within(scope, work) {
        const done = await store.within(scope, work);
        if (++fills === 5) {
          const doing = { actor: { kind: 'operator' as const }, reason: 'Mitten im Import entfernt' };
          await store.within(scopeOf(own), (db) => removeDocument(db, String(id), doing));
        }
        return done;
      },
    };
    await importer({ store: watched }).finished(run);
    expect(fills).toBeGreaterThan(5);
    expect(await outcomes(run)).toEqual({ 'weg.md': { state: 'added', sections: 200, notices: [] } });
  });

  it('puts back what it reads when it is closed', async () => {
    const own = await someCollection(store);
    const { run } = await bringAll(store, own, { 'halb.md': someText('halb', 2_000) });
    const first = importer();
    first.wake();
    const begun = async () =>
      (await store.tamper(`select 1 from amtsfeder.section where collection = $1 limit 1`, [own.id])).length >
      0;
    while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 5));
    await first.close();
    const [row] = await store.tamper(
      'select state, attempts, holder from amtsfeder.import_file where run = $1',
      [run],
    );
    expect(row).toEqual({ state: 'waiting', attempts: 0, holder: null });
    await importer().finished(run);
    expect((await faultsOf(store, own.id)).faults).toEqual([]);
  });

  it('forgets what is old', async () => {
    await store.tamper(
      `update amtsfeder.import_run set started_at = now() - interval '31 days' where state = 'done'`,
    );
    let deleted = 0;
    for (let more = 1; more > 0; deleted += more)
      ({ deleted: more } = await store.within('verbund', tidyRuns));
    expect(deleted).toBeGreaterThan(5);
    expect((await faultsOf(store, collection.id)).documents).toHaveProperty(['Notiz.md']);
  });
});
