import { parseArgs } from 'node:util';
import type { ExampleReport } from '../../contract/agents/example.ts';
import { runExample } from '../../backend/agents/examples/run-example.ts';
import { shippedAgents } from '../../backend/agents/shipped/shipped.ts';
import { createStepWork } from '../../backend/agents/steps/create-step-work.ts';
import { builtinModel } from '../../backend/models/builtin/index.ts';
import { knowledgeOfOne } from '../../backend/testing/fake-knowledge.ts';
import { testHouse } from '../../backend/testing/fake-house.ts';
import { exampleOf, papersIn } from './papers.ts';

/**
 * How far the shipped agents come without a language model: on their own examples, and on papers that nobody wrote for them.
 * It is no test: nothing fails because something was not found. `--only` takes a part of an agent's id.
 */
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const DATA = new URL('../../../shared/data/', import.meta.url);
/** The day that the examples are meant from. */
const EXAMPLES_FROM = '2026-11-27';

const say = (line: string) => process.stdout.write(`${line}\n`);
const cell = (text: string) => text.replace(/\s+/gu, ' ').replaceAll('|', '\\|').slice(0, 160);
const signal = new AbortController().signal;

function workOn(today: string) {
  const house = testHouse(() => [builtinModel()], {
    knowledge: knowledgeOfOne('Auskunft gibt der Fachbereich Bürgerdienste.', 'public'),
    now: () => new Date(`${today}T09:00:00Z`),
  });
  return { model: 'ohne-modell', work: createStepWork(house), today, signal };
}

function heldOf({ expectations }: ExampleReport): number {
  return expectations.filter(({ holds }) => holds).length;
}

const shipped = shippedAgents().filter(({ id }) => id.includes(values.only));
say('| agent | examples as expected | expectations that hold | ms for each |');
say('|---|---|---|---|');
for (const { id, agent } of shipped) {
  const reports: ExampleReport[] = [];
  const began = performance.now();
  for (const example of agent.examples ?? []) {
    reports.push(await runExample(agent, example, workOn(EXAMPLES_FROM)));
  }
  const took = Math.round((performance.now() - began) / Math.max(1, reports.length));
  const fits = reports.filter(({ outcome }) => outcome === 'as_expected').length;
  const all = reports.reduce((sum, { expectations }) => sum + expectations.length, 0);
  const held = reports.reduce((sum, report) => sum + heldOf(report), 0);
  say(`| ${id} | ${fits} of ${reports.length} | ${held} of ${all} | ${took} |`);
}

for (const paper of papersIn(DATA)) {
  const agent = shipped.find(({ id }) => id === paper.agent)?.agent;
  if (agent === undefined) continue;
  for (const example of await exampleOf(agent, paper)) {
    const report = await runExample(agent, example, workOn(paper.today));
    say(
      `\n**${example.name}**: ${heldOf(report)} of ${report.expectations.length} ${report.message ?? ''}\n`,
    );
    say('| | at | true | found |');
    say('|---|---|---|---|');
    for (const { at, expected, got, holds } of report.expectations) {
      say(`| ${holds ? 'ok' : '**no**'} | ${at} | ${cell(expected)} | ${cell(got)} |`);
    }
  }
}
