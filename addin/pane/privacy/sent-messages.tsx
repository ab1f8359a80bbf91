import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUpRegular } from '@fluentui/react-icons/svg/chevron-up';
import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import type { SentMessage } from '../../../contract/privacy.ts';
import { Mark } from './mark.tsx';
import { maskedText } from './privacy-words.ts';
import { cut, type Piece, type Section, sectionsOf, slicesOf } from './sections.ts';

const useStyles = makeStyles({
  section: { marginBottom: tokens.spacingVerticalM },
  title: {
    margin: `0 0 ${tokens.spacingVerticalXXS}`,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground3,
  },
  text: {
    fontSize: '15px',
    lineHeight: '1.6',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  fold: { paddingInline: 0, minWidth: 0, textAlign: 'start', fontWeight: tokens.fontWeightRegular },
  frame: { paddingTop: tokens.spacingVerticalS },
});

interface Props {
  messages: readonly SentMessage[];
  /** What the person wrote themselves. */
  typed: readonly string[];
}

/** What is sent to a model, letter by letter: what it is about first, the product's own words folded under it. */
export const SentMessages = memo(function SentMessages({ messages, typed }: Props) {
  const styles = useStyles();
  const { material, frame } = useMemo(() => sectionsOf(messages, typed), [messages, typed]);
  const [open, setOpen] = useState(false);
  const folded = useId();
  const marks = frame.reduce((sum, section) => sum + section.marks.length, 0);
  return (
    <>
      {material.map((section, at) => (
        <SectionView key={at} section={section} />
      ))}
      <Button
        appearance="transparent"
        size="small"
        className={styles.fold}
        iconPosition="after"
        icon={open ? <ChevronUpRegular /> : <ChevronDownRegular />}
        aria-expanded={open}
        aria-controls={folded}
        onClick={() => setOpen(!open)}
      >
        {`Anweisungen von Amtsfeder${marks > 0 ? ` · ${maskedText(marks)}` : ''}`}
      </Button>
      <div id={folded} className={styles.frame} hidden={!open}>
        {open && frame.map((section, at) => <SectionView key={at} section={section} />)}
      </div>
    </>
  );
});

function SectionView({ section }: { section: Section }) {
  const styles = useStyles();
  const slices = useMemo(() => slicesOf(section), [section]);
  const [shown, setShown] = useState(1);
  const left = section.text.length - (slices[shown - 1]?.end ?? section.text.length);
  return (
    <section className={styles.section} aria-label={section.title}>
      <h3 className={styles.title}>{section.title}</h3>
      <div className={styles.text} lang="de">
        {slices.slice(0, shown).map(({ start, end }) => (
          <Slice key={start} piece={section} start={start} end={end} />
        ))}
      </div>
      {left > 0 && (
        <Button size="small" onClick={() => setShown(shown + 1)}>
          {`Mehr anzeigen · noch ${left.toLocaleString('de-DE')} Zeichen`}
        </Button>
      )}
    </section>
  );
}

const Slice = memo(function Slice({ piece, start, end }: { piece: Piece; start: number; end: number }) {
  const { text, marks } = cut(piece, start, end);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of marks.toSorted((one, other) => one.start - other.start)) {
    if (mark.start < at) continue;
    parts.push(text.slice(at, mark.start));
    parts.push(<Mark key={mark.start} placeholder={text.slice(mark.start, mark.end)} mark={mark} />);
    at = mark.end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
});
