import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { runList } from '../contract/agents/run.ts';
import { startBrowser } from './browser.ts';
import { overflow, seriousFindings } from './findings.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Agents that come with Amtsfeder, run from the pane in the built product with the built-in model. */

/** Milliseconds that a run may take between two things that the person does. */
const RUN_MS = 60_000;

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

const button = (name: string | RegExp) =>
  workspace.pane.getByRole('button', { name, exact: typeof name === 'string' });

/** Finds an agent by what it does and starts it on what is open. */
async function begin(words: string, agent: string): Promise<void> {
  await workspace.task('Agenten');
  await workspace.pane.getByRole('searchbox').fill(words);
  await button(agent).click();
  await workspace.start('Agent starten');
}

describe('an agent', () => {
  it('is found by what it does, asks, and its result goes into the document by a click', async () => {
    await workspace.openSample('Rundschreiben des Landkreises');
    const before = await workspace.editor.innerText();
    await begin('Welche Fristen laufen?', 'Rundschreiben auswerten');
    const question = workspace.pane.getByRole('textbox', { name: 'Wiedervorlage am' });
    await question.waitFor({ timeout: RUN_MS });
    await question.fill('irgendwann');
    await button('Weiter').click();
    await workspace.said('Bitte schreiben Sie ein Datum');
    await question.fill('1.12.2026');
    await button('Weiter').click();
    await workspace.pane.getByRole('textbox', { name: 'Fachbereiche' }).waitFor({ timeout: RUN_MS });
    await button('Weiter').click();
    await button('Einverstanden').click({ timeout: RUN_MS });
    await button('Einfügen').waitFor({ timeout: RUN_MS });
    expect(await workspace.editor.innerText()).toBe(before);
    const result = await workspace.finished();
    expect(result).toContain('01.12.2026');
    await workspace.act('Einfügen');
    await workspace.said('Eingefügt.');
    expect(await workspace.editor.innerText()).toContain('01.12.2026');
  });

  it('goes on from a step that the person corrects, and is found again by who comes back', async () => {
    await workspace.openSample('Rundschreiben des Landkreises');
    await begin('Rundschreiben', 'Rundschreiben auswerten');
    await workspace.pane.getByRole('textbox', { name: 'Wiedervorlage am' }).waitFor({ timeout: RUN_MS });
    await button('Kopf des Rundschreibens lesen').click();
    await button('Ergebnis berichtigen').click();
    await workspace.pane.getByRole('textbox', { name: /^Absender/ }).fill('Kreisverwaltung Musterkreis');
    await button('Ab hier neu').click();
    await workspace.pane.getByText(/von Ihnen berichtigt/).waitFor({ timeout: RUN_MS });
    await workspace.pane.getByRole('textbox', { name: 'Wiedervorlage am' }).waitFor({ timeout: RUN_MS });

    await workspace.page.reload();
    await workspace.openSample('Rundschreiben des Landkreises');
    await workspace.task('Agenten');
    await workspace.pane.getByRole('textbox', { name: 'Wiedervorlage am' }).waitFor({ timeout: RUN_MS });
    await button('Kopf des Rundschreibens lesen').click();
    await workspace.said('Kreisverwaltung Musterkreis');
    await button('Anhalten').click();
    await workspace.said('Angehalten');
    await button('Lauf löschen').click();
    const listed = workspace.page.waitForResponse((response) => response.url().endsWith('/api/agents/runs'));
    await workspace.page.getByRole('dialog').getByRole('button', { name: 'Löschen', exact: true }).click();
    await workspace.pane.getByRole('searchbox').waitFor();
    const { runs } = runList.parse(await (await listed).json());
    expect(runs.filter(({ state }) => state === 'stopped')).toEqual([]);
  });
});

describe('a narrow pane', () => {
  const read = async (where: string) => {
    expect([where, await overflow(workspace.page), await seriousFindings(workspace.page)]).toEqual([
      where,
      0,
      [],
    ]);
  };

  it('has room for all of it, bright and dark, and hides nothing from those who cannot see it', async () => {
    await workspace.close();
    workspace = await WorkspacePage.open(browser, product.url, 320, 800);
    await workspace.openSample('Rundschreiben des Landkreises');
    await workspace.task('Agenten');
    await button('Rundschreiben auswerten').first().waitFor();
    await read('list');
    await begin('Rundschreiben', 'Rundschreiben auswerten');
    await workspace.pane.getByRole('textbox', { name: 'Wiedervorlage am' }).waitFor({ timeout: RUN_MS });
    await read('question');
    await button('Fristen lesen').click();
    await read('what was read');
    await button('Ergebnis berichtigen').click();
    await read('correction');
    await button('Abbrechen').click();
    await button('Weiter').click();
    await workspace.pane.getByRole('textbox', { name: 'Fachbereiche' }).waitFor({ timeout: RUN_MS });
    await button('Weiter').click();
    await button('Einverstanden').waitFor({ timeout: RUN_MS });
    await workspace.page.emulateMedia({ colorScheme: 'dark' });
    await read('release');
    await button('Einverstanden').click();
    await button('Einfügen').waitFor({ timeout: RUN_MS });
    await read('result');
  });
});

describe('an own instruction', () => {
  it('is written, filled in, and lies in "Freie Anweisung"', async () => {
    await workspace.openSample('Brief einer Firma');
    await workspace.task('Agenten');
    await button('Neue eigene Anweisung').click();
    await workspace.pane.getByRole('textbox', { name: 'Name' }).fill('Frist nennen');
    await workspace.pane
      .getByRole('textbox', { name: 'Anweisung', exact: true })
      .fill('Nennen Sie die Frist {{ frist }}.');
    await workspace.pane.getByRole('combobox', { name: 'Art' }).selectOption('Datum');
    await button('Speichern').click();
    await button('Frist nennen').click();
    await workspace.pane.getByRole('textbox', { name: 'Frist' }).fill('15.1.2027');
    await button('Anweisung übernehmen').click();
    const order = workspace.pane.getByRole('textbox', { name: 'Was soll Amtsfeder tun?' });
    await order.waitFor();
    expect(await order.inputValue()).toBe('Nennen Sie die Frist 15.01.2027.');
  });
});
