import { sql } from 'drizzle-orm';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { KommuneId } from '../../contract/identity.ts';
import type { KommunePolicy } from '../../contract/policy.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { ProblemError } from '../http/problem.ts';
import type { Person } from '../identity/person.ts';
import type { Pseudonym } from '../identity/pseudonym.ts';
import type { Db, Store } from '../store/store.ts';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** How often somebody may ask, out of the policy of the Kommune. */
export type RequestLimits = KommunePolicy['limits'];

export interface RateLimits {
  /**
   * Counts a request of a person, who counts for their Kommune too. One that is turned away does not count.
   * @throws ProblemError 429 `rate_limited` or `kommune_rate_limited` with the seconds to wait; StoreError: without the
   *   store nobody knows how many there were, and none is let through
   */
  take(person: Pick<Person, 'id' | 'kommune'>, limits: RequestLimits): Promise<void>;
}

/** Limits of requests that hold over all replicas: they are counted in the store, by its clock. */
export function storeLimits(store: Store, pseudonym: Pseudonym): RateLimits {
  return {
    take: (person, limits) =>
      store.within({ kommune: person.kommune }, async (db) => {
        const key = requestKey(person, pseudonym);
        const window = (seconds: number, points: number) => new Window(db, person.kommune, seconds, points);
        if (limits.kommuneTokensPerDay !== null) {
          await refuseBeyond(db, person.kommune, limits.kommuneTokensPerDay);
        }
        // All that belongs to the person first, and the Kommune, which all wait for, last.
        if (limits.personPerDay !== null) {
          await consume(window(DAY, limits.personPerDay), `day ${key}`, 'rate_limited');
        }
        await consume(window(MINUTE, limits.personPerMinute), `minute ${key}`, 'rate_limited');
        await consume(window(MINUTE, limits.kommunePerMinute), 'kommune', 'kommune_rate_limited');
      }),
  };
}

/** What the requests of a person are counted under. */
export function requestKey(person: Pick<Person, 'id'>, pseudonym: Pseudonym): string {
  return pseudonym('requests', person);
}

/** Forgets the windows that are over. @param db in the scope of the Verbund @returns how many */
export async function sweepWindows(db: Db): Promise<number> {
  const { rowCount } = await db.execute(sql`delete from request_window where ends <= now()`);
  return rowCount ?? 0;
}

/** Forgets the requests of a person, see `requestKey`. @returns how many windows */
export async function eraseWindows(db: Db, key: string): Promise<number> {
  const { rowCount } = await db.execute(
    sql`delete from request_window where key in (${`day ${key}`}, ${`minute ${key}`})`,
  );
  return rowCount ?? 0;
}

/** Tokens are known when a call is settled: the calls that are being made come on top of the limit. */
async function refuseBeyond(db: Db, kommune: KommuneId, tokensPerDay: number): Promise<void> {
  const { rows } = await db.execute<{ used: boolean; left: number }>(sql`
    select coalesce(sum(c.input_tokens + c.output_tokens), 0) >= ${tokensPerDay}::bigint as used,
      extract(epoch from (berlin_day(now()) + 1)::timestamp at time zone 'Europe/Berlin' - now())::float8 as left
    from call k join charge c on c.call = k.id
    where k.kommune = ${kommune} and k.day = berlin_day(now())`);
  const [row] = rows;
  if (row?.used === true) throw turnedAway('kommune_rate_limited', row.left);
}

function turnedAway(code: ErrorCode, seconds: number): ProblemError {
  return new ProblemError(429, code, [], Math.max(Math.ceil(seconds), 1));
}

async function consume(window: Window, key: string, refusal: ErrorCode): Promise<void> {
  try {
    await window.consume(key);
  } catch (fault) {
    if (!(fault instanceof RateLimiterRes)) throw fault;
    throw turnedAway(refusal, fault.msBeforeNext / 1000);
  }
}

interface Counted {
  points: number;
  leftMs: number;
}

/**
 * The library's limiter, which asks inside our transaction, so that row-level security holds and a request that is turned
 * away leaves nothing, and by the clock of the database: its own takes the clocks of replicas, which differ.
 */
class Window extends RateLimiterPostgres {
  readonly #db: Db;
  readonly #kommune: KommuneId;

  constructor(db: Db, kommune: KommuneId, seconds: number, points: number) {
    const storeClient = {};
    super({
      storeClient,
      storeType: 'client',
      points,
      duration: seconds,
      keyPrefix: '',
      tableName: 'request_window',
      tableCreated: true,
      clearExpiredByTimeout: false,
    });
    this.#db = db;
    this.#kommune = kommune;
  }

  async _upsert(key: string, points: number, durationMs: number): Promise<Counted> {
    const ends = sql`now() + make_interval(secs => ${durationMs / 1000}::float8)`;
    const { rows } = await this.#db.execute<{ points: number; left: number }>(sql`
      insert into request_window as w (kommune, key, points, ends)
      values (${this.#kommune}, ${key}, ${points}::integer, ${ends})
      on conflict (kommune, key) do update set
        points = case when w.ends <= now() then excluded.points else w.points + excluded.points end,
        ends = case when w.ends <= now() then excluded.ends else w.ends end
      returning points, (extract(epoch from w.ends - now()) * 1000)::float8 as left`);
    const [row] = rows;
    if (row === undefined) throw new Error('the window did not answer');
    return { points: row.points, leftMs: row.left };
  }

  _getRateLimiterRes(_key: string, _changed: number, { points, leftMs }: Counted): RateLimiterRes {
    return new RateLimiterRes(Math.max(this.points - points, 0), leftMs, points);
  }
}
