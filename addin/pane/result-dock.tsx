import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { findGaps } from '../../contract/gaps.ts';
import { type CheckItem, rowsOf } from './checks/check-rows.ts';
import { FindingList } from './finding-list.tsx';
import { gapsText, outcomeText } from './german.ts';
import { SentLine } from './privacy/sent-line.tsx';
import { ProvenanceLine } from './provenance/provenance-line.tsx';
import { Refine } from './refine.tsx';
import { ResultActions } from './result-actions.tsx';
import { counts } from './review/review.ts';
import type { ReviewUse } from './review/use-review.ts';
import type { PaneState } from './use-pane.ts';
import { useResult } from './use-result.ts';
import type { Sending, UseName, Version } from './work.ts';

const CitingChoice = lazy(() => import('./knowledge/citing-choice.tsx'));
const FaqDialog = lazy(() => import('./knowledge/faq-dialog.tsx'));
const ReviewDock = lazy(() => import('./review/review-dock.tsx'));
const TemplateMenus = lazy(() => import('./templates/template-menus.tsx'));

const useStyles = makeStyles({
  findings: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM },
  outcome: { paddingTop: tokens.spacingVerticalS },
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  trouble: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusDangerForeground3 },
});

interface Props {
  pane: PaneState;
  version: Version;
  at: number;
  review: ReviewUse | null;
  onRefine: (wish: string) => void;
  /** Leads to a gap in the result. */
  onJump: (gap: number) => void;
  /** Shows a text in the source or in the result. */
  onShow: (place: NonNullable<CheckItem['at']>) => void;
  /** Shows what was sent. */
  onSent: (sent: readonly Sending[]) => void;
  /** Asks who works here. */
  onNameless: () => void;
}

/** What can be done with the version in sight. */
export function ResultDock({
  pane,
  version,
  at,
  review,
  onRefine,
  onJump,
  onShow,
  onSent,
  onNameless,
}: Props) {
  const styles = useStyles();
  const { host, work, send } = pane;
  const { actions, acting, act, reveal } = useResult(pane, version, at);
  const { used } = version;
  const [faq, setFaq] = useState<'closed' | 'open'>('closed');
  const { result } = version;
  const isLookup = version.origin.ask.task === 'lookup';
  const isFaq = result?.summary?.layout === 'faq';
  const hasSources = (result?.answer?.cards ?? result?.sources ?? []).length > 0 || isFaq;
  const notFound = result?.answer?.outcome === 'not-found';
  const gaps = findGaps(version.text);
  const jump = (gap: number) =>
    void reveal(gap).then((shown) => {
      if (!shown) onJump(gap);
    });
  return (
    <>
      <div className={styles.findings}>
        {rowsOf(version.result?.checks ?? []).map(({ tone, head, items }) => (
          <FindingList
            key={head}
            tone={tone}
            head={head}
            findings={items.map(({ text, at: place }) => ({
              text,
              onShow: place === null ? null : () => onShow(place),
            }))}
          />
        ))}
        {gaps.length > 0 && (
          <FindingList
            tone="attention"
            head={gapsText(gaps.length)}
            findings={gaps.map(({ what }, gap) => ({
              text: what === '' ? 'Angabe' : what,
              onShow: () => jump(gap),
            }))}
          />
        )}
      </div>
      {review !== null && host.changes !== null && (
        <Suspense>
          <ReviewDock use={review} marking={host.changes.marking} host={host.name} />
        </Suspense>
      )}
      {hasSources && !notFound && (
        <Suspense>
          <CitingChoice
            citing={pane.remembered.citing}
            footnotes={host.footnotes.size > 0}
            onChoose={(citing) => pane.remember({ citing })}
          />
        </Suspense>
      )}
      {notFound && (
        <div>
          <Button appearance="primary" onClick={() => send({ type: 'view-chosen', view: 'form' })}>
            Frage ändern
          </Button>
        </div>
      )}
      <div hidden={notFound}>
        <ResultActions
          actions={review === null ? actions : actions.filter((action) => !doubles(action, review))}
          first={review !== null && review.review.changes.length > 0 ? 'secondary' : 'primary'}
          busy={acting}
          onAct={act}
        />
        <div role="status" className={used?.outcome.status === 'done' ? styles.quiet : styles.trouble}>
          {used !== null && !acting && (
            <div className={styles.outcome}>{outcomeText(used.action, used.outcome, host.name)}</div>
          )}
        </div>
      </div>
      <Suspense>
        <TemplateMenus key={at} pane={pane} version={version} at={at} />
      </Suspense>
      {isFaq && (
        <div>
          <Button appearance="subtle" size="small" onClick={() => setFaq('open')}>
            Als FAQ vorschlagen …
          </Button>
        </div>
      )}
      {faq === 'open' && (
        <Suspense>
          <FaqDialog version={version} pane={pane} onClose={() => setFaq('closed')} />
        </Suspense>
      )}
      {/* What is held against its sources is asked anew, not written over. */}
      {!isLookup && (
        <Refine value={work.wish} onType={(wish) => send({ type: 'wish-typed', wish })} onRefine={onRefine} />
      )}
      <SentLine version={version} onSent={onSent} />
      <ProvenanceLine use={pane.provenance} person={pane.author.name} onNameless={onNameless} />
    </>
  );
}

/** What would put the new text into the document a second time, beside the changes that make it. */
function doubles(action: UseName, { review }: ReviewUse): boolean {
  return action === 'insert' || (action === 'replace' && counts(review).done > 0);
}
