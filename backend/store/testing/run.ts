import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';

/** What the processes of one run of Jest share; see global-setup.js. */
export interface Run {
  /** Goes with everything in it when the run ends. */
  folder: string;
  /** Process id of Jest itself. */
  jest: number;
}

/** @throws Error outside of Jest */
export function thisRun(): Run {
  const told = process.env.AMTSFEDER_TEST_RUN;
  if (told === undefined) throw new Error('the tests of the store run under Jest, see global-setup.js');
  return JSON.parse(told) as Run;
}

/** A folder for a test. */
export function testFolder(name: string): Promise<string> {
  return mkdtemp(join(thisRun().folder, `${name}-`));
}
