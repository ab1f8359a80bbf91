import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Role } from '../../../contract/identity.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import type { DemoChoice } from './ask-backend.ts';
import type { DemoWay } from './demo-memory.ts';
import type { Session } from './session.ts';
import { roleLabels, troubleText } from './sign-in-words.ts';
import type { Trouble } from './token.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  // As wide as its longest choice it would stand out of a narrow pane.
  select: { minWidth: 0, '& select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' } },
  trouble: { margin: 0, color: tokens.colorStatusDangerForeground3 },
});

interface Props {
  way: DemoWay;
  choice: DemoChoice;
  become: Session['become'];
  onClose: () => void;
}

/** Whom to be in the demo sign-in. */
export default function DemoDialog({ way, choice, become, onClose }: Props) {
  const styles = useStyles();
  const [draft, setDraft] = useState(choice);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const submit = async () => {
    const why = await become(draft);
    if (why === null) onClose();
    else setTrouble(why);
  };
  return (
    <DialogFrame
      title="Demo-Anmeldung"
      size="small"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>Abbrechen</Button>
          <Button type="submit" appearance="primary">
            Wechseln
          </Button>
        </>
      }
    >
      <p className={styles.text}>
        Hier ist noch keine Anmeldung eingerichtet. Zum Ausprobieren können Sie jede Kommune und jede Rolle
        annehmen. Ihre Eingaben bleiben dabei stehen.
      </p>
      <Field label="Kommune">
        <Select
          className={styles.select}
          value={draft.kommune}
          onChange={(_event, { value }) => setDraft({ ...draft, kommune: value })}
        >
          {way.kommunen.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Rolle">
        <Select
          className={styles.select}
          value={draft.role}
          onChange={(_event, { value }) => setDraft({ ...draft, role: value as Role })}
        >
          {way.roles.map((role) => (
            <option key={role} value={role}>
              {roleLabels[role]}
            </option>
          ))}
        </Select>
      </Field>
      <p className={styles.trouble} role="alert">
        {trouble !== null && troubleText(trouble)}
      </p>
    </DialogFrame>
  );
}
