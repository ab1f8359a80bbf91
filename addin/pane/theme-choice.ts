import type { Theme } from '../office/host.ts';

export type ThemeChoice = 'system' | 'light' | 'dark';

/** The colours of the page: what the person chose, else what the system prefers. */
export interface ThemeStore {
  choice(): ThemeChoice;
  choose(choice: ThemeChoice): void;
  /** What comes of it; the browser's forced colours go before. */
  theme(): Theme;
  subscribe(listener: () => void): () => void;
}

const KEY = 'amtsfeder.theme';

function remembered(view: Window): ThemeChoice {
  try {
    const value = view.localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    // The storage is closed where cookies are: the choice then lasts as long as the page.
    return 'system';
  }
}

function remember(view: Window, choice: ThemeChoice): void {
  try {
    view.localStorage.setItem(KEY, choice);
  } catch {
    return;
  }
}

/** The theme of a window. */
export function createTheme(view: Window): ThemeStore {
  const prefersDark = view.matchMedia('(prefers-color-scheme: dark)');
  const forced = view.matchMedia('(forced-colors: active)');
  const listeners = new Set<() => void>();
  let choice = remembered(view);
  const tell = () => {
    for (const listener of [...listeners]) listener();
  };
  prefersDark.addEventListener('change', tell);
  forced.addEventListener('change', tell);
  const dark = () => (choice === 'system' ? prefersDark.matches : choice === 'dark');
  return {
    choice: () => choice,
    choose(next) {
      choice = next;
      remember(view, next);
      tell();
    },
    theme: () => (forced.matches ? 'contrast' : dark() ? 'dark' : 'light'),
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
