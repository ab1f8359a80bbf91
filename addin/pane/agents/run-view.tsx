import { Button, Field, Select, Spinner } from '@fluentui/react-components';
import { lazy, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RunStep, RunView as Run } from '../../../contract/agents/run.ts';
import type { SourceCard } from '../../../contract/knowledge.ts';
import { costText } from '../cost-words.ts';
import { dateText } from '../german.ts';
import type { AgentsProps } from './agents-view.tsx';
import { newsOf, runStateWords, startedText } from './agent-words.ts';
import { DeleteRun } from './delete-run.tsx';
import { outcomeTexts } from './outcome-texts.ts';
import { OutcomeView } from './outcome-view.tsx';
import type { StepUse } from './step-item.tsx';
import { StepList } from './step-list.tsx';
import { isWorthIt, Trouble } from './trouble.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { type RunUse, useRun } from './use-run.ts';
import { useTabKeys } from './use-tab-keys.ts';
import { ViewTitle } from './view-title.tsx';

const PassageDialog = lazy(() => import('../summary/passage-dialog.tsx'));
const SectionDialog = lazy(() => import('../knowledge/section-dialog.tsx'));
const StepSentDialog = lazy(() => import('./step-sent-dialog.tsx'));

type Opened =
  | { kind: 'passage'; passage: string }
  | { kind: 'card'; card: SourceCard; passage: string | null }
  | { kind: 'sent'; step: RunStep }
  | null;

type Props = AgentsProps & { id: string; onSettings: () => void };

/** A run: its steps as they come, what it asks, and what it ends with. */
export function RunView({ id, pane, api, places, root, onSettings }: Props) {
  const styles = useAgentStyles();
  const use = useRun(api, id);
  const { run, lost } = use;
  const [opened, setOpened] = useState<Opened>(null);
  const [chosen, setChosen] = useState(0);
  const { host } = pane;
  useTabKeys(root, pane, {
    stop: () => {
      if (run?.state === 'running') use.stop();
    },
  });
  const toList = () => places.go({ at: 'list' });
  const stepUse: StepUse = {
    // A free agent's later turns rest on its earlier ones as they were said: nothing of them is changed afterwards.
    correctable: run !== null && run.state !== 'running' && run.agent.work === 'ablauf',
    sending: use.sending,
    onCorrect: ({ path }, result) => use.correct(path, result),
    onAnswer: ({ path }, answer) => use.answer(path, answer),
    onStop: use.stop,
    onShow: (passage) =>
      void host
        .reveal(passage)
        .catch(() => false)
        .then((shown) => {
          if (!shown) setOpened({ kind: 'passage', passage });
        }),
    onCard: (card, passage) => setOpened({ kind: 'card', card, passage }),
    onSent: (step) => setOpened({ kind: 'sent', step }),
  };
  const texts = run === null ? [] : outcomeTexts(run);
  const text = texts[chosen] ?? texts[0];
  const steps = run !== null && <StepList run={run} writing={use.writing} use={stepUse} />;
  return (
    <>
      <ViewTitle title={run?.agent.name ?? 'Lauf'} onBack={toList} />
      {run === null && lost === null && <Spinner size="tiny" label="Lädt …" />}
      {lost !== null && <Trouble code={lost} onAgain={isWorthIt(lost) ? use.again : null} />}
      {run !== null && (
        <>
          <State run={run} use={use} />
          {places.own !== id && (
            <p className={styles.quiet}>
              Dieser Lauf gehört nicht zu dem, was gerade geöffnet ist. Bitte achten Sie darauf, bevor Sie
              etwas einfügen.
            </p>
          )}
          {run.outcome === null && steps}
          {use.refused !== null && <Trouble code={use.refused} onAgain={null} />}
          {run.fault !== null && (
            <Trouble
              code={run.fault.code}
              message={run.fault.message}
              onAgain={run.fault.again && run.state === 'failed' ? use.goOn : null}
            />
          )}
          {texts.length > 1 && (
            <Field label="Was möchten Sie benutzen?">
              <Select value={String(chosen)} onChange={(_event, { value }) => setChosen(Number(value))}>
                {texts.map(({ title }, index) => (
                  // Titles may be alike.
                  <option key={index} value={index}>
                    {title}
                  </option>
                ))}
              </Select>
            </Field>
          )}
          {text !== undefined && (
            <OutcomeView
              key={`${chosen} ${text.outcome.text}`}
              pane={pane}
              run={run}
              text={text}
              onShow={stepUse.onShow}
              onSettings={onSettings}
            />
          )}
          {run.outcome !== null && steps}
          <Controls run={run} use={use} />
          <div>
            <p className={styles.quiet}>{keptText(run)}</p>
            <DeleteRun api={api} run={run} onGone={toList} />
          </div>
        </>
      )}
      <Suspense>
        {opened?.kind === 'passage' && (
          <PassageDialog
            source={{ kind: 'document', title: '', part: 'whole', text: opened.passage }}
            passage={opened.passage}
            onClose={() => setOpened(null)}
          />
        )}
        {opened?.kind === 'card' && (
          <SectionDialog
            card={opened.card}
            passage={opened.passage}
            host={host}
            backend={pane.backend}
            onClose={() => setOpened(null)}
          />
        )}
        {opened?.kind === 'sent' && <StepSentDialog step={opened.step} onClose={() => setOpened(null)} />}
      </Suspense>
      {run !== null && <Announcer run={run} />}
    </>
  );
}

/** Where the run stands, in a line; it takes the focus where that was lost with what it was on. */
function State({ run, use }: { run: Run; use: RunUse }) {
  const styles = useAgentStyles();
  const line = useRef<HTMLDivElement>(null);
  const { state } = run;
  const [first] = useState(state);
  useEffect(() => {
    // The steps fold below the result: who followed them would look at the middle of it.
    if (state === 'done' && first !== state) line.current?.scrollIntoView({ block: 'nearest' });
  }, [state, first]);
  useLayoutEffect(() => {
    if (document.activeElement === document.body && document.hasFocus()) line.current?.focus();
  }, [state]);
  const cost = costText(run.costMicroEuro);
  return (
    <div ref={line} tabIndex={-1} className={styles.row} style={{ outline: 'none' }}>
      {state === 'running' && <Spinner size="extra-tiny" aria-hidden />}
      <span>
        {use.broken > 0 && use.lost === null
          ? 'Verbindung unterbrochen, versucht es erneut …'
          : stateText(run)}
      </span>
      <span className={styles.quiet}>
        {[
          startedText(run.startedAt),
          ...(cost === '' ? [] : [`${run.state === 'done' ? 'insgesamt' : 'bisher'} ${cost}`]),
        ].join(' · ')}
      </span>
    </div>
  );
}

function stateText({ state }: Run): string {
  const words = runStateWords[state];
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function keptText({ keptUntil }: Run): string {
  return `Der Lauf wird am ${dateText(keptUntil)} gelöscht, mit allem, was darin steht.`;
}

/** Stops the run, or lets it go on. */
function Controls({ run: { state, steps }, use }: { run: Run; use: RunUse }) {
  const styles = useAgentStyles();
  const asksForAgreement = steps.some(
    (step) => step.state === 'waiting' && step.waiting?.kind === 'freigeben',
  );
  switch (state) {
    case 'running':
      return (
        <div className={styles.row}>
          <Button aria-keyshortcuts="Escape" title="Esc" disabledFocusable={use.sending} onClick={use.stop}>
            Anhalten
          </Button>
        </div>
      );
    case 'waiting':
      return asksForAgreement ? null : (
        <div className={styles.row}>
          <Button disabledFocusable={use.sending} onClick={use.stop}>
            Anhalten
          </Button>
        </div>
      );
    case 'failed':
    case 'stopped':
      return (
        <div className={styles.row}>
          <Button appearance="primary" disabledFocusable={use.sending} onClick={use.goOn}>
            Fortsetzen
          </Button>
        </div>
      );
    case 'done':
      return null;
  }
}

/** Says what happens to who cannot see it; what was so when they came is no news. */
function Announcer({ run }: { run: Run }) {
  const styles = useAgentStyles();
  const news = newsOf(run);
  const [first] = useState(news);
  return (
    <div className={styles.unseen} role="status" aria-live="polite">
      {news === first ? '' : news}
    </div>
  );
}
