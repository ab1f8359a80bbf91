import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import mammoth from 'mammoth';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Each row of the table of tasks and surfaces, in the built product, with the built-in model. */

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

describe('in Word', () => {
  it('answers the open letter with a letter and inserts it, formatted', async () => {
    await workspace.openSample('Brief einer Firma');
    await workspace.pane
      .getByRole('textbox', { name: 'Was soll drinstehen?' })
      .fill('Frist bis 18.12.2026 verlängert');
    await workspace.start('Entwurf erstellen');
    const draft = await workspace.finished();
    expect(draft).toContain('Guten Tag Kornelia Musterling,');
    expect(draft).toContain('Frist bis 18.12.2026 verlängert');
    expect(draft).toMatch(/\[\[Bitte ergänzen: /);
    await workspace.act('Einfügen');
    await workspace.said('Eingefügt.');
    const document = workspace.editor;
    expect(await document.innerText()).toContain('Guten Tag Kornelia Musterling,');
    expect(await document.innerText()).not.toMatch(/^#|\*\*/m);
    expect(await document.locator('strong').count()).toBeGreaterThan(0);
  });

  it('writes a Vermerk from Stichpunkte into a new section', async () => {
    await workspace.openSample('Text aus einem Bescheid');
    await workspace.task('Vermerk');
    await workspace.pane
      .getByRole('textbox', { name: 'Was soll im Vermerk stehen?' })
      .fill('Telefonat mit dem Bauhof am 20.11.2026');
    await workspace.start('Vermerk erstellen');
    expect(await workspace.finished()).toMatch(/Sachverhalt[\s\S]*Würdigung[\s\S]*Vorgehen/);
    await workspace.act('Neuer Abschnitt');
    await workspace.said('Als neuer Abschnitt eingefügt.');
    const text = await workspace.editor.innerText();
    expect(text).toContain('Widerruf der Erlaubnis');
    expect(text).toContain('Telefonat mit dem Bauhof am 20.11.2026');
    expect(await workspace.desk.locator('.ProseMirror table').count()).toBeGreaterThan(0);
  });

  it('rewrites only what is marked', async () => {
    await workspace.openSample('Text aus einem Bescheid');
    const paragraphs = workspace.desk.locator('.ProseMirror p');
    const [before, untouched] = [
      await paragraphs.nth(STIFF).innerText(),
      await paragraphs.nth(STIFF + 1).innerText(),
    ];
    await paragraphs.nth(STIFF).click({ clickCount: 3 });
    await workspace.task('Umschreiben');
    await workspace.pane.getByText(/^Markierung/).waitFor();
    await workspace.start('Umschreiben');
    expect(await workspace.finished()).toContain('18.12.2026');
    await workspace.act('Ersetzen');
    await workspace.said('Ersetzt.');
    const after = await workspace.editor.innerText();
    expect(after).not.toContain(before);
    expect(after).toContain(untouched);
  });

  it('never overwrites what changed in the meantime', async () => {
    await workspace.openSample('Text aus einem Bescheid');
    const paragraphs = workspace.desk.locator('.ProseMirror p');
    await paragraphs.nth(STIFF).click({ clickCount: 3 });
    await workspace.task('Umschreiben');
    await workspace.start('Umschreiben');
    await workspace.finished();
    await paragraphs.nth(STIFF).click();
    await workspace.page.keyboard.press('Home');
    await workspace.page.keyboard.type('Handschriftlich: ');
    await workspace.act('Ersetzen');
    await workspace.said('Der Text wurde inzwischen geändert. Es wurde nichts überschrieben.');
    expect(await paragraphs.nth(STIFF).innerText()).toMatch(/Handschriftlich: /);
    expect(await paragraphs.nth(STIFF).innerText()).toContain('Zur Begründung');
  });

  it.each([
    ['Kernaussagen', /18\. Dezember 2026/],
    ['Rundschreiben', /Absender[\s\S]*5\/540-11-2026[\s\S]*18\. Dezember 2026[\s\S]*nicht angegeben/],
    ['Fragen und Antworten', /18\. Dezember 2026/],
    ['ein Absatz', /Kreisverwaltung/],
  ])('summarises a Rundschreiben as %s', async (form, expected) => {
    await workspace.openSample('Rundschreiben des Landkreises');
    await workspace.task('Zusammenfassen');
    await workspace.pane.getByLabel('Zusammenfassen als').selectOption({ label: form });
    await workspace.start('Zusammenfassen');
    expect(await workspace.finished()).toMatch(expected);
  });

  it('follows a free instruction on a PDF', async () => {
    await workspace.openSample('Dienstanweisung Homeoffice');
    await workspace.task('Freie Anweisung');
    await workspace.pane.getByRole('textbox').first().fill('Welche Fristen gelten?');
    await workspace.start('Ausführen');
    expect(await workspace.finished()).toContain('innerhalb von zwei Wochen');
  });

  it('saves the result as a Word file that holds its form', async () => {
    await workspace.openSample('Rundschreiben des Landkreises');
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
  beforeEach(() => workspace.openSample('Anfrage eines Bürgers'));

  it('has no Umschreiben', async () => {
    await workspace.pane.getByRole('tab', { name: 'Antworten' }).waitFor();
    expect(await workspace.pane.getByRole('tab', { name: 'Umschreiben' }).count()).toBe(0);
  });

  it.each(['Als Antwort öffnen', 'Allen antworten'])(
    'opens a draft by "%s" and sends nothing',
    async (action) => {
      await workspace.start('Entwurf erstellen');
      const draft = await workspace.finished();
      expect(draft).toContain('Sehr geehrter Herr Mustermeier,');
      expect(draft).toContain('Brauchen wir für den Carport');
      await workspace.act(action);
      const subject = workspace.desk.getByRole('textbox', { name: 'Betreff' });
      expect(await subject.inputValue()).toBe(
        'AW: Ihre Anfrage zum Carport – Bauvorhaben Am Erlenweg 14, Obermusterbach',
      );
      await workspace.editor.waitFor();
      expect(await workspace.editor.innerText()).toContain('Brauchen wir für den Carport');
    },
  );

  it('takes the newest message for the subject and the quoted one for the background', async () => {
    await workspace.task('Zusammenfassen');
    await workspace.start('Zusammenfassen');
    const summary = await workspace.finished();
    expect(summary).toContain('4. Dezember 2026');
    expect(summary).not.toContain('63-610-21/2026');
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
    await workspace.pane.getByRole('textbox').first().fill('Welche Fristen nennt die E-Mail?');
    await workspace.start('Ausführen');
    expect(await workspace.finished()).toContain('4. Dezember 2026');
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
