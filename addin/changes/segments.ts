import { inOrder } from './apply.ts';
import type { Change } from './changes.ts';

/** A piece of the old text as it is shown with its changes. */
export type Segment =
  | { type: 'same'; text: string }
  | {
      type: 'change';
      /** The change's id; a change that moves something has several places. */
      change: number;
      /** Empty where something only comes. May hold ends of paragraphs (`\n`). */
      old: string;
      /** Empty where something only goes. */
      new: string;
      /** Whether this is where something moved away from or to. */
      moved: 'from' | 'to' | null;
    }
  /** A paragraph of the old text ends. */
  | { type: 'break' };

/**
 * The old text with its changes in order, to be shown. Signs that can't be seen or that turn the direction of writing
 * are left out; line breaks stay `\v`.
 * @param before the old lines joined by `\n`
 */
export function segmentsOf(before: string, changes: readonly Change[]): Segment[] {
  const segments: Segment[] = [];
  const edits = inOrder(
    changes.flatMap(({ id, kind, edits }) => edits.map((edit) => ({ ...edit, id, kind }))),
  );
  let at = 0;
  for (const { id, kind, start, end, text } of edits) {
    addSame(segments, before.slice(at, start));
    const [gone, come] = [shown(before.slice(start, end)), shown(text)];
    const segment = { type: 'change' as const, change: id, old: gone, new: come };
    if (kind !== 'moved') segments.push({ ...segment, moved: null });
    else {
      if (gone !== '') segments.push({ ...segment, new: '', moved: 'from' });
      if (come !== '') segments.push({ ...segment, old: '', moved: 'to' });
    }
    at = end;
  }
  addSame(segments, before.slice(at));
  return segments;
}

function addSame(segments: Segment[], text: string): void {
  text.split('\n').forEach((line, index) => {
    if (index > 0) segments.push({ type: 'break' });
    const same = shown(line);
    if (same !== '') segments.push({ type: 'same', text: same });
  });
}

function shown(text: string): string {
  return text.replace(/(?![\t\n\v])[\p{Cc}\p{Bidi_Control}]/gu, '');
}
