import { parse, stringify } from 'yaml';
import { type Agent, agent as agentSchema } from '../../../contract/agents/definition.ts';
import { faultsOfOrder } from '../free/order.ts';
import { inGerman } from './fault-words.ts';
import type { AgentFault } from './faults.ts';
import { nameOfInput, type Plan, planOf } from './plan.ts';

/** Characters of an agent's YAML: forty steps with long orders. */
export const MAX_AGENT_CHARS = 200_000;
/** Faults that are told at once; whoever mends these sees the next. */
const MOST_FAULTS = 20;

export type AgentReading =
  { ok: true; agent: Agent; plan: Plan | null } | { ok: false; faults: [AgentFault, ...AgentFault[]] };

/**
 * Reads an agent as a person wrote it, in YAML or JSON, and looks its procedure through.
 * @param text untrusted
 * @returns the agent, with the plan of its procedure where it has one; or what is wrong, in German and without its contents
 */
export function readAgent(text: string): AgentReading {
  if (text.length > MAX_AGENT_CHARS) return refused('Die Datei ist zu lang für einen Agenten.');
  let value: unknown;
  try {
    // Without aliases nothing can grow; and no warning may be printed, since it would quote the text.
    value = parse(text.normalize('NFC').replace(/^\uFEFF/, ''), { maxAliasCount: 0, logLevel: 'error' });
  } catch {
    return refused('Die Datei ist weder gültiges YAML noch JSON.');
  }
  return checkAgent(value);
}

/** The same for an agent that is data already. */
export function checkAgent(value: unknown): AgentReading {
  let parsed: ReturnType<typeof agentSchema.safeParse>;
  try {
    parsed = agentSchema.safeParse(value);
  } catch (fault) {
    // Nested deeper than anything can be read.
    if (fault instanceof RangeError || isRangeError(fault))
      return refused('Die Schritte stehen zu tief ineinander.');
    throw fault;
  }
  if (!parsed.success) {
    const [first, ...others] = parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => ({
      step: stepAt(value, issue.path),
      text: `${placeOf(issue.path)}: ${wordsOf(issue)}`,
    }));
    return first
      ? { ok: false, faults: [first, ...others] }
      : refused('Die Datei beschreibt keinen Agenten.');
  }
  const agent = parsed.data;
  if (agent.work.kind === 'frei') return checkOrder(agent, agent.work.order);
  const planned = planOf(agent, agent.work);
  return 'plan' in planned ? { ok: true, agent, plan: planned.plan } : { ok: false, faults: planned.faults };
}

function checkOrder(agent: Agent, order: string): AgentReading {
  const names = agent.inputs.map(nameOfInput);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return refused(`Der Name „${twice}“ steht mehrmals da.`);
  const fields = agent.inputs.flatMap((input) => (input.kind === 'feld' ? [input.field] : []));
  const [first, ...others] = faultsOfOrder(order, fields).map((fault) => ({
    step: null,
    text: `Auftrag: ${inGerman(fault)}`,
  }));
  return first ? { ok: false, faults: [first, ...others] } : { ok: true, agent, plan: null };
}

/** An agent as YAML, for a file or another house; reading it again gives the same agent. */
export function writeAgent(agent: Agent): string {
  return stringify(agent, { lineWidth: 100, aliasDuplicateObjects: false });
}

function refused(text: string): AgentReading {
  return { ok: false, faults: [{ step: null, text }] };
}

function isRangeError(fault: unknown): boolean {
  // Node's own errors are of another realm under Jest.
  return typeof fault === 'object' && fault !== null && 'name' in fault && fault.name === 'RangeError';
}

type Path = readonly PropertyKey[];

function placeOf(path: Path): string {
  return path.length === 0 ? 'Agent' : path.map(String).join('.');
}

/** Id of the innermost step around a place, where it has one. */
function stepAt(value: unknown, path: Path): string | null {
  let at: unknown = value;
  let step: string | null = null;
  for (const key of path) {
    if (typeof at !== 'object' || at === null) break;
    at = Object.hasOwn(at, key) ? (at as Record<PropertyKey, unknown>)[key] : undefined;
    const id = typeof at === 'object' && at !== null && 'kind' in at && 'id' in at ? at.id : null;
    if (typeof id === 'string' && /^[a-z][a-z0-9_]{0,39}$/.test(id)) step = id;
  }
  return step;
}

interface Issue {
  code: string;
}

/** What is wrong with a value, without the value. */
function wordsOf({ code }: Issue): string {
  switch (code) {
    case 'unrecognized_keys':
      return 'Hier steht eine Angabe, die es nicht gibt.';
    case 'too_small':
      return 'Die Angabe ist zu kurz oder zu klein.';
    case 'too_big':
      return 'Die Angabe ist zu lang oder zu groß.';
    case 'invalid_value':
    case 'invalid_union':
      return 'Die Angabe ist keine der erlaubten.';
    case 'invalid_format':
      return 'Die Angabe hat nicht die verlangte Form.';
    default:
      return 'Die Angabe fehlt oder ist von anderer Art.';
  }
}
