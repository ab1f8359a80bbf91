import { Button, Field, Link, SearchBox } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { type CollectionReport, documentKinds, type DocumentReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf } from '../places.ts';
import { useAsked } from '../use-asked.ts';
import { countText, dayText, numberText, today } from '../words.ts';
import { shownVersion } from './versions.ts';

interface Props {
  api: ConsoleApi;
  collection: CollectionReport;
}

/** The documents of a collection, a page of them at a time. */
export function DocumentTable({ api, collection }: Props) {
  const styles = usePageStyles();
  const [typed, setTyped] = useState('');
  const [filter, setFilter] = useState('');
  // Where the pages before this one began, the first with null.
  const [starts, setStarts] = useState<readonly (string | null)[]>([null]);
  const after = starts.at(-1) ?? null;
  const asked = useAsked(
    useCallback(
      (signal) => api.documents(collection.id, { after, filter }, signal),
      [api, collection.id, after, filter],
    ),
  );
  const look = (next: string) => {
    setFilter(next.trim());
    setStarts([null]);
  };
  return (
    <>
      <form
        role="search"
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault();
          look(typed);
        }}
      >
        <Field label="Name enthält" className={styles.field}>
          <SearchBox
            className={styles.input}
            value={typed}
            dismiss={{ 'aria-label': 'Eingabe löschen' }}
            onChange={(_event, { value }) => {
              setTyped(value);
              if (value === '') look('');
            }}
          />
        </Field>
        <Button type="submit">Suchen</Button>
      </form>
      <Loaded asked={asked} waiting="Dokumente werden geladen …">
        {({ documents, total, next }) => (
          <section aria-label="Dokumente" className={styles.part}>
            <p className={styles.note} role="status">
              {found(total, filter)}
            </p>
            {total === 0 ? (
              <p className={styles.text}>
                {filter !== ''
                  ? 'Kein Dokument heißt so. Prüfen Sie die Schreibweise oder suchen Sie nach einem Teil des Namens.'
                  : collection.mayEdit
                    ? 'Noch ist die Sammlung leer. '
                    : 'Noch ist die Sammlung leer.'}
                {filter === '' && collection.mayEdit && (
                  <Link href={addressOf({ name: 'collection', id: collection.id, tab: 'importe' })}>
                    Dokumente importieren
                  </Link>
                )}
              </p>
            ) : (
              <DataTable label="Dokumente" columns={columns} rows={documents} keyOf={({ id }) => id} />
            )}
            {(starts.length > 1 || next !== null) && (
              <div className={styles.buttons}>
                <Button
                  disabledFocusable={starts.length === 1}
                  onClick={() => setStarts(starts.slice(0, -1))}
                >
                  Vorige Seite
                </Button>
                <Button
                  disabledFocusable={next === null}
                  onClick={() => next !== null && setStarts([...starts, next])}
                >
                  Nächste Seite
                </Button>
              </div>
            )}
          </section>
        )}
      </Loaded>
    </>
  );
}

function found(total: number, filter: string): string {
  const words = countText(total, 'Dokument', 'Dokumente');
  return filter === '' ? `${words}, nach Namen` : `${words} mit „${filter}“ im Namen`;
}

const columns: Column<DocumentReport>[] = [
  { label: 'Name', cell: (document) => <NameLink document={document} /> },
  { label: 'Art', cell: ({ kind }) => documentKinds[kind] },
  { label: 'Fassung', kind: 'number', cell: ({ versions }) => shownVersion(versions)?.number ?? '–' },
  {
    label: 'Gilt ab',
    cell: ({ versions }) => {
      const version = shownVersion(versions);
      return version === undefined ? '–' : dayText(version.validFrom);
    },
  },
  { label: 'Prüfung bis', cell: ({ reviewOn }) => <Review reviewOn={reviewOn} /> },
  {
    label: 'Abschnitte',
    kind: 'number',
    cell: ({ versions }) => numberText(shownVersion(versions)?.sections ?? 0),
  },
];

function NameLink({ document: { collection, id, name, versions } }: { document: DocumentReport }) {
  const styles = usePageStyles();
  const title = shownVersion(versions)?.title ?? '';
  return (
    <>
      <Link href={addressOf({ name: 'document', collection, id, file: name })}>{name}</Link>
      {title !== '' && title !== name && <div className={styles.note}>{title}</div>}
    </>
  );
}

function Review({ reviewOn }: { reviewOn: string | null }) {
  const styles = usePageStyles();
  if (reviewOn === null) return '–';
  return reviewOn < today() ? (
    <span className={styles.warning}>{dayText(reviewOn)}, überfällig</span>
  ) : (
    dayText(reviewOn)
  );
}
