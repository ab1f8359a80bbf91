import { afterEach, describe, expect, it } from '@jest/globals';
import { dialogPage } from './dialog-page.ts';
import type { OfficeGlobals } from './start.ts';

const globals = window as Window & OfficeGlobals;
const script = () => document.head.querySelector('script');
afterEach(() => {
  script()?.remove();
  delete globals.Office;
});

describe('a page in a window of Office', () => {
  it('loads office.js and speaks to the pane of its own origin', async () => {
    const said: unknown[][] = [];
    const page = dialogPage(window);
    expect(script()?.src).toBe('https://appsforoffice.microsoft.com/lib/1/hosted/office.js');
    globals.Office = {
      onReady: (callback: () => void) => setTimeout(callback),
      context: { ui: { messageParent: (...args: unknown[]) => said.push(args) } },
    } as unknown as typeof Office;
    script()?.onload?.(new Event('load'));
    (await page)?.('Grüße', 'https://amtsfeder.example');
    expect(said).toEqual([['Grüße', { targetOrigin: 'https://amtsfeder.example' }]]);
  });

  it('is alone where office.js is blocked, hangs, or never gets ready', async () => {
    const blocked = dialogPage(window);
    (script()?.onerror as (() => void) | null)?.();
    expect(await blocked).toBeNull();
    expect(await dialogPage(window, 5)).toBeNull();
    script()?.remove();
    script()?.remove();
    const waiting = dialogPage(window, 20);
    globals.Office = { onReady: () => undefined } as unknown as typeof Office;
    script()?.onload?.(new Event('load'));
    expect(await waiting).toBeNull();
  });
});
