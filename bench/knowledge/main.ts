import { parseArgs } from 'node:util';
import { answerLines, measureAnswers } from './answers/answers.ts';
import { importLines, measureImport } from './import/import.ts';
import { type Quality, measureQuality } from './quality/quality.ts';
import { measureSpeed, speedLines } from './speed/speed.ts';
import { compareStores, comparisonLines } from './stores/compare.ts';

/**
 * How well and how fast the knowledge is found: every figure, and each question that was not answered first. It is no
 * test: nothing fails because a figure is short. `--only` measures one part; `--sections` sizes the store of the speed,
 * `--further` adds made-up sections to the material of quality and stores.
 */
const parts = ['quality', 'stores', 'answers', 'import', 'speed'] as const;
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sections: { type: 'string', default: '100000' },
    further: { type: 'string', default: '0' },
    files: { type: 'string', default: '10000' },
  },
});
const sections = Number(values.sections);
const further = Number(values.further);
const files = Number(values.files);
if (values.only !== undefined && !parts.some((part) => part === values.only)) {
  process.stderr.write(`--only takes one of ${parts.join(', ')}\n`);
  process.exit(2);
}
if (![sections, further, files].every((count) => Number.isInteger(count) && count >= 0)) {
  process.stderr.write('--sections, --further and --files take a number\n');
  process.exit(2);
}
const say = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`);

function qualityLines({ rows, support, splits, failures }: Quality): string[] {
  const shown = (share: number) => share.toFixed(3);
  return [
    '| material | way | sections | R@1 | R@5 | MRR@10 |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ material, way, sections: size, figures: { first, five, mrr } }) =>
        `| ${material} | ${way} | ${size} | ${shown(first)} | ${shown(five)} | ${shown(mrr)} |`,
    ),
    ...support.map(({ name, enough }) => `enough for an answer: ${name} ${shown(enough)}`),
    `halves that chose nothing, R@5 / MRR@10 in ${splits.splits} splits: as it ships ${shown(splits.shipped.five)} / ${shown(splits.shipped.mrr)}, with the change that the other half chose ${shown(splits.chosen.five)} / ${shown(splits.chosen.mrr)} (${splits.choices.map(({ name, times }) => `${name}: ${times}`).join(', ')})`,
    ...failures.map(
      ({ place, question, first }) =>
        `place ${place === 0 ? '> 10' : place}: ${question.text} (first: ${first})`,
    ),
  ];
}

const DATA = new URL('../../../shared/data/', import.meta.url);
const wants = (part: (typeof parts)[number]) => values.only === undefined || values.only === part;
if (wants('quality')) say(qualityLines(measureQuality(DATA, further)));
if (wants('stores')) say(comparisonLines(await compareStores(DATA, further)));
if (wants('answers')) say(answerLines(await measureAnswers(DATA)));
if (wants('import')) say(importLines(await measureImport(DATA, files)));
if (wants('speed')) {
  for (const store of ['embedded', 'server'] as const)
    say(speedLines(await measureSpeed(store, sections, true)));
}
