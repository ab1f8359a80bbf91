import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { copyIn, writeClipboard } from './clipboard.ts';
import { paragraph, run } from './testing/write-blocks.ts';

const content = { html: '<p>a</p>', text: 'a' };

/** The browser's window with the clipboard that a test needs. */
function viewWith(clipboard: { write: (items: unknown[]) => Promise<void> } | undefined): Window {
  class Item {
    readonly types: Record<string, Blob>;
    constructor(types: Record<string, Blob>) {
      this.types = types;
    }
  }
  return { ClipboardItem: Item, navigator: { clipboard }, document } as unknown as Window;
}

/** `execCommand` as browsers have it: raises `copy`, and tells whether somebody took it. */
function withCommand(works: boolean): Record<string, string> {
  const taken: Record<string, string> = {};
  const command = () => {
    if (!works) return false;
    const event = new Event('copy', { cancelable: true, bubbles: true });
    const clipboardData = { setData: (type: string, value: string) => void (taken[type] = value) };
    document.dispatchEvent(Object.assign(event, { clipboardData }));
    return true;
  };
  Object.assign(document, { execCommand: command });
  return taken;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('copying', () => {
  it('puts HTML and text on the clipboard', async () => {
    const write = jest.fn<(items: unknown[]) => Promise<void>>().mockResolvedValue();
    expect(await writeClipboard(content, viewWith({ write }))).toBe(true);
    const [item] = write.mock.calls[0]?.[0] as { types: Record<string, Blob> }[];
    expect(Object.keys(item?.types ?? {})).toEqual(['text/html', 'text/plain']);
  });

  it.each([
    ['is refused', { write: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
    ['is not there', undefined],
  ])('goes the old way where the new one %s', async (_why, clipboard) => {
    const taken = withCommand(true);
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    expect(await writeClipboard(content, viewWith(clipboard))).toBe(true);
    expect(taken).toEqual({ 'text/html': '<p>a</p>', 'text/plain': 'a' });
    expect(document.activeElement).toBe(button);
    expect(document.body.children).toHaveLength(1);
  });

  it('says that both ways are closed', async () => {
    withCommand(false);
    expect(await writeClipboard(content, viewWith(undefined))).toBe(false);
    Object.assign(document, {
      execCommand: () => {
        throw new Error('blocked');
      },
    });
    expect(await writeClipboard(content, viewWith(undefined))).toBe(false);
  });

  it('formats blocks', async () => {
    const taken = withCommand(true);
    await copyIn(viewWith(undefined))([paragraph('a ', run('<b>', 'bold'))]);
    expect(taken['text/html']).toContain('<strong>&lt;b&gt;</strong>');
    expect(taken['text/plain']).toBe('a <b>');
  });
});
