import { Button, Checkbox, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Me } from '../../contract/identity.ts';
import { MAX_LINE_CHARS } from '../../contract/limits.ts';
import type { Author } from '../../contract/tasks/index.ts';
import { administers } from './administers.ts';
import { ConsoleLink } from './console-link.tsx';
import { DialogFrame } from './dialog-frame.tsx';

const useStyles = makeStyles({
  note: { margin: 0, fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  // Its box would otherwise stand further in than the fields.
  check: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
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
  /** Whether what leaves the house is shown before every sending. */
  showsSending: boolean;
  /** Who is signed in; only who administers something is shown the way to the console. */
  me: Me | null;
  onSave: (changed: { author: Author; showsSending: boolean }) => void;
  onClose: () => void;
}

/** Who signs, and what is shown before something is sent. */
export default function SettingsDialog({ author, showsSending, me, onSave, onClose }: Props) {
  const styles = useStyles();
  const [draft, setDraft] = useState(author);
  const [shows, setShows] = useState(showsSending);
  return (
    <DialogFrame
      title="Einstellungen"
      size="small"
      onClose={onClose}
      onSubmit={() => {
        onSave({ author: draft, showsSending: shows });
        onClose();
      }}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button type="submit" appearance="primary">
            Speichern
          </Button>
        </>
      }
    >
      <p className={styles.note}>
        Ihre Angaben stehen in Briefen und Vermerken. An ein Modell außerhalb des Hauses gehen Name, Telefon
        und E-Mail nur maskiert; eingesetzt werden sie erst wieder hier. Was fehlt, bleibt als Lücke zum
        Ergänzen offen.
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
      <Checkbox
        className={styles.check}
        label="Vor jedem Senden nach außen zeigen, was das Haus verlässt"
        checked={shows}
        onChange={(_event, { checked }) => setShows(checked === true)}
      />
      {me !== null && administers(me) && (
        <p className={styles.note}>
          Sammlungen, Importe und Wörterbuch pflegen Sie in der <ConsoleLink />.
        </p>
      )}
      <p className={styles.note}>
        In diesem Browser werden nur diese Einstellungen und Ihre Modellwahl gespeichert. Was Sie in die
        Felder getippt haben, bleibt, bis Sie das Programm schließen. Gelesene und gesendete Texte, Entwürfe,
        Datenklassen und was Sie von Hand maskieren oder freigeben, werden nicht gespeichert: Sie sind weg,
        sobald der Aufgabenbereich geschlossen ist.
      </p>
    </DialogFrame>
  );
}
