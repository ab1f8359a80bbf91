import type { StepForm } from '../../../contract/agents/run.ts';
import { Button, makeStyles, mergeClasses, Spinner, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { QuestionCircleRegular } from '@fluentui/react-icons/svg/question-circle';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { type ReactNode, useId, useState } from 'react';
import type { StepResult } from '../../../contract/agents/result.ts';
import {
  type RunAnswer,
  type RunStep,
  type RunStepKind,
  runStepKinds,
} from '../../../contract/agents/run.ts';
import type { SourceCard } from '../../../contract/knowledge.ts';
import { AnswerText } from '../answer-text.tsx';
import { costText } from '../cost-words.ts';
import { modelText } from '../privacy/privacy-words.ts';
import { gistOf, stepStateWords } from './agent-words.ts';
import { draftOf } from './correct.ts';
import { CorrectForm } from './correct-form.tsx';
import { isLacking, type Loop } from './step-groups.ts';
import { StepResultView } from './step-result.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { WaitingForm } from './waiting-form.tsx';

const useStyles = makeStyles({
  step: {
    display: 'flex',
    columnGap: tokens.spacingHorizontalS,
    paddingBlock: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  icon: { flexShrink: 0, width: '20px', fontSize: '20px', lineHeight: 0, paddingTop: '2px' },
  body: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  head: {
    width: '100%',
    minWidth: 0,
    padding: 0,
    justifyContent: 'space-between',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
  },
  title: { minWidth: 0, overflowWrap: 'anywhere' },
  details: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingTop: tokens.spacingVerticalXS,
  },
  ahead: { color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  attention: { color: tokens.colorStatusWarningForeground1 },
  bad: { color: tokens.colorStatusDangerForeground1 },
});

export interface StepUse {
  /** Whether results may be corrected now. */
  correctable: boolean;
  sending: boolean;
  onCorrect: (step: RunStep, result: StepResult) => void;
  onAnswer: (step: RunStep, answer: RunAnswer['answer']) => void;
  onStop: () => void;
  onShow: (passage: string) => void;
  onCard: (card: SourceCard, passage: string | null) => void;
  onSent: (step: RunStep) => void;
}

/** The rounds of a loop that is through. */
export interface Rounds extends Loop {
  shown: boolean;
  toggle: () => void;
}

interface Props {
  step: RunStep;
  /** Of a loop that is through; null for every other step. */
  rounds: Rounds | null;
  form: StepForm;
  /** What it is writing right now; null while nothing is. */
  writing: string | null;
  use: StepUse;
}

/** A step of a run: one line, and what it came to below it. */
export function StepItem({ step, rounds, form, writing, use }: Props) {
  const common = useAgentStyles();
  const styles = useStyles();
  const { result, state, kind, title } = step;
  const [shown, setShown] = useState(false);
  const [mode, setMode] = useState<'reads' | 'corrects'>('reads');
  const details = useId();
  const long = result !== null && LONG.has(result.kind);
  const gist = result === null ? '' : gistOf(result);
  const facts = [
    runStepKinds[kind],
    ...(step.round === null ? [] : [`${step.round}. Durchgang`]),
    ...(step.corrected ? ['von Ihnen berichtigt'] : []),
    gist === '' ? stepStateWords[state] : gist,
    ...(rounds === null || rounds.lacking === 0 ? [] : [lackingText(rounds.lacking)]),
  ];
  const draft = use.correctable && state === 'done' ? draftOf(step, form.fields) : null;
  const folds = rounds ?? { shown, toggle: () => setShown(!shown) };
  const has = rounds !== null || (state === 'done' && (long || draft !== null)) || step.sent.length > 0;
  return (
    <li className={styles.step} style={indent(step.depth)} data-step={step.path} data-state={state}>
      <Icon state={state} lacks={isLacking(step) || (rounds?.lacking ?? 0) > 0} />
      <div className={styles.body}>
        {has ? (
          <Button
            appearance="transparent"
            className={styles.head}
            iconPosition="after"
            icon={folds.shown ? <ChevronUpRegular /> : <ChevronDownRegular />}
            aria-expanded={folds.shown}
            {...(rounds === null && { 'aria-controls': details })}
            onClick={folds.toggle}
          >
            <span className={styles.title}>{title}</span>
          </Button>
        ) : (
          <div className={styles.title}>{title}</div>
        )}
        <div className={common.quiet}>{facts.join(' · ')}</div>
        {writing !== null && <AnswerText text={writing} growing doubts={[]} />}
        {step.waiting !== null && state === 'waiting' && (
          <div className={styles.details}>
            <WaitingForm
              key={step.path}
              waiting={step.waiting}
              sending={use.sending}
              onAnswer={(answer) => use.onAnswer(step, answer)}
              onStop={use.onStop}
            />
          </div>
        )}
        {step.fault !== null && (
          <p className={common.trouble} role="alert">
            {step.fault.message}
          </p>
        )}
        <div id={details} className={shown ? styles.details : undefined}>
          {shown && mode === 'corrects' && draft !== null ? (
            <CorrectForm
              step={step}
              form={form}
              begin={draft}
              sending={use.sending}
              onCorrect={(next) => {
                setMode('reads');
                use.onCorrect(step, next);
              }}
              onCancel={() => setMode('reads')}
            />
          ) : (
            shown && (
              <>
                {long && (
                  <StepResultView step={step} fields={form.fields} onShow={use.onShow} onCard={use.onCard} />
                )}
                <Account step={step} onSent={use.onSent}>
                  {draft !== null && (
                    <Button
                      appearance="transparent"
                      size="small"
                      className={common.link}
                      onClick={() => setMode('corrects')}
                    >
                      Ergebnis berichtigen
                    </Button>
                  )}
                </Account>
              </>
            )
          )}
        </div>
      </div>
    </li>
  );
}

/** Who worked on a step, what it cost, what left the house, and what can be done. */
function Account({
  step,
  onSent,
  children,
}: Pick<StepUse, 'onSent'> & { step: RunStep; children: ReactNode }) {
  const common = useAgentStyles();
  const { model, costMicroEuro, sent } = step;
  const facts = [...(model === null ? [] : [modelText(model)]), costText(costMicroEuro)].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <p className={common.quiet}>{facts.join(' · ')}</p>}
      <div className={common.links}>
        {children}
        {sent.length > 0 && (
          <Button appearance="transparent" size="small" className={common.link} onClick={() => onSent(step)}>
            Was das Haus verlassen hat
          </Button>
        )}
      </div>
    </>
  );
}

/** A step that is still to come. */
export function StepAhead({ kind, title }: { kind: RunStepKind; title: string }) {
  const common = useAgentStyles();
  const styles = useStyles();
  return (
    <li className={mergeClasses(styles.step, styles.ahead)} data-state="ahead">
      <span className={styles.icon}>
        <CircleRegular aria-label={stepStateWords.ahead} />
      </span>
      <div className={styles.body}>
        <div>{title}</div>
        <div className={common.quiet}>{runStepKinds[kind]}</div>
      </div>
    </li>
  );
}

function Icon({ state, lacks }: { state: RunStep['state']; lacks: boolean }) {
  const styles = useStyles();
  const name = stepStateWords[state];
  return (
    <span className={styles.icon}>
      {state === 'running' && <Spinner size="extra-tiny" aria-label={name} />}
      {state === 'waiting' && <QuestionCircleRegular className={styles.attention} aria-label={name} />}
      {state === 'failed' && <ErrorCircleRegular className={styles.bad} aria-label={name} />}
      {state === 'done' &&
        (lacks ? (
          <WarningRegular className={styles.attention} aria-label={`${name}, mit Beanstandung`} />
        ) : (
          <CheckmarkCircleRegular className={styles.good} aria-label={name} />
        ))}
    </span>
  );
}

/** Kinds whose results say more than fits into a line. */
const LONG = new Set<StepResult['kind']>(['lesen', 'nachschlagen', 'schreiben', 'antwort', 'werkzeug']);

function lackingText(count: number): string {
  return count === 1 ? '1 Beanstandung' : `${count} Beanstandungen`;
}

function indent(depth: number) {
  return { paddingLeft: `${Math.min(depth, 3) * 16}px` };
}
