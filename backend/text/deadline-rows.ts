import { datesIn } from './dates.ts';

/** A row of a table that says by when something is due. */
export interface RowStep {
  /** The cell of the deadline, word for word. */
  until: string;
  /** The other cells that say what is due and who has to do it; empty where the table has no such column. */
  what: string;
  who: string;
  /** The day, where the year is said. */
  iso: string | null;
}

/** Places of the columns of a table. */
export interface Columns {
  until: number;
  who: number;
}

const UNTIL =
  /^(?:bis(?: wann| zum| spätestens)?|zu erledigen bis|frist(?:en|ende|ablauf)?|termine?|stichtag|fällig(?:keit)?(?: am| bis)?|abgabe(?:termin|frist)|spätestens(?: am| bis)?)$/iu;
const WHO =
  /^(?:wer|zuständig(?:keit)?|verantwortlich(?:e[rn]?)?|durch(?: wen)?|adressat(?:en)?|stelle|bearbeitung)$/iu;
const MAX_UNTIL_CHARS = 60;

/** The columns that the header of a table of deadlines names; null for every other row. */
export function columnsOf(cells: string[]): Columns | null {
  const names = cells.map((cell) => cell.replace(/[*_:]/gu, '').trim());
  const until = names.findIndex((name) => UNTIL.test(name));
  // A row such as "Frist | 15.06.2026" is no header; it says its deadline itself.
  if (until < 0 || names.some((name) => /\d/u.test(name))) return null;
  return { until, who: names.findIndex((name) => WHO.test(name)) };
}

/** What a row below such a header says; null where its cell names no day. */
export function stepIn(cells: string[], { until, who }: Columns): RowStep | null {
  const when = cells[until] ?? '';
  const day = datesIn(when)[0];
  if (!day || when.length > MAX_UNTIL_CHARS) return null;
  const what = cells.filter((cell, i) => i !== until && i !== who && cell !== '').join(' · ');
  return { until: when, what, who: who < 0 ? '' : (cells[who] ?? ''), iso: day.iso };
}
