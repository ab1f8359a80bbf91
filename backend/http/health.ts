import { Router } from 'express';
import type { Closing } from '../closing.ts';

/** What must be there before the house takes work. The names are all that a stranger learns. */
export interface ReadinessCheck {
  name: 'store' | 'migrations' | 'sign-in keys' | 'models';
  /**
   * `nothing`: the house can do nothing without it, so requests are to go elsewhere. `less`: they are still answered here,
   * if only with what is wrong; every process lacks the same, and an administrator must get in to mend it.
   */
  without: 'nothing' | 'less';
  /** Resolves where it is there; rejects, or takes too long, where it is not. */
  check(): Promise<void>;
}

export interface ReadinessTimes {
  /** A check that takes longer has failed. */
  checkMs: number;
  /** What was found is good for so long: whoever asks often sets off no more checks than a balancer. */
  freshMs: number;
  /** A clock that only goes forward, in milliseconds. */
  monotonicMs(): number;
}

const usualTimes: ReadinessTimes = {
  checkMs: 2_000,
  freshMs: 1_000,
  monotonicMs: () => performance.now(),
};

/** `GET /readyz` */
export type Readiness =
  | { status: 'ready' }
  | { status: 'closing' }
  /** Only `missing` is answered with 503. */
  | { status: 'limited' | 'missing'; missing: ReadinessCheck['name'][] };

/**
 * `GET /healthz`: the process lives. `GET /readyz`: it takes work; 503 with what is missing where it cannot, and while it
 * shuts down, so that a balancer sends new requests elsewhere.
 */
export function healthRoutes(
  { draining }: Pick<Closing, 'draining'>,
  checks: readonly ReadinessCheck[] = [],
  times: ReadinessTimes = usualTimes,
): Router {
  const look = shared(() => missingOf(checks, times.checkMs), times);
  return Router()
    .get('/healthz', (_request, response) => void response.json({ status: 'ok' }))
    .get('/readyz', async (_request, response) => {
      const readiness: Readiness = draining.aborted ? { status: 'closing' } : readinessOf(await look());
      response
        .status(readiness.status === 'ready' || readiness.status === 'limited' ? 200 : 503)
        .set('Cache-Control', 'no-store')
        .json(readiness);
    });
}

function readinessOf(missing: readonly ReadinessCheck[]): Readiness {
  if (missing.length === 0) return { status: 'ready' };
  const status = missing.some(({ without }) => without === 'nothing') ? 'missing' : 'limited';
  return { status, missing: missing.map(({ name }) => name) };
}

async function missingOf(checks: readonly ReadinessCheck[], checkMs: number): Promise<ReadinessCheck[]> {
  const found = await Promise.all(
    checks.map(async (each) => ({ ...each, isThere: await isThere(each, checkMs) })),
  );
  return found.filter((each) => !each.isThere);
}

async function isThere({ check }: ReadinessCheck, checkMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), checkMs);
  });
  const inTime = check().then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([inTime, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** One look at a time, shared by all who ask, and kept for a moment. */
function shared<Found>(
  look: () => Promise<Found>,
  { freshMs, monotonicMs }: ReadinessTimes,
): () => Promise<Found> {
  let latest: { at: number; found: Promise<Found> } | undefined;
  return () => {
    if (latest === undefined || monotonicMs() - latest.at >= freshMs) {
      latest = { at: monotonicMs(), found: look() };
    }
    return latest.found;
  };
}
