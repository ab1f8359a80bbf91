import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, memo, type ReactNode } from 'react';
import type { Block, Mark, Run } from '../../contract/rich.ts';
import { gapLook } from './gap-look.ts';
import { gapsIn, type Piece, piecesOf } from './gaps.ts';
import { hitPieces, type HitPiece } from './hits.ts';

const useStyles = makeStyles({
  root: {
    fontSize: '15px',
    lineHeight: '1.5',
    maxWidth: '68ch',
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
    '& p': { margin: `0 0 ${tokens.spacingVerticalM} 0` },
    '& h3': { fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
    '& h4': { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
    '& h5, & h6': { fontSize: '15px', lineHeight: tokens.lineHeightBase400 },
    '& h3, & h4, & h5, & h6': {
      fontWeight: tokens.fontWeightSemibold,
      margin: `${tokens.spacingVerticalL} 0 ${tokens.spacingVerticalS} 0`,
    },
    '& > :first-child': { marginTop: 0 },
    '& ul, & ol': {
      margin: `0 0 ${tokens.spacingVerticalM} 0`,
      paddingInlineStart: tokens.spacingHorizontalXXL,
    },
    '& li > ul, & li > ol': { marginBottom: 0 },
    '& li': { marginBottom: tokens.spacingVerticalXS },
    '& blockquote': {
      margin: `0 0 ${tokens.spacingVerticalM} 0`,
      paddingInlineStart: tokens.spacingHorizontalM,
      borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    },
    '& hr': {
      margin: `${tokens.spacingVerticalL} 0`,
      border: 0,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    },
    '& table': { borderCollapse: 'collapse' },
    '& th, & td': {
      padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      textAlign: 'start',
      verticalAlign: 'top',
      // In a narrow pane the table scrolls; words are not broken to make it fit.
      overflowWrap: 'normal',
      minWidth: '6ch',
    },
    '& th': { fontWeight: tokens.fontWeightSemibold, backgroundColor: tokens.colorNeutralBackground3 },
    '& mark': {
      ...gapLook,
      ':focus': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    },
    '& mark[data-hit]': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorStatusSuccessBackground2,
      // Only a gap, which waits to be filled, is underlined.
      borderBottomStyle: 'none',
      '@media (forced-colors: active)': {
        forcedColorAdjust: 'none',
        color: 'MarkText',
        backgroundColor: 'Mark',
      },
    },
  },
  table: {
    overflowX: 'auto',
    maxWidth: '100%',
    marginBottom: tokens.spacingVerticalM,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
});

const MARK_TAGS = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' } as const satisfies Record<
  Mark,
  string
>;
/** The pane has its own first and second headings. */
const HEADINGS = { 1: 'h3', 2: 'h4', 3: 'h5', 4: 'h6' } as const;
/** What scrolls must be reachable by keyboard (WCAG 2.1.1, axe `scrollable-region-focusable`). */
const SCROLL_BOX = { role: 'region', 'aria-label': 'Tabelle', tabIndex: 0 } as const;

type OnGap = (index: number) => void;

interface Inside {
  onGap: OnGap | undefined;
  doubts: readonly string[];
  hits: boolean;
  tableClass: string;
  /** Gives the next gap its number in the whole text. */
  nextGap: () => number;
  /** Cuts the next run at what is to be marked. */
  nextHits: (text: string) => HitPiece[];
}

const lines = (text: string): ReactNode =>
  text.split('\n').map((line, at) => (
    <Fragment key={at}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));

/** What is shown without being worked on has words to be marked instead of gaps to be filled. */
function renderHits(text: string, inside: Inside): ReactNode {
  return inside.nextHits(text).map((piece, at) =>
    piece.hit ? (
      <mark key={at} data-hit>
        {lines(piece.text)}
      </mark>
    ) : (
      <Fragment key={at}>{lines(piece.text)}</Fragment>
    ),
  );
}

function renderPiece(piece: Piece, at: number, inside: Inside): ReactNode {
  if (piece.type === 'text') return <Fragment key={at}>{lines(piece.text)}</Fragment>;
  if (piece.type === 'doubt') {
    return (
      <mark key={at} data-doubt title="Steht in keiner Vorlage. Bitte prüfen.">
        {lines(piece.text)}
      </mark>
    );
  }
  const index = inside.nextGap();
  return (
    <mark key={at} data-gap={index} tabIndex={-1} onFocus={() => inside.onGap?.(index)}>
      {lines(piece.text)}
    </mark>
  );
}

function renderRun({ text, marks, note }: Run, inside: Inside): ReactNode {
  const inner = inside.hits
    ? renderHits(text, inside)
    : piecesOf(text, inside.doubts).map((piece, at) => renderPiece(piece, at, inside));
  const styled = marks.reduce<ReactNode>((node, mark) => {
    const Tag = MARK_TAGS[mark];
    return <Tag>{node}</Tag>;
  }, inner);
  if (note === undefined) return styled;
  return (
    <>
      {styled}
      <sup title={note}>*</sup>
    </>
  );
}

const renderRuns = (runs: readonly Run[], inside: Inside): ReactNode =>
  runs.map((run, at) => <Fragment key={at}>{renderRun(run, inside)}</Fragment>);

/** The first paragraph of an item stands in it directly. */
function renderItem([first, ...others]: readonly Block[], inside: Inside): ReactNode {
  if (!first) return null;
  return (
    <>
      {first.type === 'paragraph' ? renderRuns(first.runs, inside) : renderBlock(first, inside)}
      {renderBlocks(others, inside)}
    </>
  );
}

const renderBlocks = (blocks: readonly Block[], inside: Inside): ReactNode =>
  blocks.map((block, at) => <Fragment key={at}>{renderBlock(block, inside)}</Fragment>);

function renderTable(block: Extract<Block, { type: 'table' }>, inside: Inside): ReactNode {
  const rows = block.rows.map((cells, rowAt) => {
    const header = block.header && rowAt === 0;
    return (
      <tr key={rowAt}>
        {cells.map((cell, at) =>
          header ? (
            <th key={at} scope="col">
              {renderRuns(cell, inside)}
            </th>
          ) : (
            <td key={at}>{renderRuns(cell, inside)}</td>
          ),
        )}
      </tr>
    );
  });
  return (
    <div className={inside.tableClass} {...SCROLL_BOX}>
      <table>
        {block.header && <thead>{rows.slice(0, 1)}</thead>}
        <tbody>{block.header ? rows.slice(1) : rows}</tbody>
      </table>
    </div>
  );
}

function renderBlock(block: Block, inside: Inside): ReactNode {
  switch (block.type) {
    case 'heading': {
      const Heading = HEADINGS[block.level];
      return <Heading>{renderRuns(block.runs, inside)}</Heading>;
    }
    case 'paragraph':
      return <p>{renderRuns(block.runs, inside)}</p>;
    case 'quote':
      return <blockquote>{renderBlocks(block.blocks, inside)}</blockquote>;
    case 'list': {
      const items = block.items.map((item, at) => <li key={at}>{renderItem(item, inside)}</li>);
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return renderTable(block, inside);
    case 'rule':
      return <hr />;
  }
}

interface TopBlockProps {
  block: Block;
  firstGap: number;
  onGap: OnGap | undefined;
  doubts: readonly string[];
  hits: boolean;
  tableClass: string;
}

/** A stream hands over finished blocks unchanged; they are not rendered again. */
const TopBlock = memo(function TopBlock({ block, firstGap, ...inside }: TopBlockProps) {
  let gap = firstGap;
  let open = false;
  const nextHits = (text: string) => {
    const cut = hitPieces(text, open);
    ({ open } = cut);
    return cut.pieces;
  };
  return renderBlock(block, { ...inside, nextGap: () => gap++, nextHits });
});

/** For each block the number of its first gap in the whole text. */
function numberGaps(blocks: readonly Block[]): number[] {
  let gaps = 0;
  return blocks.map((block) => {
    const first = gaps;
    gaps += gapsIn([block]).length;
    return first;
  });
}

export interface RichTextProps {
  blocks: readonly Block[];
  /** Called with the number of a gap (from 0, in reading order) when it gets the focus. */
  onGap?: OnGap;
  /** What stands in no input, word for word; marked where it stands. */
  doubts?: readonly string[];
  /** Whether it was read with `withHits`: what was kept in mind is marked, and gaps are words like any others. */
  hits?: boolean;
}

const NO_DOUBTS: readonly string[] = [];

/**
 * Formatted text in the pane. Each gap is a `<mark data-gap="n">` that can be focused: the pane jumps to it with
 * `element.focus()`. Heading levels begin at `h3`.
 */
export function RichText({ blocks, onGap, doubts = NO_DOUBTS, hits = false }: RichTextProps) {
  const styles = useStyles();
  const firstGaps = numberGaps(blocks);
  return (
    <div className={styles.root} lang="de">
      {blocks.map((block, at) => (
        <TopBlock
          key={at}
          block={block}
          firstGap={firstGaps[at] ?? 0}
          onGap={onGap}
          doubts={doubts}
          hits={hits}
          tableClass={styles.table}
        />
      ))}
    </div>
  );
}
