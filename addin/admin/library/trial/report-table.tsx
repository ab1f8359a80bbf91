import type { ExampleReport } from '../../../../contract/agents/example.ts';
import { DataTable, type Column } from '../../parts/data-table.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';

type Line = ExampleReport['expectations'][number];

const OUTCOMES: Record<ExampleReport['outcome'], string> = {
  as_expected: '✓ wie erwartet',
  other: '✗ anders als erwartet',
  failed: '✗ fehlgeschlagen',
};

const columns: Column<Line>[] = [
  { label: 'Wo', cell: ({ at }) => at },
  { label: 'Erwartet', cell: ({ expected }) => expected || '(leer)' },
  { label: 'Bekommen', cell: ({ got }) => got || '(leer)' },
  { label: 'Stimmt', cell: ({ holds }) => (holds ? '✓ ja' : '✗ nein') },
];

/** How the examples of an agent went: what was expected, and what came. */
export function ReportTables({ reports }: { reports: readonly ExampleReport[] }) {
  const styles = usePageStyles();
  return reports.map(({ name, outcome, message, expectations }) => (
    <section key={name} className={styles.part} aria-label={`Beispiel ${name}`}>
      <p className={styles.text}>
        <strong>{name}</strong>: {OUTCOMES[outcome]}
        {message !== null && ` – ${message}`}
      </p>
      {expectations.length > 0 && (
        <DataTable
          label={`Erwartungen von ${name}`}
          columns={columns}
          rows={expectations}
          keyOf={({ at, expected }) => `${at} ${expected}`}
        />
      )}
    </section>
  ));
}

/** All reports in a sentence. */
export function reportText(reports: readonly ExampleReport[]): string {
  const good = reports.filter(({ outcome }) => outcome === 'as_expected').length;
  return good === reports.length
    ? `Alle ${reports.length} Beispiele gehen aus wie erwartet.`
    : `${good} von ${reports.length} Beispielen gehen aus wie erwartet.`;
}
