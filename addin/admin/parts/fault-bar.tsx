import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { type ErrorCode, errorText } from '../../../contract/errors.ts';
import { useBarStyles } from '../../pane/use-bar-styles.ts';

interface Props {
  code: ErrorCode;
  /** Words of one's own where those of the code don't fit. */
  text?: string;
  onAgain?: () => void;
}

/** What went wrong, and the way on. */
export function FaultBar({ code, text, onAgain }: Props) {
  const styles = useBarStyles();
  return (
    <MessageBar className={styles.bar} intent="error" layout="multiline">
      <MessageBarBody className={styles.body}>
        <span role="alert">{text ?? errorText(code)}</span>
      </MessageBarBody>
      {onAgain && (
        <MessageBarActions>
          <Button size="small" onClick={onAgain}>
            Erneut versuchen
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
