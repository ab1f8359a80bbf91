import { useState } from 'react';
import type { Source } from '../../../contract/source.ts';
import type { DueDate } from '../../../contract/summary.ts';
import type { Host, Outcome } from '../../office/host.ts';
import { fileName, saveFile } from '../../output/save-file.ts';
import { entryTitle } from './summary-words.ts';
import type { Version } from '../work.ts';

export interface EvidenceUse {
  /** Shows a passage of what was read: selected in the document, or in a window where the host can't. */
  show: (passage: string) => void;
  /** The passage that is shown in a window; null while none is. */
  open: { source: Source; passage: string } | null;
  close: () => void;
  addToCalendar: (dueDate: DueDate) => void;
  /** What became of the last entry for the calendar; null where there was none. */
  entry: Outcome['status'] | 'saved' | null;
}

/** Leads from a statement to where it stands, and from a day to the calendar. */
export function useEvidence(host: Host, version: Version | undefined): EvidenceUse {
  const [open, setOpen] = useState<EvidenceUse['open']>(null);
  const [entry, setEntry] = useState<EvidenceUse['entry']>(null);
  const source = version?.origin.ask.input.source;
  return {
    open,
    close: () => setOpen(null),
    entry,
    show: (passage) => {
      void host
        .reveal(passage)
        .catch(() => false)
        .then((shown) => {
          if (!shown && source !== undefined) setOpen({ source, passage });
        });
    },
    addToCalendar: ({ what, date, rule }) => {
      const notes = [version?.origin.title, rule].filter(Boolean).join('\n');
      const wanted = { title: entryTitle(what), date, notes };
      if (host.addToCalendar !== null) {
        void host.addToCalendar(wanted).then(({ status }) => setEntry(status));
        return;
      }
      void import('./calendar.ts').then(({ icsOf }) => {
        const file = new Blob([icsOf(wanted, new Date())], { type: 'text/calendar' });
        saveFile(window, file, fileName(`Termin ${date}`, 'ics'));
        setEntry('saved');
      });
    },
  };
}

/** What became of an entry for the calendar, in words. */
export function entryText(entry: NonNullable<EvidenceUse['entry']>, host: string): string {
  switch (entry) {
    case 'saved':
      return 'Der Termin ist als Datei gespeichert (.ics); öffnen Sie sie, um ihn einzutragen.';
    case 'done':
      return 'Das Formular für den Termin ist geöffnet. Gespeichert wird er erst, wenn Sie es tun.';
    case 'changed':
    case 'unconfirmed':
    case 'copied-instead':
    case 'opened-and-copied':
    case 'failed':
      return `${host} hat das Formular für den Termin nicht geöffnet.`;
  }
}
