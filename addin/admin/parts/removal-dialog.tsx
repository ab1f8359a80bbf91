import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import { DialogFrame } from '../../pane/dialog-frame.tsx';
import { codeOf } from '../use-asked.ts';
import { FaultBar } from './fault-bar.tsx';
import { ReasonField, reasonFault } from './reason-field.tsx';

interface Props {
  title: string;
  /** What is gone afterwards. */
  children: ReactNode;
  /** What the button says. */
  verb: string;
  remove: (reason: string) => Promise<void>;
  onRemoved: () => void;
  onClose: () => void;
}

/** Asks before something goes for good, and why it does. */
export function RemovalDialog({ title, children, verb, remove, onRemoved, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const submit = async () => {
    setShown(true);
    if (reasonFault(reason) !== null || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await remove(reason.trim());
      onRemoved();
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
      <ReasonField reason={reason} shown={shown} onChange={setReason} />
      {fault !== null && <FaultBar code={fault} />}
    </DialogFrame>
  );
}
