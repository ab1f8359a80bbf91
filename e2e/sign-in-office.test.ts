import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { startEntra } from './entra.ts';
import { openInOutlook } from './outlook.ts';
import { type Product, startProduct } from './product.ts';

/** Nested app authentication: the real MSAL in a real browser; only Office and Entra ID are played. */

let browser: Browser;
let product: Product;
let entra: Awaited<ReturnType<typeof startEntra>>;
beforeAll(async () => {
  [browser, entra] = await Promise.all([startBrowser(), startEntra()]);
  product = await startProduct(entra.env);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await product.stop();
  entra.stop();
});

type Silence = 'signs in' | 'needs the person' | 'is broken';

/** An Outlook of today, with a bridge that answers as Office does. */
function newOutlook(silence: Silence, accountType: string): string {
  return `
    Object.assign(sets, { Mailbox: 14, NestedAppAuth: 1 });
    Office.context.mailbox.userProfile.accountType = '${accountType}';
    window.asked = [];
    const hears = [];
    const tell = (message) => setTimeout(() => hears.forEach((hear) => hear(JSON.stringify(message))));
    const answers = {
      GetInitContext: { success: true, initContext: { sdkName: 'Office', sdkVersion: '1', capabilities: {} } },
      GetToken: '${silence}' === 'signs in'
        ? { success: true, ...${JSON.stringify(entra.answer)} }
        : { success: false, error: { status: 'USER_INTERACTION_REQUIRED', code: '1', description: '' } },
      GetTokenPopup: '${silence}' === 'is broken'
        ? { success: false, error: { status: 'PERSISTENT_ERROR', code: '2', description: '' } }
        : { success: true, ...${JSON.stringify(entra.answer)} },
    };
    window.nestedAppAuthBridge = {
      addEventListener: (_type, hear) => hears.push(hear),
      removeEventListener: () => undefined,
      postMessage: (text) => {
        const { method, requestId, tokenParams } = JSON.parse(text);
        window.asked.push([method, tokenParams?.scope ?? null]);
        tell({ messageType: 'NestedAppAuthResponse', requestId, ...answers[method] });
      },
    };
  `;
}

const asked = (page: Page) =>
  page.evaluate(() => (window as unknown as { asked: [string, string | null][] }).asked);
const SCOPE = 'api://22222222-2222-4222-8222-222222222222/access_as_user';

describe('in an Outlook that signs in itself', () => {
  it('the person is there at once, and no token is kept', async () => {
    const { context, page } = await openInOutlook(browser, product.url, newOutlook('signs in', 'office365'));
    await page.getByText('Landkreis Kusel', { exact: true }).waitFor();
    await page.getByText('Bauvoranfrage Flur 12').waitFor();
    expect(await asked(page)).toEqual([
      ['GetInitContext', null],
      ['GetToken', SCOPE],
    ]);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toMatch(/eyJ/);
    await context.close();
  });

  it('Office asks the person where it must', async () => {
    const outlook = newOutlook('needs the person', 'office365');
    const { context, page } = await openInOutlook(browser, product.url, outlook);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Landkreis Kusel', { exact: true }).waitFor();
    expect((await asked(page)).map(([method]) => method)).toEqual([
      'GetInitContext',
      'GetToken',
      'GetTokenPopup',
    ]);
    await context.close();
  });

  it.each<[Silence, string]>([
    ['is broken', 'office365'],
    ['signs in', 'enterprise'],
  ])('a window of Office stands in where it %s for a mailbox of the kind %s', async (silence, kind) => {
    const { context, page } = await openInOutlook(browser, product.url, newOutlook(silence, kind));
    const [window] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('button', { name: 'Anmelden' }).click(),
    ]);
    await page.getByText('Landkreis Kusel', { exact: true }).waitFor();
    if (!window.isClosed()) await window.waitForEvent('close');
    expect((await asked(page)).some(([method]) => method === 'GetToken')).toBe(kind === 'office365');
    await context.close();
  });
});
