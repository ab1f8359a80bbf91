import { Link } from '@fluentui/react-components';
import { useCallback, useEffect, useRef } from 'react';
import type { CollectionReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi, ImportHead } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf } from '../places.ts';
import { useAsked } from '../use-asked.ts';
import { momentText, numberText, originWords } from '../words.ts';
import { ImportForm } from './import-form.tsx';
import { countsText, importStates, totalOf } from './outcome-words.ts';
import { SharepointForm } from './sharepoint-form.tsx';
import { UploadProgress } from './upload-progress.tsx';
import { isUnderWay, type Uploads } from './uploads.ts';
import { usePolling } from './use-polling.ts';
import { useUpload } from './use-upload.ts';

interface Props {
  api: ConsoleApi;
  collection: CollectionReport;
  uploads: Uploads;
  /** An import has ended: the collection holds other documents now. */
  onDone: () => void;
}

/** Brings documents into a collection, and shows what became of it. */
export function ImportTab({ api, collection, uploads, onDone }: Props) {
  const styles = usePageStyles();
  const upload = useUpload(uploads);
  const mine = upload?.collection.id === collection.id ? upload : null;
  const asked = useAsked(useCallback((signal) => api.imports(collection.id, signal), [api, collection.id]));
  const { value, again } = asked;
  const running = value?.imports.some(({ state }) => state !== 'done') ?? false;
  usePolling(running || isUnderWay(mine), again);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (wasRunning.current && !running) onDone();
    wasRunning.current = running;
  }, [running, onDone]);
  return (
    <>
      <section className={styles.part} aria-labelledby="import-files">
        <h2 id="import-files" className={styles.heading}>
          Dateien importieren
        </h2>
        {mine !== null ? (
          <UploadProgress upload={mine} uploads={uploads} />
        ) : isUnderWay(upload) ? (
          <p className={styles.text}>
            {`Es werden noch Dateien in „${upload?.collection.name ?? ''}“ übertragen. Danach können Sie hier importieren.`}
          </p>
        ) : (
          <ImportForm
            onStart={(opening, files) =>
              uploads.start({ id: collection.id, name: collection.fields.name }, opening, files)
            }
          />
        )}
      </section>
      {value?.sharepoint && <SharepointForm api={api} collection={collection.id} onOpened={again} />}
      <section className={styles.part} aria-labelledby="imports">
        <h2 id="imports" className={styles.heading}>
          Letzte Importe
        </h2>
        <Loaded asked={asked} waiting="Importe werden geladen …">
          {({ imports }) =>
            imports.length === 0 ? (
              <p className={styles.text}>Noch wurde nichts importiert.</p>
            ) : (
              <>
                <DataTable label="Letzte Importe" columns={columns} rows={imports} keyOf={({ id }) => id} />
                <p className={styles.note}>
                  Die letzten 20, die neuesten zuerst · Quelle: Import von Amtsfeder
                </p>
              </>
            )
          }
        </Loaded>
      </section>
    </>
  );
}

const columns: Column<ImportHead>[] = [
  {
    label: 'Begonnen',
    cell: ({ id, collection, startedAt }) => (
      <Link href={addressOf({ name: 'import', collection, id })}>{momentText(startedAt)}</Link>
    ),
  },
  { label: 'Herkunft', cell: ({ origin }) => originWords[origin] },
  { label: 'Stand', cell: ({ state }) => importStates[state] },
  { label: 'Dateien', kind: 'number', cell: (head) => numberText(totalOf(head)) },
  { label: 'Ergebnis', cell: (head) => countsText(head) },
];
