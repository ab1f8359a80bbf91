import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The words of a list under tools/privacy/words. */
export function ownWords(name: string): string[] {
  return readFileSync(new URL(`words/${name}.txt`, import.meta.url), 'utf8')
    .split(/\s+/u)
    .filter(Boolean);
}

/** The lines of a list under tools/privacy/words. */
export function ownLines(name: string): string[] {
  return readFileSync(new URL(`words/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
}

/** What a package of CommonJS exports; the caller says what it looks like. */
export function fromPackage(path: string): unknown {
  return require(path);
}

/** The text of a file in a package. */
export function textOf(path: string): string {
  return readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');
}

/** All strings in a tree of objects and lists, without the branches of these names. */
export function leavesOf(tree: unknown, without: ReadonlySet<string> = new Set()): string[] {
  if (typeof tree === 'string') return [tree];
  if (typeof tree !== 'object' || tree === null) return [];
  return Object.entries(tree).flatMap(([name, branch]) =>
    without.has(name) ? [] : leavesOf(branch, without),
  );
}

/** Version and licence of a package, as its package.json says. */
export function packageOf(name: string): { name: string; version: string; license: string } {
  const path = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  const { version, license } = JSON.parse(readFileSync(path, 'utf8')) as { version: string; license: string };
  return { name, version, license };
}
