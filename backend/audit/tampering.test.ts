import { beforeAll, describe, expect, it } from '@jest/globals';
import type { AuditHead } from '../../contract/audit.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { hashLine, NO_HASH } from './chain.ts';
import { chainReader, readHeads } from './chain.store.ts';
import { auditKey } from './key.ts';
import { recordSome } from './testing/acts.ts';
import { type ChainVerdict, verifyAll, verifyOne } from './verify-chains.ts';

const key = auditKey(Buffer.alloc(32, 'test key'));
const KOMMUNE = 'lk-kusel';
const OTHER = 'donnersbergkreis';
const LINES = 7;

/** Says what the owner of the database must to get past the triggers. */
const unlocked = (statements: string) =>
  `set amtsfeder.audit_unlocked = 'on'; set search_path = amtsfeder; ${statements}; reset amtsfeder.audit_unlocked; reset search_path`;

const columns: [column: string, value: string][] = [
  ['kommune', `'vg-oberes-glantal'`],
  ['sequence', `sequence + 1000`],
  ['at', `at + interval '1 microsecond'`],
  ['at', `'infinity'`],
  ['actor', `'operator '`],
  ['kind', `'budget.changed'`],
  ['subject', `subject || ' '`],
  ['details', `replace(details, ':', ': ')`],
  ['details', `replace(details, ':', ':1')`],
  ['reason', `upper(reason)`],
  ['hash', `upper(hash)`],
  ['hash', `repeat('0', 64)`],
];

onBothStores('the protocol under tampering', (open) => {
  let store: TestStore;
  beforeAll(async () => {
    store = await open();
    await recordSome(store, KOMMUNE, LINES);
    await recordSome(store, OTHER, 2);
    await recordSome(store, null, 1);
    await store.tamper(
      unlocked(
        'create table kept_line as select * from audit_line; create table kept_head as select * from audit_head',
      ),
    );
  });

  const restore = () =>
    store.tamper(
      unlocked(
        'truncate audit_line; truncate audit_head; insert into audit_line select * from kept_line; insert into audit_head select * from kept_head',
      ),
    );
  const verify = (kommune: string | null = KOMMUNE) => verifyOne(store, kommune, key);
  /** Tampers, verifies, and puts everything back. */
  async function after(statements: string, expected: readonly AuditHead[] = []) {
    await store.tamper(unlocked(statements));
    try {
      return await verifyOne(store, KOMMUNE, key, expected);
    } finally {
      await restore();
    }
  }
  const headsNow = () => store.within('verbund', readHeads);

  it('is whole as long as nobody touches it, and after everything is put back', async () => {
    const verdicts = await verdictsOf(store, []);
    expect(verdicts.map(({ kommune, verdict }) => [kommune, verdict.state])).toEqual([
      [null, 'intact'],
      [OTHER, 'intact'],
      [KOMMUNE, 'intact'],
    ]);
    await restore();
    expect(await verify()).toEqual(verdicts[2]?.verdict);
  });

  it.each(columns)('finds a change of %s to %s in any line', async (column, value) => {
    for (let sequence = 1; sequence <= LINES; sequence++) {
      const moved = column === 'kommune' || column === 'sequence';
      expect(
        await after(
          `update audit_line set ${column} = ${value} where kommune = '${KOMMUNE}' and sequence = ${sequence}`,
        ),
      ).toEqual({ state: 'broken', sequence, why: moved ? 'missing' : 'changed' });
    }
  });

  it('finds a deletion at the beginning, in the middle and at the end', async () => {
    for (const sequence of [1, 4, LINES]) {
      expect(
        await after(`delete from audit_line where kommune = '${KOMMUNE}' and sequence = ${sequence}`),
      ).toEqual({ state: 'broken', sequence, why: 'missing' });
    }
  });

  it('finds a deletion that is covered by new numbers', async () => {
    expect(
      await after(
        `delete from audit_line where kommune = '${KOMMUNE}' and sequence = 3;
         update audit_line set sequence = sequence + 100 where kommune = '${KOMMUNE}' and sequence > 3;
         update audit_line set sequence = sequence - 101 where kommune = '${KOMMUNE}' and sequence > 100;
         update audit_head set length = length - 1 where kommune = '${KOMMUNE}'`,
      ),
    ).toEqual({ state: 'broken', sequence: 3, why: 'changed' });
  });

  it('finds two lines that changed places', async () => {
    expect(
      await after(
        `update audit_line set sequence = 100 where kommune = '${KOMMUNE}' and sequence = 2;
         update audit_line set sequence = 2 where kommune = '${KOMMUNE}' and sequence = 5;
         update audit_line set sequence = 5 where kommune = '${KOMMUNE}' and sequence = 100`,
      ),
    ).toEqual({ state: 'broken', sequence: 2, why: 'changed' });
  });

  it('finds a line that was pushed in', async () => {
    expect(
      await after(
        `update audit_line set sequence = sequence + 100 where kommune = '${KOMMUNE}' and sequence >= 3;
         update audit_line set sequence = sequence - 99 where kommune = '${KOMMUNE}' and sequence > 100;
         insert into audit_line select kommune, 3, at, actor, kind, subject, details, reason, hash
           from audit_line where kommune = '${KOMMUNE}' and sequence = 2;
         update audit_head set length = length + 1 where kommune = '${KOMMUNE}'`,
      ),
    ).toEqual({ state: 'broken', sequence: 3, why: 'changed' });
  });

  it('finds a line after the head, before the beginning, and twice under one number', async () => {
    const copyTo = (sequence: number) =>
      `insert into audit_line select kommune, ${sequence}, at, actor, kind, subject, details, reason, hash
       from audit_line where kommune = '${KOMMUNE}' and sequence = 1 limit 1`;
    expect(await after(copyTo(LINES + 1))).toMatchObject({ state: 'broken', why: 'surplus' });
    expect(await after(copyTo(0))).toMatchObject({ state: 'broken', why: 'surplus' });
    const twice = await after(`alter table audit_line drop constraint audit_line_pkey; ${copyTo(1)}`);
    await store.tamper(unlocked('alter table audit_line add primary key (kommune, sequence)'));
    expect(twice).toMatchObject({ state: 'broken', why: 'surplus' });
  });

  it('finds a line that was copied to another Kommune', async () => {
    await store.tamper(
      unlocked(
        `insert into audit_line select '${OTHER}', 3, at, actor, kind, subject, details, reason, hash
           from audit_line where kommune = '${KOMMUNE}' and sequence = 3;
         update audit_head set length = 3, hash =
           (select hash from audit_line where kommune = '${OTHER}' and sequence = 3) where kommune = '${OTHER}'`,
      ),
    );
    const verdict = await verify(OTHER);
    await restore();
    expect(verdict).toEqual({ state: 'broken', sequence: 3, why: 'changed' });
  });

  it('finds a head that was changed or taken away', async () => {
    expect(
      await after(`update audit_head set hash = repeat('a', 64) where kommune = '${KOMMUNE}'`),
    ).toMatchObject({ state: 'broken', why: 'head' });
    expect(await after(`delete from audit_head where kommune = '${KOMMUNE}'`)).toMatchObject({
      state: 'broken',
      why: 'surplus',
    });
  });

  it('finds a checkpoint that the house did not sign', async () => {
    const forged = await after(
      `insert into audit_checkpoint select kommune, sequence, hash, repeat('0', 64)
         from audit_line where kommune = '${KOMMUNE}' and sequence = 3;
       delete from audit_line where kommune = '${KOMMUNE}' and sequence <= 3`,
    );
    await store.tamper(unlocked('delete from audit_checkpoint'));
    expect(forged).toEqual({ state: 'broken', sequence: 3, why: 'checkpoint' });
  });

  describe('with a head that was kept', () => {
    it('finds an end that was cut off together with the head', async () => {
      const kept = await headsNow();
      const cut = `delete from audit_line where kommune = '${KOMMUNE}' and sequence > 4;
        update audit_head set length = 4, hash =
          (select hash from audit_line where kommune = '${KOMMUNE}' and sequence = 4) where kommune = '${KOMMUNE}'`;
      expect(await after(cut)).toMatchObject({ state: 'intact' });
      expect(await after(cut, kept)).toEqual({ state: 'broken', sequence: 5, why: 'expected' });
    });

    it('finds a chain that was written anew from the middle, head and all', async () => {
      const kept = await headsNow();
      const forged = await forgedFrom(store, 3);
      expect(await after(forged)).toMatchObject({ state: 'intact' });
      expect(await after(forged, kept)).toEqual({ state: 'broken', sequence: LINES, why: 'expected' });
      const earlier = { ...kept[2], kommune: KOMMUNE, length: 3, hash: await hashAt(store, 3) };
      expect(await after(forged, [earlier, ...kept])).toEqual({
        state: 'broken',
        sequence: 3,
        why: 'expected',
      });
    });

    it('finds a chain of which nothing is left', async () => {
      const kept = await headsNow();
      await store.tamper(
        unlocked(
          `delete from audit_line where kommune = '${KOMMUNE}'; delete from audit_head where kommune = '${KOMMUNE}'`,
        ),
      );
      const verdicts = await verdictsOf(store, kept);
      await restore();
      expect(verdicts.find(({ kommune }) => kommune === KOMMUNE)?.verdict).toEqual({
        state: 'broken',
        sequence: 1,
        why: 'expected',
      });
    });

    it('lets a chain grow', async () => {
      const kept = await headsNow();
      await recordSome(store, KOMMUNE, 2);
      const verdict = await verifyOne(store, KOMMUNE, key, kept);
      await restore();
      expect(verdict).toMatchObject({ state: 'intact', head: { length: LINES + 2 } });
    });
  });
});

/** Statements of a forger who knows how hashes are made: everything from that line on, with another reason. */
async function forgedFrom(store: TestStore, from: number): Promise<string> {
  const lines = await chainReader(store, KOMMUNE).after(0);
  let previous = NO_HASH;
  const statements: string[] = [];
  for (const { hash, ...line } of lines) {
    if (line.sequence < from) {
      previous = hash;
      continue;
    }
    const reason = 'ganz andere Gründe';
    previous = hashLine(previous, { ...line, reason });
    statements.push(
      `update audit_line set reason = '${reason}', hash = '${previous}' where kommune = '${KOMMUNE}' and sequence = ${line.sequence}`,
    );
  }
  return [...statements, `update audit_head set hash = '${previous}' where kommune = '${KOMMUNE}'`].join(';');
}

async function verdictsOf(store: TestStore, expected: readonly AuditHead[]): Promise<ChainVerdict[]> {
  const verdicts: ChainVerdict[] = [];
  for await (const verdict of verifyAll(store, key, expected)) verdicts.push(verdict);
  return verdicts;
}

async function hashAt(store: TestStore, sequence: number): Promise<string> {
  const lines = await chainReader(store, KOMMUNE).after(sequence - 1);
  return lines[0]?.hash ?? '';
}
