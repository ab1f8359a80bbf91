import type { Agent } from '../../../contract/agents/definition.ts';
import { runStepKinds, type RunStepKind } from '../../../contract/agents/run.ts';
import { tools } from '../../../contract/agents/tools.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import type { AnyWork } from '../course.ts';
import { stepsIn } from '../definition/plan.ts';

/** What a step is called in the interface. @param is what it does or came to; null where neither is known */
export function nameOfStep(
  { work: kept }: Pick<Agent, 'work'>,
  path: string,
  is: AnyWork | StepResult | null,
): { kind: RunStepKind; title: string } {
  if (is?.kind === 'werkzeug') {
    const tool = 'call' in is ? is.call.tool : is.tool;
    const title = Object.hasOwn(tools, tool) ? tools[tool as keyof typeof tools] : runStepKinds.werkzeug;
    return { kind: is.kind, title };
  }
  const id = path.split('/').at(-1) ?? '';
  const step = kept.kind === 'ablauf' ? stepsIn(kept.steps).find((one) => one.id === id) : undefined;
  if (step) return { kind: step.kind, title: step.title };
  const number = /^zug_(\d+)$/.exec(id)?.[1];
  return {
    kind: 'antwort',
    title: number === undefined ? runStepKinds.antwort : `${runStepKinds.antwort} ${number}`,
  };
}
