import { Button } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Example } from '../../../../contract/agents/example.ts';
import type { RunAnswer, RunStep, WaitingFor } from '../../../../contract/agents/run.ts';
import type { PlainValue } from '../../../../contract/agents/value.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { TextBox } from './result-view.tsx';
import { typedOf, valueOf } from './typed-value.ts';
import { ValueField } from './value-field.tsx';

interface Props {
  step: RunStep;
  waiting: WaitingFor;
  /** What the example says here that is tried. */
  suggested: NonNullable<Example['answers']>[string] | undefined;
  busy: boolean;
  onAnswer: (answer: RunAnswer['answer']) => void;
}

/** What a trial asks the person. */
export function TrialAnswer({ step, waiting, suggested, busy, onAnswer }: Props) {
  const styles = usePageStyles();
  const box = useRef<HTMLHeadingElement>(null);
  // The run stands still until somebody answers.
  useEffect(() => box.current?.focus(), [step.path]);
  return (
    <section className={styles.part} aria-label="Der Agent wartet auf Sie">
      <h4 ref={box} tabIndex={-1} className={styles.heading}>
        {step.title}
      </h4>
      {waiting.kind === 'fragen' ? (
        <Question
          key={step.path}
          waiting={waiting}
          begin={suggested === undefined || suggested === 'einverstanden' ? waiting.proposed : suggested}
          busy={busy}
          onAnswer={onAnswer}
        />
      ) : (
        <>
          <p className={styles.text}>{waiting.says}</p>
          {waiting.shows.map(({ title, text }, at) => (
            <TextBox key={at} label={title} text={text} />
          ))}
          <div className={styles.buttons}>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              onClick={() => onAnswer({ kind: 'agreed' })}
            >
              Einverstanden
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

interface QuestionProps {
  waiting: Extract<WaitingFor, { kind: 'fragen' }>;
  begin: PlainValue;
  busy: boolean;
  onAnswer: Props['onAnswer'];
}

function Question({ waiting: { question, field }, begin, busy, onAnswer }: QuestionProps) {
  const styles = usePageStyles();
  const [typed, setTyped] = useState(() => typedOf(begin));
  const value = valueOf(field, typed);
  const isReady = value !== null && (value.kind !== 'leer' || field.optional === true);
  return (
    <form
      className={styles.part}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !busy) onAnswer({ kind: 'value', value });
      }}
    >
      <p className={styles.text}>{question}</p>
      <ValueField field={field} typed={typed} onChange={setTyped} />
      <div className={styles.buttons}>
        <Button type="submit" appearance="primary" disabledFocusable={busy || !isReady}>
          Antworten
        </Button>
      </div>
    </form>
  );
}
