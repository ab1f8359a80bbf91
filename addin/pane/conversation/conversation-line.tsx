import { Checkbox, Spinner } from '@fluentui/react-components';
import { errorText } from '../../../contract/errors.ts';
import { useReadAlongStyles } from '../use-read-along-styles.ts';
import type { ConversationState } from './use-conversation.ts';

interface Props {
  state: ConversationState;
  onToggle: () => void;
}

/** Draws the whole conversation of a mail in as its background, and says what came of it. */
export default function ConversationLine({ state, onToggle }: Props) {
  const styles = useReadAlongStyles();
  const chosen = state.name === 'read' || state.name === 'reading';
  return (
    <div className={styles.list}>
      <div className={styles.line}>
        <Checkbox
          className={styles.box}
          size="medium"
          checked={chosen}
          label="Ganze Unterhaltung einbeziehen"
          onChange={onToggle}
        />
        {state.name === 'reading' && <Spinner size="extra-tiny" aria-hidden="true" />}
      </div>
      <div className={styles.note} role="status">
        {noteOf(state)}
      </div>
    </div>
  );
}

/** What came of it. A failure is no more than a note: all else goes on with the open mail. */
export function noteOf(state: ConversationState): string {
  switch (state.name) {
    case 'offered':
      return '';
    case 'reading':
      return 'Wird aus Ihrem Postfach geladen …';
    case 'failed':
      return errorText(state.code);
    case 'read': {
      const count = state.mails.length;
      const came = count === 1 ? '1 Nachricht als Hintergrund' : `${count} Nachrichten als Hintergrund`;
      return state.complete ? `${came}.` : `${came}; weitere passen nicht hinein.`;
    }
  }
}
