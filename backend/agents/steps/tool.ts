import type { StepResult } from '../../../contract/agents/result.ts';
import type { ToolCall } from '../../../contract/agents/tool-call.ts';
import { dayOf } from '../../deadlines/calendar.ts';
import { stricterClass } from '../../policy/data-classes.ts';
import { read } from '../../tasks/reading.ts';
import type { House } from '../../tasks/run.ts';
import { useTool } from '../free/use-tool.ts';
import { sourceOfTurns } from './call.ts';
import type { ToolParts } from './create-step-work.ts';
import type { RunTerms } from './step-work.ts';

/** Uses a tool for a free agent, as far as whoever the house was opened for may. @throws StoreError, TaskError */
export async function useToolOf(
  terms: RunTerms,
  call: ToolCall,
  house: House,
  { templates, onRefused }: ToolParts,
): Promise<StepResult> {
  const { work, dataClass } = terms.agent;
  const { knowledge, textBlocks, now } = house;
  const use = await useTool(call, work.kind === 'frei' ? work.tools : [], {
    reading: read(sourceOfTurns(terms)),
    knowledge,
    dataClass: stricterClass(dataClass, terms.privacy.dataClass ?? 'public'),
    templates,
    textBlocks,
    today: dayOf(now()),
    onRefused: (refusal) => onRefused(terms, refusal),
  });
  return { kind: 'werkzeug', tool: call.tool, ...use };
}
