import { blocksOf } from './blocks.ts';
import { datesIn } from './dates.ts';
import type { Digest } from './digest.ts';
import { fieldsOf, valuesOf, type Field } from './fields.ts';

/** Blocks that the head of a letter takes at most. */
const HEAD_BLOCKS = 14;
/** Characters in which a head is looked for. */
const HEAD_CHARS = 20_000;

/** The day on a document, word for word: what is labelled so, or a line of the head with little more than a place and a date. */
export function documentDay(from: Pick<Digest, 'blocks'>, fields: Field[]): string {
  const labelled = valuesOf(fields, /^(?:Datum|Stand)$/u).find((value) => datesIn(value).length > 0);
  if (labelled !== undefined) return labelled;
  for (const { text, kind } of from.blocks.slice(0, HEAD_BLOCKS)) {
    const date = datesIn(text).find(({ iso }) => iso !== null);
    if (date && kind !== 'row' && text.trim().length < 50 && isDateLine(text, date.text)) return date.text;
  }
  return '';
}

/** "Kusel, den 17.11.2026", but not "bis zum 15.02.2027 zu entrichten": a deadline is no day of writing. */
function isDateLine(text: string, date: string): boolean {
  const line = text.split('\n').find((one) => one.includes(date)) ?? '';
  const beside = line.replace(date, ' ').match(/\p{L}+/gu) ?? [];
  return (
    beside.length <= 4 && !beside.some((word) => /^(?:bis|ab|spätestens|Frist|Termin|fällig)$/iu.test(word))
  );
}

/**
 * The day on which a document was written, as its head says it.
 * @returns ISO 8601, or null where it names none with its year
 */
export function documentDayIn(text: string): string | null {
  const source = text.slice(0, HEAD_CHARS);
  const head = { source, blocks: [...blocksOf(source)] };
  return datesIn(documentDay(head, fieldsOf(head)))[0]?.iso ?? null;
}
