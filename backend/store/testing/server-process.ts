import { rm } from 'node:fs/promises';
import { Client } from 'pg';
import { realPostgres, stopPostgres } from './real-postgres.ts';

/**
 * Keeps the PostgreSQL of one run of Jest, and takes it down with its folder when the run ends, however it ends.
 * Arguments: folder of the server, folder of the run, process id of Jest.
 */
const [folder = '', run = '', jest = ''] = process.argv.slice(2);
const LOOK_MS = 500;

const postgres = await realPostgres(folder);
const server = await postgres.start();
const client = new Client({ host: postgres.host, user: 'postgres', database: 'postgres' });
await client.connect();
// As on a server of a computing centre: no superuser, and the database is its own.
await client.query('create role house login createrole createdb');
await client.end();

async function end(): Promise<void> {
  clearInterval(watch);
  await stopPostgres(server);
  await rm(run, { recursive: true, force: true });
  process.exit(0);
}

const watch = setInterval(() => {
  try {
    process.kill(Number(jest), 0);
  } catch {
    void end();
  }
}, LOOK_MS);
process.once('SIGTERM', () => void end());
process.send?.('ready');
process.disconnect();
