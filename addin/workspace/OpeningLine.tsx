import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { OpeningState } from './use-opening.ts';

const useStyles = makeStyles({
  // In a column that is full it would be pressed below the height of its words.
  fault: { flexShrink: 0 },
  busy: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    overflowWrap: 'anywhere',
  },
});

function Fault({ text, onDismiss }: { text: string; onDismiss: () => void }) {
  const { fault } = useStyles();
  return (
    <MessageBar className={fault} intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label="Meldung schließen"
            onClick={onDismiss}
          />
        }
      />
    </MessageBar>
  );
}

interface OpeningLineProps {
  state: OpeningState;
  /** Another fault of the bar's own doing; null where there is none. */
  problem: string | null;
  onDismiss: () => void;
  onDismissProblem: () => void;
}

/** Under the bar: that a file is being read, or what went wrong with it. */
export function OpeningLine({ state, problem, onDismiss, onDismissProblem }: OpeningLineProps) {
  const classes = useStyles();
  return (
    <>
      <div role="status">
        {state.status === 'busy' && (
          <div className={classes.busy}>
            <Spinner size="extra-tiny" />
            <span>„{state.name}“ wird gelesen …</span>
            <Button size="small" appearance="subtle" onClick={onDismiss}>
              Abbrechen
            </Button>
          </div>
        )}
      </div>
      {state.status === 'failed' && (
        <Fault text={`„${state.name}“ ließ sich nicht öffnen. ${state.text}`} onDismiss={onDismiss} />
      )}
      {problem !== null && <Fault text={problem} onDismiss={onDismissProblem} />}
    </>
  );
}
