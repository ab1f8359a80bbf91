import type { ToolCall } from '../../contract/agents/tool-call.ts';
import { checkUnsupported } from '../checks/unsupported.ts';
import { gapsOf, type Hearing, type Inputs, nothingBeside, unstoppedBreath } from './hearing.ts';
import { supportOf } from './inputs.ts';

/**
 * Listens to a turn of a free agent: keeps the tools that it wants to use, and tells of a finished text what stands
 * neither in the source nor in the order nor in what its tools said.
 */
export function actHearing(inputs: Inputs<'act'>): Hearing {
  let all = '';
  const calls: ToolCall[] = [];
  return {
    hear(text) {
      all += text;
      return [{ type: 'text', text }];
    },
    call: (call) => void calls.push(call),
    async end() {
      const result = { ...nothingBeside, text: all, calls };
      // What is said beside calls is no result yet.
      if (calls.length > 0) return { rest: [], result: { ...result, gaps: [], checks: [] } };
      const { order, turnsBefore } = inputs.input;
      const told = turnsBefore.flatMap((turn) => turn.calls.map(({ answer }) => answer));
      const check = await checkUnsupported(all, supportOf(inputs, [order, ...told]), null, unstoppedBreath());
      return { rest: [], result: { ...result, gaps: gapsOf(all), checks: check === null ? [] : [check] } };
    },
  };
}
