import type { Agent, Step } from '../../../contract/agents/definition.ts';
import type { RunOutcome, RunStep, RunView } from '../../../contract/agents/run.ts';
import { errorText, type ErrorCode, mayTryAgain } from '../../../contract/errors.ts';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { StepContent } from './contents.ts';
import { stepAt } from './fits.ts';
import { type RunRecord, spentOn, type StepRecord } from './record.ts';

/** A run as its person sees it. Pure. @param outcome of a run that is done */
export function viewOf(run: RunRecord, outcome: RunOutcome | null): RunView {
  const { id, agent, state, startedAt, keptUntil, steps, terms, fault } = run;
  const { name, work } = terms.agent;
  return {
    version: CONTRACT_VERSION,
    id,
    agent: { id: agent.id, version: agent.number, name, work: work.kind },
    state,
    startedAt,
    keptUntil,
    steps: steps.map((step) => stepView(step, terms.agent)),
    ahead: ahead(run),
    costMicroEuro: steps.some(({ content }) => content.price === 'unknown') ? null : spentOn(run),
    outcome: state === 'done' ? outcome : null,
    fault: fault && faultView(fault),
  };
}

/** A fault in the words that a person reads. */
export function faultView(code: ErrorCode): NonNullable<StepContent['fault']> {
  return { code, message: errorText(code), again: mayTryAgain(code) };
}

function stepView({ path, state, cost, content }: StepRecord, agent: Agent): RunStep {
  const { price, ...shown } = content;
  const around = path.split('/').slice(0, -1);
  const round = around.at(-1)?.split('#')[1];
  return {
    ...shown,
    result: withoutSignatures(shown.result),
    form: formOf(stepAt(agent, path)),
    path,
    depth: around.length,
    round: round === undefined ? null : Number(round) + 1,
    state: state === 'begun' ? 'running' : state,
    costMicroEuro: price === 'known' ? cost : null,
  };
}

function formOf(step: Step | null): RunStep['form'] {
  if (step?.kind === 'lesen') return { fields: step.fields, many: step.extent === 'many' };
  return step?.kind === 'fragen' ? { fields: [step.field], many: false } : null;
}

/** What a provider wants back with a call is nothing for a person. */
function withoutSignatures(result: StepContent['result']): StepContent['result'] {
  if (result?.kind !== 'antwort') return result;
  const calls = result.calls.map(({ id, tool, arguments: given }) => ({ id, tool, arguments: given }));
  return { ...result, calls };
}

/** Outermost steps that were not begun. */
function ahead({ terms, steps }: RunRecord): RunView['ahead'] {
  const { work } = terms.agent;
  if (work.kind === 'frei') return [];
  const begun = new Set(steps.map(({ path }) => path));
  return work.steps.filter(({ id }) => !begun.has(id)).map(({ kind, title }) => ({ kind, title }));
}
