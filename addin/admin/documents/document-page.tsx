import { Button, Link } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import type { CollectionReport, DocumentReport, VersionReport } from '../../../contract/knowledge.ts';
import type { ErrorCode } from '../../../contract/errors.ts';
import { saveFile } from '../../output/save-file.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { FaultBar } from '../parts/fault-bar.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { RemovalDialog } from '../parts/removal-dialog.tsx';
import { useSay } from '../parts/said.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf } from '../places.ts';
import { codeOf, useAsked } from '../use-asked.ts';
import { goTo } from '../use-place.ts';
import { momentText, numberText, originWords, sizeText, stateWords, validityText } from '../words.ts';
import { DocumentForm } from './document-form.tsx';
import { findDocument } from './find-document.ts';

interface Props {
  api: ConsoleApi;
  collection: CollectionReport;
  id: string;
  /** The document's name. */
  file: string;
  onChanged: () => void;
}

/** A document: its versions, and what is decided about it. */
export function DocumentPage({ api, collection, id, file, onChanged }: Props) {
  const styles = usePageStyles();
  const asked = useAsked(
    useCallback(
      async (signal) => ({ found: await findDocument(api, collection.id, { id, name: file }, signal) }),
      [api, collection.id, id, file],
    ),
  );
  return (
    <>
      <Link href={addressOf({ name: 'collection', id: collection.id, tab: 'dokumente' })}>
        ‹ Alle Dokumente
      </Link>
      <Loaded asked={asked} waiting="Dokument wird geladen …">
        {({ found }) =>
          found === null ? (
            <p className={styles.text}>Dieses Dokument gibt es nicht mehr.</p>
          ) : (
            <Shown
              api={api}
              collection={collection}
              document={found}
              onChanged={(changed) => {
                asked.put({ found: changed });
                onChanged();
              }}
              onReload={asked.again}
            />
          )
        }
      </Loaded>
    </>
  );
}

interface ShownProps extends Pick<Props, 'api' | 'collection'> {
  document: DocumentReport;
  onChanged: (changed: DocumentReport) => void;
  onReload: () => void;
}

function Shown({ api, collection, document, onChanged, onReload }: ShownProps) {
  const styles = usePageStyles();
  const say = useSay();
  const [removing, setRemoving] = useState(false);
  const [fault, setFault] = useState<ErrorCode | null>(null);
  const name = document.name.split('/').at(-1) ?? document.name;
  const open = (version: VersionReport) => {
    setFault(null);
    api.original(version.id).then(
      (file) => saveFile(window, file, name),
      (error: unknown) => setFault(codeOf(error)),
    );
  };
  return (
    <>
      <section className={styles.part} aria-labelledby="document">
        <h2 id="document" className={styles.heading}>
          {document.name}
        </h2>
        <p className={styles.note}>Herkunft: {originWords[document.origin]}</p>
        <DataTable
          label="Fassungen"
          columns={columnsFor(document.origin === 'faq' ? null : open)}
          rows={document.versions}
          keyOf={({ id }) => id}
        />
        {fault !== null && <FaultBar code={fault} />}
      </section>
      {collection.mayEdit && (
        <section className={styles.part} aria-labelledby="document-change">
          <h2 id="document-change" className={styles.heading}>
            Angaben
          </h2>
          <DocumentForm
            key={document.revision}
            api={api}
            document={document}
            reviewMonths={collection.fields.reviewMonths}
            onChanged={onChanged}
            onReload={onReload}
          />
          <div>
            <Button onClick={() => setRemoving(true)}>Dokument löschen …</Button>
          </div>
        </section>
      )}
      {removing && (
        <RemovalDialog
          title={`„${name}“ löschen?`}
          verb="Dokument löschen"
          remove={(reason) => api.removeDocument(document.id, reason)}
          onRemoved={() => {
            say(`„${name}“ ist gelöscht.`);
            onChanged(document);
            goTo({ name: 'collection', id: collection.id, tab: 'dokumente' });
          }}
          onClose={() => setRemoving(false)}
        >
          <p className={styles.text}>
            Das Dokument wird mit allen {numberText(document.versions.length)} Fassungen, den Originalen und
            allen Abschnitten endgültig gelöscht. Gefunden wird es dann nicht mehr.
          </p>
        </RemovalDialog>
      )}
    </>
  );
}

function columnsFor(open: ((version: VersionReport) => void) | null): Column<VersionReport>[] {
  const columns: Column<VersionReport>[] = [
    { label: 'Fassung', cell: ({ number, title }) => `${number}: ${title}` },
    { label: 'Stand', cell: ({ state }) => stateWords[state] },
    { label: 'Gilt', cell: ({ validFrom, validTo }) => validityText(validFrom, validTo) },
    { label: 'Importiert', cell: ({ importedAt }) => momentText(importedAt) },
    { label: 'Seiten', kind: 'number', cell: ({ pages }) => (pages === null ? '–' : numberText(pages)) },
    { label: 'Abschnitte', kind: 'number', cell: ({ sections }) => numberText(sections) },
    { label: 'Größe', kind: 'number', cell: ({ bytes }) => sizeText(bytes) },
  ];
  if (open === null) return columns;
  return [
    ...columns,
    {
      label: 'Original',
      kind: 'buttons',
      cell: (version) => (
        <Button
          size="small"
          aria-label={`Original von Fassung ${version.number} speichern`}
          onClick={() => open(version)}
        >
          Original speichern
        </Button>
      ),
    },
  ];
}
