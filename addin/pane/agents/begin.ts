import type { Agent } from '../../../contract/agents/definition.ts';
import type { RunInputs } from '../../../contract/agents/input.ts';
import type { PlainValue } from '../../../contract/agents/value.ts';
import type { Attachment, Part, Source } from '../../../contract/source.ts';
import { type Host, HostError, type HostErrorCode } from '../../office/host.ts';

/** What an agent begins with, and what is still to be seen to. */
export interface Needs {
  /** Whether it reads what is open. */
  open: boolean;
  /** Whether it reads attachments. */
  attachments: boolean;
}

export function needsOf({ inputs }: Agent): Needs {
  return {
    open: inputs.some(({ kind }) => kind === 'offen'),
    attachments: inputs.some(({ kind }) => kind === 'anlagen'),
  };
}

/** The inputs of a run, each under its name. */
export function inputsOf(
  { inputs }: Agent,
  source: Source | null,
  attachments: readonly Attachment[],
  values: Readonly<Record<string, PlainValue>>,
): RunInputs {
  const all: RunInputs = {};
  for (const input of inputs) {
    if (input.kind === 'feld') {
      all[input.field.name] = { kind: 'feld', value: values[input.field.name] ?? { kind: 'leer' } };
    } else if (input.kind === 'anlagen') {
      all[input.name] = { kind: 'anlagen', attachments: [...attachments] };
    } else if (source !== null) {
      all[input.name] = { kind: 'offen', source };
    }
  }
  return all;
}

/** Reads what is open. */
export async function readOpen(
  host: Host,
  part: Part,
): Promise<{ source: Source } | { code: HostErrorCode }> {
  try {
    return { source: (await host.take(part)).source };
  } catch (fault) {
    return { code: fault instanceof HostError ? fault.code : 'host-error' };
  }
}
