import { Button, Field, Input, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import { faqEntry, type FaqReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { FaultBar } from '../parts/fault-bar.tsx';
import { useSay } from '../parts/said.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf } from '../use-asked.ts';
import { momentText } from '../words.ts';

const useStyles = makeStyles({
  card: {
    maxWidth: '800px',
    paddingBlock: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  passage: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `${tokens.strokeWidthThick} solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
  },
});

interface Props {
  api: ConsoleApi;
  report: FaqReport;
  onDecided: () => void;
}

/** A proposed entry: it can be corrected, approved or declined. */
export function FaqCard({ api, report, onDecided }: Props) {
  const styles = usePageStyles();
  const own = useStyles();
  const say = useSay();
  const [entry, setEntry] = useState(report.entry);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const checked = faqEntry.safeParse(entry);
  const wrong = (field: 'question' | 'answer', words: string) =>
    tried && checked.error?.issues.some(({ path }) => path[0] === field)
      ? { validationMessage: words, validationState: 'error' as const }
      : {};
  const decide = async (state: 'approved' | 'declined') => {
    setTried(true);
    // What is declined may be as wrong as it likes.
    const decided = state === 'declined' ? report.entry : checked.data;
    if (decided === undefined || busy) return;
    setBusy(true);
    setFault(null);
    try {
      await api.decideFaq(report.id, state, decided);
      say(state === 'approved' ? 'Der Eintrag ist freigegeben.' : 'Der Vorschlag ist abgelehnt.');
      onDecided();
    } catch (error) {
      setFault(codeOf(error));
      setBusy(false);
    }
  };
  return (
    <article className={mergeClasses(styles.part, own.card)} aria-label={report.entry.question}>
      <Field label="Frage" {...wrong('question', 'Bitte geben Sie eine Frage an.')}>
        <Input
          className={styles.input}
          value={entry.question}
          onChange={(_event, { value }) => setEntry({ ...entry, question: value })}
        />
      </Field>
      <Field label="Antwort" {...wrong('answer', 'Bitte geben Sie eine Antwort an.')}>
        <Textarea
          rows={4}
          resize="vertical"
          value={entry.answer}
          onChange={(_event, { value }) => setEntry({ ...entry, answer: value })}
        />
      </Field>
      <p className={styles.note}>
        {entry.passages.length === 0
          ? 'Ohne Belegstelle. Bitte prüfen Sie die Antwort besonders genau.'
          : `Belegt durch „${report.title}“:`}
      </p>
      {entry.passages.map((passage, place) => (
        <blockquote key={place} className={own.passage}>
          {passage}
        </blockquote>
      ))}
      <p className={styles.note}>Vorgeschlagen am {momentText(report.at)}</p>
      {fault !== null && <FaultBar code={fault} />}
      <div className={styles.buttons}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => void decide('approved')}>
          Freigeben
        </Button>
        <Button disabledFocusable={busy} onClick={() => void decide('declined')}>
          Ablehnen
        </Button>
      </div>
    </article>
  );
}
