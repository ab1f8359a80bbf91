import type { TestStore } from '../../store/testing/both-stores.ts';
import { type ChainLine, hashLine, NO_HASH } from '../chain.ts';

const DAY_MICROS = 86_400_000_000n;

/** Writes a chain whose lines are so many days old, each as it would have been written then. */
export async function writeOldChain(
  store: TestStore,
  kommune: string,
  daysOld: readonly number[],
): Promise<void> {
  const [now] = await store.tamper(
    `select (extract(epoch from date_trunc('second', now())) * 1000000)::bigint::text as micros`,
  );
  let hash = NO_HASH;
  const statements = daysOld.map((days, index) => {
    const line: ChainLine = {
      kommune,
      sequence: index + 1,
      at: String(BigInt(String(now?.micros)) - BigInt(days) * DAY_MICROS),
      actor: 'operator',
      kind: 'policy.changed',
      subject: 'old',
      details: '{}',
      reason: 'Vor langer Zeit',
    };
    hash = hashLine(hash, line);
    return `insert into audit_line values ('${kommune}', ${line.sequence},
      timestamptz 'epoch' + interval '1 microsecond' * ${line.at}, 'operator', 'policy.changed', 'old', '{}',
      'Vor langer Zeit', '${hash}')`;
  });
  await store.tamper(
    `set amtsfeder.audit_unlocked = 'on'; set search_path = amtsfeder;
     ${statements.join(';')};
     insert into audit_head values ('${kommune}', ${daysOld.length}, '${hash}');
     reset amtsfeder.audit_unlocked; reset search_path`,
  );
}
