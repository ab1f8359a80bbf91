import { useEffect, useState } from 'react';
import type { RunView } from '../../../contract/agents/run.ts';
import type { AgentsApi } from './agents-api.ts';
import { type StepFields, stepFieldsOf } from './step-fields.ts';

const none: StepFields = new Map();

/** What the agent of a run calls its fields; nothing until that is known, or where it can no longer be had. */
export function useStepFields(api: AgentsApi, run: RunView | null): StepFields {
  const [known, setKnown] = useState(none);
  const id = run?.agent.id ?? null;
  useEffect(() => {
    if (id === null) return;
    const gone = new AbortController();
    api.item(id, gone.signal).then(
      ({ content }) => {
        if (content.kind === 'agent' && !gone.signal.aborted) setKnown(stepFieldsOf(content.agent));
      },
      () => undefined,
    );
    return () => gone.abort();
  }, [api, id]);
  return known;
}
