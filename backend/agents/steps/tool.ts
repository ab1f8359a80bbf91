import type { StepResult } from '../../../contract/agents/result.ts';
import type { ToolCall } from '../../../contract/agents/tool-call.ts';
import { read } from '../../tasks/reading.ts';
import type { House } from '../../tasks/run.ts';
import { useTool } from '../free/use-tool.ts';
import { sourceOfTurns } from './call.ts';
import { classOfRun } from './carry-out.ts';
import type { ToolParts } from './create-step-work.ts';
import type { RunTerms } from './step-work.ts';

/**
 * Uses a tool for a free agent, as far as whoever the house was opened for may.
 * @param today the day on which the run began, ISO 8601
 * @throws StoreError, TaskError
 */
export async function useToolOf(
  terms: RunTerms,
  { call, today }: { call: ToolCall; today: string },
  house: House,
  { templates, onRefused }: ToolParts,
): Promise<StepResult> {
  const { work } = terms.agent;
  const { knowledge, textBlocks } = house;
  const use = await useTool(call, work.kind === 'frei' ? work.tools : [], {
    reading: read(sourceOfTurns(terms)),
    knowledge,
    dataClass: classOfRun(terms),
    templates: await templates(),
    textBlocks,
    today,
    onRefused: (refusal) => onRefused(terms, refusal),
  });
  return { kind: 'werkzeug', tool: call.tool, ...use };
}
