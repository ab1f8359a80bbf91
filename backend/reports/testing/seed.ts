import type { TestStore } from '../../store/testing/both-stores.ts';
import type { Prices } from './attacker.ts';
import type { SeenCall } from './months-of-use.ts';

/** Enters calls into the account book as if they had been made on a day that is past. */
export async function seedCalls(
  store: Pick<TestStore, 'tamper'>,
  kommune: string,
  day: string,
  calls: readonly SeenCall[],
  prices: Prices,
): Promise<void> {
  const rows = calls.map((call) => ({ ...call, ...priceOf(prices, call.model) }));
  await store.tamper(
    `with given as (
       select gen_random_uuid() as id, g.* from jsonb_to_recordset($3::jsonb) g (
         person text, model text, department text, task text, "inputTokens" bigint, "outputTokens" bigint,
         "inputPrice" bigint, "outputPrice" bigint
       )
     ), entered as (
       insert into amtsfeder.call (id, kommune, department, task, model, at, day, duration_ms, outcome, state)
       select id, $1, department, task, model, $2::date, $2::date, 10, 'done', 'settled' from given
       returning id
     ), charged as (
       insert into amtsfeder.charge
         (call, kommune, model, input_tokens, output_tokens, estimated, input_price, output_price, cost)
       select g.id, $1, g.model, "inputTokens", "outputTokens", false, "inputPrice", "outputPrice",
         "inputTokens" * "inputPrice" + "outputTokens" * "outputPrice"
       from given g join entered using (id)
     )
     insert into amtsfeder.head (month, kommune, department, task, model, pseudonym)
     select distinct date_trunc('month', $2::date)::date, $1, department, task, model, decode(md5(person), 'hex')
     from given
     on conflict do nothing`,
    [kommune, day, JSON.stringify(rows)],
  );
}

function priceOf(prices: Prices, model: string) {
  const { input, output } = prices[model] ?? { input: 0, output: 0 };
  return { inputPrice: input, outputPrice: output };
}

/** The same call of several persons, so many times each. */
export function callsOf(
  persons: readonly number[],
  model: string,
  department: string,
  task: string,
  times = 2,
): SeenCall[] {
  return persons.flatMap((person) =>
    Array.from({ length: times }, () => ({
      person,
      model,
      department,
      task,
      inputTokens: 1_000 + person,
      outputTokens: 200,
    })),
  );
}

/** The numbers from one to another. */
export function numbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
