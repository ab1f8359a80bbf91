import { type OpenWindow, SignInError } from './token.ts';
import { CHANNEL, returnedFrom, WINDOW_PAGE } from './window-message.ts';

/** Milliseconds for a person to sign in. */
const PERSON_MS = 300_000;
const SIZE = { width: 520, height: 680 };

/**
 * Windows of the browser. Whether one was closed is never asked: an issuer whose page cuts the tie to its opener
 * (Cross-Origin-Opener-Policy) looks closed from the start. Then the answer comes over the channel of our origin.
 * @param ms milliseconds for a person to sign in
 */
export function popups(view: Window, ms = PERSON_MS): OpenWindow {
  return () => {
    const left = view.screenX + (view.outerWidth - SIZE.width) / 2;
    const top = view.screenY + (view.outerHeight - SIZE.height) / 2;
    // Our own page, so that the window is never empty while the issuer is being asked.
    const popup = view.open(
      WINDOW_PAGE,
      CHANNEL,
      `popup,width=${SIZE.width},height=${SIZE.height},left=${left},top=${top}`,
    );
    if (popup === null) throw new SignInError('window_blocked');
    return {
      visit(address, signal) {
        popup.location.href = address;
        popup.focus();
        return heard(view, address, signal, ms);
      },
      close: () => popup.close(),
    };
  };
}

function heard(view: Window, visited: string, signal: AbortSignal, ms: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const channel = new BroadcastChannel(CHANNEL);
    const end = () => {
      clearTimeout(timer);
      channel.close();
      view.removeEventListener('message', fromWindow);
      signal.removeEventListener('abort', stopped);
    };
    const take = (data: unknown) => {
      const address = returnedFrom(visited, data);
      if (address === null) return;
      end();
      resolve(address);
    };
    const fromWindow = ({ origin, data }: MessageEvent) => {
      if (origin === view.location.origin) take(data);
    };
    const fail = (trouble: 'window_closed' | 'window_silent') => {
      end();
      reject(new SignInError(trouble));
    };
    const stopped = () => fail('window_closed');
    const timer = setTimeout(() => fail('window_silent'), ms);
    channel.addEventListener('message', ({ data }) => take(data));
    view.addEventListener('message', fromWindow);
    signal.addEventListener('abort', stopped);
    if (signal.aborted) stopped();
  });
}
