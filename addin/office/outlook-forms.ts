import type { Block } from '../../contract/rich.ts';
import { toHtml } from '../output/html.ts';
import { LIMITS, within } from './call.ts';
import type { Limits } from './call.ts';
import type { Copy } from './clipboard.ts';
import type { Outcome } from './host.ts';

/** Bytes of HTML that `displayReplyForm`, `displayNewMessageForm` and their successors take. */
export const MAX_FORM_BYTES = 32 * 1024;

/** Said once around everything instead of in every paragraph. */
const FONT = 'font-family:Calibri,Arial,sans-serif;font-size:11pt';

/**
 * Opens a form with a text in it. A text that is too long goes to the clipboard, and the form opens empty: it has the
 * right recipients and the quoted mail.
 * @param open opens the form. @throws HostError
 */
export async function openWith(
  blocks: Block[],
  { copy, limits = LIMITS }: { copy: Copy; limits?: Limits },
  open: (htmlBody: string) => Promise<void>,
): Promise<Outcome> {
  const htmlBody = htmlFor(blocks);
  if (htmlBody !== null) {
    await open(htmlBody);
    return { status: 'done' };
  }
  // First of all, for a browser lets only a click write to the clipboard.
  if (!(await copy(blocks))) return { status: 'failed', why: 'too-long' };
  const opened = await within(open(''), limits.ask).then(
    () => true,
    () => false,
  );
  return opened ? { status: 'opened-and-copied' } : { status: 'copied-instead', why: 'too-long' };
}

/** Null where even the leanest HTML is too long. */
function htmlFor(blocks: Block[]): string | null {
  const full = toHtml(blocks, 'mail');
  if (bytesOf(full) <= MAX_FORM_BYTES) return full;
  const lean = `<div style="${FONT}">${toHtml(blocks, 'document')}</div>`;
  return bytesOf(lean) <= MAX_FORM_BYTES ? lean : null;
}

function bytesOf(text: string): number {
  return new Blob([text]).size;
}
