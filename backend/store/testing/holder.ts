import { sql } from 'drizzle-orm';
import { ConfigError } from '../../config.ts';
import { openStore } from '../open.ts';
import { readStoreSettings } from '../settings.ts';

/*
 * A backend for tests that kill one: opens the store of its environment and says `open` or `refused`. Then it holds it
 * until its standard input ends; with `count` it writes numbers into the table `number` and says each one that is kept;
 * with `busy` it says `busy` and keeps the database occupied for minutes.
 */
const say = (words: string) => process.stdout.write(`${words}\n`);

try {
  const store = await openStore(readStoreSettings(process.env), 'serve');
  say('open');
  process.stdin.resume().once('end', () => void store.close().then(() => process.exit(0)));
  if (process.argv[2] === 'count') {
    for (let number = 1; ; number++) {
      await store.within('verbund', (db) => db.execute(sql`insert into number values (${number})`));
      say(String(number));
    }
  }
  if (process.argv[2] === 'busy') {
    const long = store.query('select count(*) from generate_series(1, 1000000000)');
    say('busy');
    await long.catch(() => undefined);
  }
} catch (fault) {
  if (!(fault instanceof ConfigError)) throw fault;
  say(`refused ${fault.message}`);
}
