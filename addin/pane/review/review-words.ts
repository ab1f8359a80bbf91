import type { EditOutcome, Marking, Outcome } from '../../office/host.ts';
import { hostErrorText } from '../german.ts';
import { type ChangeState, counts, type Review } from './review.ts';

/** How changes will be seen in what is open. */
export function markingText(marking: Marking, host: string): string {
  switch (marking) {
    case 'tracked':
      return 'Erscheint als nachverfolgte Änderung; Format, Fußnoten und Verweise bleiben.';
    case 'revisions':
      return `Erscheint in dieser Version von ${host} als Überarbeitungsmarke.`;
    case 'plain':
      return 'Ersetzt wird nur, was sich ändert, ohne Markierung.';
  }
}

/** Why a change was not made, in a few words. */
export function leftOverText(status: Exclude<EditOutcome['status'], 'done'>): string {
  switch (status) {
    case 'changed':
      return 'nicht mehr anwendbar';
    case 'protected':
      return 'geschützte Stelle';
    case 'unconfirmed':
      return 'nicht bestätigt';
    case 'failed':
      return 'nicht gelungen';
  }
}

/** A change as it is read aloud. */
export function changeLabel(
  { old, new: added, moved }: { old: string; new: string; moved: 'from' | 'to' | null },
  state: ChangeState,
): string {
  return `${whatChanges(old.trim(), added.trim(), moved)}. ${stateWords[state]}`;
}

const stateWords: Record<ChangeState, string> = {
  taken: 'Wird übernommen',
  left: 'Bleibt, wie es war',
  done: 'Übernommen',
  changed: 'Nicht mehr anwendbar, der Absatz wurde inzwischen geändert',
  protected: 'Nicht übernommen: Hier steht ein Verweis, ein Feld, ein Bild oder ein fester Textbaustein',
  unconfirmed: 'Nicht bestätigt, bitte nachsehen',
  failed: 'Nicht übernommen',
};

function whatChanges(old: string, added: string, moved: 'from' | 'to' | null): string {
  if (moved === 'from') return `Von hier verschoben: ${old}`;
  if (moved === 'to') return `Hierher verschoben: ${added}`;
  if (old === '' && added === '') return 'Absatz oder Leerzeichen';
  if (old === '') return `Neu: ${added}`;
  return added === '' ? `Entfällt: ${old}` : `Statt „${old}“: „${added}“`;
}

export function applyText(count: number): string {
  if (count === 0) return 'Nichts übernehmen';
  return count === 1 ? '1 Änderung übernehmen' : `${count} Änderungen übernehmen`;
}

/** What became of the changes that were handed over; empty where none were. */
export function reviewText(review: Review, host: string): string {
  const { back } = review;
  const counted = counts(review);
  const parts = [
    counted.done > 0 && `${counted.done} übernommen`,
    counted.changed > 0 &&
      `${counted.changed} nicht mehr anwendbar, weil der Absatz inzwischen geändert wurde`,
    counted.protected > 0 &&
      `${counted.protected} an geschützten Stellen (Verweis, Feld, Bild, Textbaustein) nicht übernommen`,
    counted.unconfirmed > 0 && `${counted.unconfirmed} nicht bestätigt, bitte sehen Sie nach`,
    counted.failed > 0 && `${counted.failed} nicht gelungen`,
  ].filter((part) => part !== false);
  return [parts.length > 0 ? `${parts.join(' · ')}.` : '', back === null ? '' : backText(back, host)]
    .filter(Boolean)
    .join(' ');
}

function backText(back: Outcome, host: string): string {
  switch (back.status) {
    case 'done':
      return 'Alle Änderungen zurückgenommen.';
    case 'changed':
      return 'Was Sie inzwischen selbst angenommen oder bearbeitet haben, bleibt stehen.';
    case 'failed':
      return `Zurücknehmen hat nicht geklappt. ${hostErrorText(back.why, host)}`;
    case 'unconfirmed':
    case 'copied-instead':
    case 'opened-and-copied':
      return `${host} hat es nicht bestätigt. Bitte sehen Sie nach.`;
  }
}
