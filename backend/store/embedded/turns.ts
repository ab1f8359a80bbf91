import type { PGlite } from '@electric-sql/pglite';

interface Message {
  handler: number;
  bytes: Uint8Array;
  onData: (bytes: Uint8Array) => void;
  done: (size: number) => void;
  fail: (fault: Error) => void;
}

const SYNC = Uint8Array.of(0x53, 0, 0, 0, 4);
const ROLLBACK = Uint8Array.from(Buffer.from('Q\0\0\0\rrollback\0', 'latin1'));
/** Startup, Query, Sync, Terminate: with these a client has said all it wants for now. */
const LAST = new Set([0, 0x51, 0x53, 0x58]);

function isFatal(data: Uint8Array): boolean {
  if (data[0] !== 0x45) return false;
  const severity = Buffer.from(data.subarray(5, 13)).toString('latin1');
  return severity.startsWith('SFATAL') || severity.startsWith('SPANIC');
}

/**
 * Gives the one session of the embedded database to one connection at a time: from its first message to the answer that
 * ends its statement, or to the end of its transaction. The queue that comes with pglite-socket takes turns message by
 * message, so that outside of a transaction the Bind of one connection meets the Parse of another; and it stands still
 * for ever after one fault.
 */
export class Turns {
  readonly #db: PGlite;
  readonly #broken: () => void;
  #waiting: Message[] = [];
  #holder: number | null = null;
  #running: Promise<void> | null = null;

  /** @param broken called once the database cannot go on */
  constructor(db: PGlite, broken: () => void) {
    this.#db = db;
    this.#broken = broken;
  }

  enqueue(handler: number, bytes: Uint8Array, onData: Message['onData']): Promise<number> {
    return new Promise((done, fail) => {
      this.#waiting.push({ handler, bytes, onData, done, fail });
      this.#next();
    });
  }

  clearQueueForHandler(handler: number): void {
    const gone = this.#waiting.filter((message) => message.handler === handler);
    this.#waiting = this.#waiting.filter((message) => message.handler !== handler);
    for (const { fail } of gone) fail(new Error('Handler disconnected'));
  }

  /** A connection has gone: what it began is undone, and the next one may begin. */
  async clearTransactionIfNeeded(handler: number): Promise<void> {
    while (this.#running !== null) await this.#running;
    if (this.#holder !== handler) return;
    this.#run(async () => {
      // It may have left in the middle of a statement.
      await this.#say(SYNC, () => undefined);
      if (this.#db.isInTransaction()) await this.#say(ROLLBACK, () => undefined);
      this.#holder = null;
    });
    await this.#running;
  }

  getQueueLength(): number {
    return this.#waiting.length;
  }

  #next(): void {
    if (this.#running !== null) return;
    const index =
      this.#holder === null ? 0 : this.#waiting.findIndex(({ handler }) => handler === this.#holder);
    const [message] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (message === undefined) return;
    this.#run(async () => {
      this.#holder = message.handler;
      let size = 0;
      await this.#say(message.bytes, (bytes) => {
        size += bytes.length;
        message.onData(bytes);
      });
      if (LAST.has(message.bytes[0] ?? 0) && !this.#db.isInTransaction()) this.#holder = null;
      message.done(size);
    });
  }

  #run(work: () => Promise<void>): void {
    this.#running = work()
      .catch(() => this.#broken())
      .then(() => {
        this.#running = null;
        this.#next();
      });
  }

  #say(bytes: Uint8Array, onRawData: (bytes: Uint8Array) => void): Promise<void> {
    const heard = (data: Uint8Array) => {
      // After a fatal fault a server ends the session; PGlite repeats it for ever and never comes back from it.
      if (isFatal(data)) this.#broken();
      onRawData(data);
    };
    return this.#db.runExclusive(() => this.#db.execProtocolRawStream(bytes, { onRawData: heard }));
  }
}
