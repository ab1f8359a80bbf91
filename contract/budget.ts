import * as z from 'zod/mini';
import { changeBase, isoDay, modelId, keepable } from './admin.ts';
import { kommuneId } from './identity.ts';

export const budgetPeriods = ['month', 'year', 'total'] as const;
export type BudgetPeriod = (typeof budgetPeriods)[number];

/** Cents of the largest budget: a billion euro. */
const MAX_AMOUNT_CENTS = 100_000_000_000;
const MAX_DEPARTMENT_CHARS = 200;
/** Cents of the smallest budget of one Fachbereich or model: the warnings of a smaller one would tell single calls. */
const MIN_SCOPED_CENTS = 1_000;

/** Which calls a budget is for; null is every Fachbereich, or every model. */
export const budgetScope = z.object({
  department: z.nullable(
    z
      .string()
      .check(z.trim(), z.minLength(1), z.maxLength(MAX_DEPARTMENT_CHARS), z.regex(/^\P{Cc}*$/u), keepable),
  ),
  model: z.nullable(modelId),
  /** A calendar month, a calendar year, or all the time there is, such as the funding. */
  period: z.enum(budgetPeriods),
});
export type BudgetScope = z.infer<typeof budgetScope>;

/** What a budget decides. */
export const budgetTerms = z.object({
  amountCents: z.int().check(z.nonnegative(), z.maximum(MAX_AMOUNT_CENTS)),
  /** `stop`: a call that may cost more than is left is not made. `warn`: it is made. Both warn at 80 and 100 %. */
  onExhausted: z.enum(['stop', 'warn']),
});
export type BudgetTerms = z.infer<typeof budgetTerms>;

/** A budget with what it has spent in the running period. */
export const budget = z.object({
  id: z.uuid(),
  /** Null is all Kommunen together. */
  kommune: z.nullable(kommuneId),
  /** Who set it: a Kommune changes only its own. */
  owner: z.enum(['verbund', 'kommune']),
  ...budgetScope.shape,
  ...budgetTerms.shape,
  /** Of its last change, counted from 1. */
  number: z.int(),
  /** First day of the running period; of `total` none. */
  begins: z.nullable(isoDay),
  /** Micro-euro (10⁻⁶ €), rounded up; null of one Fachbereich or model, where it would tell each single call. */
  spentMicroEuro: z.nullable(z.int()),
  /** For calls that are being made; null likewise. */
  reservedMicroEuro: z.nullable(z.int()),
  /**
   * Of the amount, what is spent: whole percent, rounded down. Of one Fachbereich or model in tens, and null where fewer
   * than five persons have used it this month.
   */
  percent: z.nullable(z.int()),
  /** When 80 and 100 % were reached in this period; 100 also where a call did not fit what was left. */
  warnings: z.array(z.object({ level: z.union([z.literal(80), z.literal(100)]), at: z.string() })),
});
export type Budget = z.infer<typeof budget>;

/** `GET /api/admin/budgets`, `…/verbund`, `…/:kommune` */
export const budgetList = z.object({ version: z.number(), budgets: z.array(budget) });
export type BudgetList = z.infer<typeof budgetList>;

const isCoarse = z.refine<{ department: string | null; model: string | null; amountCents: number }>(
  ({ department, model, amountCents }) =>
    (department === null && model === null) || amountCents === 0 || amountCents >= MIN_SCOPED_CENTS,
);

/** `PUT /api/admin/budgets/verbund` */
export const verbundBudgetChange = z
  .object({ ...changeBase, ...budgetScope.shape, ...budgetTerms.shape, department: z.null() })
  .check(isCoarse);
/** `PUT /api/admin/budgets/:kommune` */
export const budgetChange = z
  .object({ ...changeBase, ...budgetScope.shape, ...budgetTerms.shape })
  .check(isCoarse);
export type BudgetChange = z.infer<typeof budgetChange>;

/** `DELETE /api/admin/budgets/…/:budget` */
export const budgetRemoval = z.object(changeBase);
