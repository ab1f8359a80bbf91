import { parseArgs } from 'node:util';
import { createRecogniser } from '../../backend/privacy/recogniser.ts';
import { type CrossValidation, crossValidate } from './folds.ts';
import { corpusRows, costRows, courtRows, germevalRows, growthRows, type Row, tableLines } from './goals.ts';
import { corpusOf, measureCorpus } from './measures/corpus.ts';
import { failureLines } from './measures/failure.ts';
import { measureHostile } from './measures/hostile.ts';
import { measureLoad } from './measures/load.ts';
import { measurePersons } from './measures/persons.ts';
import type { Recognise } from './measures/recognise.ts';
import { courtSentences, germevalSentences, joined } from './measures/sentences.ts';
import { measureSpeed } from './measures/speed.ts';

/**
 * How good masking is: every figure with its goal. It is no test: nothing fails because a figure is short.
 * `--only corpus|germeval|legal|speed` measures one part, `--failures` lists what was missed and what is wrong.
 */
const parts = ['corpus', 'germeval', 'legal', 'speed'] as const;
const { values } = parseArgs({
  options: { only: { type: 'string' }, failures: { type: 'boolean', default: false } },
});
if (values.only !== undefined && !parts.some((part) => part === values.only)) {
  process.stderr.write(`--only takes one of ${parts.join(', ')}\n`);
  process.exit(2);
}
const isAsked = (part: (typeof parts)[number]) => values.only === undefined || values.only === part;
const say = (words: string) => process.stderr.write(`${words}\n`);

const SENTENCES_OF_A_TEXT = 40;
const SPEED_RUNS = 240;
const LOAD_PROCESSES = 5;

const withTagger: Recognise = createRecogniser().recognise;
const byRules: Recognise = createRecogniser({ tagger: false }).recognise;

let crossValidation: CrossValidation | undefined;
const rows: Row[] = [];
const failures: string[] = [];
if (isAsked('corpus')) addCorpus();
if (isAsked('germeval')) addGermeval();
if (isAsked('legal')) addCourts();
if (isAsked('speed')) addCost();

process.stdout.write(`${tableLines(rows).join('\n')}\n`);
if (values.failures) process.stdout.write(`\n${failures.join('\n')}\n`);

function addCorpus(): void {
  for (const split of ['test', 'development'] as const) {
    const documents = corpusOf(split);
    const figures = measureCorpus(documents, withTagger);
    rows.push(...corpusRows(split, figures));
    failures.push(...failureLines(split, figures.failures));
    const persons = corpusRows(`${split}, rules alone`, measureCorpus(documents, byRules)).slice(0, 4);
    rows.push(...persons);
  }
}

function addGermeval(): void {
  const sentences = germevalSentences();
  const { germeval } = folds();
  const figures = measurePersons(sentences, (at) => germeval[at] ?? byRules);
  rows.push(
    ...germevalRows('cross-validated', figures),
    ...germevalRows(
      'rules alone',
      measurePersons(sentences, () => byRules),
    ),
  );
  failures.push(...failureLines('GermEval', figures.failures));
}

function addCourts(): void {
  const sentences = courtSentences();
  const { court } = folds();
  const figures = measurePersons(sentences, (at) => court[at] ?? byRules);
  const texts = joined(sentences, SENTENCES_OF_A_TEXT);
  rows.push(
    ...courtRows('cross-validated', figures),
    ...courtRows(
      'rules alone',
      measurePersons(sentences, () => byRules),
    ),
    ...courtRows(
      `rules alone, texts of ${SENTENCES_OF_A_TEXT} sentences`,
      measurePersons(texts, () => byRules),
    ),
  );
  failures.push(...failureLines('court decisions', figures.failures));
}

/** The tagger that ships has learnt from both data sets, so those are measured with others. */
function folds(): CrossValidation {
  crossValidation ??= crossValidate({ germeval: germevalSentences(), court: courtSentences() }, say);
  return crossValidation;
}

function addCost(): void {
  const documents = [...corpusOf('development'), ...corpusOf('test')];
  const speed = measureSpeed(documents, withTagger, SPEED_RUNS);
  rows.push(...costRows(speed, measureLoad(LOAD_PROCESSES)), ...growthRows(measureHostile(withTagger, say)));
}
