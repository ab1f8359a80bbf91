import type { ToolCall } from '../../../contract/agents/tool-call.ts';
import { tools as toolNames, type ToolName } from '../../../contract/agents/tools.ts';
import { dokument } from './tools/dokument.ts';
import { datum, rechnen } from './tools/expressions.ts';
import { MAX_SAID_CHARS, type Refusal, type Tool, type ToolHouse } from './tools/tool.ts';
import { vorlagen } from './tools/vorlagen.ts';
import { wissen } from './tools/wissen.ts';

/** What came of a call. */
export interface ToolUse {
  /** What the model is told. */
  said: string;
  /** What it wanted, in German, for the person. */
  asked: string;
  refused: boolean;
}

/** Characters of what was asked, as the person sees it. */
const MAX_ASKED_CHARS = 1_200;

const REFUSALS: Readonly<Record<Refusal['why'], string>> = {
  unknown: 'Abgewiesen: Dieses Werkzeug gibt es nicht. Benutzen Sie nur, was angeboten ist.',
  not_allowed:
    'Abgewiesen: Dieses Werkzeug darf der Agent nicht benutzen. Benutzen Sie nur, was angeboten ist.',
  arguments:
    'Abgewiesen: Die Angaben passen nicht zu dem, was das Werkzeug erwartet. Halten Sie sich an sein Schema.',
};

/**
 * Uses a tool as a model asked for it. Everything in the call is untrusted, since a document may have talked the model
 * into it: what the agent may not use, what there is none of, and arguments that don't fit are refused, and told so.
 * @param allowed the tools of the agent
 * @throws StoreError
 */
export async function useTool(
  call: ToolCall,
  allowed: readonly ToolName[],
  house: ToolHouse,
): Promise<ToolUse> {
  switch (call.tool) {
    case 'dokument':
      return use(call.tool, dokument, call, allowed, house);
    case 'wissen':
      return use(call.tool, wissen, call, allowed, house);
    case 'vorlagen':
      return use(call.tool, vorlagen, call, allowed, house);
    case 'rechnen':
      return use(call.tool, rechnen, call, allowed, house);
    case 'datum':
      return use(call.tool, datum, call, allowed, house);
    default:
      return refuse({ tool: 'unbekannt', why: 'unknown' }, 'Ein Werkzeug, das es nicht gibt', house);
  }
}

async function use<Arguments>(
  name: ToolName,
  tool: Tool<Arguments>,
  call: ToolCall,
  allowed: readonly ToolName[],
  house: ToolHouse,
): Promise<ToolUse> {
  if (!allowed.includes(name)) return refuse({ tool: name, why: 'not_allowed' }, toolNames[name], house);
  const given = tool.arguments.safeParse(jsonOf(call.arguments));
  if (!given.success) return refuse({ tool: name, why: 'arguments' }, toolNames[name], house);
  const said = await tool.say(given.data, house);
  return {
    said: said.slice(0, MAX_SAID_CHARS),
    asked: tool.asked(given.data).slice(0, MAX_ASKED_CHARS),
    refused: false,
  };
}

async function refuse(refusal: Refusal, asked: string, house: ToolHouse): Promise<ToolUse> {
  await house.onRefused?.(refusal);
  return { said: REFUSALS[refusal.why], asked, refused: true };
}

function jsonOf(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
