import {
  Button,
  Field,
  Link,
  Menu,
  MenuButton,
  MenuItemLink,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  Select,
} from '@fluentui/react-components';
import { useCallback, useMemo, useState } from 'react';
import { type AdminCard, type LibraryKind, libraryKinds } from '../../../contract/agents/library.ts';
import type { Me } from '../../../contract/identity.ts';
import type { LibraryApi } from '../api/library-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf } from '../places.ts';
import { useAsked } from '../use-asked.ts';
import { countText, momentText } from '../words.ts';
import { filtered, type LibraryFilter, noFilter } from './filter.ts';
import { ImportDialog } from './import-dialog.tsx';
import { newerText, ownerText, reviewText, stateText, usesText } from './library-words.ts';
import { ownersFor } from './owners.ts';

const STATES: Record<LibraryFilter['state'], string> = {
  all: 'Alle',
  todo: 'Zu tun',
  draft: 'Entwurf',
  submitted: 'Wartet auf Freigabe',
  approved: 'Freigegeben',
  withdrawn: 'Zurückgezogen',
};

/** What the Kommune and the Verbund have made ready: agents, Vorlagen, Textbausteine, Anweisungen. */
export function LibraryList({ api, me }: { api: LibraryApi; me: Me }) {
  const styles = usePageStyles();
  const asked = useAsked(
    useCallback(async (signal) => ({ list: await api.items(signal), at: new Date().toISOString() }), [api]),
  );
  const [filter, setFilter] = useState(noFilter);
  const [importing, setImporting] = useState(false);
  const columns = useMemo(() => columnsFor(me, styles.warning, styles.note), [me, styles]);
  const mayBegin = ownersFor(me).length > 0;
  return (
    <div className={styles.page}>
      <PageHead
        title="Bibliothek"
        facts="Agenten, Vorlagen, Textbausteine und Anweisungen, die Ihre Kommune und der Verbund bereithalten."
        {...(mayBegin && {
          actions: (
            <div className={styles.buttons}>
              <NewMenu />
              <Button onClick={() => setImporting(true)}>Aus Datei …</Button>
            </div>
          ),
        })}
      />
      <Loaded asked={asked} waiting="Bibliothek wird geladen …">
        {({ list, at }) => {
          const shown = filtered(list, filter);
          return list.length === 0 ? (
            <p className={styles.text}>
              {mayBegin
                ? 'Noch steht nichts in der Bibliothek. Beginnen Sie mit „Neu“, etwa mit einem Textbaustein.'
                : 'Noch steht nichts in der Bibliothek.'}
            </p>
          ) : (
            <div className={styles.part}>
              <Filters filter={filter} onChange={setFilter} />
              <p className={styles.note} role="status">
                {countText(shown.length, 'Eintrag', 'Einträge')}
                {shown.length < list.length && ` von ${list.length}`}
              </p>
              {shown.length > 0 && (
                <DataTable label="Bibliothek" columns={columns} rows={shown} keyOf={({ id }) => id} />
              )}
              <p className={styles.note}>
                Nutzungen: letzter voller Monat, Zahlen erst ab 5 Personen · Stand: {momentText(at)} · Quelle:
                Bibliothek von Amtsfeder.
              </p>
            </div>
          );
        }}
      </Loaded>
      {importing && <ImportDialog api={api} me={me} onClose={() => setImporting(false)} />}
    </div>
  );
}

function NewMenu() {
  return (
    <Menu>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="primary">Neu</MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {(Object.keys(libraryKinds) as LibraryKind[]).map((kind) => (
            <MenuItemLink key={kind} href={addressOf({ name: 'new-in-library', kind })}>
              {libraryKinds[kind]}
            </MenuItemLink>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

function Filters({ filter, onChange }: { filter: LibraryFilter; onChange: (filter: LibraryFilter) => void }) {
  const styles = usePageStyles();
  return (
    <div className={styles.row} role="search">
      <SearchBox
        className={styles.field}
        aria-label="Bibliothek durchsuchen"
        placeholder="Name suchen"
        value={filter.words}
        dismiss={{ 'aria-label': 'Eingabe löschen' }}
        onChange={(_event, { value }) => onChange({ ...filter, words: value })}
      />
      <Field label="Art">
        <Select
          className={styles.select}
          value={filter.kind}
          onChange={(_event, { value }) => onChange({ ...filter, kind: value as LibraryFilter['kind'] })}
        >
          <option value="all">Alle</option>
          {Object.entries(libraryKinds).map(([kind, label]) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <Field label="Stand">
        <Select
          className={styles.select}
          value={filter.state}
          onChange={(_event, { value }) => onChange({ ...filter, state: value as LibraryFilter['state'] })}
        >
          {Object.entries(STATES).map(([state, label]) => (
            <option key={state} value={state}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}

function columnsFor(me: Me, warning: string, note: string): Column<AdminCard>[] {
  return [
    {
      label: 'Name',
      cell: (card) => {
        const newer = newerText(card);
        return (
          <>
            <Link href={addressOf({ name: 'in-library', id: card.id, tab: 'bearbeiten' })}>{card.name}</Link>
            {newer !== null && <div className={note}>{newer}</div>}
          </>
        );
      },
    },
    { label: 'Art', cell: ({ kind }) => libraryKinds[kind] },
    { label: 'Eigentümer', cell: (card) => ownerText(card, me.kommune) },
    {
      label: 'Stand',
      cell: (card) =>
        card.state === 'submitted' ? (
          <Link href={addressOf({ name: 'in-library', id: card.id, tab: 'freigabe' })}>
            {stateText(card)}
          </Link>
        ) : (
          stateText(card)
        ),
    },
    {
      label: 'Überprüfung',
      cell: ({ reviewOn, overdue }) => (
        <>
          {reviewText(reviewOn)}
          {overdue && <div className={warning}>Überprüfung fällig</div>}
        </>
      ),
    },
    { label: 'Nutzungen', kind: 'number', cell: ({ uses }) => usesText(uses) },
  ];
}
