import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { fillCollection, sample } from './collections.ts';
import { overflow, seriousFindings } from './findings.ts';
import { liftLimits, type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Nachschlagen in the built product: a collection is filled through the API, and a clerk asks it. */

const QUESTION = 'Wer genehmigt eine Dienstreise?';
const REGULATION = `# Dienstanweisung Dienstreisen

## § 3 Begriffe

Dienstreisen sind Reisen zur Erledigung von Dienstgeschäften außerhalb der Dienststätte.

## § 4 Genehmigung

Eine Dienstreise genehmigt die Fachbereichsleitung schriftlich, bevor sie angetreten wird. Der Antrag auf Genehmigung der Dienstreise ist spätestens zwei Wochen vorher zu stellen.

## § 5 Kosten

Die Reisekosten werden auf Antrag nach dem Landesreisekostengesetz erstattet.
`;

const FLEXITIME = `# Dienstanweisung Gleitzeit

## § 7 Gleittage

Einen Gleittag genehmigt die Fachbereichsleitung schriftlich. Der Antrag auf einen Gleittag ist spätestens zwei Wochen vorher zu stellen.
`;
/** Says something else, and later. */
const NEWER = `# Rundschreiben Gleitzeit

## 2. Gleittage

Einen Gleittag genehmigt die Fachbereichsleitung elektronisch. Der Antrag auf einen Gleittag ist spätestens eine Woche vorher zu stellen.
`;

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
  await liftLimits(product);
  await fillCollection(product, 'Personal', [
    { name: 'dienstreisen.md', content: REGULATION, kind: 'regulation', validFrom: '2024-03-01' },
  ]);
  await fillCollection(product, 'Arbeitszeit', [
    { name: 'gleitzeit.md', content: FLEXITIME, kind: 'regulation', validFrom: '2024-03-01' },
    { name: 'rundschreiben.md', content: NEWER, kind: 'circular', validFrom: '2026-02-01' },
    {
      name: 'homeoffice.pdf',
      content: await sample('dienstanweisung.pdf'),
      kind: 'regulation',
      validFrom: '2025-01-01',
    },
  ]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function open(width: number, colorScheme: 'light' | 'dark'): Promise<WorkspacePage> {
  const workspace = await WorkspacePage.open(browser, product.url, width, width === 320 ? 640 : 900);
  await workspace.page.emulateMedia({ colorScheme });
  await workspace.openSample('Text aus einem Bescheid');
  await workspace.task('Nachschlagen');
  return workspace;
}

const field = ({ pane }: WorkspacePage) => pane.getByRole('textbox', { name: /^Ihre Frage/ });

describe.each([
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
] as const)('at %s px, %s', (width, colorScheme) => {
  it('finds the section, opens it at its place and takes it into the document', async () => {
    const workspace = await open(width, colorScheme);
    await workspace.pane.getByRole('checkbox', { name: /^Personal · 1 Dokument/ }).waitFor();
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await field(workspace).fill(QUESTION);
    await workspace.start('Nachschlagen');
    await workspace.finished();
    await workspace.result
      .getByRole('heading', { name: /^\[1\] Dienstanweisung Dienstreisen/ })
      .first()
      .waitFor();
    expect(await workspace.result.innerText()).toContain('gilt seit 01.03.2024');
    expect(await overflow(workspace.page)).toBe(0);
    expect(await seriousFindings(workspace.page)).toEqual([]);

    await workspace.result.getByRole('button', { name: 'Im Dokument zeigen' }).first().click();
    const dialog = workspace.page.getByRole('dialog');
    await dialog.locator('mark').first().waitFor();
    await dialog.getByRole('heading', { name: /§ 5 Kosten/ }).waitFor();
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Schließen' }).click();

    await workspace.act('Einfügen');
    await workspace.said('Eingefügt.');
    await workspace.seeDesk();
    const notes = workspace.editor.locator('[title^="Fußnote: "]');
    expect(await notes.first().getAttribute('title')).toContain('Dienstanweisung Dienstreisen');
    expect(await workspace.editor.innerText()).toContain('genehmigt die Fachbereichsleitung schriftlich');
    expect(workspace.escapes).toEqual([]);
    expect(workspace.complaints).toEqual([]);
    await workspace.close();
  });
});

it.each([
  [320, 'dark'],
  [1280, 'light'],
] as const)(
  'shows sections that contradict each other together, with their dates (%s px, %s)',
  async (width, scheme) => {
    const workspace = await open(width, scheme);
    await field(workspace).fill('Bis wann ist der Antrag auf einen Gleittag zu stellen?');
    await workspace.start('Nachschlagen');
    await workspace.finished();
    const both = workspace.result.getByRole('region', { name: 'Diese Stellen widersprechen sich' }).first();
    expect(await both.getByRole('listitem').count()).toBe(2);
    const text = await both.innerText();
    expect(text).toContain('gilt seit 01.03.2024');
    expect(text).toContain('gilt seit 01.02.2026');
    expect(text).toContain('zwei Wochen');
    expect(text).toContain('eine Woche');
    // What was found begins at the top: nobody has to scroll back to it.
    expect(await both.getByRole('heading', { name: 'Diese Stellen widersprechen sich' }).isVisible()).toBe(
      true,
    );
    const head = await both.boundingBox();
    expect(head?.y).toBeGreaterThan(0);
    expect(head?.y).toBeLessThan(workspace.page.viewportSize()?.height ?? 0);
    expect(await workspace.result.innerText()).toContain('Ohne Sprachmodell');
    await workspace.said(/Auszüge aus dem internen Wissen/);
    expect(await overflow(workspace.page)).toBe(0);
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await workspace.close();
  },
);

it('opens the original of a PDF at the page of the section', async () => {
  const workspace = await open(1280, 'light');
  await field(workspace).fill('Was gilt für den häuslichen Arbeitsplatz beim Arbeitsschutz?');
  await workspace.start('Nachschlagen');
  await workspace.finished();
  const card = workspace.result.getByRole('listitem').filter({ hasText: '§ 8 Arbeitsschutz' }).first();
  expect(await card.innerText()).toContain('S. 2');
  await card.getByRole('button', { name: 'Im Dokument zeigen' }).click();
  // The Chromium of the tests has no viewer for PDF: what a viewer would show comes as a download.
  const shown = new Promise<string>((resolve) => {
    workspace.context.once('page', (page) => page.once('download', (download) => resolve(download.url())));
  });
  await workspace.page.getByRole('button', { name: 'Original öffnen' }).click();
  expect(await shown).toMatch(/^blob:/);
  expect(workspace.complaints).toEqual([]);
  await workspace.close();
});

it('says calmly that nothing was found, and whom to ask', async () => {
  const workspace = await open(320, 'light');
  await workspace.pane.getByRole('checkbox', { name: /^Personal · / }).click();
  await field(workspace).fill('Wie hoch ist die Hundesteuer für einen zweiten Hund?');
  await workspace.start('Nachschlagen');
  await workspace.result.getByRole('heading', { name: 'Keine Fundstelle' }).waitFor();
  expect(await workspace.result.innerText()).toContain('Fachbereich 1 · 06381 424-0 · fb1@example.org');
  await workspace.close();
});

it('works by keyboard alone, and gives the focus back', async () => {
  const workspace = await open(1280, 'light');
  const { page } = workspace;
  await field(workspace).focus();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Control+Enter');
  await workspace.finished();
  const show = workspace.result.getByRole('button', { name: 'Im Dokument zeigen' }).first();
  await show.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').locator('mark').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const handle = await show.elementHandle();
  await page.waitForFunction((element) => element === document.activeElement, handle);
  await workspace.close();
});
