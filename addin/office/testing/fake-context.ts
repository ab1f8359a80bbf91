import { OfficeError } from './office-error.ts';
import type { WordModel } from './word-model.ts';

/** Faults that a test can switch on. */
export interface Faults {
  /** The next `sync` never comes back, as in a Word that hangs. */
  stall: boolean;
  /** Operations that fail, with their code: `startNewList` → `GeneralException`. */
  refuse: Map<string, string>;
  /** Every write fails with `AccessDenied`, as in a protected document. */
  readOnly: boolean;
}

/** A request context: operations wait until `sync`, run in their order, and stop at the first that fails. */
export class FakeContext {
  readonly model: WordModel;
  readonly faults: Faults;
  readonly tracked = new Set<unknown>();
  /** Counts the runs in which this context was used; objects of an earlier one are dead unless tracked. */
  run = 1;
  syncs = 0;
  #queue: (() => void)[] = [];

  constructor(model: WordModel, faults: Faults) {
    this.model = model;
    this.faults = faults;
  }

  readonly trackedObjects = {
    add: (object: unknown) => void this.tracked.add(object),
    remove: (object: unknown) => void this.tracked.delete(object),
  };

  /** @throws where a test, or the version, has it that this can't be asked for */
  require(name: string): void {
    const code = this.faults.refuse.get(name);
    if (code !== undefined) throw new OfficeError(code);
  }

  enqueue(work: () => void): void {
    this.#queue.push(work);
  }

  async sync(): Promise<void> {
    this.syncs += 1;
    const queue = this.#queue;
    this.#queue = [];
    if (this.faults.stall) await new Promise(() => undefined);
    await Promise.resolve();
    for (const work of queue) {
      work();
      this.flush();
    }
  }

  /** Runs what an operation has queued itself, such as the loading of the items of a collection. */
  flush(): void {
    while (this.#queue.length > 0) this.#queue.shift()?.();
  }
}

/** A proxy of something in the document: nothing is known of it until it was loaded and synced. */
export abstract class FakeObject<Target> {
  readonly context: FakeContext;
  readonly #bornIn: number;
  readonly #loaded = new Map<string, unknown>();
  #target: Target | null | undefined;

  /**
   * @param find runs at its turn in the queue; null is an `ItemNotFound`, or a null object where `orNull` is set
   */
  constructor(context: FakeContext, find: () => Target | null, orNull = false) {
    this.context = context;
    this.#bornIn = context.run;
    context.enqueue(() => {
      this.#target = find();
      if (this.#target === null && !orNull) throw new OfficeError('ItemNotFound');
    });
  }

  get isNullObject(): boolean {
    if (this.#target === undefined) throw new OfficeError('PropertyNotLoaded');
    return this.#target === null;
  }

  load(names: string): this {
    this.alive();
    this.context.enqueue(() => {
      const target = this.#target;
      if (target === null) return;
      if (target === undefined) throw new OfficeError('InvalidObjectPath');
      const facts = this.facts(target);
      for (const name of names.split(',').map((one) => one.trim())) {
        if (!(name in facts)) throw new OfficeError('InvalidArgument');
        this.#loaded.set(name, facts[name]);
      }
    });
    return this;
  }

  /** The thing itself, for objects that are found from this one; only while the queue runs. */
  target(): Target {
    const target = this.#target;
    if (target === undefined) throw new OfficeError('InvalidObjectPath');
    if (target === null) throw new OfficeError('ItemNotFound');
    return target;
  }

  /** What can be loaded. */
  protected abstract facts(target: Target): Record<string, unknown>;

  protected loaded<T>(name: string): T {
    if (!this.#loaded.has(name)) throw new OfficeError('PropertyNotLoaded');
    return this.#loaded.get(name) as T;
  }

  /** A change of the document, done at its turn in the queue. */
  protected change(name: string, work: (target: Target) => void): void {
    this.alive();
    this.context.enqueue(() => {
      const code = this.context.faults.readOnly ? 'AccessDenied' : this.context.faults.refuse.get(name);
      if (code !== undefined) throw new OfficeError(code);
      work(this.target());
    });
  }

  /** An object that comes into being by a change of the document. */
  protected made<Child, Made>(
    name: string,
    make: (target: Target) => Child,
    wrap: (find: () => Child) => Made,
  ): Made {
    let child: Child | undefined;
    this.change(name, (target) => {
      child = make(target);
    });
    return wrap(() => child as Child);
  }

  protected alive(): void {
    if (this.#bornIn !== this.context.run && !this.context.tracked.has(this)) {
      throw new OfficeError('InvalidObjectPath');
    }
  }
}
