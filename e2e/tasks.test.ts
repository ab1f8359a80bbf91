import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Each row of the table of tasks and surfaces, in the built product, with the built-in model. */

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

describe('in Word', () => {
  it('answers the open letter with a letter and inserts it, formatted', async () => {
    await workspace.openSample('Brief einer Firma');
    await workspace.pane.getByLabel('Was soll drinstehen?').fill('Frist bis 18.12.2026 verlängert');
    await workspace.start('Entwurf erstellen');
    const draft = await workspace.finished();
    expect(draft).toContain('Sehr geehrte Frau Hollstein,');
    expect(draft).toContain('Frist bis 18.12.2026 verlängert');
    expect(draft).toMatch(/\[\[Bitte ergänzen: /);
    await workspace.act('Einfügen');
    await workspace.said('Eingefügt.');
    const document = workspace.editor;
    expect(await document.innerText()).toContain('Sehr geehrte Frau Hollstein,');
    expect(await document.innerText()).not.toMatch(/^#|\*\*/m);
    expect(await document.locator('strong').count()).toBeGreaterThan(0);
  });

  it('writes a Vermerk from Stichpunkte into a new section', async () => {
    await workspace.openSample('Bescheidtext');
    await workspace.task('Vermerk');
    await workspace.pane
      .getByLabel('Was soll im Vermerk stehen?')
      .fill('Telefonat mit dem Bauhof am 20.11.2026');
    await workspace.start('Vermerk erstellen');
    expect(await workspace.finished()).toMatch(/Sachverhalt[\s\S]*Würdigung[\s\S]*Vorgehen/);
    await workspace.act('Neuer Abschnitt');
    await workspace.said('Als neuer Abschnitt eingefügt.');
    const text = await workspace.editor.innerText();
    expect(text).toContain('Bezugnehmend auf Ihren Antrag');
    expect(text).toContain('Telefonat mit dem Bauhof am 20.11.2026');
    expect(await workspace.desk.locator('.ProseMirror table').count()).toBeGreaterThan(0);
  });

  it('rewrites only what is marked', async () => {
    await workspace.openSample('Bescheidtext');
    const paragraphs = workspace.desk.locator('.ProseMirror p');
    const [before, untouched] = [await paragraphs.nth(0).innerText(), await paragraphs.nth(1).innerText()];
    await paragraphs.nth(0).click({ clickCount: 3 });
    await workspace.task('Umschreiben');
    await workspace.pane.getByText(/^Markierung/).waitFor();
    await workspace.start('Umschreiben');
    expect(await workspace.finished()).toContain('01.12.2026');
    await workspace.act('Ersetzen');
    await workspace.said('Ersetzt.');
    const after = await workspace.editor.innerText();
    expect(after).not.toContain(before);
    expect(after).toContain(untouched);
  });

  it('never overwrites what changed in the meantime', async () => {
    await workspace.openSample('Bescheidtext');
    const paragraphs = workspace.desk.locator('.ProseMirror p');
    await paragraphs.nth(0).click({ clickCount: 3 });
    await workspace.task('Umschreiben');
    await workspace.start('Umschreiben');
    await workspace.finished();
    await paragraphs.nth(0).click();
    await workspace.page.keyboard.press('Home');
    await workspace.page.keyboard.type('Handschriftlich: ');
    await workspace.act('Ersetzen');
    await workspace.said('Der Text wurde inzwischen geändert. Es wurde nichts überschrieben.');
    expect(await paragraphs.nth(0).innerText()).toMatch(/Handschriftlich: /);
    expect(await paragraphs.nth(0).innerText()).toContain('Bezugnehmend');
  });

  it.each([
    ['Kernaussagen', /15\.12\.2026/],
    ['Rundschreiben', /Absender[\s\S]*33-5210\/2026-0014[\s\S]*31\.03\.2027[\s\S]*nicht angegeben/],
    ['Fragen und Antworten', /15\.12\.2026/],
    ['ein Absatz', /Ministerium bis zum 15\.12\.2026/],
  ])('summarises a Rundschreiben as %s', async (form, expected) => {
    await workspace.openSample('Rundschreiben');
    await workspace.task('Zusammenfassen');
    await workspace.pane.getByLabel('Zusammenfassen als').selectOption({ label: form });
    await workspace.start('Zusammenfassen');
    expect(await workspace.finished()).toMatch(expected);
  });

  it('follows a free instruction on a PDF', async () => {
    await workspace.openSample('Dienstanweisung');
    await workspace.task('Freie Anweisung');
    await workspace.pane.getByRole('textbox').first().fill('Welche Fristen gelten?');
    await workspace.start('Ausführen');
    expect(await workspace.finished()).toContain('innerhalb von fünf Arbeitstagen');
  });

  it('saves the result as a Word file that holds its form', async () => {
    await workspace.openSample('Rundschreiben');
    await workspace.task('Zusammenfassen');
    await workspace.pane.getByLabel('Zusammenfassen als').selectOption({ label: 'Rundschreiben' });
    await workspace.start('Zusammenfassen');
    await workspace.finished();
    const download = workspace.page.waitForEvent('download');
    await workspace.act('Als .docx speichern');
    const { value: html } = await mammoth.convertToHtml({
      buffer: await readFile(await (await download).path()),
    });
    expect(html).toMatch(/<h[123]>.*Fristen.*<\/h[123]>/);
    expect(html).toContain('<li>');
  });
});

describe('in Outlook, reading', () => {
  beforeEach(() => workspace.openSample('E-Mail einer Bürgerin'));

  it('has no Umschreiben', async () => {
    await workspace.pane.getByRole('tab', { name: 'Antworten' }).waitFor();
    expect(await workspace.pane.getByRole('tab', { name: 'Umschreiben' }).count()).toBe(0);
  });

  it.each(['Als Antwort öffnen', 'Allen antworten'])(
    'opens a draft by "%s" and sends nothing',
    async (action) => {
      await workspace.start('Entwurf erstellen');
      const draft = await workspace.finished();
      expect(draft).toContain('Sehr geehrte Frau Quast,');
      expect(draft).toContain('Bis wann muss ich den Antrag');
      await workspace.act(action);
      const compose = workspace.desk;
      await compose
        .getByText('AW: Rückfragen zum Wohngeldantrag')
        .or(compose.getByLabel('Betreff'))
        .first()
        .waitFor();
      await workspace.editor.waitFor();
      expect(await workspace.editor.innerText()).toContain('Bis wann muss ich den Antrag');
    },
  );

  it('takes the newest message for the subject and the quoted one for the background', async () => {
    await workspace.task('Zusammenfassen');
    await workspace.start('Zusammenfassen');
    const summary = await workspace.finished();
    expect(summary).toMatch(/585/);
    expect(summary).not.toContain('Tobias Renner');
  });

  it('copies a Vermerk and opens it as a mail to oneself', async () => {
    await workspace.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await workspace.task('Vermerk');
    await workspace.start('Vermerk erstellen');
    await workspace.finished();
    await workspace.act('Kopieren');
    await workspace.said('In die Zwischenablage kopiert.');
    const copied = await workspace.page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('Sachverhalt');
    expect(copied).not.toMatch(/\*\*|^#/m);
    await workspace.act('Als E-Mail an mich');
    await workspace.editor.waitFor();
    expect(await workspace.editor.innerText()).toContain('Sachverhalt');
  });

  it('follows a free instruction on the mail', async () => {
    await workspace.task('Freie Anweisung');
    await workspace.pane.getByRole('textbox').first().fill('Welche Beträge nennt die E-Mail?');
    await workspace.start('Ausführen');
    expect(await workspace.finished()).toMatch(/540[\s\S]*585/);
  });
});

describe('in Outlook, writing', () => {
  beforeEach(async () => {
    await workspace.surface('Outlook schreiben');
    const body = workspace.editor;
    await body.click();
    await workspace.page.keyboard.type(
      'Bezüglich Ihres Antrags ist die Inanspruchnahme bis 31.12.2026 möglich.',
    );
  });

  it('has no Zusammenfassen', async () => {
    await workspace.pane.getByRole('tab', { name: 'Antworten' }).waitFor();
    expect(await workspace.pane.getByRole('tab', { name: 'Zusammenfassen' }).count()).toBe(0);
  });

  it('rewrites the marked words of the draft', async () => {
    await workspace.page.keyboard.press('Control+A');
    await workspace.task('Umschreiben');
    await workspace.start('Umschreiben');
    await workspace.finished();
    await workspace.act('Ersetzen');
    await workspace.said('Ersetzt.');
    const text = await workspace.editor.innerText();
    expect(text).toContain('31.12.2026');
    expect(text).not.toContain('Inanspruchnahme');
  });

  it.each([
    ['Antworten', 'Entwurf erstellen', /Mit freundlichen Grüßen/],
    ['Vermerk', 'Vermerk erstellen', /Sachverhalt/],
  ])('inserts the result of %s at the cursor', async (task, verb, expected) => {
    await workspace.task(task);
    await workspace.start(verb);
    await workspace.finished();
    await workspace.act('Einfügen');
    await workspace.said('Eingefügt.');
    const text = await workspace.editor.innerText();
    expect(text).toMatch(expected);
    expect(text).toContain('Inanspruchnahme');
  });

  it('follows a free instruction on the marked words', async () => {
    await workspace.page.keyboard.press('Control+A');
    await workspace.task('Freie Anweisung');
    await workspace.pane.getByRole('textbox').first().fill('Welche Fristen gelten?');
    await workspace.start('Ausführen');
    expect(await workspace.finished()).toContain('31.12.2026');
  });
});
