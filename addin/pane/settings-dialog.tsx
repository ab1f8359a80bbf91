import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { Author } from '../../contract/tasks/index.ts';

const useStyles = makeStyles({
  surface: { width: 'calc(100% - 24px)', maxWidth: '420px', padding: tokens.spacingHorizontalL },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  actions: { justifySelf: 'stretch', justifyContent: 'flex-end' },
});

const fields: { name: keyof Author; label: string; type: 'text' | 'tel' | 'email'; complete: string }[] = [
  { name: 'authority', label: 'Behörde', type: 'text', complete: 'organization' },
  { name: 'unit', label: 'Fachbereich', type: 'text', complete: 'organization-title' },
  { name: 'name', label: 'Ihr Name', type: 'text', complete: 'name' },
  { name: 'phone', label: 'Telefon', type: 'tel', complete: 'tel' },
  { name: 'email', label: 'E-Mail', type: 'email', complete: 'email' },
];

interface Props {
  author: Author;
  onSave: (author: Author) => void;
  onClose: () => void;
}

/** Who signs. */
export default function SettingsDialog({ author, onSave, onClose }: Props) {
  const styles = useStyles();
  const [draft, setDraft] = useState(author);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className={styles.surface}>
        <form
          noValidate
          onSubmit={(submit) => {
            submit.preventDefault();
            onSave(draft);
            onClose();
          }}
        >
          <DialogBody>
            <DialogTitle>Ihre Angaben</DialogTitle>
            <DialogContent className={styles.fields}>
              <p className={styles.note}>
                Sie stehen in Briefen und Vermerken und gehen deshalb mit dem Text an das Modell. Was fehlt,
                bleibt als Lücke zum Ergänzen offen.
              </p>
              {fields.map(({ name, label, type, complete }) => (
                <Field key={name} label={label}>
                  <Input
                    type={type}
                    autoComplete={complete}
                    maxLength={MAX_LINE_CHARS}
                    value={draft[name]}
                    onChange={(_event, data) => setDraft({ ...draft, [name]: data.value })}
                  />
                </Field>
              ))}
              <p className={styles.note}>
                In diesem Browser werden nur diese Angaben und Ihre Modellwahl gespeichert. Was Sie in die
                Felder getippt haben, bleibt, bis Sie das Programm schließen. Gelesene Texte und Entwürfe
                werden nicht gespeichert.
              </p>
            </DialogContent>
            <DialogActions className={styles.actions} fluid={false}>
              <Button onClick={onClose}>Abbrechen</Button>
              <Button type="submit" appearance="primary">
                Speichern
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
