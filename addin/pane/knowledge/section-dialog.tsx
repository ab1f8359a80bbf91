import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { errorText, type ErrorCode } from '../../../contract/errors.ts';
import type { DocumentPart, SourceCard } from '../../../contract/knowledge.ts';
import { findExact } from '../../../contract/normal-text.ts';
import type { Host } from '../../office/host.ts';
import { withHits } from '../../output/hits.ts';
import { toBlocks } from '../../output/markdown.ts';
import { RichText } from '../../output/RichText.tsx';
import { fileName, saveFile } from '../../output/save-file.ts';
import { type Backend, BackendError } from '../backend.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import { pagesText, validityText } from './card-words.ts';

const useStyles = makeStyles({
  quiet: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  // The room is there before the text, so that nothing jumps.
  text: {
    height: '60vh',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  place: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    margin: 0,
    paddingBlock: tokens.spacingVerticalXS,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  section: { paddingBottom: tokens.spacingVerticalL },
});

/** What scrolls must be reachable by keyboard (WCAG 2.1.1). */
const SCROLL_BOX = { role: 'region', 'aria-label': 'Text des Dokuments', tabIndex: 0 } as const;

interface Props {
  card: SourceCard;
  /** What is marked in the section; null for the words of the question. */
  passage: string | null;
  host: Host;
  backend: Backend;
  onClose: () => void;
}

type Loading = { state: 'asking' } | { state: 'failed'; code: ErrorCode } | { state: 'there' };

const codeOf = (fault: unknown): ErrorCode => (fault instanceof BackendError ? fault.code : 'internal');

/** A document of the knowledge around a section of it, the passage marked, and the way to its original. */
export default function SectionDialog({ card, passage, host, backend, onClose }: Props) {
  const styles = useStyles();
  const { version, title } = card.document;
  const [part, setPart] = useState<DocumentPart | null>(null);
  const [loading, setLoading] = useState<Loading>({ state: 'asking' });
  const [saved, setSaved] = useState('');
  const [gone] = useState(() => new AbortController());
  const box = useRef<HTMLDivElement>(null);
  /** Height below which text was put, so that what is read stays where it is. */
  const before = useRef<number | null>(null);

  const fetchPart = useCallback(
    (place: Parameters<Backend['documentPart']>[1]) => {
      backend.documentPart(version, place, gone.signal).then(
        (next) => {
          if (gone.signal.aborted) return;
          setPart((known) => (known === null ? next : joined(known, next)));
          setLoading({ state: 'there' });
        },
        (fault: unknown) => {
          if (!gone.signal.aborted) setLoading({ state: 'failed', code: codeOf(fault) });
        },
      );
    },
    [backend, version, gone],
  );
  useEffect(() => {
    fetchPart({ around: card.section });
  }, [fetchPart, card.section]);
  useLayoutEffect(() => {
    if (box.current === null || before.current === null || loading.state !== 'there') return;
    box.current.scrollTop += box.current.scrollHeight - before.current;
    before.current = null;
  }, [part, loading]);
  const load: typeof fetchPart = (place) => {
    setLoading({ state: 'asking' });
    fetchPart(place);
  };
  const close = () => {
    gone.abort();
    onClose();
  };

  const first = part?.sections[0]?.number ?? 0;
  const last = part?.sections.at(-1)?.number ?? 0;
  const original = async () => {
    const file = backend.original(version, gone.signal);
    const format = part?.format ?? null;
    if (format === 'pdf' && host.showPdf !== null) {
      if (await host.showPdf(file, card.pages?.first ?? null)) return;
    }
    try {
      const bytes = await file;
      if (format === 'docx' && host.openFile !== null) {
        const { status } = await host.openFile(bytes);
        if (status === 'done') return;
      }
      saveFile(window, bytes, fileName(title, endingOf(card.document.name, format)));
      setSaved('Das Original ist gespeichert.');
    } catch (fault) {
      setSaved(errorText(codeOf(fault)));
    }
  };
  return (
    <DialogFrame
      title={title}
      size="large"
      onClose={close}
      actions={
        <>
          {part !== null && part.format !== null && (
            <Button onClick={() => void original()}>Original öffnen</Button>
          )}
          <Button appearance="primary" onClick={close}>
            Schließen
          </Button>
        </>
      }
    >
      <div className={styles.quiet} role="status">
        {[validityText(card.document), saved].filter(Boolean).join(' · ')}
      </div>
      <div ref={box} className={styles.text} {...SCROLL_BOX} lang="de">
        {part !== null && first > 0 && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={loading.state === 'asking'}
            onClick={() => {
              before.current = box.current?.scrollHeight ?? null;
              load({ from: Math.max(0, first - PART) });
            }}
          >
            Frühere Abschnitte
          </Button>
        )}
        {part?.sections.map(({ section, number, path, pages, text }) => (
          <section key={number} className={styles.section}>
            <h3 className={styles.place}>
              {[path.at(-1) ?? title, pagesText(pages)].filter(Boolean).join(' · ')}
            </h3>
            <Section text={text} marks={section === card.section ? marksOf(text, card, passage) : NONE} />
          </section>
        ))}
        {loading.state === 'asking' && <Spinner size="tiny" label="Wird geladen …" />}
        {loading.state === 'failed' && (
          <div role="alert">
            {errorText(loading.code)}{' '}
            <Button
              size="small"
              onClick={() => load(part === null ? { around: card.section } : { from: last + 1 })}
            >
              Erneut versuchen
            </Button>
          </div>
        )}
        {part !== null && last + 1 < part.total && (
          <Button
            size="small"
            appearance="subtle"
            disabledFocusable={loading.state === 'asking'}
            onClick={() => load({ from: last + 1 })}
          >
            Weitere Abschnitte
          </Button>
        )}
      </div>
    </DialogFrame>
  );
}

/** Sections that the backend gives at once. */
const PART = 40;
const NONE: SourceCard['marks'] = [];

function Section({ text, marks }: { text: string; marks: SourceCard['marks'] }) {
  const place = useCallback(
    (element: HTMLElement | null) => {
      if (marks !== NONE) (element?.querySelector('mark') ?? element)?.scrollIntoView({ block: 'center' });
    },
    [marks],
  );
  return (
    <div ref={place}>
      <RichText blocks={toBlocks(withHits(text, marks))} hits />
    </div>
  );
}

const known = new WeakMap<SourceCard, Map<string, SourceCard['marks']>>();

/** Remembered, for the place is scrolled to whenever they are others. */
function marksOf(text: string, card: SourceCard, passage: string | null): SourceCard['marks'] {
  const all = known.get(card) ?? new Map<string, SourceCard['marks']>();
  known.set(card, all);
  const key = JSON.stringify([passage, text]);
  const found = passage === null ? null : findExact(text, passage);
  const marks = all.get(key) ?? (found === null ? [...card.marks] : [found]);
  all.set(key, marks);
  return marks;
}

function joined(known: DocumentPart, next: DocumentPart): DocumentPart {
  const sections = new Map([...known.sections, ...next.sections].map((one) => [one.number, one]));
  return { ...known, sections: [...sections.values()].sort((one, other) => one.number - other.number) };
}

const endings = {
  docx: 'docx',
  pdf: 'pdf',
  html: 'html',
  markdown: 'md',
  csv: 'csv',
  text: 'txt',
  eml: 'eml',
};

function endingOf(name: string, format: DocumentPart['format']): string {
  return format === null ? (/\.(\w{1,5})$/.exec(name)?.[1] ?? 'txt') : endings[format];
}
