import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import { OfficeError } from './office-error.ts';

interface Loads {
  load(names: string): unknown;
}

/** A collection of Word: `items` exists once it was loaded. */
export class FakeCollection<Target, Item extends Loads> extends FakeObject<Target[]> {
  #items: Item[] | undefined;
  readonly #wrap: (target: Target) => Item;

  constructor(context: FakeContext, find: () => Target[], wrap: (target: Target) => Item) {
    super(context, find);
    this.#wrap = wrap;
  }

  get items(): Item[] {
    if (this.#items === undefined) throw new OfficeError('PropertyNotLoaded');
    return this.#items;
  }

  override load(names: string): this {
    this.alive();
    this.context.enqueue(() => {
      this.#items = this.target().map((target) => {
        const item = this.#wrap(target);
        item.load(names);
        return item;
      });
    });
    return this;
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}
