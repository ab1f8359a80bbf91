import { beforeAll, describe, expect, it } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordAll, recordSome, someAct } from '../audit/testing/acts.ts';
import { onBothStores, type TestStore } from '../store/testing/both-stores.ts';
import { auditCommand } from './audit-command.ts';
import { jobsCommand } from './jobs-command.ts';
import { personsCommand } from './persons-command.ts';

const id = 'oidc https://idp.example.de/realms/kusel 4711';
const reason = 'Antrag der Person vom 27.11.2026';
const wrong = (words: RegExp) =>
  expect.objectContaining({ name: 'UsageError', message: expect.stringMatching(words) });

onBothStores('amtsfeder audit, persons and jobs', (open) => {
  let store: TestStore;
  let env: Record<string, string>;
  beforeAll(async () => {
    store = await open();
    const secretFile = join(await mkdtemp(join(tmpdir(), 'audit-')), 'secret');
    writeFileSync(secretFile, '0123456789abcdef0123456789abcdef');
    env = { ...store.env, AMTSFEDER_SECRET_FILE: secretFile, LOG_LEVEL: 'silent' };
    await recordSome(store, 'lk-kusel', 3);
    await recordAll(store, [
      someAct('donnersbergkreis', {
        actor: { kind: 'person', id, name: 'Erika Probe', kommune: 'lk-kusel' },
      }),
      someAct(null),
    ]);
  });

  /** Exit code and output of a command, beside the store that is open. */
  async function run(command: typeof auditCommand, args: string[], file = '') {
    let out = '';
    const code = await command(args, { env, readFile: () => file, write: (text) => void (out += text) });
    return { code, out };
  }

  describe('audit', () => {
    it('finds whole protocols whole, also by the heads that were printed', async () => {
      const head = await run(auditCommand, ['head']);
      expect(head.out.split('\n').map((line) => line.slice(0, 40))).toEqual(
        [
          '{"kommune":null,"length":1,"hash":"',
          '{"kommune":"donnersbergkreis","length":1',
          '{"kommune":"lk-kusel","length":3,"hash":',
          '',
        ].map((start) => expect.stringContaining(start)),
      );
      const verified = await run(auditCommand, ['verify', '--expect', 'heads'], head.out);
      expect(verified.code).toBe(0);
      expect(verified.out).toMatch(
        /^verbund\tunversehrt\t1 Einträge\t[0-9a-f]{64}\ndonnersbergkreis\tunversehrt.*\nlk-kusel\tunversehrt.*\n$/,
      );
      expect(await run(auditCommand, ['verify', '--kommune', 'verbund'])).toMatchObject({ code: 0 });
    });

    it('tells the first line that fails, and exits with 1', async () => {
      const { out: heads } = await run(auditCommand, ['head']);
      await store.tamper(
        `set amtsfeder.audit_unlocked = 'on'; set search_path = amtsfeder;
         delete from audit_line where kommune = 'lk-kusel' and sequence = 3;
         update audit_head h set length = 2, hash = l.hash from audit_line l
           where h.kommune = 'lk-kusel' and l.kommune = 'lk-kusel' and l.sequence = 2;
         update audit_line set subject = 'anders' where kommune = 'donnersbergkreis';
         reset amtsfeder.audit_unlocked; reset search_path`,
      );
      const without = await run(auditCommand, ['verify', '--kommune', 'lk-kusel']);
      expect(without.code).toBe(0);
      const { code, out } = await run(auditCommand, ['verify', '--expect', 'heads'], heads);
      expect(code).toBe(1);
      expect(out.split('\n').slice(1)).toEqual([
        'donnersbergkreis\tGEBROCHEN\tEintrag 1 ist verändert oder gehört nicht hierher',
        'lk-kusel\tGEBROCHEN\tEintrag 3 stimmt nicht mit dem aufbewahrten Kopf überein',
        '',
      ]);
    });

    it('refuses what it does not understand', async () => {
      await expect(run(auditCommand, ['repair'])).rejects.toEqual(wrong(/head or verify/));
      await expect(run(auditCommand, ['verify', '--kommune', 'nirgends'])).rejects.toEqual(wrong(/one of/));
      await expect(run(auditCommand, ['verify', '--expect', 'x'], 'Erika')).rejects.toEqual(
        wrong(/^audit: --expect: line 1 is not a JSON object$/),
      );
    });
  });

  describe('persons', () => {
    const args = (what: string, more: Record<string, string> = {}) => [
      what,
      ...Object.entries({ kommune: 'lk-kusel', id, reason, ...more }).flatMap(([name, value]) => [
        `--${name}`,
        value,
      ]),
    ];

    it('prints everything that is stored about a person, and erases it', async () => {
      const told = await run(personsCommand, args('export'));
      expect(told).toMatchObject({ code: 0 });
      expect(told.out).toContain('"name": "Erika Probe"');
      const erased = JSON.parse((await run(personsCommand, args('erase'))).out) as object;
      expect(erased).toMatchObject({ rooms: expect.arrayContaining([{ room: 'protocol', erased: 1 }]) });
      expect((await run(personsCommand, args('export'))).out).not.toContain('Erika Probe');
    });

    it('refuses what is incomplete, and repeats no id', async () => {
      for (const more of [{ id: 'Erika Probe' }, { reason: 'so' }, { kommune: 'nirgends' }]) {
        const refused = run(personsCommand, args('erase', more));
        await expect(refused).rejects.toEqual(wrong(/--(id|reason|kommune)/));
        await expect(refused).rejects.not.toEqual(wrong(/Erika/));
      }
    });
  });

  describe('jobs', () => {
    it('lists what there is, and runs one', async () => {
      const { out } = await run(jobsCommand, ['list']);
      expect(out).toContain('retention\t30 2 * * *\n');
      const names = out
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[0] ?? '');
      for (const name of names.filter((one) => one !== 'retention')) {
        expect(await run(jobsCommand, ['run', name])).toMatchObject({ code: 0 });
      }
      await expect(run(jobsCommand, ['run', 'nothing'])).rejects.toEqual(wrong(/one of lost-calls/));
    });

    it('exits with 1 where one failed', async () => {
      // The protocol of a Kommune was broken above, and is old enough.
      await store.tamper(
        `set amtsfeder.audit_unlocked = 'on';
         update amtsfeder.audit_line set at = now() - interval '20 years' where kommune = 'donnersbergkreis' and sequence = 1;
         reset amtsfeder.audit_unlocked`,
      );
      expect(await run(jobsCommand, ['run', 'retention'])).toMatchObject({ code: 1 });
    });
  });
});
