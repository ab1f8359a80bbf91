import { PgDialect } from 'drizzle-orm/pg-core';
import { NodePgSession, NodePgTransaction } from 'drizzle-orm/node-postgres';
import { escapeLiteral } from 'pg';
import { kommuneId } from '../../contract/identity.ts';
import { connect, lease, type Lease } from './connection.ts';
import type { Database } from './database.ts';
import { isAnswerLost, rootOf, storeErrorOf } from './faults.ts';
import type { StoreLimits } from './settings.ts';
import { type Db, type Scope, StoreError } from './store.ts';

const dialect = new PgDialect();

/**
 * Runs work in one transaction under the ordinary role, which sees the rows of the scope.
 * @throws StoreError for every fault of the database, also of a statement of the work
 */
export async function transact<T>(
  { kind, pool, limits }: Pick<Database, 'kind' | 'pool' | 'limits'>,
  scope: Scope,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const held = lease(await connect(pool), kind, limits);
  let stage: 'work' | 'commit' | 'done' = 'work';
  try {
    // In the embedded database this waits for the transaction of another process.
    await held.say(opening(kind, scope, limits), undefined, limits.connectMs);
    const result = await Promise.race([work(transactionOf(held)), held.givenUp]);
    stage = 'commit';
    // A transaction in which a statement failed is rolled back by its commit, without a word.
    if ((await held.say('commit')).command !== 'COMMIT') throw new LostTransaction();
    stage = 'done';
    return result;
  } catch (fault) {
    const root = rootOf(fault);
    const uncertain = stage === 'commit' && held.isOwn(root) && isAnswerLost(root);
    if (stage === 'work') stage = (await undone(held)) ? 'done' : 'work';
    if (fault instanceof LostTransaction) throw new StoreError('failed', false, fault);
    // Never drizzle's own, which repeats the statement with its parameters.
    throw held.isOwn(root) ? storeErrorOf(root, uncertain) : root;
  } finally {
    held.end(stage === 'done');
  }
}

class LostTransaction extends Error {
  override name = 'LostTransaction';
}

async function undone(held: Lease): Promise<boolean> {
  try {
    await held.say('rollback');
    return true;
  } catch {
    return false;
  }
}

function transactionOf({ client }: Lease): Db {
  return new NodePgTransaction(dialect, new NodePgSession(client, dialect, undefined), undefined);
}

/** All of it ends with the transaction, so that a connection carries nothing from one to the next. */
function opening(kind: Database['kind'], scope: Scope, { statementMs, lockMs, idleMs }: StoreLimits): string {
  const seen =
    scope === 'verbund'
      ? `set local amtsfeder.scope to 'verbund'; set local amtsfeder.kommune to ''`
      : `set local amtsfeder.scope to 'kommune'; set local amtsfeder.kommune to ${escapeLiteral(kommuneId.parse(scope.kommune))}`;
  return [
    'begin',
    'set local role amtsfeder',
    'set local search_path to amtsfeder, pg_temp',
    `set local timezone to 'UTC'`,
    `set local statement_timeout to ${statementMs}`,
    `set local lock_timeout to ${lockMs}`,
    // Ours ends the same; the server's is for a replica that is gone without a word. The embedded one would not survive it.
    ...(kind === 'server' ? [`set local idle_in_transaction_session_timeout to ${idleMs}`] : []),
    seen,
  ].join('; ');
}
