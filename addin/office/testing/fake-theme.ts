import type { ThemeSource } from '../theme.ts';

/** Office's colours and the browser's forced colours, both to be changed by a test. */
export class FakeTheme implements ThemeSource {
  background: string | undefined;
  readonly #listeners = new Set<() => void>();
  readonly forced = {
    matches: false,
    addEventListener: (_type: string, listener: unknown) => void this.#listeners.add(listener as () => void),
    removeEventListener: (_type: string, listener: unknown) =>
      void this.#listeners.delete(listener as () => void),
  };

  colours(): { bodyBackgroundColor: string } | undefined {
    return this.background === undefined ? undefined : { bodyBackgroundColor: this.background };
  }

  force(matches: boolean): void {
    this.forced.matches = matches;
    this.#listeners.forEach((listener) => listener());
  }

  get listeners(): number {
    return this.#listeners.size;
  }
}
