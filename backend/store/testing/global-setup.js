import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what the processes of one run of Jest share; see both-stores.ts. */
export default async function setUp() {
  process.env.AMTSFEDER_TEST_RUN = JSON.stringify({
    folder: await mkdtemp(join(tmpdir(), 'amtsfeder-')),
    jest: process.pid,
  });
}
