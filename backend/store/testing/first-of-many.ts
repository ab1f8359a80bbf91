import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 50;
const LOOKS = 1_200;

/**
 * Jest's processes share what one of them makes: the first to ask makes it, the others wait.
 * @param folder of its own, inside one that exists
 * @param make given the folder; what it returns goes through JSON
 * @throws Error where it could not be made, in all of them
 */
export async function firstOfMany<T>(folder: string, make: (folder: string) => Promise<T>): Promise<T> {
  const file = join(folder, 'made.json');
  let first = true;
  await mkdir(folder).catch(() => {
    first = false;
  });
  if (first) {
    let made: unknown = null;
    try {
      made = { value: await make(folder) };
    } finally {
      await writeFile(`${file}.draft`, JSON.stringify(made));
      await rename(`${file}.draft`, file);
    }
  }
  for (let look = 0; !existsSync(file); look++) {
    if (look === LOOKS) throw new Error(`nobody finished ${folder}`);
    await sleep(LOOK_MS);
  }
  const made = JSON.parse(await readFile(file, 'utf8')) as { value: T } | null;
  if (made === null) throw new Error(`${folder} could not be made`);
  return made.value;
}
