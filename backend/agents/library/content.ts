import type { $ZodIssue } from 'zod/v4/core';
import { agent as agentSchema } from '../../../contract/agents/definition.ts';
import { type LibraryContent, libraryContent } from '../../../contract/agents/library.ts';
import type { AgentFault } from '../definition/faults.ts';
import { checkAgent, MAX_AGENT_CHARS, writeAgent } from '../definition/read-agent.ts';

/** Faults that are told at once. */
const MOST_FAULTS = 20;
/** Values in a content: forty steps with all they have, ten examples with their documents. */
const MAX_VALUES = 50_000;

export type ContentReading = { content: LibraryContent } | { faults: AgentFault[] };

/**
 * Reads a content as far as it must be sound to be kept at all; a draft may still be wrong in what `contentFaults` finds.
 * @param value untrusted
 * @returns the content, or what is wrong with it: in German, without what stands there
 */
export function readContent(value: unknown): ContentReading {
  const unfit = unfitness(value);
  if (unfit !== null) return { faults: [{ step: null, text: unfit }] };
  if (isAgentContent(value)) {
    const parsed = agentSchema.safeParse(value.agent);
    if (parsed.success) {
      // What is kept can be written into a file and read again.
      return writeAgent(parsed.data).length > MAX_AGENT_CHARS
        ? { faults: [{ step: null, text: 'Das ist zu umfangreich.' }] }
        : { content: { kind: 'agent', agent: parsed.data } };
    }
    const checked = checkAgent(value.agent);
    return { faults: checked.ok ? [] : [...checked.faults] };
  }
  const parsed = libraryContent.safeParse(value);
  if (parsed.success) return { content: parsed.data };
  return {
    faults: parsed.error.issues.slice(0, MOST_FAULTS).map((issue) => ({ step: null, text: wordsOf(issue) })),
  };
}

/** What whoever looks for it reads of a content. */
export function headOf(content: LibraryContent): {
  name: string;
  purpose: string;
  owner: string;
  reviewOn: string | null;
} {
  if (content.kind === 'agent') {
    const { name, purpose, owner, reviewOn } = content.agent;
    return { name, purpose, owner: owner.name, reviewOn };
  }
  return { name: content.name, purpose: content.purpose, owner: '', reviewOn: null };
}

function isAgentContent(value: unknown): value is { kind: 'agent'; agent: unknown } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    value.kind === 'agent' &&
    'agent' in value &&
    Object.keys(value).length === 2
  );
}

/** Why a value can't be kept, whatever it means: told without recursion, since nobody knows yet how deep it is. */
function unfitness(value: unknown): string | null {
  const open: [unknown, number][] = [[value, 0]];
  let values = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [one, depth] = next;
    if (++values > MAX_VALUES || depth > 60) return 'Das ist zu umfangreich.';
    // PostgreSQL keeps neither the character 0 nor half a surrogate pair.
    if (typeof one === 'string' && (one.includes('\0') || !one.isWellFormed())) return UNKEEPABLE;
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, inner] of Object.entries(one)) {
      if (key.includes('\0') || !key.isWellFormed()) return UNKEEPABLE;
      open.push([inner, depth + 1]);
    }
  }
  return null;
}
const UNKEEPABLE = 'Der Text enthält Zeichen, die sich nicht speichern lassen.';

function wordsOf({ code, path }: $ZodIssue): string {
  const at = path.map(String).join('.') || 'Inhalt';
  if (code === 'too_big') return `${at}: Die Angabe ist zu lang.`;
  if (code === 'too_small') return `${at}: Die Angabe ist zu kurz.`;
  if (code === 'unrecognized_keys') return `${at}: Hier steht eine Angabe, die es nicht gibt.`;
  return `${at}: Die Angabe fehlt oder hat nicht die verlangte Form.`;
}
