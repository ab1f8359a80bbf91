import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { RunAnswer, WaitingFor } from '../../../contract/agents/run.ts';
import { AnswerText } from '../answer-text.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { ValueField } from './value-field.tsx';
import { readTyped, typedOf } from './values.ts';

const useStyles = makeStyles({
  shown: {
    maxHeight: '320px',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalS,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

interface Props {
  waiting: WaitingFor;
  sending: boolean;
  onAnswer: (answer: RunAnswer['answer']) => void;
  onStop: () => void;
}

/** What a run waits for: an answer of the person, or that they agree. */
export function WaitingForm({ waiting, sending, onAnswer, onStop }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // A question below the edge of the pane would wait unseen.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place}>
      {waiting.kind === 'fragen' ? (
        <Question waiting={waiting} sending={sending} onAnswer={onAnswer} />
      ) : (
        <Release waiting={waiting} sending={sending} onAnswer={onAnswer} onStop={onStop} />
      )}
    </div>
  );
}

type Of<Kind extends WaitingFor['kind']> = Omit<Props, 'waiting' | 'onStop'> & {
  waiting: Extract<WaitingFor, { kind: Kind }>;
};

function Question({ waiting, sending, onAnswer }: Of<'fragen'>) {
  const styles = useAgentStyles();
  const { field, question, proposed } = waiting;
  const [typed, setTyped] = useState(() => typedOf(proposed));
  const [fault, setFault] = useState<string | null>(null);
  const submit = () => {
    const read = readTyped(field, typed);
    if ('fault' in read) setFault(read.fault);
    else onAnswer({ kind: 'value', value: read.value });
  };
  return (
    <form
      noValidate
      className={styles.form}
      aria-label="Frage an Sie"
      onSubmit={(event) => {
        event.preventDefault();
        if (!sending) submit();
      }}
    >
      <p className={styles.plain}>{question}</p>
      <ValueField
        field={proposed.kind === 'leer' ? field : { hint: 'Vorgeschlagen; bitte prüfen Sie es.', ...field }}
        typed={typed}
        fault={fault}
        onType={setTyped}
      />
      <div className={styles.row}>
        <Button appearance="primary" type="submit" disabledFocusable={sending}>
          Weiter
        </Button>
      </div>
    </form>
  );
}

function Release({ waiting, sending, onAnswer, onStop }: Of<'freigeben'> & Pick<Props, 'onStop'>) {
  const common = useAgentStyles();
  const styles = useStyles();
  return (
    <div className={common.form} role="group" aria-label="Ihre Zustimmung">
      <p className={common.plain}>{waiting.says}</p>
      {waiting.shows.map(({ title, text }, at) => (
        <div key={at}>
          <h3 className={common.heading}>{title}</h3>
          <div className={styles.shown} {...scrolls(title)}>
            <AnswerText text={text} growing={false} doubts={[]} />
          </div>
        </div>
      ))}
      <div className={common.row}>
        <Button appearance="primary" disabledFocusable={sending} onClick={() => onAnswer({ kind: 'agreed' })}>
          Einverstanden
        </Button>
        <Button disabledFocusable={sending} onClick={onStop}>
          Anhalten
        </Button>
      </div>
      <p className={common.quiet}>
        Anderes gewünscht? Berichtigen Sie den Schritt, aus dem es stammt; danach werden Sie wieder gefragt.
      </p>
    </div>
  );
}

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
function scrolls(title: string) {
  return { role: 'region', 'aria-label': title, tabIndex: 0 } as const;
}
