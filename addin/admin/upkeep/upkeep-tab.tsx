import { Link } from '@fluentui/react-components';
import { type ReactNode, useCallback } from 'react';
import type { UpkeepReport } from '../../../contract/knowledge.ts';
import type { ConsoleApi } from '../api/console-api.ts';
import { type Column, DataTable } from '../parts/data-table.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { usePageStyles } from '../parts/use-page-styles.ts';
import { addressOf } from '../places.ts';
import { useAsked } from '../use-asked.ts';
import { dayText, numberText } from '../words.ts';
import { Duplicates } from './duplicates.tsx';

interface Ref {
  id: string;
  name: string;
  title: string;
}

/** A list never holds more than this. */
const MOST = 100;

/** What of a collection wants to be looked at, and where it can be mended. */
export function UpkeepTab({ api, collection }: { api: ConsoleApi; collection: string }) {
  const asked = useAsked(useCallback((signal) => api.upkeep(collection, signal), [api, collection]));
  return (
    <Loaded asked={asked} waiting="Pflegeliste wird geladen …">
      {(report) => <Lists api={api} collection={collection} report={report} />}
    </Loaded>
  );
}

function Lists({ api, collection, report }: { api: ConsoleApi; collection: string; report: UpkeepReport }) {
  const styles = usePageStyles();
  const link = ({ id, name }: Ref) => (
    <Link href={addressOf({ name: 'document', collection, id, file: name })}>{name}</Link>
  );
  const columns = columnsFor(link, styles.warning);
  return (
    <>
      <List
        id="reviews"
        title="Prüftermine und Alter"
        source="Das am längsten Überfällige zuerst, ohne Termin das Älteste · Stand heute · Quelle: Angaben der Dokumente. Öffnen Sie das Dokument und vermerken Sie „Geprüft“."
        empty="Es gibt noch kein Dokument."
        count={report.reviews.length}
      >
        <DataTable
          label="Prüftermine und Alter"
          columns={columns.reviews}
          rows={report.reviews}
          keyOf={({ id }) => id}
        />
      </List>
      <List
        id="unanswered"
        title="Fragen ohne Fundstelle"
        source="So lange Ihre Kommune Suchanfragen aufbewahrt · Quelle: Suchen ohne Ergebnis, maskiert und ohne Person; von seltenen Fragen wird kein Tag genannt. Fehlt ein Dokument, importieren Sie es; fehlt nur das Wort, tragen Sie es ins Wörterbuch ein."
        empty="Keine Frage ist ohne Fundstelle geblieben."
        count={report.unanswered.length}
      >
        <DataTable
          label="Fragen ohne Fundstelle"
          columns={columns.unanswered}
          rows={report.unanswered}
          keyOf={({ question }) => question}
        />
      </List>
      <List
        id="never-found"
        title="Nie gefunden"
        source={`Seit ${dayText(report.neverFound.since)} · Quelle: Suchanfragen. Prüfen Sie, ob der Abschnitt noch gebraucht wird oder andere Wörter verwendet als die Fragenden.`}
        empty={`Seit ${dayText(report.neverFound.since)} hat eine Suche zu jedem Abschnitt geführt, der schon so lange da ist. Neue Dokumente zählen erst nach 90 Tagen.`}
        count={report.neverFound.sections.length}
      >
        <DataTable
          label="Nie gefunden"
          columns={columns.neverFound}
          rows={report.neverFound.sections}
          keyOf={({ section }) => section}
        />
      </List>
      <List
        id="duplicates"
        title="Doppelt oder fast gleich"
        source={`Stand heute · Quelle: Vergleich aller geltenden Abschnitte${comparedText(report.comparedOnly)}. Entfernen Sie das Überflüssige, damit Antworten sich nicht widersprechen.`}
        empty={`Kein Abschnitt kommt doppelt vor${comparedText(report.comparedOnly)}.`}
        count={report.duplicates.length}
      >
        <Duplicates api={api} collection={collection} duplicates={report.duplicates} link={link} />
      </List>
      <List
        id="dead-links"
        title="Tote Verweise"
        source="Stand heute · Quelle: Prüfung der Adressen und Quellen. Berichtigen Sie das Dokument und importieren Sie es neu."
        empty="Alle Verweise und Quellen sind erreichbar."
        count={report.deadLinks.length}
      >
        <DataTable
          label="Tote Verweise"
          columns={columns.deadLinks}
          rows={report.deadLinks}
          keyOf={({ id, address }) => `${id} ${address ?? ''}`}
        />
      </List>
    </>
  );
}

/** Of a very large stock only a part is held against each other. */
function comparedText(only: number | null): string {
  return only === null ? '' : `; fast gleiche nur unter den ersten ${numberText(only)}`;
}

interface ListProps {
  id: string;
  title: string;
  /** Period, source and the way to mend it. */
  source: string;
  empty: string;
  count: number;
  children: ReactNode;
}

function List({ id, title, source, empty, count, children }: ListProps) {
  const styles = usePageStyles();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title} ({count >= MOST ? `${MOST} und mehr` : numberText(count)})
      </h2>
      {count === 0 ? (
        <p className={styles.text}>{empty}</p>
      ) : (
        <>
          <p className={styles.note}>{source}</p>
          {children}
        </>
      )}
    </section>
  );
}

function columnsFor(link: (ref: Ref) => ReactNode, warning: string) {
  const reviews: Column<UpkeepReport['reviews'][number]>[] = [
    { label: 'Dokument', cell: link },
    {
      label: 'Prüfung bis',
      cell: ({ reviewOn, overdue }) => {
        if (reviewOn === null) return '–';
        return overdue ? <span className={warning}>{dayText(reviewOn)}, überfällig</span> : dayText(reviewOn);
      },
    },
    { label: 'Gilt ab', cell: ({ validFrom }) => dayText(validFrom) },
  ];
  const unanswered: Column<UpkeepReport['unanswered'][number]>[] = [
    { label: 'Frage', cell: ({ question }) => question },
    { label: 'Anzahl', kind: 'number', cell: ({ times }) => numberText(times) },
    { label: 'Zuletzt', cell: ({ last }) => (last === null ? '–' : dayText(last)) },
    {
      label: 'Wörterbuch',
      kind: 'buttons',
      cell: ({ question }) => (
        <Link
          href={addressOf({ name: 'synonyms', word: '' })}
          aria-label={`Zum Wörterbuch, für die Frage: ${question}`}
        >
          Zum Wörterbuch
        </Link>
      ),
    },
  ];
  const neverFound: Column<UpkeepReport['neverFound']['sections'][number]>[] = [
    { label: 'Abschnitt', cell: ({ path, title }) => path.join(' › ') || title },
    { label: 'Dokument', cell: link },
  ];
  const deadLinks: Column<UpkeepReport['deadLinks'][number]>[] = [
    { label: 'Dokument', cell: link },
    // Only text: what does not answer may belong to somebody else by now.
    { label: 'Verweis', cell: ({ address }) => address ?? 'Die Quelle des Dokuments ist nicht mehr da.' },
    { label: 'Seit', cell: ({ since }) => dayText(since) },
  ];
  return { reviews, unanswered, neverFound, deadLinks };
}
