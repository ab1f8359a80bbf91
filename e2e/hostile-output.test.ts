import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { beacons } from '../addin/output/testing/beacons.ts';
import { payloads } from '../addin/output/testing/payloads.ts';
import { type ScriptedProvider, startScriptedProvider } from '../backend/models/testing/scripted-provider.ts';
import { startBrowser } from './browser.ts';
import { liftLimits, type Product, startProduct } from './product.ts';
import { WorkspacePage } from './workspace-page.ts';

/** What a hostile model writes, shown in the pane and put into the document and into a mail, in a real browser. */

const CHUNK = 40;

let browser: Browser;
let product: Product;
let provider: ScriptedProvider;

beforeAll(async () => {
  provider = await startScriptedProvider();
  [browser, product] = await Promise.all([
    startBrowser(),
    startProduct({ OPENAI_API_KEY: 'x', OPENAI_BASE_URL: provider.openaiURL }),
  ]);
  await liftLimits(product);
});
afterAll(async () => {
  await browser.close();
  await product.stop();
  await provider.close();
});

const all = [...payloads, ...beacons];
const portions = Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, index) =>
  all.slice(index * CHUNK, (index + 1) * CHUNK),
);

describe('a hostile answer', () => {
  it('comes in enough kinds', () => {
    expect(payloads.length).toBeGreaterThanOrEqual(200);
    expect(beacons.length).toBeGreaterThanOrEqual(50);
  });

  it.each(portions.map((portion, index) => [index, portion] as const))(
    'runs nothing and reaches nobody (portion %i)',
    async (_index, portion) => {
      const workspace = await WorkspacePage.open(browser, product.url);
      try {
        // Each payload on its own, since one unclosed tag would swallow the next.
        await workspace.surface('Outlook schreiben');
        await workspace.task('Freie Anweisung');
        for (const [place, payload] of portion.entries()) {
          provider.script({ kind: 'answer', text: `Antwort ${place}.\n\n${payload}\n\nEnde`, chunks: 3 });
          const field = workspace.pane.getByRole('textbox', { name: 'Was soll Amtsfeder tun?' });
          if (!(await field.isVisible())) {
            await workspace.pane.getByRole('button', { name: 'Auftrag bearbeiten' }).click();
          }
          await field.fill('Bitte');
          await workspace.page.keyboard.press('Control+Enter');
          await workspace.result.getByText(`Antwort ${place}.`).waitFor();
          await workspace.finished();
          await workspace.act('Einfügen');
          await workspace.editor.getByText(`Antwort ${place}.`).first().waitFor();
        }
        const attributes = await workspace.page.evaluate(() =>
          [...document.querySelectorAll('[role="region"][aria-label^="Ergebnis"] *, .ProseMirror *')].flatMap(
            (element) =>
              [...element.attributes].map(({ name, value }) => `${element.tagName} ${name}=${value}`),
          ),
        );
        expect(
          attributes.filter((attribute) => /https?:|javascript:|data:|^\S+ on/i.test(attribute)),
        ).toEqual([]);
      } finally {
        await workspace.close();
      }
      expect(workspace.escapes).toEqual([]);
      expect(workspace.complaints).toEqual([]);
    },
  );
});
