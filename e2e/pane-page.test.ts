import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';

/** The page that Word and Outlook load, outside of them. */

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

async function openPane(officeJs: 'blocked' | string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  await page.route('https://appsforoffice.microsoft.com/**', (route) =>
    officeJs === 'blocked'
      ? route.abort()
      : route.fulfill({ contentType: 'text/javascript', body: officeJs }),
  );
  await page.goto(new URL('pane.html', product.url).href);
  return page;
}

describe('pane.html', () => {
  it('says in plain German that office.js was blocked, and what to do', async () => {
    const page = await openPane('blocked');
    await page
      .getByText(/office\.js|Office/)
      .first()
      .waitFor({ timeout: 25_000 });
    await page
      .getByText(/IT|Netz|Firewall|gesperrt|blockiert/)
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('says that it belongs into Word or Outlook when it is opened elsewhere', async () => {
    const page = await openPane(`
      window.Office = { onReady: (tell) => { const info = { host: null, platform: null }; tell?.(info); return Promise.resolve(info); } };
    `);
    await page.getByText(/Word/).first().waitFor({ timeout: 25_000 });
    await page.close();
  });
});
