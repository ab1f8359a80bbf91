import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import type { RunStep } from '../../../contract/agents/run.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import { modelText } from '../privacy/privacy-words.ts';
import { SentBox } from '../privacy/sent-box.tsx';
import { SentMessages } from '../privacy/sent-messages.tsx';

/** What left the house for one step, letter by letter. */
export default function StepSentDialog({ step, onClose }: { step: RunStep; onClose: () => void }) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <DialogFrame
      title="Was das Haus verlassen hat"
      size="large"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          Schließen
        </Button>
      }
    >
      <p style={{ margin: 0 }}>
        {[`Schritt „${step.title}“`, ...(step.model === null ? [] : [`an ${modelText(step.model)}`])].join(
          ' ',
        )}
      </p>
      <SentBox isStale={false} box={box} onRelease={null}>
        <SentMessages messages={step.sent} typed={[]} />
      </SentBox>
    </DialogFrame>
  );
}
