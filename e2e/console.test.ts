import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { type DemoSignIn } from '../contract/identity.ts';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { collectionReport, type CollectionFields } from '../contract/knowledge.ts';
import { startBrowser } from './browser.ts';
import { overflow, seriousFindings } from './findings.ts';
import { demoHeader, type Product, startProduct } from './product.ts';

/** The console in the built product: collections, imports, documents, dictionary and upkeep, as those who keep them do it. */

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

const REASON = 'Für den Versuch im Haus';
const sample = (name: string) =>
  fileURLToPath(new URL(`../addin/workspace/samples/${name}`, import.meta.url));
const file = (name: string, content: string | Uint8Array) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});
/** What Word makes of a document with a password: a compound file that holds an encrypted package. */
const encrypted = Buffer.concat([
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  Buffer.alloc(1_016),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(512),
]);
const dictionaryOf = '# Dienstrad\n\nDas Fahrradleasing beantragen Sie bei der Personalstelle.\n';

/** The console as somebody of the demo sign-in sees it. */
async function open(choice: Omit<DemoSignIn, 'version'>, width = 1280, height = 900) {
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'de-DE',
    timezoneId: 'Europe/Berlin',
  });
  // As the demo sign-in remembers it.
  await context.addInitScript(
    (kept) => sessionStorage.setItem('amtsfeder.demo', kept),
    JSON.stringify(choice),
  );
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => complaints.push(`dialog ${dialog.type()}`));
  await page.goto(new URL('admin.html', product.url).href);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { page, context, complaints };
}

const admin = { kommune: 'lk-kusel', role: 'local-admin' } as const;
const table = (page: Page, name: string) => page.getByRole('table', { name });
const said = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

async function makeCollection(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: 'Sammlungen', exact: true }).first().click();
  await page
    .getByRole('button', { name: 'Sammlung anlegen' })
    .or(page.getByRole('link', { name: 'Sammlung anlegen' }))
    .click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('textbox', { name: /Grund der Änderung/ }).fill(REASON);
  await page.getByRole('button', { name: 'Sammlung anlegen' }).click();
  await said(page, `Die Sammlung „${name}“ ist angelegt`);
}

async function importFiles(
  page: Page,
  files: Parameters<ReturnType<Page['getByLabel']>['setInputFiles']>[0],
) {
  const done = table(page, 'Letzte Importe').getByText('Fertig');
  const before = await done.count();
  await page.getByLabel('Dateien zum Importieren').setInputFiles(files);
  await page.getByRole('button', { name: 'Dateien importieren' }).click();
  await said(page, /Alles ist übertragen/);
  await done.nth(before).waitFor({ timeout: 60_000 });
}

describe('an administrator of a Kommune', () => {
  it('makes a collection, imports real files and sees what became of each', async () => {
    const { page, context, complaints } = await open(admin);
    await makeCollection(page, 'Dienstanweisungen');
    await importFiles(page, [sample('dienstanweisung.pdf'), sample('rundschreiben.docx')]);
    await page.getByRole('button', { name: 'Weitere Dateien importieren' }).click();
    await importFiles(page, [
      file('dienstrad <b>neu<b>.md', dictionaryOf),
      file('kaputt.pdf', '%PDF-1.7\nabgeschnitten'),
      file('geheim.docx', encrypted),
    ]);
    await table(page, 'Letzte Importe').getByRole('link').first().click();
    const outcomes = table(page, 'Dateien des Imports');
    await outcomes.getByText(/^Aufgenommen, 1 Abschnitt/).waitFor();
    await outcomes.getByText(/^Mit einem Kennwort geschützt/).waitFor();
    await outcomes.getByText(/^Beschädigt/).waitFor();
    await outcomes.getByText('dienstrad <b>neu<b>.md').waitFor();
    expect(await page.locator('main b').count()).toBe(0);

    // Where it leads back to, also after a reload.
    await page.reload();
    await outcomes.getByText(/^Beschädigt/).waitFor();
    await page.getByRole('link', { name: 'Dokumente', exact: true }).click();
    await said(page, '3 Dokumente, nach Namen');
    await page.getByRole('link', { name: 'dienstanweisung.pdf' }).click();
    await page.getByRole('button', { name: /^Geprüft – nächster Termin/ }).click();
    await said(page, /Als geprüft vermerkt/);
    await page.goBack();
    await said(page, '3 Dokumente, nach Namen');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('removes a document for good, with a reason', async () => {
    const { page, context } = await open(admin);
    await makeCollection(page, 'Zum Löschen');
    await importFiles(page, [file('weg.md', dictionaryOf)]);
    await page.getByRole('link', { name: 'Dokumente', exact: true }).click();
    await page.getByRole('link', { name: 'weg.md' }).click();
    await page.getByRole('button', { name: 'Dokument löschen …' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill(REASON);
    expect(await seriousFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Dokument löschen' }).click();
    await said(page, /„weg\.md“ ist gelöscht/);
    await said(page, 'Noch ist die Sammlung leer.');
    await context.close();
  });

  it('decides about proposed answers', async () => {
    const { page, context } = await open(admin);
    await makeCollection(page, 'FAQ');
    const id = /sammlungen\/([0-9a-f-]{36})/.exec(page.url())?.[1];
    const proposed = await fetch(new URL('api/knowledge/faq', product.url), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: await demoHeader(product) },
      body: JSON.stringify({
        version: CONTRACT_VERSION,
        collection: id,
        title: 'Reisekosten',
        entries: [
          { question: 'Wann gibt es Tagegeld?', answer: 'Ab acht Stunden.', passages: ['ab acht Stunden'] },
          { question: 'Wer zahlt die Bahn?', answer: 'Niemand.', passages: [] },
        ],
      }),
    });
    expect(proposed.ok).toBe(true);
    await page.getByRole('link', { name: 'FAQ-Vorschläge' }).click();
    const entry = page.getByRole('article', { name: 'Wann gibt es Tagegeld?' });
    await entry.getByRole('textbox', { name: 'Antwort' }).fill('Ab acht Stunden Abwesenheit.');
    await entry.getByRole('button', { name: 'Freigeben' }).click();
    await said(page, 'Der Eintrag ist freigegeben.');
    await page.getByRole('article').getByRole('button', { name: 'Ablehnen' }).click();
    await said(page, 'Zurzeit wartet kein Vorschlag auf Ihre Entscheidung.');
    await context.close();
  });

  it('keeps the dictionary, and its change survives the other one made at the same time', async () => {
    const one = await open(admin);
    const other = await open(admin);
    const add = async (page: Page, word: string, means: string) => {
      await page.getByRole('button', { name: 'Wort hinzufügen' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /^Wort, wie/ }).fill(word);
      await dialog.getByRole('textbox', { name: /^Wörter, die/ }).fill(means);
      await dialog.getByRole('button', { name: 'Übernehmen' }).click();
      await page.getByRole('textbox', { name: /Grund der Änderung/ }).fill(REASON);
    };
    for (const { page } of [one, other]) await page.getByRole('link', { name: 'Wörterbuch' }).click();
    await add(one.page, 'Dienstrad', 'Fahrradleasing');
    await add(other.page, 'Krankenschein', 'Arbeitsunfähigkeitsbescheinigung');
    await one.page.getByRole('button', { name: 'Wörterbuch speichern' }).click();
    await said(one.page, 'Das Wörterbuch ist gespeichert.');
    await other.page.getByRole('button', { name: 'Wörterbuch speichern' }).click();
    await said(other.page, /Jemand hat das inzwischen geändert/);
    await other.page.getByRole('button', { name: 'Wörterbuch speichern' }).click();
    await said(other.page, 'Das Wörterbuch ist gespeichert.');
    await one.page.reload();
    await table(one.page, 'Wörter der Kommune Landkreis Kusel')
      .getByText('Arbeitsunfähigkeitsbescheinigung')
      .waitFor();
    await table(one.page, 'Wörter der Kommune Landkreis Kusel').getByText('Fahrradleasing').waitFor();
    await one.context.close();
    await other.context.close();
  });
});

describe('somebody of a member', () => {
  it('reads a collection of the Verbund and may not change it', async () => {
    const fields: CollectionFields = {
      name: 'Landesrecht',
      description: '',
      contact: { name: 'Geschäftsstelle', email: '', phone: '' },
      dataClass: 'public',
      validFrom: '2026-01-01',
      validTo: null,
      reviewMonths: null,
      keepOldDays: 30,
      rights: { readRoles: [], readDepartments: [], editDepartments: [] },
      embeddingModel: null,
    };
    const made = await fetch(new URL('api/admin/knowledge/collections', product.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: await demoHeader(product, { role: 'verbund-admin' }),
      },
      body: JSON.stringify({ version: CONTRACT_VERSION, owner: 'verbund', fields, reason: REASON }),
    });
    collectionReport.parse(await made.json());
    const { page, context } = await open({ kommune: 'donnersbergkreis', role: 'staff' });
    await page.getByRole('link', { name: 'Landesrecht' }).click();
    await said(page, /Diese Sammlung gehört dem Verbund/);
    expect(await page.getByRole('link', { name: 'Importe' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Wörterbuch' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Einstellungen' }).click();
    expect(await page.getByRole('button', { name: 'Einstellungen speichern' }).count()).toBe(0);
    expect(await page.getByText('Dienstanweisungen', { exact: true }).count()).toBe(0);
    await context.close();
  });
});

describe.each([
  ['light', 320, 640],
  ['dark', 320, 640],
  ['light', 1280, 900],
  ['dark', 1280, 900],
] as const)('in %s, at %i px', (colorScheme, width, height) => {
  it('has every page without a sideways scroll and without serious findings', async () => {
    const { page, context, complaints } = await open(admin, width, height);
    await page.emulateMedia({ colorScheme });
    const check = async () => {
      expect(await overflow(page)).toBe(0);
      expect(await seriousFindings(page)).toEqual([]);
    };
    await check();
    await page.goto(new URL('admin.html#/sammlungen/neu', product.url).href);
    await page.getByRole('textbox', { name: 'Name' }).fill(`Schau ${colorScheme} ${width}`);
    await page.getByRole('textbox', { name: /Grund der Änderung/ }).fill(REASON);
    await check();
    await page.getByRole('button', { name: 'Sammlung anlegen' }).click();
    await said(page, / ist angelegt/);
    await importFiles(page, [file('dienstrad.md', dictionaryOf)]);
    await check();
    for (const tab of ['Dokumente', 'FAQ-Vorschläge', 'Pflege', 'Einstellungen']) {
      await page.getByRole('link', { name: tab, exact: true }).click();
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      await check();
    }
    await page.getByRole('link', { name: 'Dokumente', exact: true }).click();
    await page.getByRole('link', { name: 'dienstrad.md' }).click();
    await page.getByRole('button', { name: 'Angaben speichern' }).waitFor();
    await check();
    if (width < 900) {
      const menu = page.getByRole('button', { name: 'Menü' });
      expect(await menu.getAttribute('aria-expanded')).toBe('false');
      await menu.click();
      await check();
    }
    await page.getByRole('link', { name: 'Wörterbuch' }).click();
    await page.getByRole('button', { name: 'Wort hinzufügen' }).click();
    await page.getByRole('dialog').waitFor();
    await check();
    expect(complaints).toEqual([]);
    await context.close();
  });
});

describe('by keyboard alone', () => {
  it('goes to a collection and through its parts, and gets the focus back from a dialog', async () => {
    const { page, context } = await open(admin);
    await makeCollection(page, 'Nur Tasten');
    await page.getByRole('link', { name: 'Einstellungen' }).focus();
    await page.keyboard.press('Enter');
    const remove = page.getByRole('button', { name: 'Sammlung löschen …' });
    await remove.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Sammlung löschen …');
    await context.close();
  });
});
