import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';

interface GapQuestionProps {
  /** How many placeholders are left. */
  gaps: number;
  onSave: () => void;
  onShow: () => void;
  onCancel: () => void;
}

/** Asks before a document with placeholders is saved. */
export function GapQuestion({ gaps, onSave, onShow, onCancel }: GapQuestionProps) {
  const title = gaps === 1 ? 'Noch 1 Angabe offen' : `Noch ${String(gaps)} Angaben offen`;
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{title}</DialogTitle>
          <DialogContent>Im Text stehen noch Platzhalter, die auszufüllen sind.</DialogContent>
          <DialogActions fluid>
            <Button appearance="primary" onClick={onShow}>
              Zur ersten Lücke
            </Button>
            <Button onClick={onSave}>Trotzdem speichern</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
