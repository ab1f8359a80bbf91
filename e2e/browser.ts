import { type Browser, chromium } from 'playwright-core';

/** Chromium's own traffic is off, so that every request a test sees is the page's. */
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a real browser without a hand: the Chromium inside `@sparticuz/chromium` on Linux, an installed Chrome or
 * Edge elsewhere.
 * @throws Error naming what to install when there is none
 */
export async function startBrowser(): Promise<Browser> {
  if (process.platform === 'linux' && process.arch === 'x64') {
    const { default: packed } = await import('@sparticuz/chromium');
    // Not with the package's own arguments: they are for a cloud function and switch web security off.
    return chromium.launch({ executablePath: await packed.executablePath(), args: QUIET });
  }
  for (const channel of ['chrome', 'msedge'] as const) {
    try {
      return await chromium.launch({ channel, args: QUIET });
    } catch {
      // Not installed: the next one may be.
    }
  }
  throw new Error('The end-to-end tests need Google Chrome or Microsoft Edge.');
}
