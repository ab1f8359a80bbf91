import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from './browser.ts';
import { type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** Real documents and mails that nobody here wrote. They lie beside the repository; without them this is skipped. */

const shared = fileURLToPath(new URL('../../shared/data/', import.meta.url));
const emails = existsSync(shared)
  ? readdirSync(`${shared}emails`).filter((_, index) => index % 13 === 0)
  : [];

let browser: Browser;
let product: Product;
beforeAll(async () => {
  [browser, product] = await Promise.all([startBrowser(), startProduct()]);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
});

(existsSync(shared) ? describe : describe.skip)('with the built-in model', () => {
  it('the council paper is summarised with its dates and sums', async () => {
    const workspace = await WorkspacePage.open(browser, product.url);
    await workspace.openFile(`${shared}texts/sitzungsvorlage-ki-verbund.txt`);
    await workspace.task('Zusammenfassen');
    await workspace.start('Zusammenfassen');
    const summary = await workspace.finished();
    expect(summary).toContain('15.06.2026');
    expect(summary).toContain('314.065,00 €');
    await workspace.act('Einfügen');
    await workspace.said('Eingefügt.');
    await workspace.close();
    expect(workspace.escapes).toEqual([]);
  });

  it.each(emails)('mail %s is answered in the house’s form', async (name) => {
    const text = readFileSync(`${shared}emails/${name}`, 'utf8');
    const workspace = await WorkspacePage.open(browser, product.url);
    await workspace.openFile({
      name: 'anfrage.eml',
      mimeType: 'message/rfc822',
      buffer: Buffer.from(
        `From: Absender <absender@example.org>\r\nTo: rathaus@example.org\r\nSubject: Anfrage\r\nDate: Mon, 16 Nov 2026 10:00:00 +0100\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n${text}`,
      ),
    });
    await workspace.start('Entwurf erstellen');
    const draft = await workspace.finished();
    expect(draft).toMatch(/^(Sehr geehrte|Guten Tag)/);
    expect(draft).toContain('Mit freundlichen Grüßen');
    await workspace.act('Als Antwort öffnen');
    await workspace.editor.waitFor();
    await workspace.close();
    expect(workspace.complaints).toEqual([]);
    expect(workspace.escapes).toEqual([]);
  });
});
