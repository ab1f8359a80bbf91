import { describe, expect, it } from '@jest/globals';
import { StoreError } from '../store/store.ts';
import { Backlog } from './backlog.ts';
import { testLog } from './testing/books.ts';

const away = (uncertain = false) => new StoreError('unreachable', uncertain, undefined);
const quick = { graceMs: 10_000, firstPauseMs: 1, longestPauseMs: 2 };

/** A store that can be taken away. */
function door() {
  const { promise: opened, resolve: open } = Promise.withResolvers<undefined>();
  let isOpen = false;
  return {
    opened,
    open() {
      isOpen = true;
      open(undefined);
    },
    pass() {
      if (!isOpen) throw away();
    },
  };
}

describe('work for the store', () => {
  it('is done once where nothing goes wrong', async () => {
    const backlog = new Backlog(testLog());
    let times = 0;
    await backlog.do(() => Promise.resolve(void times++));
    expect(times).toBe(1);
    expect(backlog.size).toBe(0);
  });

  it('goes on without whoever waits, until the store is back', async () => {
    const log = testLog();
    const backlog = new Backlog(log, { ...quick, graceMs: 5 });
    const store = door();
    const { promise: done, resolve: finish } = Promise.withResolvers<undefined>();
    let times = 0;
    await backlog.do(async () => {
      store.pass();
      times += 1;
      finish(undefined);
    });
    expect(times).toBe(0);
    expect(backlog.size).toBe(1);
    store.open();
    await done;
    await backlog.close(1_000);
    expect(times).toBe(1);
    expect(backlog.size).toBe(0);
    expect(log.lines.map(({ message }) => message)).toEqual([
      'ledger: the store is away, calls wait to be settled',
      'ledger: the store is back',
    ]);
  });

  it('is waited for no longer where the store is there and slow', async () => {
    const backlog = new Backlog(testLog(), { ...quick, patienceMs: 5 });
    const { promise: slow, resolve: answer } = Promise.withResolvers<undefined>();
    await backlog.do(() => slow);
    expect(backlog.size).toBe(1);
    answer(undefined);
    await backlog.close(1_000);
    expect(backlog.size).toBe(0);
  });

  it('is tried again at once where nobody knows whether it was done', async () => {
    const backlog = new Backlog(testLog(), { ...quick, firstPauseMs: 3_600_000, longestPauseMs: 3_600_000 });
    let times = 0;
    await backlog.do(() => (++times === 1 ? Promise.reject(away(true)) : Promise.resolve()));
    expect(times).toBe(2);
  });

  it('is given up where a store that is there refuses it, without its words', async () => {
    const log = testLog();
    const backlog = new Backlog(log, quick);
    let times = 0;
    await backlog.do(() => {
      times += 1;
      return Promise.reject(new Error('Frau Muster'));
    });
    expect(times).toBe(5);
    expect(backlog.size).toBe(0);
    expect(log.lines).toEqual([
      expect.objectContaining({ message: 'ledger: the store refuses a call, it is given up' }),
    ]);
    expect(JSON.stringify(log.lines)).not.toContain('Muster');
  });

  it('takes no more memory than it may', async () => {
    const log = testLog();
    const backlog = new Backlog(log, { ...quick, graceMs: 1, most: 3 });
    const store = door();
    let times = 0;
    const work = async () => {
      store.pass();
      times += 1;
    };
    for (let count = 0; count < 5; count++) await backlog.do(work);
    expect(backlog.size).toBe(3);
    store.open();
    await backlog.close(1_000);
    expect(times).toBe(3);
    expect(log.lines.filter(({ message }) => String(message).includes('a call is given up'))).toHaveLength(2);
  });

  it('is tried once more when the house closes, and then left', async () => {
    const log = testLog();
    const backlog = new Backlog(log, { graceMs: 1, firstPauseMs: 3_600_000, longestPauseMs: 3_600_000 });
    let times = 0;
    await backlog.do(() => {
      times += 1;
      return Promise.reject(away());
    });
    await backlog.close(20);
    expect(times).toBeGreaterThan(1);
    expect(log.lines.at(-1)).toEqual({ waiting: 1, message: 'ledger: closed before all calls were settled' });
  });
});
