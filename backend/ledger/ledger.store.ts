import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod';
import type { KommuneId } from '../../contract/identity.ts';
import type { Db } from '../store/store.ts';
import type { LedgerEntry, LedgerTask } from './ledger.ts';
import { costOf, type Price, tokens } from './price.ts';

/** Who a call is entered for. */
export interface Payer {
  kommune: KommuneId;
  department: string;
  /** Keyed hash of the person for counting heads, 32 bytes; it never lies in the store as it is. */
  person: Buffer;
}

const warnings = z.array(
  z.object({
    budget: z.string(),
    kommune: z.string().nullable(),
    level: z.union([z.literal(80), z.literal(100)]),
  }),
);
/** That a budget has reached a level for the first time in its period. */
export type DueWarning = z.infer<typeof warnings>[number];

const opened = z.object({ models: z.array(z.string()).nullable(), warnings });

/** A model with its price and what the call may cost at most if it answers; null where nobody knows. */
export interface Quote {
  model: string;
  price: Price | null;
  cost: bigint | null;
}

/**
 * Enters a call and reserves what it may cost.
 * @param quotes the chosen model first
 * @returns the models that fit every budget; null where the chosen one does not, then nothing was entered
 */
export async function openCall(
  db: Db,
  payer: Payer,
  call: {
    id: string;
    task: LedgerTask;
    quotes: readonly [Quote, ...Quote[]];
    inputTokens: number;
    outputTokens: number;
    leaseMs: number;
  },
): Promise<z.infer<typeof opened>> {
  const { price } = call.quotes[0];
  return ask(
    db,
    opened,
    sql`open_call(
      ${call.id}::uuid, ${payer.kommune}, ${payer.department}, ${call.task},
      ${sql.param(call.quotes.map(({ model }) => model))}::text[],
      ${sql.param(call.quotes.map(({ cost }) => cost?.toString() ?? null))}::bigint[],
      ${tokens(call.inputTokens)}::bigint, ${tokens(call.outputTokens)}::bigint,
      ${price?.inputMicroEuroPerMillion ?? null}::bigint, ${price?.outputMicroEuroPerMillion ?? null}::bigint,
      ${payer.person}::bytea, ${milliseconds(call.leaseMs)})`,
  );
}

/** A finished call with the prices that hold for it. */
export interface PricedEntry extends LedgerEntry {
  prices: ReadonlyMap<string, Price | null>;
}

/** What the charges of a call cost together, in pico-euro; null where one of the prices is not known. */
export function totalCost({ charges, prices }: Pick<PricedEntry, 'charges' | 'prices'>): bigint | null {
  let total = 0n;
  for (const charge of charges) {
    const cost = costOf(prices.get(charge.model) ?? null, charge);
    if (cost === null) return null;
    total += cost;
  }
  return total;
}

/** Settles an open call. Any number of times: only the first counts. */
export function settleCall(db: Db, payer: Payer, id: string, entry: PricedEntry): Promise<DueWarning[]> {
  const charges = entry.charges.map((charge) => {
    const price = entry.prices.get(charge.model) ?? null;
    return {
      model: charge.model,
      inputTokens: tokens(charge.inputTokens),
      outputTokens: tokens(charge.outputTokens),
      estimated: charge.estimated,
      inputPrice: price?.inputMicroEuroPerMillion ?? null,
      outputPrice: price?.outputMicroEuroPerMillion ?? null,
    };
  });
  return ask(
    db,
    warnings,
    sql`settle_call(${id}::uuid, ${payer.kommune}, ${outcomeOf(entry)}, ${JSON.stringify(charges)}::jsonb,
      ${payer.person}::bytea)`,
  );
}

/** Enters a call that no model was asked for. Any number of times: only the first counts. */
export async function refuseCall(db: Db, payer: Payer, id: string, entry: LedgerEntry): Promise<void> {
  await db.execute(sql`select refuse_call(${id}::uuid, ${payer.kommune}, ${payer.department}, ${entry.task},
    ${outcomeOf(entry)}, ${payer.person}::bytea)`);
}

/** Takes a call out again that nobody knows was entered. */
export async function discardCall(db: Db, kommune: KommuneId, id: string): Promise<void> {
  await db.execute(sql`select discard_call(${id}::uuid, ${kommune})`);
}

/** Says that these calls are still being made. @param db in the scope of the Verbund */
export async function renewCalls(db: Db, ids: readonly string[], leaseMs: number): Promise<void> {
  await db.execute(sql`select renew_calls(${sql.param([...ids])}::uuid[], ${milliseconds(leaseMs)})`);
}

/**
 * Gives up one call whose replica has not given a sign for longer than its lease.
 * @param db in the scope of the Verbund
 * @returns null where there is none
 */
export function reapCall(db: Db): Promise<DueWarning[] | null> {
  return ask(db, warnings.nullable(), sql`reap_call()`);
}

async function ask<T>(db: Db, schema: z.ZodType<T>, call: SQL): Promise<T> {
  const { rows } = await db.execute<{ answer: unknown }>(sql`select ${call} as answer`);
  return schema.parse(rows[0]?.answer);
}

function outcomeOf({ model, durationMs, outcome, dataClass, suggestedClass, treatment }: LedgerEntry): SQL {
  // A replica's clock may be set back in the middle of a call.
  const duration = Math.max(Math.round(durationMs), 0);
  return sql`${model}, ${duration}::bigint, ${outcome}, ${dataClass}, ${suggestedClass}, ${treatment}`;
}

function milliseconds(ms: number): SQL {
  return sql`make_interval(secs => ${ms / 1000}::float8)`;
}
