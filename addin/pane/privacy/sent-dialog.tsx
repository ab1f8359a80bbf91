import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useRef } from 'react';
import { useReturnFocus } from '../use-return-focus.ts';
import type { Sending } from '../work.ts';
import { useDialogStyles } from './dialog-styles.ts';
import { sendingText } from './privacy-words.ts';
import { SentBox } from './sent-box.tsx';
import { SentMessages } from './sent-messages.tsx';

const useStyles = makeStyles({
  head: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase300 },
});

interface Props {
  /** At least one. */
  sent: readonly Sending[];
  typed: readonly string[];
  onClose: () => void;
}

/** The protocol of what was sent, from memory. */
export default function SentDialog({ sent, typed, onClose }: Props) {
  const dialog = useDialogStyles();
  useReturnFocus();
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={dialog.surface}>
        <DialogBody>
          <DialogTitle>Was wurde gesendet?</DialogTitle>
          <DialogContent className={dialog.content}>
            {sent.map((sending, at) => (
              <Part
                key={at}
                sending={sending}
                part={sent.length > 1 ? `Teil ${at + 1} von ${sent.length}: ` : ''}
                typed={typed}
              />
            ))}
            <div>
              Dieses Protokoll steht nur hier. Es wird nicht gespeichert und ist weg, sobald der
              Aufgabenbereich geschlossen wird.
            </div>
          </DialogContent>
          <DialogActions className={dialog.actions} fluid={false}>
            <Button appearance="primary" onClick={onClose}>
              Schließen
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function Part({ sending, part, typed }: { sending: Sending; part: string; typed: readonly string[] }) {
  const styles = useStyles();
  const box = useRef<HTMLDivElement>(null);
  const { event, at } = sending;
  return (
    <section aria-label={`${part}${event.model.label}`}>
      <p className={styles.head}>{`${part}${sendingText(event, new Date(at))}`}</p>
      <SentBox isStale={false} box={box} onRelease={null}>
        <SentMessages messages={event.messages} typed={typed} />
      </SentBox>
    </section>
  );
}
