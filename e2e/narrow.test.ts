import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { overflow, seriousFindings } from './findings.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** The narrowest pane, keyboard, themes and what automatic accessibility checks find (WCAG 2.1 AA). */

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

describe.each(['light', 'dark'] as const)('in %s, at 320 px', (colorScheme) => {
  it('does the main job without a sideways scroll and without serious findings', async () => {
    const workspace = await WorkspacePage.open(browser, product.url, 320, 640);
    await workspace.page.emulateMedia({ colorScheme });
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await workspace.openSample('Anfrage eines Bürgers');
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await workspace.seePane();
    await workspace.start('Entwurf erstellen');
    expect(await workspace.finished()).toContain('Mit freundlichen Grüßen');
    expect(await overflow(workspace.page)).toBe(0);
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await workspace.act('Als Antwort öffnen');
    await workspace.said(/Gesendet wird erst, wenn Sie es tun/).catch(() => undefined);
    await workspace.seeDesk();
    expect(await overflow(workspace.page)).toBe(0);
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await workspace.close();
  });
});

describe.each(['light', 'dark'] as const)('in %s, at 1280 px', (colorScheme) => {
  it.each([
    'Brief einer Firma',
    'Rundschreiben des Landkreises',
    'Text aus einem Bescheid',
    'Dienstanweisung Homeoffice',
    'Anfrage eines Bürgers',
  ])('shows %s without serious findings', async (sample) => {
    const workspace = await WorkspacePage.open(browser, product.url);
    await workspace.page.emulateMedia({ colorScheme });
    await workspace.openSample(sample);
    await workspace.pane.getByText(/^Liest: „/).waitFor();
    expect(await seriousFindings(workspace.page)).toEqual([]);
    await workspace.close();
  });
});

describe('by keyboard alone', () => {
  it('starts with Strg+Enter, chooses tasks with Alt and a number, and keeps what was typed', async () => {
    const workspace = await WorkspacePage.open(browser, product.url);
    await workspace.openSample('Brief einer Firma');
    const { keyboard } = workspace.page;
    await workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' }).focus();
    await keyboard.type('Frist verlängert');
    await keyboard.press('Alt+2');
    await workspace.pane.getByRole('textbox', { name: 'Was soll im Vermerk stehen?' }).waitFor();
    await keyboard.press('Alt+1');
    const points = workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' });
    expect(await points.inputValue()).toBe('Frist verlängert');
    await points.focus();
    await keyboard.press('Control+Enter');
    expect(await workspace.finished()).toContain('Frist verlängert');
    await workspace.close();
  });

  it('reaches everything with Tab and never gets lost', async () => {
    const workspace = await WorkspacePage.open(browser, product.url);
    await workspace.openSample('Anfrage eines Bürgers');
    await workspace.pane.getByText(/^Liest: „/).waitFor();
    const reached = new Set<string>();
    for (let presses = 0; presses < 60; presses++) {
      await workspace.page.keyboard.press('Tab');
      reached.add(
        await workspace.page.evaluate(() => {
          const element = document.activeElement;
          return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
        }),
      );
    }
    for (const name of [
      'Öffnen',
      'Beispiele',
      'Darstellung',
      'Einstellungen',
      'Antworten',
      'Entwurf erstellen',
    ]) {
      expect(reached).toContain(name);
    }
    await workspace.close();
  });
});
