import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, type KeyboardEvent } from 'react';
import { type Segment, segmentsOf } from '../../changes/segments.ts';
import { changeLabel, leftOverText } from './review-words.ts';
import { type ChangeState, stateOf } from './review.ts';
import type { ReviewUse } from './use-review.ts';

const useStyles = makeStyles({
  hint: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
  },
  text: {
    fontSize: '15px',
    lineHeight: '1.6',
    maxWidth: '68ch',
    overflowWrap: 'anywhere',
    '& p': { margin: `0 0 ${tokens.spacingVerticalM} 0` },
  },
  change: {
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusSmall,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '& del': {
      textDecorationLine: 'line-through',
      color: tokens.colorStatusDangerForeground1,
      backgroundColor: tokens.colorStatusDangerBackground1,
    },
    // Two words that touch are hard to tell apart.
    '& del + ins': { marginInlineStart: '3px' },
    '& ins': {
      textDecorationLine: 'underline',
      textDecorationThickness: '2px',
      color: tokens.colorStatusSuccessForeground1,
      backgroundColor: tokens.colorStatusSuccessBackground1,
    },
  },
  // What stays as it was looks like the text around it, but can still be told apart and chosen again.
  left: { '& del': { textDecorationLine: 'none', color: 'inherit', backgroundColor: 'transparent' } },
  dotted: { borderBottom: `${tokens.strokeWidthThick} dotted ${tokens.colorNeutralStroke1}` },
  fixed: { cursor: 'default', ':hover': { backgroundColor: 'transparent' } },
  note: { fontSize: tokens.fontSizeBase200, color: tokens.colorStatusWarningForeground1 },
});

/** The old text with every change in its place; a click takes or leaves it. */
export default function ReviewView({ use }: { use: ReviewUse }) {
  const styles = useStyles();
  const { review, before, decideAll } = use;
  const paragraphs = paragraphsOf(segmentsOf(before, review.changes));
  const open = review.changes.some(({ id }) => !(id in review.outcomes));
  if (review.changes.length === 0) {
    return <p className={styles.hint}>Der neue Text ist derselbe wie der alte.</p>;
  }
  return (
    <>
      {open && (
        <div className={styles.hint}>
          <span>Klicken Sie an, was bleiben soll, wie es war.</span>
          <Link as="button" onClick={() => decideAll(true)}>
            Alle nehmen
          </Link>
          <Link as="button" onClick={() => decideAll(false)}>
            Keine nehmen
          </Link>
        </div>
      )}
      <div className={styles.text} lang="de">
        {paragraphs.map((segments, at) => (
          <p key={at}>
            {segments.map((segment, place) => (
              <Fragment key={place}>
                {segment.type === 'change' ? <ChangeMark segment={segment} use={use} /> : lines(segment.text)}
              </Fragment>
            ))}
          </p>
        ))}
      </div>
    </>
  );
}

type ChangeSegment = Extract<Segment, { type: 'change' }>;

function ChangeMark({ segment, use }: { segment: ChangeSegment; use: ReviewUse }) {
  const styles = useStyles();
  const state = stateOf(use.review, segment.change);
  const decided = state === 'taken' || state === 'left';
  const turn = () => {
    if (decided && !use.busy) use.toggle(segment.change);
  };
  const shown = shownOf(segment, state);
  return (
    <span
      role="button"
      tabIndex={0}
      aria-pressed={decided ? state === 'taken' : undefined}
      aria-disabled={!decided}
      aria-label={changeLabel(segment, state)}
      title={changeLabel(segment, state)}
      data-change={segment.change}
      className={mergeClasses(
        styles.change,
        state === 'left' && styles.left,
        state === 'left' && styles.dotted,
        !decided && styles.fixed,
      )}
      onClick={turn}
      onKeyDown={(key: KeyboardEvent) => {
        if ((key.key !== 'Enter' && key.key !== ' ') || key.ctrlKey) return;
        key.preventDefault();
        turn();
      }}
    >
      {shown.old !== '' && <del>{lines(shown.old)}</del>}
      {shown.new !== '' && <ins>{lines(shown.new)}</ins>}
      {shown.note !== null && <span className={styles.note}> {shown.note} </span>}
    </span>
  );
}

function shownOf({ old, new: added }: ChangeSegment, state: ChangeState) {
  switch (state) {
    case 'taken':
    case 'done':
      return { old, new: added, note: null };
    case 'left':
      // An insertion that is left out still needs something to click on.
      return { old, new: '', note: old === '' ? '[…]' : null };
    case 'changed':
    case 'protected':
    case 'unconfirmed':
    case 'failed':
      return { old, new: added, note: `(${leftOverText(state)})` };
  }
}

function paragraphsOf(segments: readonly Segment[]): Exclude<Segment, { type: 'break' }>[][] {
  const paragraphs: Exclude<Segment, { type: 'break' }>[][] = [[]];
  for (const segment of segments) {
    if (segment.type === 'break') paragraphs.push([]);
    else paragraphs.at(-1)?.push(segment);
  }
  return paragraphs.filter((one) => one.length > 0);
}

/** Ends of paragraphs within a change are said by a sign, line breaks are just that. */
function lines(text: string) {
  return text.split(/([\n\v])/).map((part, at) => {
    if (part === '\n') {
      return (
        <Fragment key={at}>
          <span aria-hidden>¶</span>
          <br />
        </Fragment>
      );
    }
    return part === '\v' ? <br key={at} /> : <Fragment key={at}>{part}</Fragment>;
  });
}
