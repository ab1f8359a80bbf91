import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DiffLine } from '../../../../contract/agents/library.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { countText } from '../../words.ts';
import { changesIn, folded } from './folded.ts';

const useStyles = makeStyles({
  box: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    maxHeight: '60vh',
    overflowY: 'auto',
    listStyleType: 'none',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  line: { display: 'flex', gap: tokens.spacingHorizontalS },
  sign: { flexShrink: 0, width: '1ch' },
  text: { minWidth: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', textDecorationLine: 'none' },
  added: {
    backgroundColor: tokens.colorStatusSuccessBackground1,
    color: tokens.colorStatusSuccessForeground1,
  },
  removed: {
    backgroundColor: tokens.colorStatusDangerBackground1,
    color: tokens.colorStatusDangerForeground1,
  },
  gap: { color: tokens.colorNeutralForeground3 },
  quiet: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** What changed, line by line: by a sign and in words, not by its colour alone. */
export function DiffView({ label, lines }: { label: string; lines: readonly DiffLine[] }) {
  const styles = useStyles();
  const page = usePageStyles();
  const { added, removed } = changesIn(lines);
  if (added + removed === 0) return <p className={page.text}>Kein Unterschied.</p>;
  const scroll = { tabIndex: 0 } as const;
  return (
    <div className={page.part}>
      <p className={page.note}>
        {countText(added, 'Zeile', 'Zeilen')} neu (+), {countText(removed, 'Zeile', 'Zeilen')} entfernt (−)
      </p>
      <ul className={styles.box} aria-label={label} {...scroll}>
        {folded(lines).map((piece, at) =>
          'same' in piece ? (
            <li key={at} className={styles.gap}>
              … {countText(piece.same, 'gleiche Zeile', 'gleiche Zeilen')} …
            </li>
          ) : (
            <li
              key={at}
              className={mergeClasses(
                styles.line,
                piece.kind === 'added' && styles.added,
                piece.kind === 'removed' && styles.removed,
              )}
            >
              <Line {...piece} />
            </li>
          ),
        )}
      </ul>
    </div>
  );
}

function Line({ kind, text }: DiffLine) {
  const styles = useStyles();
  switch (kind) {
    case 'same':
      return (
        <>
          <span className={styles.sign} />
          <span className={styles.text}>{text}</span>
        </>
      );
    case 'added':
      return (
        <>
          <span className={styles.sign} aria-hidden>
            +
          </span>
          <span className={styles.quiet}>Neu: </span>
          <ins className={styles.text}>{text}</ins>
        </>
      );
    case 'removed':
      return (
        <>
          <span className={styles.sign} aria-hidden>
            −
          </span>
          <span className={styles.quiet}>Entfernt: </span>
          <del className={styles.text}>{text}</del>
        </>
      );
  }
}
