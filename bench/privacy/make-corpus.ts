import { readFileSync, writeFileSync } from 'node:fs';
import { type Document, type Split, splits } from './make/document.ts';
import { generated } from './make/generated.ts';
import { handWritten } from './make/hand.ts';
import { readMarkup } from './make/markup.ts';
import { faultsOf } from './make/promises.ts';

/**
 * Writes the corpus from its sources, or with `--check` holds the written files against them and against what the
 * corpus promises.
 */
const fileOf = (split: Split) => new URL(`corpus/${split}.jsonl`, import.meta.url);

const corpus = splits.flatMap(documentsOf);
const faults = faultsOf(corpus);

for (const split of splits) {
  const lines = corpus
    .filter((document) => document.split === split)
    .map((document) => `${JSON.stringify(document)}\n`)
    .join('');
  if (!process.argv.includes('--check')) writeFileSync(fileOf(split), lines);
  else if (readFileSync(fileOf(split), 'utf8') !== lines)
    faults.push(`${split}.jsonl is not what its sources make`);
}

const count = (documents: readonly Document[]) =>
  `${documents.length} texts, ${documents.reduce((sum, { items }) => sum + items.length, 0)} items`;
for (const split of splits) {
  const half = corpus.filter((document) => document.split === split);
  process.stdout.write(`${split}: ${count(half)}; by hand ${count(half.filter(({ hand }) => hand))}\n`);
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
if (faults.length > 0) process.exitCode = 1;

function documentsOf(split: Split): Document[] {
  return [...handWritten(split), ...generated(split)].map(({ marked, ...head }) => {
    try {
      return { ...head, ...readMarkup(marked) };
    } catch (error) {
      throw new Error(`${head.id}: ${String(error)}`, { cause: error });
    }
  });
}
