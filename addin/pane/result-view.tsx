import { makeStyles, tokens } from '@fluentui/react-components';
import type { RefObject } from 'react';
import { AnswerText } from './answer-text.tsx';
import { endText } from './german.ts';
import { VersionBar } from './version-bar.tsx';
import type { Version, Work } from './work.ts';

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
});

interface Props {
  work: Work;
  version: Version;
  label: string;
  place: RefObject<HTMLDivElement | null>;
  onChoose: (index: number) => void;
}

/** The version in sight and the way to the others. */
export function ResultView({ work, version, label, place, onChoose }: Props) {
  const styles = useStyles();
  return (
    <>
      <VersionBar
        shown={work.shown}
        count={work.versions.length}
        note={[version.turns.at(-1)?.wish, endText(version)].filter(Boolean).join(' · ')}
        onChoose={onChoose}
      />
      <div ref={place} className={styles.result} role="region" aria-label={label} tabIndex={-1}>
        <AnswerText text={version.text} growing={version.end.state === 'open'} />
      </div>
    </>
  );
}
