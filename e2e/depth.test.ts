import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Changes, proofs, attachments, checks and Vorlagen in the built product, with the built-in model. */

/** The paragraph of the sample that says "Zur Begründung wird ausgeführt …". */
const STIFF = 3;

let browser: Browser;
let product: Product;
let workspace: WorkspacePage;

beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});
beforeEach(async () => {
  workspace = await WorkspacePage.open(browser, product.url);
});
afterEach(async () => {
  await workspace.close();
  expect(workspace.complaints).toEqual([]);
  expect(workspace.escapes).toEqual([]);
});

/** The marked paragraph of the sample rewritten, its changes in sight. */
async function rewritten() {
  await workspace.openSample('Text aus einem Bescheid');
  const paragraph = workspace.editor.locator('p').nth(STIFF);
  const before = await paragraph.innerText();
  await paragraph.click({ clickCount: 3 });
  await workspace.task('Umschreiben');
  await workspace.pane.getByText(/^Markierung/).waitFor();
  await workspace.start('Umschreiben');
  await workspace.finished();
  await workspace.pane.getByRole('tab', { name: /Änderung/ }).waitFor();
  return { paragraph, before };
}

const apply = () => workspace.pane.getByRole('button', { name: /Änderung(en)? übernehmen$/ });

describe('a rewrite', () => {
  it('lands as tracked changes that touch only what was chosen, and is taken back with one click', async () => {
    const { paragraph, before } = await rewritten();
    const changes = workspace.result.getByRole('button', { name: /Wird übernommen$/ });
    await changes.first().waitFor();
    const count = await changes.count();
    expect(count).toBeGreaterThan(1);
    await changes.first().click();
    await workspace.pane.getByRole('button', { name: new RegExp(`^${count - 1} Änderung`) }).click();
    await workspace.said(new RegExp(`${count - 1} übernommen`));
    expect(await paragraph.locator('ins').count()).toBeGreaterThan(0);
    expect(await paragraph.locator('del').count()).toBeGreaterThan(0);
    await workspace.pane.getByRole('button', { name: 'Alle zurücknehmen' }).click();
    await workspace.said('Alle Änderungen zurückgenommen.');
    expect(await workspace.editor.locator('ins, del').count()).toBe(0);
    expect(await paragraph.innerText()).toBe(before);
  });

  it('is not written over a paragraph that changed in the meantime', async () => {
    const { paragraph } = await rewritten();
    await paragraph.click();
    await workspace.page.keyboard.press('Home');
    await workspace.page.keyboard.type('Handschriftlich: ');
    await apply().click();
    await workspace.said(/nicht mehr anwendbar, weil der Absatz inzwischen geändert wurde/);
    expect(await workspace.editor.locator('ins, del').count()).toBe(0);
  });

  it('says what it did to facts and readability', async () => {
    await rewritten();
    await workspace.pane.getByRole('button', { name: /^Verständlichkeit \d+ → \d+/ }).click();
    await workspace.said(/^Wörter je Satz: vorher/);
  });

  it('is saved as tracked changes of a Word document', async () => {
    await rewritten();
    await apply().click();
    await workspace.said(/übernommen/);
    const [download] = await Promise.all([
      workspace.page.waitForEvent('download'),
      workspace.page.getByRole('button', { name: 'Als DOCX speichern' }).click(),
    ]);
    const zip = await JSZip.loadAsync(await readFile(await download.path()));
    const xml = await zip.file('word/document.xml')?.async('string');
    expect(xml).toMatch(/<w:ins [\s\S]*<w:del |<w:del [\s\S]*<w:ins /);
    const custom = await zip.file('customXml/item1.xml')?.async('string');
    expect(custom).toContain('urn:amtsfeder:provenance:1');
  });
});

it('shows what is still open before a document is saved', async () => {
  await workspace.openFile({
    name: 'Brief.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Am [[Bitte ergänzen: Tag]].'),
  });
  await workspace.page.getByRole('button', { name: 'Als DOCX speichern' }).click();
  const [download] = await Promise.all([
    workspace.page.waitForEvent('download'),
    workspace.page.getByRole('button', { name: 'Trotzdem speichern' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('Brief.docx');
});

describe('a summary', () => {
  const summarise = async () => {
    await workspace.openSample('Rundschreiben des Landkreises');
    await workspace.task('Zusammenfassen');
    await workspace.pane.getByLabel('Zusammenfassen als').selectOption({ label: 'Rundschreiben' });
    await workspace.start('Zusammenfassen');
    await workspace.finished();
  };

  it('proves each statement and leads to its passage', async () => {
    await summarise();
    await workspace.result.getByText(/^\d+ belegt/).waitFor();
    expect(await workspace.result.getByText('nicht belegt').count()).toBe(0);
    await workspace.result.getByRole('button', { name: 'belegt · Stelle zeigen' }).nth(3).click();
    const selected = await workspace.page.evaluate(() => window.getSelection()?.toString() ?? '');
    expect(selected.length).toBeGreaterThan(10);
    expect(await workspace.editor.innerText()).toContain(selected.split('\n')[0]);
  });

  it('names days for the calendar and saves them as a file', async () => {
    await summarise();
    const add = workspace.result.getByRole('button', { name: /^In den Kalender: / }).first();
    const [download] = await Promise.all([workspace.page.waitForEvent('download'), add.click()]);
    expect(await readFile(await download.path(), 'utf8')).toMatch(
      /BEGIN:VEVENT[\s\S]*DTSTART;VALUE=DATE:\d{8}/,
    );
    await workspace.said(/Der Termin ist als Datei gespeichert/);
  });

  it('goes on top of the document and beside its passages', async () => {
    await summarise();
    await workspace.act('Oben einfügen');
    await workspace.said('Am Anfang eingefügt.');
    expect((await workspace.editor.innerText()).trim()).toMatch(/^Absender/);
    await workspace.act('Als Kommentare an die Stellen');
    await workspace.said('Die Kommentare stehen an ihren Stellen.');
  });
});

describe('a mail', () => {
  it('is answered question by question, with the answers shown', async () => {
    await workspace.openSample('Anfrage eines Bürgers');
    await workspace.pane
      .getByRole('textbox', { name: 'Was soll drinstehen?' })
      .fill('Für Carports bis 50 m² gilt Genehmigungsfreiheit nur mit Grenzabstand');
    await workspace.start('Entwurf erstellen');
    const draft = await workspace.finished();
    expect(draft).not.toContain('=== Fragen');
    await workspace.pane.getByRole('button', { name: /Fragen? offen$/ }).click();
    expect(await workspace.pane.getByRole('listitem').count()).toBeGreaterThan(0);
  });

  it('draws in the files that the person chooses', async () => {
    await workspace.openSample('Anfrage eines Vereins mit Anlagen');
    const file = workspace.pane.getByRole('checkbox', { name: /\.csv/ });
    await file.check();
    await workspace.task('Zusammenfassen');
    await workspace.start('Zusammenfassen');
    expect(await workspace.finished()).not.toBe('');
    expect(await file.count()).toBe(0);
  });

  it('keeps a running answer under its mail while another is read', async () => {
    await workspace.openSample('Anfrage eines Bürgers');
    await workspace.start('Entwurf erstellen');
    await workspace.openSample('Anfrage eines Vereins mit Anlagen');
    await workspace.pane.getByRole('button', { name: 'Entwurf erstellen', exact: true }).waitFor();
    await workspace.openSample('Anfrage eines Bürgers');
    expect(await workspace.finished()).toMatch(/Mit freundlichen Grüßen/);
  });
});

describe('the form', () => {
  it('is checked without a model, and a finding leads to its place', async () => {
    await workspace.openSample('Brief einer Firma');
    await workspace.task('Prüfen');
    await workspace.pane.getByLabel('Prüfen als').selectOption({ label: 'Brief' });
    await workspace.pane.getByRole('button', { name: 'Prüfen', exact: true }).click();
    await workspace.said(/^Brief: /);
  });

  it('of the house takes the result in its own styles', async () => {
    await workspace.openSample('Brief einer Firma');
    await workspace.pane
      .getByRole('textbox', { name: 'Was soll drinstehen?' })
      .fill('Frist bis 18.12.2026 verlängert');
    await workspace.start('Entwurf erstellen');
    await workspace.finished();
    await workspace.pane.getByRole('button', { name: 'In Vorlage …' }).click();
    const [download] = await Promise.all([
      workspace.page.waitForEvent('download'),
      workspace.page
        .getByRole('menuitem', { name: /Antwortschreiben/ })
        .first()
        .click(),
    ]);
    const bytes = await readFile(await download.path());
    const { value } = await mammoth.extractRawText({ buffer: bytes });
    expect(value).toContain('Frist bis 18.12.2026 verlängert');
    const zip = await JSZip.loadAsync(bytes);
    expect(await zip.file('word/document.xml')?.async('string')).toContain('<w:sdt>');
  });
});
