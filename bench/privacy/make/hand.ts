import { readdirSync, readFileSync } from 'node:fs';
import type { Draft, Split } from './document.ts';

const folder = (split: Split) => new URL(`../hand/${split}/`, import.meta.url);

/**
 * The hand-written texts of a half. A file holds several; each starts with `=== <id> <form>`.
 * @throws Error for a text without a head
 */
export function handWritten(split: Split): Draft[] {
  const files = readdirSync(folder(split))
    .filter((name) => name.endsWith('.txt'))
    .sort();
  return files.flatMap((name) => {
    const [before, ...texts] = readFileSync(new URL(name, folder(split)), 'utf8').split(/^=== /m);
    if (before?.trim()) throw new Error(`${name} starts without a head`);
    return texts.map((text) => {
      const [, id, form, marked] = /^(\S+) (\S+)\n([^]*)$/.exec(text) ?? [];
      if (!id || !form || !marked)
        throw new Error(`${name}: a head is not "=== <id> <form>": ${text.slice(0, 40)}`);
      return { id: `hand-${id}`, split, form, hand: true, marked: marked.trim() };
    });
  });
}
