import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, type RefObject, useMemo, useRef } from 'react';
import { MarksContext, type MarksUse } from './mark.tsx';

const useStyles = makeStyles({
  box: {
    minHeight: '96px',
    maxHeight: '50vh',
    padding: tokens.spacingHorizontalM,
    overflowY: 'auto',
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    outlineStyle: 'none',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    // A narrow pane has more beside it to show.
    '@media (max-width: 480px)': { maxHeight: '40vh' },
    // In a low window (or at 400 % zoom) two things that scroll would leave no room for either.
    '@media (max-height: 480px)': { maxHeight: 'none' },
  },
  // By its ground: paler words would be hard to read.
  stale: { backgroundColor: tokens.colorNeutralBackground3, cursor: 'progress' },
});

interface Props {
  isStale: boolean;
  box: RefObject<HTMLDivElement | null>;
  onRelease: MarksUse['onRelease'];
  children: ReactNode;
}

/** Where a text stands as it is sent; it scrolls, and is reached by key (WCAG 2.1.1). */
export function SentBox({ isStale, box, onRelease, children }: Props) {
  const styles = useStyles();
  const closeOpen = useRef<(() => void) | null>(null);
  const marks = useMemo<MarksUse>(
    () => ({
      onOpen: (close) => {
        closeOpen.current?.();
        closeOpen.current = close;
      },
      onRelease,
    }),
    [onRelease],
  );
  const scroll = { role: 'region', 'aria-label': 'Text, wie er gesendet wird', tabIndex: 0 } as const;
  return (
    <div
      ref={box}
      className={mergeClasses(styles.box, isStale && styles.stale)}
      aria-busy={isStale}
      data-sent
      {...scroll}
    >
      <MarksContext value={marks}>{children}</MarksContext>
    </div>
  );
}
