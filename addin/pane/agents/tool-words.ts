import { tools } from '../../../contract/agents/tools.ts';

/** A tool in words; one that there is none of by what the model called it. */
export function toolWords(tool: string): string {
  return tool in tools ? tools[tool as keyof typeof tools] : `„${tool}“`;
}
