import { makeStyles, tokens } from '@fluentui/react-components';
import { lazy, type RefObject, Suspense, useId, useState } from 'react';
import type { SourceCard } from '../../contract/knowledge.ts';
import type { DueDate, Statement } from '../../contract/summary.ts';
import { AnswerText } from './answer-text.tsx';
import { doubtsOf } from './checks/check-rows.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { endText } from './german.ts';
import type { ReviewUse } from './review/use-review.ts';
import { Tabs } from './tabs.tsx';
import { VersionBar } from './version-bar.tsx';
import type { Version, Work } from './work.ts';

const ReviewView = lazy(() => import('./review/review-view.tsx'));
const LookupResult = lazy(() => import('./knowledge/lookup-result.tsx'));
const SourceList = lazy(() => import('./knowledge/source-list.tsx'));
const SummaryResult = lazy(() => import('./summary/summary-result.tsx'));

const useStyles = makeStyles({
  result: {
    flexGrow: 1,
    scrollMarginTop: tokens.spacingVerticalM,
    outlineStyle: 'none',
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.spacingHorizontalXXS,
    },
  },
  views: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, marginBottom: tokens.spacingVerticalXS },
});

interface Props {
  work: Work;
  version: Version;
  review: ReviewUse | null;
  label: string;
  place: RefObject<HTMLDivElement | null>;
  onChoose: (index: number) => void;
  onStatement: (statement: Statement) => void;
  onDueDate: (dueDate: DueDate) => void;
  /** Opens a section of the knowledge, with a passage of it marked. */
  onCard: (card: SourceCard, passage: string | null) => void;
}

/** The version in sight and the way to the others. */
export function ResultView({
  work,
  version,
  review,
  label,
  place,
  onChoose,
  onStatement,
  onDueDate,
  onCard,
}: Props) {
  const styles = useStyles();
  const [view, setView] = useState<'changes' | 'text'>('changes');
  const panel = useId();
  const { text, statements, result, end } = version;
  const drawn = result?.sources ?? version.found?.cards ?? [];
  const plain = (
    <AnswerText text={text} growing={end.state === 'open'} doubts={doubtsOf(result?.checks ?? [])} />
  );
  const shown = () => {
    if (version.origin.ask.task === 'lookup') return <LookupResult version={version} onOpen={onCard} />;
    if (statements.length > 0) {
      return (
        <SummaryResult
          statements={statements}
          dueDates={result?.summary?.dueDates ?? []}
          onStatement={onStatement}
          onDueDate={onDueDate}
        />
      );
    }
    return review !== null && view === 'changes' ? <ReviewView use={review} /> : plain;
  };
  return (
    <>
      <VersionBar
        shown={work.shown}
        count={work.versions.length}
        note={[version.turns.at(-1)?.wish, endText(version)].filter(Boolean).join(' · ')}
        onChoose={onChoose}
      />
      {review !== null && (
        <div className={styles.views}>
          <Tabs
            label="Ansicht"
            tabs={[
              { value: 'changes', label: changesTitle(review.review.changes.length) },
              { value: 'text', label: 'Neue Fassung' },
            ]}
            chosen={view}
            panel={panel}
            onChoose={setView}
          />
        </div>
      )}
      <div ref={place} id={panel} className={styles.result} role="region" aria-label={label} tabIndex={-1}>
        <ErrorBoundary fallback={() => plain}>
          <Suspense fallback={plain}>{shown()}</Suspense>
          {version.origin.ask.task !== 'lookup' && drawn.length > 0 && (
            <Suspense>
              <SourceList
                title="Internes Wissen, auf das sich der Text stützt"
                cards={drawn}
                onOpen={(card) => onCard(card, null)}
              />
            </Suspense>
          )}
        </ErrorBoundary>
      </div>
    </>
  );
}

function changesTitle(count: number): string {
  return count === 1 ? '1 Änderung' : `${count} Änderungen`;
}
