import { type ReactNode, useState } from 'react';
import { AskDialog } from './ask-dialog.tsx';
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
  return (
    <AskDialog
      title={title}
      verb={verb}
      isReady={() => {
        setShown(true);
        return reasonFault(reason) === null;
      }}
      work={() => remove(reason.trim())}
      onDone={onRemoved}
      onClose={onClose}
    >
      {children}
      <ReasonField reason={reason} shown={shown} onChange={setReason} />
    </AskDialog>
  );
}
