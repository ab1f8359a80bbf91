import { MAX_SAME, type Rule, lacking, placeOf } from './finding.ts';
import type { FormFinding } from '../../contract/forms.ts';
import type { FormLine, FormText } from './form-text.ts';

/** A row that adds up those above it. */
const TOTAL =
  /^(?:Zwischen)?(?:Summen?|Gesamt(?:summe|kosten|betrag|ausgaben|einnahmen|aufwand)?|Insgesamt|Total)(?!\p{L})/iu;
/** It only tells of what another row holds already. */
const OF_WHICH = /^(?:davon|darunter|nachrichtlich)(?!\p{L})/iu;
const TAKEN_OFF = /^(?:abzüglich|abzgl\.|minus|\.\/\.|−|-\s)/iu;
const FIGURE = /^([-−+]?)\s?(\d{1,3}(?:\.\d{3}){1,5}|\d{1,15})(?:,(\d{1,2}|-{1,2}))?\s?(?:€|EUR|Euro)?$/u;
const NOTHING = /^(?:[-–—−]|)$/u;
/** More cells than any paper has; beyond it nothing is added up. */
const MAX_COLUMNS = 60;

/** What a cell of a table is worth in cents; null where it is no amount in the German way. */
export function centsOf(cell: string): number | null {
  const found = FIGURE.exec(cell);
  if (!found) return null;
  const [, sign = '', whole = '', decimals = ''] = found;
  const cents = decimals.startsWith('-') ? 0 : Number(decimals.padEnd(2, '0').slice(0, 2));
  const value = Number(whole.replaceAll('.', '')) * 100 + cents;
  return sign === '-' || sign === '−' ? -value : value;
}

function euros(cents: number): string {
  const value = Math.abs(cents);
  const whole = String(Math.floor(value / 100)).replaceAll(/(?<=\d)(?=(?:\d{3})+$)/gu, '.');
  return `${cents < 0 ? '-' : ''}${whole},${String(value % 100).padStart(2, '0')}`;
}

/** The tables of a text: rows that stand together. */
export function tablesOf({ lines }: FormText): FormLine[][] {
  const tables: FormLine[][] = [];
  let last: FormLine | null = null;
  for (const line of lines) {
    if (line.kind === 'row') {
      if (last?.kind === 'row' && last.group === line.group) tables.at(-1)?.push(line);
      else tables.push([line]);
    }
    last = line;
  }
  return tables;
}

function wrongSums(table: FormLine[], column: number): FormFinding[] {
  const found: FormFinding[] = [];
  let all = 0;
  let sinceTotal = 0;
  let subtotals = 0;
  let items = 0;
  for (const [i, { cells }] of table.entries()) {
    const label = cells[0] ?? '';
    const cell = cells[column] ?? '';
    if (OF_WHICH.test(label)) continue;
    const cents = centsOf(cell);
    if (TOTAL.test(label) && cents !== null && items > 0) {
      const right = [all, sinceTotal, subtotals].includes(cents);
      if (!right) {
        const sum = euros(sinceTotal);
        const text = `Die Summe stimmt nicht: In der Zeile „${label}“ steht ${cell}, die Zeilen darüber ergeben ${sum}.`;
        found.push(lacking('table-sum', text, { place: placeOf(cell) }));
      }
      subtotals += cents;
      sinceTotal = 0;
    } else if (cents !== null) {
      const value = TAKEN_OFF.test(label) ? -Math.abs(cents) : cents;
      items++;
      all += value;
      sinceTotal += value;
    } else if (!NOTHING.test(cell) && i > 0) {
      // Words or other units among the figures: nobody can tell what is to be added up.
      return found;
    }
  }
  return found;
}

/** Columns of figures under which a sum stands that is not theirs; they are added up in cents. */
export const tableSums: Rule = (text) => {
  const found: FormFinding[] = [];
  for (const table of tablesOf(text)) {
    const columns = Math.min(MAX_COLUMNS, table[0]?.cells.length ?? 0);
    if (!table.some(({ cells }) => TOTAL.test(cells[0] ?? ''))) continue;
    for (let column = 1; column < columns; column++) found.push(...wrongSums(table, column));
    if (found.length >= MAX_SAME) break;
  }
  return found.slice(0, MAX_SAME);
};
