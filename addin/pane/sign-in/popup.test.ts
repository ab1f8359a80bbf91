/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { popups } from './popup.ts';
import { tellOpener } from './window-page.ts';
import { WINDOW_PAGE } from './window-message.ts';

const ORIGIN = 'https://amtsfeder.example';
const visited = 'https://login.example/authorize?client_id=amtsfeder&state=ours';
const back = `${ORIGIN}/sign-in.html?code=secret&state=ours`;
const { signal } = new AbortController();

/** A page of a browser that lets windows open, or not. */
function page(opens = true) {
  const opened: unknown[][] = [];
  let closed = false;
  const popup = { location: { href: '' }, focus: () => undefined, close: () => (closed = true) };
  const view = Object.assign(new EventTarget(), {
    location: { origin: ORIGIN },
    screenX: 0,
    screenY: 0,
    outerWidth: 1280,
    outerHeight: 900,
    open: (...args: unknown[]) => {
      opened.push(args);
      return opens ? popup : null;
    },
  }) as unknown as Window;
  const say = (data: unknown, origin = ORIGIN) =>
    view.dispatchEvent(new MessageEvent('message', { data, origin }));
  return { view, popup, opened, say, closed: () => closed };
}

const told = (address: string) => ({ amtsfeder: 'signed-in', address });

describe('a window of the browser', () => {
  it('begins with our page, goes to the issuer, and gives what it came back with', async () => {
    const { view, popup, opened, say, closed } = page();
    const window = popups(view)();
    expect(opened[0]?.[0]).toBe(WINDOW_PAGE);
    const visit = window.visit(visited, signal);
    expect(popup.location.href).toBe(visited);
    say(told(back));
    expect(await visit).toBe(back);
    window.close();
    expect(closed()).toBe(true);
  });

  it('hears it over the channel of our origin where the tie to the opener was cut', async () => {
    const visit = popups(page().view)().visit(visited, signal);
    tellOpener({ opener: null, location: { origin: ORIGIN } } as unknown as Window, back);
    expect(await visit).toBe(back);
  });

  it('hears nobody else', async () => {
    const stop = new AbortController();
    const { view, say } = page();
    const visit = popups(view)().visit(visited, stop.signal);
    say(told(back), 'https://evil.example');
    say(told(`${ORIGIN}/sign-in.html?code=other&state=theirs`));
    say(told(`${ORIGIN}/sign-in.html?code=none`));
    say(told('no address'));
    say({ amtsfeder: 'other', address: back });
    say(null);
    await new Promise((resolve) => setTimeout(resolve));
    stop.abort();
    await expect(visit).rejects.toMatchObject({ trouble: 'window_closed' });
  });

  it('says that it was blocked, and that nothing came back', async () => {
    const blocked = page(false);
    const trouble = { trouble: 'window_blocked' };
    await expect(Promise.resolve().then(popups(blocked.view))).rejects.toMatchObject(trouble);
    await expect(popups(page().view, 5)().visit(visited, signal)).rejects.toMatchObject({
      trouble: 'window_silent',
    });
  });
});
