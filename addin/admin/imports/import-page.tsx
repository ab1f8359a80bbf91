import { Button, ProgressBar } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../../contract/errors.ts';
import type { ImportFile, ImportReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { FaultBar } from '../parts/fault-bar.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { codeOf, useAsked } from '../use-asked.ts';
import { countText, momentText, originWords, sizeText } from '../words.ts';
import { countsText, importStates, outcomeText, totalOf } from './outcome-words.ts';
import { isUnderWay, type Uploads } from './uploads.ts';
import { usePolling } from './use-polling.ts';
import { useUpload } from './use-upload.ts';

interface Props {
  api: ConsoleApi;
  uploads: Uploads;
  id: string;
  onDone: () => void;
}

/** An import: how far it is, and what became of each file. */
export function ImportPage({ api, uploads, id, onDone }: Props) {
  const styles = usePageStyles();
  // Where the pages before this one began, the first with null.
  const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
  const after = starts.at(-1) ?? null;
  const asked = useAsked(useCallback((signal) => api.importReport(id, after, signal), [api, id, after]));
  const { value, again } = asked;
  const running = value !== null && value.state !== 'done';
  usePolling(running, again);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !running) onDone();
    wasRunning.current = running;
  }, [running, onDone]);
  return (
    <Loaded asked={asked} waiting="Import wird geladen …">
      {(report) => (
        <section className={styles.part} aria-labelledby="import">
          <h2 id="import" className={styles.heading}>
            Import vom {momentText(report.startedAt)}
          </h2>
          <Progress report={report} />
          <Unfinished api={api} uploads={uploads} report={report} onClosed={again} />
          {report.files.length === 0 ? (
            <p className={styles.text}>Noch ist keine Datei angekommen.</p>
          ) : (
            <DataTable
              label="Dateien des Imports"
              columns={columns}
              rows={report.files}
              keyOf={({ name }) => name}
            />
          )}
          {(starts.length > 1 || report.next !== null) && (
            <div className={styles.buttons}>
              <Button disabledFocusable={starts.length === 1} onClick={() => setStarts(starts.slice(0, -1))}>
                Vorige Dateien
              </Button>
              <Button
                disabledFocusable={report.next === null}
                onClick={() => report.next !== null && setStarts([...starts, report.next])}
              >
                Weitere Dateien
              </Button>
            </div>
          )}
          <p className={styles.note}>
            Nicht Lesbares zuerst, dann nach Namen · {originWords[report.origin]} · Quelle: Import von
            Amtsfeder
          </p>
        </section>
      )}
    </Loaded>
  );
}

function Progress({ report }: { report: ImportReport }) {
  const styles = usePageStyles();
  const total = totalOf(report);
  return (
    <>
      {report.state !== 'done' && (
        <ProgressBar
          value={total - report.counts.waiting}
          max={Math.max(1, total)}
          aria-label="Eingelesene Dateien"
        />
      )}
      <p className={styles.text} role="status">
        {`${importStates[report.state]}: ${[countText(total, 'Datei', 'Dateien'), countsText(report)].filter(Boolean).join(', ')}; ${countText(report.counts.sections, 'Abschnitt', 'Abschnitte')}`}
      </p>
    </>
  );
}

/** An import that is open although this page sends nothing for it: the page was closed, or another one sends. */
function Unfinished({
  api,
  uploads,
  report,
  onClosed,
}: Pick<Props, 'api' | 'uploads'> & { report: ImportReport; onClosed: () => void }) {
  const styles = usePageStyles();
  const upload = useUpload(uploads);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  if (report.state !== 'open' || report.origin !== 'upload') return null;
  if (upload?.id === report.id && isUnderWay(upload)) return null;
  return (
    <>
      <p className={styles.text}>
        Von dieser Seite werden dafür keine Dateien mehr übertragen. Fehlen noch welche, importieren Sie den
        Ordner einfach noch einmal: Was schon da ist, wird nicht doppelt aufgenommen.
      </p>
      <div className={styles.buttons}>
        <Button
          onClick={() =>
            void api.closeImport(report.id).then(onClosed, (error: unknown) => setFault(codeOf(error)))
          }
        >
          Import abschließen
        </Button>
      </div>
      {fault !== null && <FaultBar code={fault} />}
    </>
  );
}

const columns: Column<ImportFile>[] = [
  { label: 'Datei', cell: ({ name }) => name },
  { label: 'Größe', kind: 'number', cell: ({ bytes }) => sizeText(bytes) },
  { label: 'Ergebnis', cell: ({ outcome }) => outcomeText(outcome) },
];
