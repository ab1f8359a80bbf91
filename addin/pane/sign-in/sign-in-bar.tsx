import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useBarStyles } from '../use-bar-styles.ts';
import type { Session, Step } from './session.ts';
import { ASK, troubleText, WAITING, wayText } from './sign-in-words.ts';

/** Asks somebody to sign in again who was signed in; what they see stays. */
export function SignInBar({ step, session }: { step: Step; session: Session }): ReactNode {
  const styles = useBarStyles();
  if (step.name === 'done' || step.name === 'working') return null;
  return (
    <MessageBar
      className={styles.bar}
      layout="auto"
      intent={step.name === 'waiting' ? 'info' : 'warning'}
      politeness="assertive"
    >
      <MessageBarBody className={styles.body}>
        <span role={step.name === 'waiting' ? 'status' : 'alert'}>{words(step)}</span>
      </MessageBarBody>
      <MessageBarActions>{actions(step, session)}</MessageBarActions>
    </MessageBar>
  );
}

type Open = Exclude<Step, { name: 'done' | 'working' }>;

function words(step: Open): string {
  if (step.name === 'waiting') return WAITING;
  return step.trouble === null ? ASK : troubleText(step.trouble);
}

function actions(step: Open, session: Session): ReactNode {
  switch (step.name) {
    case 'waiting':
      return (
        <Button size="small" onClick={session.cancel}>
          Abbrechen
        </Button>
      );
    case 'stuck':
      return (
        <Button size="small" onClick={session.start}>
          Erneut versuchen
        </Button>
      );
    case 'asking':
      return step.ways.map((way) => (
        <Button
          key={`${way.kind} ${way.authority} ${way.clientId}`}
          size="small"
          onClick={() => session.ask(way)}
        >
          {wayText(way, step.ways)}
        </Button>
      ));
  }
}
