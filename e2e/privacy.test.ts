import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { type ScriptedProvider, startScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import { startBrowser } from './browser.ts';
import { outsideModel } from './outside-model.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** What leaves the house, as a person sees and decides it, with a model that stands outside. */

const PERSONAL = /Mustermeier|Beispielmann|Erlenweg 14|66999|555-0198|post\.example/;

let browser: Browser;
let product: Product;
let provider: ScriptedProvider;
let workspace: WorkspacePage;

beforeAll(async () => {
  provider = await startScriptedProvider();
  const settings = await outsideModel(provider.openaiURL, 'Fernmodell');
  [browser, product] = await Promise.all([startBrowser(), startProduct(settings)]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await provider.close();
});
beforeEach(async () => {
  provider.requests.length = 0;
  provider.script({
    kind: 'answer',
    text: 'Sehr geehrter Herr [PERSON_1_NACHNAME],\n\nvielen Dank.\n\nMit freundlichen Grüßen',
    chunks: 20,
  });
  workspace = await WorkspacePage.open(browser, product.url);
  await workspace.openSample('Anfrage eines Bürgers');
  await workspace.pane.getByText(/^Liest: „/).waitFor();
});
afterEach(async () => {
  await workspace.close();
  expect(workspace.complaints).toEqual([]);
  expect(workspace.escapes).toEqual([]);
  expect(product.output()).not.toMatch(PERSONAL);
});

const dialog = () => workspace.page.getByRole('dialog');
const sent = () => provider.requests.map(({ body }) => body).join('\n');

describe('a text for a model outside', () => {
  it('goes without names, comes back with them, and what was sent can be read afterwards', async () => {
    await workspace.start('Entwurf erstellen');
    expect(await workspace.finished()).toContain('Sehr geehrter Herr Mustermeier,');
    expect(provider.requests).toHaveLength(1);
    expect(sent()).not.toMatch(PERSONAL);
    await workspace.pane.getByRole('button', { name: /^gesendet: \d+ maskiert$/ }).click();
    await dialog()
      .getByRole('button', { name: /^PERSON_1_NACHNAME, dahinter: Mustermeier$/ })
      .first()
      .waitFor();
  });

  it('is shown before it goes, masked further, and sent from there', async () => {
    await workspace.pane.getByRole('button', { name: 'Vorschau', exact: true }).click();
    const name = dialog()
      .getByRole('button', { name: /dahinter: Mustermeier$/ })
      .first();
    await name.focus();
    await dialog().getByText('Mustermeier', { exact: true }).waitFor();
    expect(provider.requests).toEqual([]);
    await dialog().getByRole('textbox', { name: 'Weiteres maskieren' }).fill('Carport');
    await workspace.page.keyboard.press('Enter');
    await dialog()
      .getByRole('button', { name: /dahinter: Carport$/ })
      .first()
      .waitFor();
    await dialog().getByRole('button', { name: 'Senden', exact: true }).click();
    await workspace.finished();
    expect(sent()).not.toMatch(PERSONAL);
    expect(sent()).not.toMatch(/Carport\b/);
  });

  it('may be let through word by word', async () => {
    await workspace.pane.getByRole('button', { name: 'Vorschau', exact: true }).click();
    const street = dialog()
      .getByRole('button', { name: /dahinter: Am Erlenweg 14$/ })
      .first();
    await street.click();
    await dialog().getByRole('button', { name: 'Nicht maskieren' }).click();
    await street.waitFor({ state: 'detached' });
    await dialog().getByRole('button', { name: 'Senden', exact: true }).click();
    await workspace.finished();
    expect(sent()).toContain('Am Erlenweg 14');
    expect(sent()).not.toContain('Mustermeier');
  });
});

describe('the class of a text', () => {
  const dataClass = () => workspace.pane.getByRole('combobox', { name: 'Datenklasse' });

  it('is suggested, and a higher one leads to a model in the house', async () => {
    await workspace.pane.getByText(/Namen/).first().waitFor();
    await dataClass().selectOption({ label: 'VS-NfD' });
    await workspace.pane.getByRole('button', { name: /^Stattdessen: Hausmodell/ }).click();
    await workspace.start('Entwurf erstellen');
    await workspace.finished();
    expect(sent()).toContain('Mustermeier');
    await workspace.pane.getByText(/Der Text blieb im Haus/).waitFor();
  });

  it('goes down only with a reason', async () => {
    await workspace.pane.getByText(/Namen/).first().waitFor();
    await dataClass().selectOption({ label: 'Öffentlich' });
    const reason = workspace.pane.getByLabel('Warum trifft die niedrigere Klasse zu?');
    await reason.waitFor();
    await workspace.start('Entwurf erstellen');
    expect(provider.requests).toEqual([]);
    await reason.fill('Der Brief steht so im Amtsblatt');
    await workspace.start('Entwurf erstellen');
    await workspace.finished();
    expect(sent()).toContain('Mustermeier');
  });
});
