import { Button, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import type { Agent } from '../../../../contract/agents/definition.ts';
import type { ExampleReport } from '../../../../contract/agents/example.ts';
import type { ErrorCode } from '../../../../contract/errors.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { FaultBar } from '../../parts/fault-bar.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { codeOf } from '../../use-asked.ts';
import { ReportTables, reportText } from './report-table.tsx';

interface Props {
  api: LibraryApi;
  /** Null while it has faults. */
  agent: Agent | null;
  model: string | null;
}

/** Runs the examples of an agent and shows what was expected beside what came. */
export function ExamplesCheck({ api, agent, model }: Props) {
  const styles = usePageStyles();
  const [reports, setReports] = useState<ExampleReport[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const count = agent?.examples?.length ?? 0;
  const check = async () => {
    if (agent === null || count === 0 || busy) return;
    setBusy(true);
    setFault(null);
    try {
      setReports(await api.runExamples(agent, model));
    } catch (error) {
      setFault(codeOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.part} aria-label="Beispiele prüfen">
      <div className={styles.buttons}>
        <Button disabledFocusable={busy || count === 0} onClick={() => void check()}>
          Beispiele prüfen
        </Button>
      </div>
      {count === 0 && (
        <p className={styles.note}>Der Agent hat noch kein Beispiel, oder ihm fehlt noch etwas.</p>
      )}
      <div role="status">
        {busy && <Spinner size="tiny" label="Die Beispiele laufen …" />}
        {!busy && reports !== null && <p className={styles.text}>{reportText(reports)}</p>}
      </div>
      {!busy && reports !== null && <ReportTables reports={reports} />}
      {fault !== null && <FaultBar code={fault} onAgain={() => void check()} />}
    </section>
  );
}
