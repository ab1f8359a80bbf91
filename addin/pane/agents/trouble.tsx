import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { type ErrorCode, errorText, mayTryAgain } from '../../../contract/errors.ts';
import { useBarStyles } from '../use-bar-styles.ts';

interface Props {
  code: ErrorCode;
  /** In the backend's words, where it knows more. */
  message?: string;
  /** Label of a model that the words may name. */
  model?: string | undefined;
  /** Does the same again; null where that is no use. */
  onAgain: (() => void) | null;
  verb?: string;
}

/** What went wrong, in words, and the way on. */
export function Trouble({ code, message, model, onAgain, verb = 'Erneut versuchen' }: Props) {
  const styles = useBarStyles();
  return (
    <MessageBar className={styles.bar} layout="multiline" intent="error" politeness="assertive">
      <MessageBarBody className={styles.body}>
        <span role="alert">{message ?? errorText(code, model)}</span>
      </MessageBarBody>
      {onAgain !== null && (
        <MessageBarActions>
          <Button size="small" onClick={onAgain}>
            {verb}
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** Whether the same request may succeed once more. */
export function isWorthIt(code: ErrorCode): boolean {
  return code === 'sign_in_required' || mayTryAgain(code);
}
