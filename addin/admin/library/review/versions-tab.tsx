import { useCallback, useState } from 'react';
import type { AdminItem, LibraryVersion } from '../../../../contract/agents/library.ts';
import type { LibraryApi } from '../../api/library-api.ts';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { usePageStyles } from '../../parts/use-page-styles.ts';
import { useAsked } from '../../use-asked.ts';
import { momentText } from '../../words.ts';
import { Choice } from '../builder/form-parts.tsx';
import { actorText, stateLabels } from '../library-words.ts';
import { DiffView } from './diff-view.tsx';
import { OriginView } from './origin-view.tsx';

const columns: Column<LibraryVersion>[] = [
  { label: 'Fassung', cell: ({ number }) => `Fassung ${number}` },
  { label: 'Stand', cell: ({ state }) => stateLabels[state] },
  { label: 'Geändert', cell: ({ changedAt }) => momentText(changedAt) },
  { label: 'Von', cell: ({ author }) => actorText(author) },
  { label: 'Freigegeben von', cell: ({ approver }) => (approver === null ? '–' : actorText(approver)) },
  { label: 'Grund', cell: ({ reason }) => reason || '–' },
];

/** All versions, and what changed between two of them. */
export function VersionsTab({ api, item }: { api: LibraryApi; item: AdminItem }) {
  const styles = usePageStyles();
  const { card, versions } = item;
  const numbers = versions.map(({ number }) => number);
  const [newest = 0, before = 0] = numbers;
  const [pair, setPair] = useState<{ number: number; against: number }>({ number: newest, against: before });
  const options = Object.fromEntries(
    versions.map(({ number, state }) => [String(number), `Fassung ${number} (${stateLabels[state]})`]),
  );
  return (
    <div className={styles.page}>
      <section className={styles.part} aria-label="Alle Fassungen">
        <h2 className={styles.heading}>Alle Fassungen</h2>
        <DataTable label="Fassungen" columns={columns} rows={versions} keyOf={({ number }) => number} />
      </section>
      {versions.length > 1 && (
        <section className={styles.part} aria-label="Vergleichen">
          <h2 className={styles.heading}>Vergleichen</h2>
          <div className={styles.row}>
            <Choice
              label="Fassung"
              value={String(pair.number)}
              options={options}
              onChange={(value) => setPair({ ...pair, number: Number(value) })}
            />
            <Choice
              label="mit"
              value={String(pair.against)}
              options={options}
              onChange={(value) => setPair({ ...pair, against: Number(value) })}
            />
          </div>
          <Changes key={`${pair.number} ${pair.against}`} api={api} id={card.id} {...pair} />
        </section>
      )}
      {card.copiedFrom !== null && <OriginView api={api} item={item} from={card.copiedFrom} />}
    </div>
  );
}

interface ChangesProps {
  api: LibraryApi;
  id: string;
  number: number;
  against: number;
}

function Changes({ api, id, number, against }: ChangesProps) {
  const ask = useCallback(
    (signal: AbortSignal) => api.version(id, number, against, signal),
    [api, id, number, against],
  );
  const asked = useAsked(ask);
  return (
    <Loaded asked={asked} waiting="Wird verglichen …">
      {({ changes }) => <DiffView label={`Fassung ${number} gegenüber ${against}`} lines={changes} />}
    </Loaded>
  );
}
