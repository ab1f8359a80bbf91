import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { CONTRACT_VERSION } from '../contract/limits.ts';
import { startBrowser } from './browser.ts';
import { overflow, seriousFindings } from './findings.ts';
import { demoHeader, liftLimits, type Product, startProduct } from './product.ts';
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

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
  await liftLimits(product);
  await fillCollection();
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function asAdmin(path: string, body?: unknown): Promise<unknown> {
  const bytes = typeof body === 'string';
  const response = await fetch(new URL(`api/admin/knowledge/${path}`, product.url), {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: await demoHeader(product, { role: 'local-admin' }),
      'Content-Type': bytes ? 'application/octet-stream' : 'application/json',
    },
    ...(body !== undefined && {
      body: bytes ? body : JSON.stringify({ version: CONTRACT_VERSION, ...(body as object) }),
    }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

async function fillCollection(): Promise<void> {
  const { id } = (await asAdmin('collections', {
    owner: 'kommune',
    reason: 'Für den Versuch im Browser angelegt',
    fields: {
      name: 'Personal',
      description: '',
      contact: { name: 'Fachbereich 1', email: 'fb1@example.org', phone: '06381 424-0' },
      dataClass: 'internal',
      validFrom: '2024-01-01',
      validTo: null,
      reviewMonths: null,
      keepOldDays: 365,
      rights: { readRoles: [], readDepartments: [], editDepartments: [] },
      embeddingModel: null,
    },
  })) as { id: string };
  const opened = (await asAdmin(`collections/${id}/imports`, {
    kind: 'regulation',
    validFrom: '2024-03-01',
  })) as { id: string };
  await asAdmin(`imports/${opened.id}/files?name=dienstreisen.md`, REGULATION);
  await asAdmin(`imports/${opened.id}/close`, {});
  for (;;) {
    const { state } = (await asAdmin(`imports/${opened.id}`)) as { state: string };
    if (state === 'done') return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

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
    expect(await workspace.editor.innerText()).toContain('genehmigt die Fachbereichsleitung schriftlich');
    expect(workspace.escapes).toEqual([]);
    expect(workspace.complaints).toEqual([]);
    await workspace.close();
  });
});

it('says calmly that nothing was found, and whom to ask', async () => {
  const workspace = await open(320, 'light');
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
