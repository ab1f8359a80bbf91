import { makeStyles, tokens } from '@fluentui/react-components';
import { type RunStep, runStepKinds } from '../../../../contract/agents/run.ts';
import type { SentMessage } from '../../../../contract/privacy.ts';
import { FaultBar } from '../../parts/fault-bar.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { ResultView, TextBox } from './result-view.tsx';
import { costText } from './value-words.ts';

const useStyles = makeStyles({
  step: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    minWidth: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke2}`,
  },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  summary: { cursor: 'pointer' },
});

const STATES: Record<RunStep['state'], string> = {
  running: 'läuft …',
  waiting: 'wartet auf Sie',
  done: 'fertig',
  failed: 'fehlgeschlagen',
};

const ROLES: Record<SentMessage['role'], string> = {
  system: 'Anweisungen von Amtsfeder',
  user: 'Auftrag und Material',
  assistant: 'Bisherige Antwort',
};

/** A step of a trial: what it came to, what it cost, and how it was said to the model, letter by letter. */
export function TrialStep({ step }: { step: RunStep }) {
  const styles = useStyles();
  const page = usePageStyles();
  const { title, kind, round, state, model, costMicroEuro, result, fault, sent, depth } = step;
  const facts = [
    STATES[state],
    ...(round === null ? [] : [`Runde ${round}`]),
    ...(model === null ? [] : [model.label]),
    costText(costMicroEuro),
  ].filter((fact) => fact !== '');
  return (
    <li className={styles.step} style={{ marginInlineStart: `${Math.min(depth, 3) * 12}px` }}>
      <h4 className={styles.title}>{`${runStepKinds[kind]}: ${title}`}</h4>
      <p className={page.note}>{facts.join(' · ')}</p>
      {result !== null && <ResultView title={title} result={result} />}
      {fault !== null && <FaultBar code={fault.code} text={fault.message} />}
      {sent.length > 0 && (
        <details>
          <summary className={styles.summary}>So wird es gesagt</summary>
          {sent.map(({ role, text }, at) => (
            <div key={at}>
              <p className={page.note}>{ROLES[role]}</p>
              <TextBox label={`${ROLES[role]} (${title})`} text={text} />
            </div>
          ))}
        </details>
      )}
    </li>
  );
}
