import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Real mails beside the project, read but never copied. */
const FOLDER = new URL('../../../../shared/data/emails/', import.meta.url);
export const hasMails = existsSync(FOLDER);

/** Their texts, in the order of the files' names. */
export function mails(): string[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => readFileSync(new URL(name, FOLDER), 'utf8').replaceAll('\r\n', '\n'));
}
