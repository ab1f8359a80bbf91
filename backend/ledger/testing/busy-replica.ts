import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import * as z from 'zod';
import { openStore } from '../../store/open.ts';
import { readStoreSettings } from '../../store/settings.ts';
import type { LedgerLine } from '../ledger.ts';
import { clerk, entry, opening, testLedger, testPrices } from './books.ts';

/**
 * A replica of its own for tests, told by one argument what to do. Each line it writes is a fact that was told to it:
 * `settled N` and `refused N` once the store has them, N being its tokens or its milliseconds.
 */
const order = z.discriminatedUnion('do', [
  /** Makes calls in several lanes until it is killed, numbered from `first` on. */
  z.object({ do: z.literal('work'), use: z.enum(['join', 'serve']), lanes: z.number(), first: z.number() }),
  /** Opens calls all at once, says how many it could, and settles them when it is told to. */
  z.object({ do: z.literal('rush'), calls: z.number() }),
]);
type Order = z.infer<typeof order>;

const PATIENT = { connectMs: 60_000, statementMs: 60_000, lockMs: 60_000, idleMs: 60_000 };

const asked = order.parse(JSON.parse(process.argv[2] ?? ''));
const settings = { ...readStoreSettings(process.env), limits: PATIENT };
const store = await openStore(settings, asked.do === 'work' ? asked.use : 'join');
// However slow the machine is: what is told is in the store.
const ledger = testLedger(store, { backlog: { patienceMs: 600_000, graceMs: 600_000 } });
const account = ledger.for(clerk, testPrices);
if (asked.do === 'work') await work(asked);
else await rush(asked);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function work({ lanes, first }: Extract<Order, { do: 'work' }>): Promise<void> {
  let number = first;
  const lane = async () => {
    for (;;) {
      const own = ++number;
      if (own % 8 === 0) {
        await account.refuse(entry(0, 0, '', { charges: [], outcome: 'stopped', durationMs: own }));
        say(`refused ${own}`);
      } else {
        const line = await account.open(opening());
        if (own % 3 === 0) await sleep(own % 7);
        await line.close(entry(own, own % 100));
        say(`settled ${own}`);
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

async function rush({ calls }: Extract<Order, { do: 'rush' }>): Promise<void> {
  const lines = createInterface(process.stdin);
  say('ready');
  await once(lines, 'line');
  const tried = await Promise.allSettled(Array.from({ length: calls }, () => account.open(opening())));
  const open = tried.filter((one): one is PromiseFulfilledResult<LedgerLine> => one.status === 'fulfilled');
  const why = tried.map((one) =>
    one.status === 'rejected' ? (one.reason as { code?: string }).code : 'open',
  );
  say(JSON.stringify(why));
  await once(lines, 'line');
  await Promise.all(open.map(({ value }, index) => value.close(entry(index, 100 + (index % 7)))));
  say('done');
  await store.close();
  lines.close();
}
