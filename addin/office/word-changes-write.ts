import type { Target } from './word-changes-find.ts';
import type { Place } from './word-locate.ts';
import { revised } from './word-revisions.ts';

/** Words to be written: `text` in the place of the target. */
export interface Order {
  target: Target;
  text: string;
  /** A character beside an insertion, whose look it takes over; null where the target has text or stands alone. */
  beside: Word.Range | null;
}

/** The place of the character beside an insertion; null where there is none or text is replaced. */
export function besideOf(place: Place): Place | null {
  const { start, end, raw } = place;
  if (start < end || raw === '') return null;
  return start > 0 ? { ...place, start: start - 1 } : { ...place, end: 1 };
}

/** Replaces words with Word's own means; runs that are not touched keep their look. Queued, not sent. */
export function writeWords({ target, text }: Order): void {
  const { range, start, end } = target;
  if (text !== '') putText(range, text, start === end ? 'Start' : 'Replace');
  else if (start < end) range.delete();
}

/** @returns the range of the new text, null where it is nothing but line breaks */
export function putText(range: Word.Range, text: string, where: 'Start' | 'Replace'): Word.Range | null {
  const parts = text.split('\v');
  const written: { range: Word.Range; breaks: number }[] = [];
  let leading = 0;
  for (const [index, part] of parts.entries()) {
    const last = written.at(-1);
    if (index > 0 && last !== undefined) last.breaks += 1;
    else if (index > 0) leading += 1;
    if (part === '') continue;
    const next = last === undefined ? range.insertText(part, where) : last.range.insertText(part, 'After');
    written.push({ range: next, breaks: 0 });
  }
  const first = written[0]?.range;
  for (let count = 0; count < leading; count += 1) (first ?? range).insertBreak('Line', 'Before');
  if (first === undefined && where === 'Replace') range.delete();
  for (const one of written) {
    for (let count = 0; count < one.breaks; count += 1) one.range.insertBreak('Line', 'After');
  }
  return first?.expandTo(written.at(-1)?.range ?? first) ?? null;
}

/**
 * Writes revision marks into the text, for a Word whose change tracking can't be switched on. Where the marks can't be
 * made (there is more than words), the new words simply stand there.
 * @throws the errors of Office
 */
export async function writeRevisions(
  context: Word.RequestContext,
  orders: readonly Order[],
  date: Date,
): Promise<void> {
  const read = orders.map(({ target, beside }) => (beside ?? target.range).getOoxml());
  await context.sync();
  for (const [index, order] of orders.entries()) {
    const { start, end, range } = order.target;
    const ooxml = read[index]?.value ?? '';
    const marked = revised(ooxml, { text: order.text, keep: start === end, date });
    if (marked === null) writeWords(order);
    else range.insertOoxml(marked, start === end ? 'Start' : 'Replace');
  }
  await context.sync();
}
