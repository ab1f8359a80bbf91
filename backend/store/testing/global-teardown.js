import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Ends what the run shared, and waits for it. */
export default async function tearDown() {
  const { folder } = JSON.parse(process.env.AMTSFEDER_TEST_RUN);
  const made = join(folder, 'server', 'made.json');
  if (existsSync(made)) {
    const server = JSON.parse(readFileSync(made, 'utf8'))?.value;
    if (server !== undefined) {
      process.kill(server.pid, 'SIGTERM');
      for (let looks = 0; existsSync(folder) && looks < 200; looks++) await sleep(50);
    }
  }
  await rm(folder, { recursive: true, force: true });
}
