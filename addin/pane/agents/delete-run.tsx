import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { type ErrorCode, errorText } from '../../../contract/errors.ts';
import type { RunView } from '../../../contract/agents/run.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { AgentsApi } from './agents-api.ts';
import { useAgentStyles } from './use-agent-styles.ts';
import { codeOf } from './use-run.ts';

interface Props {
  api: AgentsApi;
  run: RunView;
  onGone: () => void;
}

/** Deletes a run at once, after a question. */
export function DeleteRun({ api, run, onGone }: Props) {
  const styles = useAgentStyles();
  const [state, setState] = useState<'closed' | 'asks' | 'busy' | { failed: ErrorCode }>('closed');
  const close = () => setState('closed');
  const remove = () => {
    if (state === 'busy') return;
    setState('busy');
    api.remove(run.id).then(onGone, (fault: unknown) => setState({ failed: codeOf(fault) }));
  };
  return (
    <>
      <Button appearance="transparent" size="small" className={styles.link} onClick={() => setState('asks')}>
        Lauf löschen
      </Button>
      {state !== 'closed' && (
        <DialogFrame
          title="Lauf löschen?"
          size="small"
          onClose={close}
          actions={
            <>
              <Button onClick={close}>Abbrechen</Button>
              <Button appearance="primary" disabledFocusable={state === 'busy'} onClick={remove}>
                Löschen
              </Button>
            </>
          }
        >
          <p className={styles.plain}>
            Alle Schritte und das Ergebnis sind dann weg. Was Sie schon eingefügt haben, bleibt.
          </p>
          {typeof state === 'object' && (
            <p className={styles.trouble} role="alert">
              {errorText(state.failed)}
            </p>
          )}
        </DialogFrame>
      )}
    </>
  );
}
