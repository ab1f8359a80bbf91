import * as z from 'zod/mini';
import { changeBase, keepable, versionMark } from './admin.ts';
import { kommuneId } from './identity.ts';

/** A calendar month, for example `2026-11`. */
export const month = z.string().check(z.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
export type Month = z.infer<typeof month>;

/** Months that one report covers: the five years for which the Kommunen work together. */
export const MAX_REPORT_MONTHS = 60;

/** By what use is divided; the order is the one in which a month is divided. */
export const dimensions = ['model', 'department', 'task'] as const;
export const dimension = z.enum(dimensions);
export type Dimension = z.infer<typeof dimension>;

export const reportFormats = ['json', 'csv', 'xlsx', 'html'] as const;
export const reportFormat = z.enum(reportFormats);
export type ReportFormat = z.infer<typeof reportFormat>;

/** By what a cost is divided among the Kommunen: what they used, their inhabitants, or a fixed key. */
export const allocationKeys = ['use', 'inhabitants', 'fixed'] as const;
export const allocationKey = z.enum(allocationKeys);
export type AllocationKey = z.infer<typeof allocationKey>;

const period = { from: month, to: month, format: z._default(reportFormat, 'json') };
const isPeriod = z.refine<{ from: Month; to: Month }>(({ from, to }) => {
  const months =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5)) -
    Number(from.slice(5)) +
    1;
  return months >= 1 && months <= MAX_REPORT_MONTHS;
});

/** The months that a query asks for, both included. */
export const periodQuery = z.object(period).check(isPeriod);
export type PeriodQuery = z.infer<typeof periodQuery>;

/** Query of `GET /api/admin/reports/use` and `/use/:kommune`; `by` is a list such as `model,task`. */
export const useQuery = z
  .object({
    ...period,
    by: z._default(
      z.string().check(z.regex(/^(model|department|task)(,(model|department|task)){0,2}$/)),
      'model',
    ),
  })
  .check(isPeriod);
export type UseQuery = z.infer<typeof useQuery>;

/** Query of `GET /api/admin/reports/allocation`; `key` tries another key than the one that was set. */
export const allocationQuery = z.object({ ...period, key: z.optional(allocationKey) }).check(isPeriod);
export type AllocationQuery = z.infer<typeof allocationQuery>;

/** Query of `GET /api/admin/reports/forecast/:kommune` */
export const forecastQuery = z.object({ format: z._default(reportFormat, 'json') });

/** How many persons: multiples of five, since the exact figure of two rows may give away the persons between them. */
export const personBand = z.object({ from: z.int(), to: z.int() });
export type PersonBand = z.infer<typeof personBand>;

const useFigures = {
  calls: z.int(),
  /** Of the rows that tell them. */
  inputTokens: z.int(),
  outputTokens: z.int(),
  cents: z.int(),
};

/** A line of a report on use. */
export const useRow = z.object({
  /** In the order of `by`; null is what was put together because it would have been under five persons. */
  values: z.array(z.nullable(z.string())),
  calls: z.int(),
  /** Null where several models were put together: with the price list they would give away the small one of them. */
  inputTokens: z.nullable(z.int()),
  outputTokens: z.nullable(z.int()),
  cents: z.int(),
  /** Told of single months, and where `by` names one thing only. */
  persons: z.nullable(personBand),
});
export type UseRow = z.infer<typeof useRow>;

/** Use of a month or a range. */
export const useTotal = z.object({ ...useFigures, rows: z.array(useRow) });
export type UseTotal = z.infer<typeof useTotal>;

/** What a month tells of itself. */
export const useMonth = z.discriminatedUnion('state', [
  /** Closed. */
  z.object({
    month,
    state: z.literal('published'),
    persons: z.int(),
    ...useFigures,
    rows: z.array(useRow),
  }),
  /** Closed; under five persons (or too few calls to hide them): only what is owed. */
  z.object({ month, state: z.literal('withheld'), cents: z.int() }),
  /** Not over yet. */
  z.object({ month, state: z.literal('open') }),
]);
export type UseMonth = z.infer<typeof useMonth>;

/** Use of one Kommune. */
export const kommuneUse = z.object({
  kommune: kommuneId,
  months: z.array(useMonth),
  /** All that is owed for the closed months. */
  cents: z.int(),
  /** What the published months add up to. */
  published: useTotal,
});
export type KommuneUse = z.infer<typeof kommuneUse>;

/** `GET /api/admin/reports/use/:kommune` (one entry) and `/use` (all). */
export const useReport = z.object({
  version: z.number(),
  from: month,
  to: month,
  by: z.array(dimension),
  kommunen: z.array(kommuneUse),
});
export type UseReport = z.infer<typeof useReport>;

const title = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), keepable);
/** A hundred million euro, either way: a contribution is a negative cost. */
const cents = z.int().check(z.minimum(-10_000_000_000), z.maximum(10_000_000_000));
const span = { from: month, to: z.nullable(month) };
/** A cost for each twelve months, or one spread over its months; the latter needs its last month. */
const every = z.enum(['year', 'once']);
const lasts = z.refine<{ every?: string; from: string; to: string | null }>(
  (position) =>
    (position.every !== 'once' || position.to !== null) &&
    (position.to === null || position.from <= position.to),
);

/** A cost of the platform beside the models, or a contribution to it. */
export const costPosition = z.object({ title, cents, every, ...span, key: allocationKey }).check(lasts);
export type CostPosition = z.infer<typeof costPosition>;

/** What the same would cost elsewhere, by the Vergleichsrechnung of the application for funding. */
export const referencePosition = z.discriminatedUnion('kind', [
  /** A licence for each person and month. */
  z
    .object({
      kind: z.literal('licence'),
      title,
      centsPerPerson: cents,
      persons: z.enum(['planned', 'counted']),
      ...span,
    })
    .check(lasts),
  /** What each Kommune would pay by itself. */
  z.object({ kind: z.literal('own'), title, cents, every, ...span }).check(lasts),
]);
export type ReferencePosition = z.infer<typeof referencePosition>;

/** What is known of a Kommune beside its use; its inhabitants stand in the file of the Verbund. */
export const kommuneShare = z.object({
  kommune: kommuneId,
  /** Its part of a fixed key. */
  weight: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
  plannedPersons: z.int().check(z.nonnegative(), z.maximum(1_000_000)),
});
export type KommuneShare = z.infer<typeof kommuneShare>;

/** How costs are divided and compared; entered by the administration of the Verbund. */
export const reportPlan = z.object({
  /** Of what the models cost. */
  modelKey: allocationKey,
  shares: z.array(kommuneShare).check(
    z.maxLength(100),
    z.refine((shares) => new Set(shares.map(({ kommune }) => kommune)).size === shares.length),
  ),
  positions: z.array(costPosition).check(z.maxLength(100)),
  references: z.array(referencePosition).check(z.maxLength(100)),
});
export type ReportPlan = z.infer<typeof reportPlan>;

/** `GET /api/admin/reports/plan`; number 0 is the empty plan of the beginning. */
export const planVersion = z.object({
  version: z.number(),
  number: z.int(),
  /** Null where nobody has entered one. */
  mark: z.nullable(versionMark),
  plan: reportPlan,
});
export type PlanVersion = z.infer<typeof planVersion>;

/** `PUT /api/admin/reports/plan` */
export const planChange = z.object({ ...changeBase, plan: reportPlan });
export type PlanChange = z.infer<typeof planChange>;

/** A cost and by which key it is divided. */
export const allocatedItem = z.discriminatedUnion('state', [
  z.object({ title: z.string(), key: allocationKey, cents: z.int(), state: z.literal('divided') }),
  /** The key gives no one a part: nothing was used, or no inhabitants or weights were entered. */
  z.object({ title: z.string(), key: allocationKey, cents: z.int(), state: z.literal('undivided') }),
]);
export type AllocatedItem = z.infer<typeof allocatedItem>;

/** `GET /api/admin/reports/allocation` and `/allocation/:kommune` (only its own share). */
export const allocationReport = z.object({
  version: z.number(),
  from: month,
  to: month,
  plan: z.int(),
  /** Months that are not over yet; they are not in it. */
  openMonths: z.array(month),
  items: z.array(allocatedItem),
  shares: z.array(
    z.object({
      kommune: kommuneId,
      /** In the order of the items; 0 where one could not be divided. */
      cents: z.array(z.int()),
      total: z.int(),
    }),
  ),
});
export type AllocationReport = z.infer<typeof allocationReport>;

const comparedFigures = {
  /** What the same would cost elsewhere. */
  elsewhere: z.int(),
  /** Own costs without contributions. */
  own: z.int(),
  saved: z.int(),
  /** Of what it would cost elsewhere; null where that is nothing. */
  savedPercent: z.nullable(z.number()),
};

/** `GET /api/admin/reports/comparison` and `/comparison/:kommune`; money in cents. */
export const comparisonReport = z.object({
  version: z.number(),
  from: month,
  to: month,
  plan: z.int(),
  openMonths: z.array(month),
  kommunen: z.array(
    z.discriminatedUnion('state', [
      z.object({ kommune: kommuneId, state: z.literal('compared'), ...comparedFigures }),
      /** Licences by counted persons, and in a month there were under five. */
      z.object({ kommune: kommuneId, state: z.literal('withheld') }),
    ]),
  ),
  /** Of those that were compared. */
  total: z.object(comparedFigures),
});
export type ComparisonReport = z.infer<typeof comparisonReport>;

const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));

/** Where a budget is heading; an estimate, in whole euro. */
export const forecast = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('estimated'),
    /** Last day that was looked at: the end of a whole week. */
    asOf: day,
    /** Last day of the budget. */
    end: day,
    budgetEuro: z.int(),
    spentEuro: z.int(),
    /** Spent by the end of the budget; four times in five it should lie between `low` and `high`. */
    expectedEuro: z.int(),
    lowEuro: z.int(),
    highEuro: z.int(),
    /** The day on which the budget would end; null where it lasts. */
    expectedDay: z.nullable(day),
    earliestDay: z.nullable(day),
    latestDay: z.nullable(day),
  }),
  /** Too few working days with any use to tell. */
  z.object({ state: z.literal('unknown'), asOf: day, end: day, budgetEuro: z.int(), spentEuro: z.int() }),
]);
export type Forecast = z.infer<typeof forecast>;

/** `GET /api/admin/reports/forecast/:kommune` and `/forecast` (the budgets of the Verbund); those of all models only. */
export const forecastReport = z.object({
  version: z.number(),
  /** Null is the Verbund. */
  kommune: z.nullable(kommuneId),
  budgets: z.array(
    z.object({ owner: z.enum(['verbund', 'kommune']), period: z.enum(['month', 'year', 'total']), forecast }),
  ),
});
export type ForecastReport = z.infer<typeof forecastReport>;
