import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useRef } from 'react';
import { DialogFrame } from '../dialog-frame.tsx';
import type { Sending } from '../work.ts';
import { reasonText, sendingText } from './privacy-words.ts';
import { SentBox } from './sent-box.tsx';
import { SentMessages } from './sent-messages.tsx';

const useStyles = makeStyles({
  head: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
  reason: { overflowWrap: 'anywhere' },
});

interface Props {
  /** At least one. */
  sent: readonly Sending[];
  onClose: () => void;
}

/** The protocol of what was sent, from memory. */
export default function SentDialog({ sent, onClose }: Props) {
  return (
    <DialogFrame
      title="Was wurde gesendet?"
      size="large"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          Schließen
        </Button>
      }
    >
      {sent.map((sending, at) => (
        <Part
          key={at}
          sending={sending}
          part={sent.length > 1 ? `Teil ${at + 1} von ${sent.length}: ` : ''}
        />
      ))}
      <div>
        Dieses Protokoll steht nur hier. Es wird nicht gespeichert und ist weg, sobald der Aufgabenbereich
        geschlossen wird.
      </div>
    </DialogFrame>
  );
}

function Part({ sending, part }: { sending: Sending; part: string }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const { event, at, reason, typed } = sending;
  const why = reasonText(event, reason);
  return (
    <section aria-label={`${part}${event.model.label}`}>
      <p className={styles.head}>{`${part}${sendingText(event, new Date(at))}`}</p>
      {why !== '' && <p className={mergeClasses(styles.head, styles.reason)}>{why}</p>}
      <SentBox isStale={false} box={box} onRelease={null}>
        <SentMessages messages={event.messages} typed={typed} />
      </SentBox>
    </section>
  );
}
