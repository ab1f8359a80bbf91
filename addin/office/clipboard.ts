import type { Block } from '../../contract/rich.ts';
import { toHtml } from '../output/html.ts';
import { toText } from '../output/text.ts';

/** The same text twice: for programs that take formatting and for those that do not. */
export interface Formatted {
  html: string;
  text: string;
}

/** Copies formatted text; false where the browser refuses. */
export type Copy = (blocks: Block[]) => Promise<boolean>;

/** Copying as the browser of this window allows it. */
export function copyIn(view: Window): Copy {
  return (blocks) => writeClipboard({ html: toHtml(blocks), text: toText(blocks) }, view);
}

/**
 * Puts formatted text on the clipboard.
 * @returns false where the browser refuses; nothing is thrown
 */
export async function writeClipboard(content: Formatted, view: Window): Promise<boolean> {
  return (await writeAsync(content, view)) || writeByCommand(content, view.document);
}

async function writeAsync(content: Formatted, view: Window): Promise<boolean> {
  const item = (view as Window & { ClipboardItem?: typeof ClipboardItem }).ClipboardItem;
  const clipboard = view.navigator.clipboard as Clipboard | undefined;
  if (item === undefined || clipboard === undefined) return false;
  try {
    await clipboard.write([
      new item({
        'text/html': new Blob([content.html], { type: 'text/html' }),
        'text/plain': new Blob([content.text], { type: 'text/plain' }),
      }),
    ]);
    return true;
  } catch {
    return false;
  }
}

/**
 * Office on the web shows the pane in a frame without the permission `clipboard-write`: there only the old command
 * works, and Safari runs it only while something is selected.
 */
function writeByCommand(content: Formatted, document: Document): boolean {
  let taken = false;
  const onCopy = (event: ClipboardEvent) => {
    if (event.clipboardData === null) return;
    event.clipboardData.setData('text/html', content.html);
    event.clipboardData.setData('text/plain', content.text);
    event.preventDefault();
    taken = true;
  };
  const focused = document.activeElement;
  const holder = document.createElement('textarea');
  holder.value = content.text;
  holder.setAttribute('aria-hidden', 'true');
  holder.style.position = 'fixed';
  holder.style.opacity = '0';
  document.body.append(holder);
  holder.select();
  document.addEventListener('copy', onCopy);
  try {
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', onCopy);
    holder.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}
