import { useState } from 'react';
import type { Agent } from '../../../contract/agents/definition.ts';
import type { Field } from '../../../contract/agents/value.ts';
import type { RunView } from '../../../contract/agents/run.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type { From } from '../../tasks/task.ts';
import { hostErrorText } from '../german.ts';
import type { PrivacyUse } from '../privacy/use-privacy.ts';
import { choose, type Wanted } from '../source-choice.ts';
import type { Models } from '../use-models.ts';
import type { PaneState } from '../use-pane.ts';
import { modelFor, modelsFor, useAgentPrivacy } from './agent-privacy.ts';
import type { AgentsApi } from './agents-api.ts';
import { inputsOf, type Needs, needsOf, readOpen } from './begin.ts';
import { codeOf } from './use-run.ts';
import { readForm } from './values.ts';

/** What has to be seen to before the agent can start; null where nothing has. */
export type StartLack = 'source' | 'field' | 'model' | 'reason' | null;

export interface StartUse {
  needs: Needs;
  fields: Field[];
  /** By the names of their fields; shown once the person tried to start. */
  faults: Record<string, string>;
  possible: readonly From[];
  wanted: Wanted;
  want: (wanted: Wanted) => void;
  models: Models;
  model: ModelInfo | null;
  privacy: PrivacyUse;
  /** What the person tried to start without. */
  lacking: StartLack;
  busy: boolean;
  /** Why it did not start, in words of the host or as a code of the backend. */
  failed: { code: ErrorCode } | { text: string } | null;
  /** Begins, or says what is lacking first; of a field where it is. */
  start: () => { lack: StartLack; field: number };
}

const parts: Record<PaneState['host']['surface'], readonly From[]> = {
  'mail-read': ['whole'],
  document: ['selection', 'whole'],
  'mail-compose': ['selection', 'whole'],
};

/** Everything between an agent that was chosen and its run. */
export function useStart(
  pane: PaneState,
  api: AgentsApi,
  { id, agent }: { id: string; agent: Agent },
  typed: Readonly<Record<string, string>>,
  onBegun: (run: RunView) => void,
): StartUse {
  const { host, seen, attachments } = pane;
  const [wanted, want] = useState<Wanted>(null);
  const [tried, setTried] = useState<'no' | 'yes'>('no');
  const [state, setState] = useState<'idle' | 'busy' | { code: ErrorCode } | { text: string }>('idle');
  const needs = needsOf(agent);
  const fields = agent.inputs.flatMap((input) => (input.kind === 'feld' ? [input.field] : []));
  const { values, faults } = readForm(fields, typed);
  const possible = parts[host.surface];
  const from = needs.open ? choose(possible, seen.overview, wanted) : null;
  const models = modelsFor(agent, pane.models);
  const model = modelFor(models, pane.model);
  const along = { attachments: needs.attachments ? attachments.texts() : [], conversation: [] };
  const lacksReason = typeof state === 'object' && 'code' in state && state.code === 'class_reason_missing';
  const privacy = useAgentPrivacy({ ...pane, alongWith: () => along }, agent, models, from, lacksReason);

  const lackOf = (): StartLack => {
    if (needs.open && from === null) return 'source';
    if (Object.keys(faults).length > 0) return 'field';
    return models.state === 'known' && model === null ? 'model' : privacy.lack(model);
  };
  const begin = async () => {
    const read = from === null || from === 'nothing' ? { source: null } : await readOpen(host, from);
    if ('code' in read) {
      setState({ text: `${hostErrorText(read.code, host.name)} Ihre Eingaben sind noch da.` });
      return;
    }
    const inputs = inputsOf(agent, read.source, along.attachments, values);
    const request = {
      agent: { kind: 'library', id } as const,
      model: model?.id ?? null,
      author: pane.author,
      privacy: privacy.choice,
      inputs,
    };
    // Not stopped when the person looks elsewhere: what has begun must be found again beside what it began on.
    await api.begin(request).then(onBegun, (fault: unknown) => setState({ code: codeOf(fault) }));
  };
  return {
    needs,
    fields,
    faults: tried === 'yes' ? faults : {},
    possible,
    wanted,
    want,
    models,
    model,
    privacy,
    lacking: tried === 'yes' ? lackOf() : null,
    busy: state === 'busy',
    failed: typeof state === 'object' ? state : null,
    start: () => {
      setTried('yes');
      const lack = lackOf();
      // A run that begins before what was chosen has been read would not know it.
      if (lack === null && state !== 'busy' && !(needs.attachments && attachments.busy)) {
        pane.remember({ hasBegun: true });
        setState('busy');
        void begin();
      }
      return { lack, field: fields.findIndex(({ name }) => name in faults) };
    },
  };
}
