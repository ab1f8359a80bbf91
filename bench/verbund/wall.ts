import type { Child } from '../child.ts';
import { askOnce, type BenchPerson } from './people.ts';
import type { World } from './world.ts';

/** What happened at the end of a budget. */
export interface WallRow {
  amountCents: number;
  /** Of the budget, as the API tells it in the end. */
  spentMicroEuro: number;
  done: number;
  refused: number;
  problems: string[];
}

const MICRO_PER_CENT = 10_000;
/** Enough for some answers, not for all. */
const LEFT_CENTS = 6_000;
const QUESTIONS = 3;
const TOKENS = 60;

/**
 * Leaves a Kommune little money and has all its people ask at the same moment, over all backends: as many as it pays for
 * get an answer, the others are told so, and not a cent too much is spent.
 */
export async function measureWall(
  { admin, backends }: Pick<World, 'admin'> & { backends: readonly Child[] },
  people: readonly BenchPerson[],
  kommune: string,
): Promise<WallRow> {
  const before = (await admin.budgets()).find((budget) => budget.kommune === kommune);
  if (typeof before?.spentMicroEuro !== 'number') throw new Error(`no budget of ${kommune}`);
  const amountCents = Math.ceil(before.spentMicroEuro / MICRO_PER_CENT) + LEFT_CENTS;
  await admin.setBudget(kommune, amountCents, before.number);
  const asking = people
    .filter((person) => person.kommune === kommune)
    .flatMap((person) => Array.from({ length: QUESTIONS }, () => person));
  const answers = await Promise.all(
    asking.map((person, at) => askOnce((backends[at % backends.length] as Child).address, person, TOKENS)),
  );
  const after = (await admin.settled()).find((budget) => budget.kommune === kommune);
  const done = answers.filter(({ outcome }) => outcome === 'done').length;
  const why = answers.flatMap((answer) => (answer.outcome === 'failed' ? [answer.why] : []));
  const refused = why.filter((each) => each === 'budget_exhausted').length;
  const spentMicroEuro = after?.spentMicroEuro ?? NaN;
  return {
    amountCents,
    spentMicroEuro,
    done,
    refused,
    problems: [
      ...(spentMicroEuro <= amountCents * MICRO_PER_CENT ? [] : ['more was spent than there was']),
      ...(done > 0 && refused > 0 ? [] : ['the end of the budget was not reached']),
      ...why.filter((each) => each !== 'budget_exhausted').map((each) => `people were told ${each}`),
    ],
  };
}
