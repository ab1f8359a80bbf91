import * as z from 'zod/mini';
import { type Budget, budgetScope, budgetTerms } from '../../contract/budget.ts';
import type { KommuneId } from '../../contract/identity.ts';
import { listBudgets, removeBudget, setBudget } from '../ledger/budget.store.ts';
import type { Store } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { changeByOperator, type CommandWorld, thisProcess, withRules } from './rules.ts';
import { chosenKommune } from './with-house.ts';

const OPTIONS = {
  kommune: { type: 'string' },
  department: { type: 'string' },
  model: { type: 'string' },
  period: { type: 'string' },
  amount: { type: 'string' },
  'on-exhausted': { type: 'string', default: 'stop' },
  reason: { type: 'string' },
  id: { type: 'string' },
} as const;

interface Desk {
  world: CommandWorld;
  store: Store;
  values: { [name in keyof typeof OPTIONS]?: string | undefined };
  /** Null is all Kommunen together. */
  kommune: KommuneId | null;
}

const actions: Record<string, (desk: Desk) => Promise<void>> = { list, set, remove };

/**
 * `amtsfeder budget list|set|remove`: what may be spent, by a Kommune (`--kommune ID`) or by all together. Whoever has the
 * command line acts for the Verbund.
 */
export async function budgetCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const name = positionals[0] ?? '';
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (action === undefined) throw new UsageError(`budget: one of ${Object.keys(actions).join(', ')}`);
  await withRules(world, (store, verbund) =>
    action({ world, store, values, kommune: chosenKommune(values.kommune, verbund) }),
  );
  return 0;
}

async function list({ world, store, kommune }: Desk): Promise<void> {
  const which = kommune === null ? 'all' : { kommune };
  for (const budget of await store.within('verbund', (db) => listBudgets(db, which))) {
    world.write(lineOf(budget));
  }
}

/** A budget of the same kind is changed, else it is a new one. */
async function set({ world, store, values, kommune }: Desk): Promise<void> {
  const scope = budgetScope.safeParse({
    department: values.department ?? null,
    model: values.model ?? null,
    period: values.period,
  });
  if (!scope.success)
    throw new UsageError('--period month|year|total is missing, or --department or --model is wrong');
  if (kommune === null && scope.data.department !== null) {
    throw new UsageError('--department: of which --kommune?');
  }
  const terms = budgetTerms.safeParse({
    amountCents: centsOf(values.amount ?? ''),
    onExhausted: values['on-exhausted'],
  });
  if (!terms.success)
    throw new UsageError('--amount EURO, such as 1500 or 1500,50; --on-exhausted stop|warn');
  const done = await store.within('verbund', async (db) => {
    const before = (await listBudgets(db, kommune === null ? 'verbund' : { kommune })).find(
      ({ owner, department, model, period }) =>
        owner === 'verbund' &&
        department === scope.data.department &&
        model === scope.data.model &&
        period === scope.data.period,
    );
    const change = changeByOperator(before?.number ?? 0, values.reason);
    return setBudget(db, kommune, { ...scope.data, ...terms.data, ...change });
  });
  if (done === null) throw new UsageError('somebody has changed it just now; try again');
  world.write(`${done.id}\tversion ${done.number}\n`);
}

async function remove({ world, store, values }: Desk): Promise<void> {
  const id = z.uuid().safeParse(values.id);
  if (!id.success) throw new UsageError('--id ID: as "amtsfeder budget list" shows it');
  const done = await store.within('verbund', async (db) => {
    const budget = (await listBudgets(db, 'all')).find((one) => one.id === id.data);
    if (budget === undefined) return false;
    return removeBudget(db, budget.kommune, {
      id: budget.id,
      ...changeByOperator(budget.number, values.reason),
    });
  });
  if (!done) throw new UsageError('--id: there is no such budget');
  world.write('removed\n');
}

/** Id, whose, set by whom, Fachbereich, model, period, amount, spent, reserved, percent, what happens at its end. */
function lineOf(budget: Budget): string {
  const { id, kommune, owner, department, model, period, amountCents, onExhausted, percent } = budget;
  const columns = [
    id,
    kommune ?? 'verbund',
    owner,
    department ?? '*',
    model ?? '*',
    period,
    euro(amountCents * 10_000),
    euro(budget.spentMicroEuro),
    euro(budget.reservedMicroEuro),
    percent === null ? '-' : `${percent} %`,
    onExhausted,
    budget.warnings.map(({ level }) => `warned at ${level} %`).join(', '),
  ];
  return `${columns.join('\t')}\n`;
}

function euro(micro: number | null): string {
  if (micro === null) return '-';
  const figure = (micro / 1_000_000).toLocaleString('de-DE', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `${figure} €`;
}

/** Cents of euro as a person writes them: `1500`, `1500.5`, `1500,50`; NaN for anything else. */
function centsOf(text: string): number {
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text);
  if (found === null) return NaN;
  return Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'));
}
