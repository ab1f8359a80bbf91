import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components';
import type { ModelInfo } from '../../contract/models.ts';
import { faultText, isModelsFault, isWorthAnotherTry, modelText } from './german.ts';
import { LazyMenu } from './lazy-menu.tsx';
import type { Fault } from './work.ts';

const useStyles = makeStyles({
  // A message bar is made for wide pages: in the pane its buttons stand under its words.
  bar: { flexShrink: 0, paddingBlock: tokens.spacingVerticalS },
  body: { lineHeight: tokens.lineHeightBase300, fontSize: tokens.fontSizeBase300 },
});

interface Props {
  fault: Fault;
  host: string;
  models: ModelInfo[];
  chosen: ModelInfo | null;
  /** Does the same again, on the model where one is given. */
  onRetry: (model?: string) => void;
}

/** What went wrong, in words, and what can be done now. */
export function FaultNote({ fault, host, models, chosen, onRetry }: Props) {
  const styles = useStyles();
  const others = isModelsFault(fault) ? models.filter(({ id }) => id !== chosen?.id) : [];
  const stopped = fault.from === 'backend' && fault.code === 'stopped';
  return (
    <MessageBar
      className={styles.bar}
      layout="multiline"
      intent={stopped ? 'info' : 'error'}
      politeness="assertive"
    >
      <MessageBarBody className={styles.body}>
        <span role={stopped ? 'status' : 'alert'}>{faultText(fault, host)}</span>
      </MessageBarBody>
      {(isWorthAnotherTry(fault) || others.length > 0) && (
        <MessageBarActions>
          {isWorthAnotherTry(fault) && (
            <Button size="small" onClick={() => onRetry()}>
              Erneut versuchen
            </Button>
          )}
          {others.length > 0 && (
            <LazyMenu
              button={{ size: 'small', children: 'Anderes Modell' }}
              choices={others.map((model) => ({ key: model.id, label: modelText(model) }))}
              onChoose={onRetry}
            />
          )}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
