import { readFileSync, writeFileSync } from 'node:fs';
import { WORD } from '../../backend/privacy/lexicon/lexicon.ts';
import { readTable } from '../../backend/privacy/lexicon/table.ts';
import { compileLexicon } from './compile-lexicon.ts';

const target = new URL('../../backend/privacy/lexicon/words.bin', import.meta.url);
const bytes = compileLexicon();
const { words, counts, sources } = readTable(bytes).description;
console.log(`${words} words, ${bytes.length} bytes, sources ${sources.slice(0, 12)}`);
for (const [name, flag] of Object.entries(WORD)) console.log(`  ${name}: ${counts[Math.log2(flag)]}`);

if (!process.argv.includes('--check')) {
  writeFileSync(target, bytes);
} else if (!readFileSync(target).equals(bytes)) {
  console.error('words.bin is not what its sources make: run npx node tools/privacy/build-lexicon.ts.');
  process.exitCode = 1;
}
