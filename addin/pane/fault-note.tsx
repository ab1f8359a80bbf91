import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ModelInfo } from '../../contract/models.ts';
import { faultText, isModelsFault, isMaskingFault, isWorthAnotherTry } from './german.ts';
import { LazyMenu } from './lazy-menu.tsx';
import { modelText, STOPPED_AFTER_SENDING } from './privacy/privacy-words.ts';
import type { PrivacyUse } from './privacy/use-privacy.ts';
import { useBarStyles } from './use-bar-styles.ts';
import type { Fault, Sending } from './work.ts';

interface Props {
  fault: Fault;
  host: string;
  models: ModelInfo[];
  chosen: ModelInfo | null;
  privacy: PrivacyUse;
  /** What was sent although no answer came. */
  sent: readonly Sending[];
  /** Does the same again, on the model where one is given. */
  onRetry: (model?: string) => void;
  /** Leads to where a lower class is given its reason. */
  onReason: () => void;
  onSent: (sent: readonly Sending[]) => void;
}

/** What went wrong, in words, and what can be done now. */
export function FaultNote({ fault, host, models, chosen, privacy, sent, onRetry, onReason, onSent }: Props) {
  const styles = useBarStyles();
  const allowed = models.filter((model) => {
    if (model.id === chosen?.id || privacy.treatment(model) === 'refused') return false;
    // What could not be masked may only go where nothing leaves the house.
    return isMaskingFault(fault) ? model.place === 'intern' : isModelsFault(fault);
  });
  const lacksReason = fault.from === 'backend' && fault.code === 'class_reason_missing';
  const stopped = fault.from === 'backend' && fault.code === 'stopped';
  return (
    <MessageBar
      className={styles.bar}
      layout="multiline"
      intent={stopped ? 'info' : 'error'}
      politeness="assertive"
    >
      <MessageBarBody className={styles.body}>
        <span role={stopped ? 'status' : 'alert'}>
          {stopped && sent.length > 0 ? STOPPED_AFTER_SENDING : faultText(fault, host)}
        </span>
      </MessageBarBody>
      {(isWorthAnotherTry(fault) || allowed.length > 0 || lacksReason || sent.length > 0) && (
        <MessageBarActions>
          {isWorthAnotherTry(fault) && (
            <Button size="small" onClick={() => onRetry()}>
              Erneut versuchen
            </Button>
          )}
          {lacksReason && (
            <Button size="small" onClick={onReason}>
              Grund angeben
            </Button>
          )}
          {allowed.length > 0 && (
            <LazyMenu
              button={{ size: 'small', children: 'Anderes Modell' }}
              choices={allowed.map((model) => ({ key: model.id, label: modelText(model) }))}
              onChoose={onRetry}
            />
          )}
          {sent.length > 0 && (
            <Button size="small" appearance="transparent" onClick={() => onSent(sent)}>
              Was wurde gesendet?
            </Button>
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
