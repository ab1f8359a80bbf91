import { json, type Request, type Response } from 'express';
import type { KommuneId } from '../../contract/identity.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import {
  allocationQuery,
  forecastQuery,
  periodQuery,
  planChange,
  type PlanVersion,
  type ReportFormat,
  useQuery,
} from '../../contract/reports.ts';
import type { Person } from '../identity/person.ts';
import { reach } from '../identity/reach.ts';
import type { VerbundKommune } from '../identity/verbund.ts';
import {
  allocationDocument,
  comparisonDocument,
  forecastDocument,
  useDocument,
} from '../reports/documents.ts';
import { PAGE_POLICY } from '../reports/page.ts';
import { changePlan, readPlan } from '../reports/plan.store.ts';
import { reportFile } from '../reports/report-file.ts';
import { allocationReport, comparisonReport, forecastReport, useReport } from '../reports/reports.ts';
import type { Document } from '../reports/sheet.ts';
import type { Store } from '../store/store.ts';
import { parseBody } from './body.ts';
import { changeBy, orProblem, parseChange } from './changes.ts';
import { ProblemError } from './problem.ts';
import type { Route } from './route.ts';

/** What the routes of the reports need. */
export interface ReportParts {
  store: Store;
  kommunen: readonly VerbundKommune[];
}

const OWN = ['local-admin', 'verbund-admin', 'data-protection', 'auditor'] as const;
const VERBUND = ['verbund-admin'] as const;
const MAX_PLAN_BYTES = 200_000;

/**
 * `GET /api/admin/reports/use`, `/allocation`, `/comparison`, `/forecast`: of the Verbund; each with `/:kommune`: of one.
 * `format` is `json`, `csv`, `xlsx` or `html`. `/plan`: how costs are divided and compared.
 */
export function reportRoutes({ store, kommunen }: ReportParts): Route[] {
  const names = new Map(kommunen.map(({ id, name }) => [id, name]));
  const all = kommunen.map(({ id }) => id);

  const use = async (request: Request, response: Response, kommune: KommuneId | null) => {
    const query = parseBody(useQuery, request.query);
    const report = await store.within(kommune === null ? 'verbund' : { kommune }, (db) =>
      useReport(db, kommune === null ? all : [kommune], query),
    );
    await send(
      response,
      query.format,
      report,
      useDocument(report, names),
      fileName('nutzung', kommune, query),
    );
  };
  const allocation = async (request: Request, response: Response, kommune: KommuneId | null) => {
    const { key, ...asked } = parseBody(allocationQuery, request.query);
    // By a key of its choice a Kommune would work out what the others used.
    const query = kommune === null && key !== undefined ? { ...asked, key } : asked;
    const report = await store.within('verbund', (db) =>
      allocationReport(db, kommunen, query, kommune ?? undefined),
    );
    const document = allocationDocument(report, names);
    await send(response, query.format, report, document, fileName('umlage', kommune, query));
  };
  const comparison = async (request: Request, response: Response, kommune: KommuneId | null) => {
    const query = parseBody(periodQuery, request.query);
    const report = await store.within('verbund', (db) =>
      comparisonReport(db, kommunen, query, kommune ?? undefined),
    );
    const document = comparisonDocument(report, names);
    await send(response, query.format, report, document, fileName('vergleich', kommune, query));
  };
  const forecast = async (request: Request, response: Response, kommune: KommuneId | null) => {
    const query = parseBody(forecastQuery, request.query);
    const report = await store.within(kommune === null ? 'verbund' : { kommune }, (db) =>
      forecastReport(db, kommune),
    );
    await send(
      response,
      query.format,
      report,
      forecastDocument(report, names),
      fileName('prognose', kommune),
    );
  };
  const plan = async (): Promise<PlanVersion> => ({
    version: CONTRACT_VERSION,
    ...(await store.within('verbund', readPlan)),
  });

  const pairs = [
    ['use', use],
    ['allocation', allocation],
    ['comparison', comparison],
    ['forecast', forecast],
  ] as const;
  return [
    ...pairs.flatMap(([name, handle]): Route[] => [
      {
        method: 'get',
        path: `/admin/reports/${name}`,
        access: VERBUND,
        handle: (request, response) => handle(request, response, null),
      },
      {
        method: 'get',
        path: `/admin/reports/${name}/:kommune`,
        access: OWN,
        handle: (request, response, person) =>
          handle(request, response, known(person, request.params.kommune)),
      },
    ]),
    {
      method: 'get',
      path: '/admin/reports/plan',
      access: VERBUND,
      handle: async (_request, response) => void response.json(await plan()),
    },
    {
      method: 'put',
      path: '/admin/reports/plan',
      access: VERBUND,
      body: json({ limit: MAX_PLAN_BYTES }),
      handle: async (request, response, person) => {
        const asked = parseChange(planChange, request.body);
        if (asked.plan.shares.some(({ kommune }) => !names.has(kommune))) {
          throw new ProblemError(400, 'invalid_request', ['plan.shares']);
        }
        await orProblem(store.within('verbund', (db) => changePlan(db, changeBy(person, asked), asked.plan)));
        response.json(await plan());
      },
    },
  ];

  /** @throws ProblemError 404 for a Kommune that the person may not reach, or that is not of the Verbund */
  function known(person: Person, kommune: unknown): KommuneId {
    const id = reach(person, kommune);
    if (!names.has(id)) throw new ProblemError(404, 'not_found');
    return id;
  }
}

function fileName(what: string, kommune: KommuneId | null, period?: { from: string; to: string }): string {
  const months = period === undefined ? [] : [...new Set([period.from, period.to])];
  return [what, kommune ?? 'verbund', ...months].join('-');
}

async function send(
  response: Response,
  format: ReportFormat,
  report: object,
  document: Document,
  name: string,
): Promise<void> {
  if (format === 'json') {
    response.json(report);
    return;
  }
  const file = await reportFile(document, name, format);
  // The page is to be looked at and printed, the others are to be kept.
  response
    .set('Content-Type', file.type)
    .set('Content-Disposition', `${format === 'html' ? 'inline' : 'attachment'}; filename="${file.name}"`)
    .set('Content-Security-Policy', PAGE_POLICY)
    .send(file.content);
}
