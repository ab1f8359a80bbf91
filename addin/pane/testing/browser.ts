/** What jsdom lacks and Fluent asks for. Imported for its effect, before anything is rendered. */
class NoObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

globalThis.ResizeObserver ??= NoObserver;
window.matchMedia ??= (query) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }) as unknown as MediaQueryList;

// Nothing has a size in jsdom; rows that show what fits need some room.
const widths = { clientWidth: 400, offsetWidth: 40 };
for (const [name, value] of Object.entries(widths)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value });
}

export {};

// jsdom has no layout to scroll.
Element.prototype.scrollIntoView = () => undefined;
