import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { overflow, seriousFindings } from './findings.ts';
import { type Issuer, startIssuer } from './issuer.ts';
import { openInOutlook } from './outlook.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Who works here: the demo sign-in, and one with a real OIDC issuer in a window of its own. */

let browser: Browser;
let product: Product;
let issuer: Issuer;
let signedIn: Product;
beforeAll(async () => {
  [browser, product, issuer] = await Promise.all([startBrowser(), startProduct(), startIssuer()]);
  signedIn = await startProduct(issuer.env);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([product.stop(), signedIn.stop()]);
  await issuer.stop();
});

const line = (page: Page) => page.getByRole('region', { name: 'Demo-Anmeldung' });

async function become(page: Page, kommune: string, role: string): Promise<void> {
  await page.getByRole('button', { name: 'Demo-Anmeldung wechseln' }).click();
  const dialog = page.getByRole('dialog', { name: 'Demo-Anmeldung' });
  await dialog.getByRole('combobox', { name: 'Kommune' }).selectOption({ label: kommune });
  await dialog.getByRole('combobox', { name: 'Rolle' }).selectOption({ label: role });
  await dialog.getByRole('button', { name: 'Wechseln' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

describe.each([
  ['light', 320, 640],
  ['light', 1280, 900],
  ['dark', 320, 640],
  ['dark', 1280, 900],
] as const)('the demo sign-in in %s, at %i px', (colorScheme, width, height) => {
  it('says who somebody is, on one line, and lets them be another', async () => {
    const { page, complaints, close } = await open(width, height);
    await page.emulateMedia({ colorScheme });
    const words = 'Demo-Anmeldung: Landkreis Kusel · Sachbearbeitung';
    expect(await line(page).textContent()).toContain(words);
    expect((await line(page).boundingBox())?.height).toBeLessThanOrEqual(28);
    expect(await overflow(page)).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);

    await page.getByRole('button', { name: 'Demo-Anmeldung wechseln' }).click();
    await page.getByRole('dialog', { name: 'Demo-Anmeldung' }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await become(page, 'Verbandsgemeinde Lauterecken-Wolfstein', 'Verbundadministration');
    expect(await line(page).textContent()).toContain(' · Verbundadministration');
    const box = await page.getByRole('button', { name: 'Demo-Anmeldung wechseln' }).boundingBox();
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    expect(await overflow(page)).toBe(0);
    // It lasts as long as the session.
    await page.reload();
    await line(page).getByText('Verbundadministration').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  async function open(...size: [number, number]) {
    const workspace = await WorkspacePage.open(browser, product.url, ...size);
    const { page, complaints } = workspace;
    return { page, complaints, close: () => workspace.close() };
  }
});

describe('the demo sign-in', () => {
  it('keeps what was typed and written when somebody becomes another', async () => {
    const workspace = await WorkspacePage.open(browser, product.url);
    await workspace.openSample('Brief einer Firma');
    const points = workspace.pane.getByRole('textbox', { name: 'Was soll drinstehen?' });
    await points.fill('Frist verlängert');
    await workspace.start('Entwurf erstellen');
    const before = await workspace.finished();
    await become(workspace.page, 'Donnersbergkreis', 'Fachadministration');
    await workspace.pane.getByText('Donnersbergkreis', { exact: true }).waitFor();
    expect(await workspace.result.innerText()).toBe(before);
    await workspace.pane.getByRole('button', { name: 'Auftrag bearbeiten' }).click();
    expect(await points.inputValue()).toBe('Frist verlängert');
    await workspace.close();
  });

  it('can be changed by keyboard alone', async () => {
    const workspace = await WorkspacePage.open(browser, product.url);
    const { page } = workspace;
    const change = page.getByRole('button', { name: 'Demo-Anmeldung wechseln' });
    await change.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Demo-Anmeldung' });
    await dialog.waitFor();
    await dialog.getByRole('combobox', { name: 'Kommune' }).focus();
    await page.keyboard.type('Donners');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Prüf');
    // Past the way out to the way on.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await line(page).getByText('Donnersbergkreis').waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute('aria-label') !== null);
    expect(await change.evaluate((button) => button === document.activeElement)).toBe(true);
    await workspace.close();
  });

  it('is said in the pane of Office too', async () => {
    const { context, page } = await openInOutlook(browser, product.url);
    await line(page).getByText('Landkreis Kusel').waitFor();
    await page.getByText('Bauvoranfrage Flur 12').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    await context.close();
  });
});

describe('signing in with an issuer', () => {
  /** The workspace before anybody has signed in. */
  async function openDoor() {
    const context = await browser.newContext({ locale: 'de-DE', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    await page.goto(signedIn.url);
    const button = page.getByRole('button', { name: 'Anmelden' });
    await button.waitFor();
    return { context, page, button };
  }

  it('goes through a window that closes itself, and lets the person in under their name', async () => {
    const { context, page, button } = await openDoor();
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.getByRole('heading', { name: 'Arbeitsplatz' }).count()).toBe(0);
    const [window] = await Promise.all([context.waitForEvent('page'), button.click()]);
    await page.getByRole('heading', { name: 'Arbeitsplatz' }).waitFor();
    if (!window.isClosed()) await window.waitForEvent('close');
    await page.getByText('Landkreis Kusel', { exact: true }).waitFor();
    expect(await line(page).count()).toBe(0);
    await page.getByRole('button', { name: 'Einstellungen' }).click();
    expect(await page.getByLabel('Ihr Name').inputValue()).toBe('Anke Muster');
    expect(await page.getByLabel('Fachbereich').inputValue()).toBe('Soziales');
    // Nothing of it lies around.
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/eyJ|refresh|verifier/);
    await context.close();
  });

  it('renews the token unseen, and asks again where that is over; what was typed stays', async () => {
    const { context, page, button } = await openDoor();
    await button.click();
    const points = page.getByRole('textbox', { name: 'Was soll drinstehen?' });
    await points.fill('Frist verlängert');
    // From now on the backend refuses the first token of each attempt.
    let refusals = 1;
    await page.route('**/api/documents*', (route) => {
      refusals -= 1;
      if (refusals < 0) return route.continue();
      const body = { type: 'about:blank', title: '', status: 401, code: 'sign_in_required' };
      return route.fulfill({ status: 401, contentType: 'application/json', body: JSON.stringify(body) });
    });
    await page.getByRole('button', { name: 'Beispiele' }).click();
    await page.getByRole('menuitem', { name: 'Brief einer Firma' }).click();
    await page
      .getByText(/^Liest: „/)
      .first()
      .waitFor();
    expect(issuer.grants.at(-1)).toBe('refresh_token');

    issuer.forget();
    refusals = 1;
    await page.getByRole('button', { name: 'Beispiele' }).click();
    await page.getByRole('menuitem', { name: 'Text aus einem Bescheid' }).click();
    await page
      .getByRole('alert')
      .getByText(/melden Sie sich an/)
      .first()
      .waitFor();
    expect(await points.inputValue()).toBe('Frist verlängert');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByRole('button', { name: 'Anmelden' }).waitFor({ state: 'hidden' });
    expect(await points.inputValue()).toBe('Frist verlängert');
    await context.close();
  });

  it('refuses who belongs to no Kommune, and lets them take another account', async () => {
    issuer.belongTo(null);
    const { context, page, button } = await openDoor();
    await button.click();
    await page.getByText(/gehört zu keiner Kommune/).waitFor();
    issuer.belongTo('lk-kusel');
    const asked = context.waitForEvent('page');
    await button.click();
    await asked;
    await page.getByRole('heading', { name: 'Arbeitsplatz' }).waitFor();
    await context.close();
  });

  it('goes through a window of Office, which begins and ends with a page of ours', async () => {
    const { context, page } = await openInOutlook(browser, signedIn.url);
    const seen: string[] = [];
    context.on('page', (window) => {
      window.on('framenavigated', (frame) => seen.push(new URL(frame.url()).pathname));
    });
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Landkreis Kusel', { exact: true }).waitFor();
    await page.getByText('Bauvoranfrage Flur 12').waitFor();
    expect(seen[0]).toBe('/sign-in.html');
    expect(context.pages()).toHaveLength(1);
    expect(issuer.grants.at(-1)).toBe('authorization_code');
    await context.close();
  });

  it('says that the window was blocked', async () => {
    const { context, page, button } = await openDoor();
    await page.evaluate(() => (window.open = () => null));
    await button.click();
    await page.getByText(/Pop-up-Fenster/).waitFor();
    await context.close();
  });

  it('leads nowhere but to the issuer', async () => {
    const page = await browser.newPage();
    const to = encodeURIComponent('https://evil.example/authorize');
    await page.goto(new URL(`sign-in.html?to=${to}`, signedIn.url).href);
    await page.getByText(/ließ sich nicht öffnen/).waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in.html');
    await page.close();
  });
});
