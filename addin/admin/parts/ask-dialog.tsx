import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import { DialogFrame } from '../../pane/dialog-frame.tsx';
import { codeOf } from '../use-asked.ts';
import { FaultBar } from './fault-bar.tsx';

interface Props {
  title: string;
  /** What happens then, and what else has to be said for it. */
  children: ReactNode;
  /** What the button says. */
  verb: string;
  /** Whether all that it needs is there; asked when the button is pressed. */
  isReady?: () => boolean;
  /** @throws BackendError */
  work: () => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before something is done, and says why it was not. */
export function AskDialog({ title, children, verb, isReady, work, onDone, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const submit = async () => {
    if (isReady?.() === false || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await work();
      onDone();
    } catch (error) {
      setFault(codeOf(error));
      setBusy(false);
    }
  };
  return (
    <DialogFrame
      title={title}
      size="medium"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button type="submit" appearance="primary" disabledFocusable={busy}>
            {verb}
          </Button>
        </>
      }
    >
      {children}
      {fault !== null && <FaultBar code={fault} />}
    </DialogFrame>
  );
}
