import { writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import type { KommuneId } from '../../contract/identity.ts';
import {
  allocationKey,
  allocationQuery,
  periodQuery,
  reportFormat,
  type ReportFormat,
  reportPlan,
  useQuery,
} from '../../contract/reports.ts';
import type { VerbundKommune } from '../identity/verbund.ts';
import {
  allocationDocument,
  comparisonDocument,
  forecastDocument,
  useDocument,
} from '../reports/documents.ts';
import { changePlan, readPlan } from '../reports/plan.store.ts';
import { reportFile } from '../reports/report-file.ts';
import { allocationReport, comparisonReport, forecastReport, useReport } from '../reports/reports.ts';
import type { Document } from '../reports/sheet.ts';
import type { Store } from '../store/store.ts';
import { readArguments } from './arguments.ts';
import { UsageError } from './errors.ts';
import { pathFrom } from './paths.ts';
import { asYaml, changeByOperator, type CommandWorld, readRules, thisProcess, withRules } from './rules.ts';

const OPTIONS = {
  kommune: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  by: { type: 'string' },
  key: { type: 'string' },
  format: { type: 'string', default: 'csv' },
  out: { type: 'string' },
  file: { type: 'string' },
  reason: { type: 'string' },
} as const;

/** What is written out and read in: with the version that it changes, so that nobody's change is lost. */
const planFile = z.strictObject({ version: z.int().check(z.nonnegative()), ...reportPlan.shape });

type Options = { [name in keyof typeof OPTIONS]?: string | undefined };

interface Report {
  report: object;
  document: Document;
}

type Maker = (store: Store, kommunen: readonly VerbundKommune[], options: Options) => Promise<Report>;

const reports: Record<string, Maker> = {
  async use(store, kommunen, options) {
    const query = parsed(useQuery, { ...periodOf(options), ...(options.by ? { by: options.by } : {}) });
    const asked = options.kommune === undefined ? kommunen.map(({ id }) => id) : [options.kommune];
    const report = await store.within('verbund', (db) => useReport(db, asked, query));
    return { report, document: useDocument(report, namesOf(kommunen)) };
  },
  async allocation(store, kommunen, options) {
    const key = options.key === undefined ? {} : { key: parsed(allocationKey, options.key) };
    const query = parsed(allocationQuery, { ...periodOf(options), ...key });
    const report = await store.within('verbund', (db) =>
      allocationReport(db, kommunen, query, options.kommune),
    );
    return { report, document: allocationDocument(report, namesOf(kommunen)) };
  },
  async comparison(store, kommunen, options) {
    const query = parsed(periodQuery, periodOf(options));
    const report = await store.within('verbund', (db) =>
      comparisonReport(db, kommunen, query, options.kommune),
    );
    return { report, document: comparisonDocument(report, namesOf(kommunen)) };
  },
  async forecast(store, kommunen, options) {
    const report = await store.within('verbund', (db) => forecastReport(db, options.kommune ?? null));
    return { report, document: forecastDocument(report, namesOf(kommunen)) };
  },
};

/**
 * `amtsfeder report <name>`: what the API tells too, with the same figures withheld. `report plan` prints how costs are
 * divided; with `--file FILE --reason TEXT` it enters what the file says instead.
 */
export async function reportCommand(args: string[], world: CommandWorld = thisProcess): Promise<number> {
  const { values, positionals } = readArguments(args, OPTIONS, 1);
  const name = positionals[0] ?? '';
  if (name === 'plan') return planCommand(world, values);
  const make = Object.hasOwn(reports, name) ? reports[name] : undefined;
  if (make === undefined)
    throw new UsageError(`report: the name is one of ${Object.keys(reports).join(', ')}, plan`);
  const format = reportFormat.safeParse(values.format);
  if (!format.success) throw new UsageError(`report: --format is one of ${reportFormat.options.join(', ')}`);
  if (format.data === 'xlsx' && values.out === undefined) {
    throw new UsageError('report: a workbook needs --out FILE');
  }
  const report = await withRules(world, (store, { kommunen }) => {
    if (values.kommune !== undefined && !kommunen.some(({ id }) => id === values.kommune)) {
      throw new UsageError('report: --kommune is the id of a Kommune of the Verbund');
    }
    return make(store, kommunen, values);
  });
  deliver(world, await contentOf(report, name, format.data), values.out);
  return 0;
}

async function planCommand(world: CommandWorld, { file, reason, out }: Options): Promise<number> {
  const plan = await withRules(world, async (store, { kommunen }) => {
    if (file === undefined) return store.within('verbund', readPlan);
    const { version, ...given } = readRules(world, file, planFile);
    if (given.shares.some(({ kommune }) => !kommunen.some(({ id }) => id === kommune))) {
      throw new UsageError('report plan: the file names a Kommune that is not of the Verbund');
    }
    const change = changeByOperator(version, reason);
    return store.within('verbund', async (db) => {
      await changePlan(db, change, given);
      return readPlan(db);
    });
  });
  deliver(world, asYaml({ version: plan.number, ...plan.plan }), out);
  return 0;
}

async function contentOf({ report, document }: Report, name: string, format: ReportFormat) {
  if (format === 'json') return `${JSON.stringify(report, null, 2)}\n`;
  return (await reportFile(document, name, format)).content;
}

function deliver({ env, write }: CommandWorld, content: string | Buffer, path: string | undefined): void {
  if (path === undefined) {
    write(content.toString());
    return;
  }
  try {
    writeFileSync(pathFrom(env, path), content);
  } catch {
    throw new UsageError('--out: the file cannot be written');
  }
}

function namesOf(kommunen: readonly VerbundKommune[]): ReadonlyMap<KommuneId, string> {
  return new Map(kommunen.map(({ id, name }) => [id, name]));
}

/** One month where `--to` is left out. */
function periodOf({ from, to = from }: Options) {
  if (from === undefined) throw new UsageError('report: --from MONTH is missing, for example 2026-11');
  return { from, to };
}

interface Parser<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function parsed<T>(parser: Parser<T>, value: unknown): T {
  const result = parser.safeParse(value);
  if (!result.success)
    throw new UsageError('report: months are 2026-11, at most 60 of them; see amtsfeder help');
  return result.data;
}
