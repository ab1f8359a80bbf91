import { Button, Link } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { useCallback, useMemo } from 'react';
import type { Me } from '../../../contract/identity.ts';
import type { CollectionReport } from '../../../contract/knowledge.ts';
import { classLabels } from '../../pane/privacy/privacy-words.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf } from '../places.ts';
import { useAsked } from '../use-asked.ts';
import { momentText, numberText } from '../words.ts';
import { ownerText } from './collection-words.ts';
import { mayCreate } from './owners.ts';

/** All collections that somebody may read or change. */
export function CollectionList({ api, me }: { api: ConsoleApi; me: Me }) {
  const styles = usePageStyles();
  const asked = useAsked(
    useCallback(
      async (signal) => ({ list: await api.collections(signal), at: new Date().toISOString() }),
      [api],
    ),
  );
  const columns = useMemo(() => columnsFor(me, styles.warning, styles.note), [me, styles]);
  return (
    <div className={styles.page}>
      <PageHead
        title="Sammlungen"
        facts="Was Ihre Kommune und der Verbund zum Nachschlagen bereithalten."
        {...(mayCreate(me) && {
          actions: (
            <Button
              as="a"
              appearance="primary"
              icon={<AddRegular />}
              href={addressOf({ name: 'new-collection' })}
            >
              Sammlung anlegen
            </Button>
          ),
        })}
      />
      <Loaded asked={asked} waiting="Sammlungen werden geladen …">
        {({ list, at }) =>
          list.length === 0 ? (
            <p className={styles.text}>
              {mayCreate(me)
                ? 'Noch gibt es keine Sammlung. Legen Sie eine an, etwa „Dienstanweisungen“, und importieren Sie dann die Dokumente.'
                : 'Für Sie gibt es noch keine Sammlung. Sammlungen legt Ihre Fachadministration an.'}
            </p>
          ) : (
            <div className={styles.part}>
              <DataTable label="Sammlungen" columns={columns} rows={list} keyOf={({ id }) => id} />
              <p className={styles.note}>
                Stand: {momentText(at)} · Quelle: Bestand von Amtsfeder. Überfällig sind Dokumente, deren
                Prüftermin vorbei ist.
              </p>
            </div>
          )
        }
      </Loaded>
    </div>
  );
}

function columnsFor(me: Me, warning: string, note: string): Column<CollectionReport>[] {
  return [
    {
      label: 'Name',
      cell: ({ id, fields }) => (
        <>
          <Link href={addressOf({ name: 'collection', id, tab: 'dokumente' })}>{fields.name}</Link>
          {fields.description !== '' && <div className={note}>{fields.description}</div>}
        </>
      ),
    },
    {
      label: 'Inhaberin',
      cell: (report) => (
        <>
          {ownerText(report, me.kommune)}
          {!report.mayEdit && <div className={note}>nur lesen</div>}
        </>
      ),
    },
    { label: 'Dokumente', kind: 'number', cell: ({ documents }) => numberText(documents) },
    { label: 'Abschnitte', kind: 'number', cell: ({ sections }) => numberText(sections) },
    { label: 'Datenklasse', cell: ({ fields }) => classLabels[fields.dataClass] },
    {
      label: 'Überfällig',
      kind: 'number',
      cell: ({ id, overdue, mayEdit }) =>
        overdue === 0 ? (
          '0'
        ) : mayEdit ? (
          <Link href={addressOf({ name: 'collection', id, tab: 'pflege' })} className={warning}>
            {numberText(overdue)}
          </Link>
        ) : (
          <span className={warning}>{numberText(overdue)}</span>
        ),
    },
  ];
}
