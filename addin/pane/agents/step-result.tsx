import { lazy, Suspense } from 'react';
import type { RunStep } from '../../../contract/agents/run.ts';
import { everywhere, type SourceCard } from '../../../contract/knowledge.ts';
import { AnswerText } from '../answer-text.tsx';
import { doubtsOf, rowsOf } from '../checks/check-rows.ts';
import { FindingList } from '../finding-list.tsx';
import type { Field } from '../../../contract/agents/value.ts';
import { gistOf } from './agent-words.ts';
import { asVersion } from './as-version.ts';
import { ReadResult } from './read-result.tsx';
import { useAgentStyles } from './use-agent-styles.ts';
import { toolWords } from './tool-words.ts';
import { valueText } from './values.ts';

const LookupResult = lazy(() => import('../knowledge/lookup-result.tsx'));

interface Props {
  step: RunStep;
  fields: readonly Field[];
  onShow: (passage: string) => void;
  onCard: (card: SourceCard, passage: string | null) => void;
}

/** What a step came to, as its kind is best read. */
export function StepResultView({ step, fields, onShow, onCard }: Props) {
  const styles = useAgentStyles();
  const { result } = step;
  switch (result?.kind) {
    case undefined:
      return null;
    case 'lesen':
      return <ReadResult records={result.records} fields={fields} onShow={onShow} />;
    case 'nachschlagen':
      if (result.answer === null) return <AnswerText text={result.text} growing={false} doubts={[]} />;
      return (
        <Suspense>
          <LookupResult
            version={asVersion({
              text: result.text,
              answer: result.answer,
              model: step.model,
              ask: {
                task: 'lookup',
                input: {
                  source: { kind: 'nothing' },
                  question: step.title,
                  scope: everywhere,
                  broaden: true,
                },
              },
            })}
            onOpen={onCard}
          />
        </Suspense>
      );
    case 'schreiben':
      return (
        <>
          <AnswerText text={result.text} growing={false} doubts={doubtsOf(result.checks)} />
          <Checks checks={result.checks} />
        </>
      );
    case 'antwort':
      return (
        <>
          {result.text !== '' && (
            <AnswerText text={result.text} growing={false} doubts={doubtsOf(result.checks)} />
          )}
          {result.calls.map(({ id, tool }) => (
            <p key={id} className={styles.quiet}>{`Möchte benutzen: ${toolWords(tool)}`}</p>
          ))}
          <Checks checks={result.checks} />
        </>
      );
    case 'werkzeug':
      return (
        <>
          <p className={styles.quiet}>{`${toolWords(result.tool)} · gefragt`}</p>
          <p className={styles.plain}>{result.asked}</p>
          <p className={styles.quiet}>{result.refused ? 'abgelehnt' : 'gesagt'}</p>
          <AnswerText text={result.said} growing={false} doubts={[]} />
        </>
      );
    case 'rechnen':
    case 'fragen':
      return <p className={styles.plain}>{valueText(result.value)}</p>;
    case 'pruefen':
    case 'freigeben':
    case 'entscheiden':
    case 'je':
      return <p className={styles.plain}>{gistOf(result)}</p>;
  }
}

function Checks({ checks }: { checks: Parameters<typeof rowsOf>[0] }) {
  return rowsOf(checks).map(({ tone, head, items }) => (
    <FindingList
      key={head}
      tone={tone}
      head={head}
      findings={items.map(({ text }) => ({ text, onShow: null }))}
    />
  ));
}
