import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReadRecord, StepResult } from '../../../../contract/agents/result.ts';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { countText } from '../../words.ts';
import { valueText } from './value-words.ts';

const useStyles = makeStyles({
  text: {
    margin: 0,
    maxHeight: '320px',
    padding: tokens.spacingHorizontalS,
    overflowY: 'auto',
    fontFamily: 'inherit',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground2,
    ':focus-visible': { outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}` },
  },
  list: { margin: 0 },
  term: { fontWeight: tokens.fontWeightSemibold },
  value: { margin: `0 0 ${tokens.spacingVerticalXS}`, overflowWrap: 'anywhere' },
});

/** A longer text in a box of its own, which scrolls and is reached by key (WCAG 2.1.1). */
export function TextBox({ label, text }: { label: string; text: string }) {
  const styles = useStyles();
  const scroll = { role: 'region', 'aria-label': label, tabIndex: 0 } as const;
  return (
    <pre className={styles.text} {...scroll}>
      {text}
    </pre>
  );
}

/** What a step came to. */
export function ResultView({ title, result }: { title: string; result: StepResult }) {
  const styles = usePageStyles();
  switch (result.kind) {
    case 'lesen':
      return result.records.length === 0 ? (
        <p className={styles.text}>Nichts gefunden.</p>
      ) : (
        result.records.map((record, at) => <RecordView key={at} record={record} />)
      );
    case 'pruefen':
      return <p className={styles.text}>{result.holds ? '✓ erfüllt' : `✗ nicht erfüllt: ${result.says}`}</p>;
    case 'rechnen':
    case 'fragen':
      return <p className={styles.text}>{valueText(result.value) || '(leer)'}</p>;
    case 'freigeben':
      return <p className={styles.text}>Zugestimmt.</p>;
    case 'entscheiden':
      return <p className={styles.text}>{result.chosen === null ? 'Sonst' : `Fall ${result.chosen + 1}`}</p>;
    case 'je':
      return <p className={styles.text}>{countText(result.count, 'Eintrag', 'Einträge')}</p>;
    case 'nachschlagen':
    case 'schreiben':
    case 'antwort':
      return <TextBox label={`Ergebnis von „${title}“`} text={result.text} />;
    case 'werkzeug':
      return (
        <>
          <p className={styles.note}>{result.asked}</p>
          <TextBox
            label={`Ergebnis von „${title}“`}
            text={`${result.refused ? 'Abgelehnt: ' : ''}${result.said}`}
          />
        </>
      );
  }
}

type Evidence = ReadRecord['evidence'][string];

function RecordView({ record: { values, evidence } }: { record: ReadRecord }) {
  const styles = useStyles();
  const page = usePageStyles();
  return (
    <dl className={styles.list}>
      {Object.entries(values).map(([name, value]) => (
        <div key={name}>
          <dt className={styles.term}>{name}</dt>
          <dd className={styles.value}>
            {valueText(value) || '(leer)'}
            <div className={page.note}>{evidenceText(evidence[name])}</div>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function evidenceText(evidence: Evidence | undefined): string {
  switch (evidence?.state) {
    case 'proven':
      return `Belegt: „${evidence.passage}“`;
    case 'inexact':
      return `Ungenau: „${evidence.passage}“`;
    case 'absent':
      return 'Im Text nicht angegeben';
    case 'person':
      return 'Von einem Menschen eingetragen';
    case 'unproven':
    case undefined:
      return 'Nicht belegt';
  }
}
