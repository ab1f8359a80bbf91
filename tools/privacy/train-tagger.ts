import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadLexicon } from '../../backend/privacy/lexicon/load.ts';
import { writeWeights } from '../../backend/privacy/tagger/weights.ts';
import { FOLDS, crossValidate, lessonsFrom } from './folds.ts';
import { measure, type Figures } from './measure-tagger.ts';
import { readGermEval, readLegal } from './read-annotated.ts';
import { train } from './train-crf.ts';

/** Margins from which a person of the tagger counts, in the table of `--folds`. */
const MARGINS = [0, 0.5, 1, 2, 3];

const target = new URL('../../backend/privacy/tagger/weights.bin', import.meta.url);
const lexicon = loadLexicon();

if (process.argv.includes('--folds')) {
  const folds = crossValidate(lexicon, (words) => console.error(words));
  console.log(
    `| margin from | GermEval R | P | false per 1,000 tokens of court decisions |\n|---|---|---|---|`,
  );
  for (const margin of MARGINS) {
    const { recall, precision, falsePerThousand }: Figures = measure(folds, margin);
    console.log(
      `| ${margin} | ${recall.toFixed(3)} | ${precision.toFixed(3)} | ${falsePerThousand.toFixed(2)} |`,
    );
  }
  console.log(`${FOLDS} folds by document; the tagger alone, without rules.`);
} else {
  const bytes = writeWeights(train(lessonsFrom(readGermEval(), readLegal()), lexicon));
  if (!process.argv.includes('--check')) writeFileSync(target, bytes);
  else if (!existsSync(target) || !readFileSync(target).equals(bytes)) {
    console.error('weights.bin is not what its lessons make: run npx node tools/privacy/train-tagger.ts.');
    process.exitCode = 1;
  }
  console.log(`${bytes.length} bytes`);
}
