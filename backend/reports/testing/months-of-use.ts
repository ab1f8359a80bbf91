import fc from 'fast-check';
import type { UseCell } from '../use-cell.ts';
import type { Prices } from './attacker.ts';

/** A call as the account book would have seen it. */
export interface SeenCall {
  person: number;
  model: string;
  department: string;
  task: string;
  inputTokens: number;
  outputTokens: number;
}

/** Months of a small Kommune: few persons, so that nearly everything in them is under five. */
export function monthsOfUse(maxPersons = 14): fc.Arbitrary<{ cells: UseCell[]; prices: Prices }> {
  const price = fc.record({
    input: fc.constantFrom(0, 150_000, 410_000),
    output: fc.constantFrom(0, 600_000),
  });
  const call = fc.record({
    person: fc.integer({ min: 1, max: maxPersons }),
    model: fc.constantFrom('a', 'a', 'b', 'c'),
    department: fc.constantFrom('FB 1', 'FB 1', 'FB 2', ''),
    task: fc.constantFrom('reply', 'reply', 'note'),
    inputTokens: fc.integer({ min: 1, max: 5_000 }),
    outputTokens: fc.integer({ min: 1, max: 900 }),
  });
  return fc
    .record({
      calls: fc.array(call, { minLength: 1, maxLength: 60, size: 'max' }),
      prices: fc.record({ a: price, b: price, c: price }),
    })
    .map(({ calls, prices }) => ({ cells: cellsOf(calls, prices), prices }));
}

export function cellsOf(calls: readonly SeenCall[], prices: Prices): UseCell[] {
  const groups = Map.groupBy(calls, ({ model, department, task }) =>
    JSON.stringify([model, department, task]),
  );
  return [...groups.values()].map((group) => {
    const [{ model, department, task }] = group as [SeenCall];
    const inputTokens = group.reduce((sum, call) => sum + call.inputTokens, 0);
    const outputTokens = group.reduce((sum, call) => sum + call.outputTokens, 0);
    const { input, output } = prices[model] ?? { input: 0, output: 0 };
    return {
      model,
      department,
      task,
      calls: group.length,
      inputTokens,
      outputTokens,
      picoEuro: BigInt(inputTokens) * BigInt(input) + BigInt(outputTokens) * BigInt(output),
      persons: [...new Set(group.map(({ person }) => `p${person}`))],
    };
  });
}
