import { within } from './call.ts';
import type { OfficeGlobals } from './start.ts';

const OFFICE_JS = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';
/** Milliseconds for office.js to load and to get ready. */
const READY_MS = 15_000;

/** Says something to the pane that opened this window. `origin` is the only one that may hear it. */
export type TellPane = (message: string, origin: string) => void;

/**
 * A page in a window that Office opened: loads office.js, which only such a page needs.
 * @param view the page
 * @param ms milliseconds for office.js
 * @returns how to speak to the pane; null where office.js does not come
 */
export async function dialogPage(view: Window, ms = READY_MS): Promise<TellPane | null> {
  const globals = view as Window & OfficeGlobals;
  try {
    await within(load(view.document), ms);
    const office = globals.Office;
    if (office === undefined) return null;
    await within(new Promise<void>((resolve) => void office.onReady(() => resolve())), ms);
    return (message, origin) => office.context.ui.messageParent(message, { targetOrigin: origin });
  } catch {
    return null;
  }
}

function load(page: Document): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = page.createElement('script');
    script.src = OFFICE_JS;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error('office.js is blocked'));
    page.head.append(script);
  });
}
