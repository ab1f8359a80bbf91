import type { DocumentOrigin, VersionReport } from '../../contract/knowledge.ts';

/** Words and figures that more than one page of the console uses. */

const numbers = new Intl.NumberFormat('de-DE');
const moments = new Intl.DateTimeFormat('de-DE', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Europe/Berlin',
});
const dayParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: 'Europe/Berlin',
});

/** 12345 → "12.345" */
export function numberText(value: number): string {
  return numbers.format(value);
}

/** "1 Dokument", "2 Dokumente" */
export function countText(value: number, one: string, many: string): string {
  return `${numberText(value)} ${value === 1 ? one : many}`;
}

/** 2026-11-27 → "27.11.2026" */
export function dayText(day: string): string {
  return day.split('-').reverse().join('.');
}

/** A moment in Germany: "27.11.2026, 09:12 Uhr"; empty where it is none. */
export function momentText(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? '' : `${moments.format(time)} Uhr`;
}

/** The calendar day in Germany, `2026-11-27`. */
export function today(now = new Date()): string {
  return dayParts.format(now);
}

/** A day some months after another; the last of the month where that day does not exist. */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** "512 KB", "3,4 MB" */
export function sizeText(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  if (megabytes < 1) return `${numberText(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${numberText(Math.round(megabytes * 10) / 10)} MB`;
}

export const stateWords: Record<VersionReport['state'], string> = {
  current: 'gilt',
  coming: 'gilt künftig',
  old: 'abgelöst',
};

export const originWords: Record<DocumentOrigin, string> = {
  upload: 'Hochgeladen',
  folder: 'Überwachter Ordner',
  sharepoint: 'SharePoint',
  faq: 'FAQ-Freigabe',
};

/** From when to when something holds. */
export function validityText(from: string, to: string | null): string {
  return to === null ? `ab ${dayText(from)}` : `${dayText(from)} bis ${dayText(to)}`;
}
