import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import { findExact } from '../../../contract/normal-text.ts';
import type { Source } from '../../../contract/source.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import { textOfSource } from './source-text.ts';

const useStyles = makeStyles({
  text: {
    maxHeight: '60vh',
    margin: 0,
    overflowY: 'auto',
    fontFamily: 'inherit',
    fontSize: '15px',
    lineHeight: '1.5',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
    '& mark': {
      color: tokens.colorNeutralForeground1,
      backgroundColor: tokens.colorStatusSuccessBackground2,
      '@media (forced-colors: active)': {
        forcedColorAdjust: 'none',
        color: 'MarkText',
        backgroundColor: 'Mark',
      },
    },
  },
});

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const SCROLL_BOX = { role: 'region', 'aria-label': 'Gelesener Text', tabIndex: 0 } as const;

interface Props {
  source: Source;
  passage: string;
  onClose: () => void;
}

/** The text that was read with a passage of it marked, where the host cannot select it. */
export default function PassageDialog({ source, passage, onClose }: Props) {
  const styles = useStyles();
  const text = textOfSource(source);
  const place = findExact(text, passage);
  const scroll = useCallback((mark: HTMLElement | null) => mark?.scrollIntoView({ block: 'center' }), []);
  return (
    <DialogFrame
      title="Stelle im Text"
      size="medium"
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          Schließen
        </Button>
      }
    >
      <div className={styles.text} {...SCROLL_BOX} lang="de">
        {place === null ? (
          <mark ref={scroll}>{passage}</mark>
        ) : (
          <>
            {text.slice(0, place.start)}
            <mark ref={scroll}>{text.slice(place.start, place.end)}</mark>
            {text.slice(place.end)}
          </>
        )}
      </div>
    </DialogFrame>
  );
}
