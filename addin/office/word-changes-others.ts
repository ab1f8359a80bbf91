import type { Found, Target } from './word-changes-find.ts';
import { linesOfPiece } from './word-changes-plan.ts';
import type { Piece } from './word-changes-plan.ts';
import type { WordLines, WrittenWords } from './word-lines.ts';

/** What is to be written over, and what we have written there or beside it ourselves. */
export interface Guarded {
  edit: number;
  range: Word.Range;
  own: readonly WrittenWords[];
  /** Whether ends of paragraphs may be marked by us. */
  marks: boolean;
}

/**
 * Tells where tracked changes stand that aren't ours: striking them out or taking ours back would take theirs away.
 * Where Word can't tell (text was moved there: office-js #5535), the place counts as someone else's. Needs WordApi 1.6.
 * Before that only `getReviewedText` tells whether a paragraph has revisions at all, and it has crashed Word
 * (office-js #5873), so nothing is asked there. Nothing is rejected there either: what a colleague had inserted into the
 * old words comes back with them, but as plain text.
 * @returns one answer for each; never throws
 */
export async function holdOthers(
  context: Word.RequestContext,
  guarded: readonly Guarded[],
): Promise<boolean[]> {
  if (guarded.length === 0) return [];
  try {
    const asked = guarded.map(({ range }) => changesIn(range));
    await context.sync();
    return guarded.map((one, index) => (asked[index]?.items ?? []).some((change) => !isOwn(change, one)));
  } catch {
    if (guarded.length === 1) return [true];
    const middle = Math.ceil(guarded.length / 2);
    const first = await holdOthers(context, guarded.slice(0, middle));
    return [...first, ...(await holdOthers(context, guarded.slice(middle)))];
  }
}

/**
 * What of edits must not hold the changes of others: the old words, and all of the paragraphs whose ends are touched.
 * Of one behind which another is added it is the end, which Word may give to the new one.
 */
export function guardsOf(
  lines: WordLines,
  words: readonly { edit: number; target: Target }[],
  structural: readonly { edit: number; piece: Piece }[],
  found: ReadonlyMap<number, Found>,
): Guarded[] {
  const marks = lines.paragraphs.length > 0;
  return [
    ...words.map(({ edit, target }) => ({ edit, range: target.range, own: target.found.written, marks })),
    ...structural.flatMap(({ edit, piece }) =>
      linesOfPiece(piece).flatMap((line) => {
        const one = found.get(line);
        const range = one === undefined ? null : touchedBy(piece, one.paragraph);
        return one === undefined || range === null ? [] : [{ edit, range, own: one.written, marks }];
      }),
    ),
  ];
}

function touchedBy(piece: Piece, paragraph: Word.Paragraph): Word.Range | null {
  const whole = paragraph.getRange('Whole');
  if (piece.type !== 'add') return whole;
  return piece.where === 'After' ? paragraph.getRange('End').expandTo(whole.getRange('End')) : null;
}

/** Loads what is needed to tell whose the tracked changes in a range are. Queued, not sent. */
export function changesIn(range: Word.Range): Word.TrackedChangeCollection {
  const changes = range.getTrackedChanges();
  changes.load('type,text');
  return changes;
}

/** Words of ours that stand side by side, so that Word makes one change of them. */
export function clustersOf<Of extends { record: WrittenWords }>(all: readonly Of[]): Of[][] {
  const clusters: Of[][] = [];
  const sorted = all.toSorted(
    ({ record: one }, { record: other }) =>
      one.line - other.line || one.start - other.start || one.end - other.end,
  );
  for (const one of sorted) {
    const last = clusters.at(-1);
    const before = last?.at(-1)?.record;
    if (before?.line === one.record.line && before.end === one.record.start) last?.push(one);
    else clusters.push([one]);
  }
  return clusters;
}

/** What is ours of the changes at a cluster, to be rejected one by one, and whether there is more. */
export interface Sorted {
  /** Null where not all of what we wrote is there as we wrote it. */
  own: Word.TrackedChange[] | null;
  others: boolean;
}

/** @param changes by the order of their places */
export function sortOut(changes: readonly Word.TrackedChange[], records: readonly WrittenWords[]): Sorted {
  const [added, struck] = [join(records, 'text'), join(records, 'old')];
  const first = stretchOf(changes, 'Added', added);
  const second = stretchOf(changes, 'Deleted', struck);
  const own = first === null || second === null ? null : [...first, ...second];
  const others = changes.some((change) => {
    if (own !== null) return !own.includes(change);
    return !(change.type === 'Added' ? added : struck).includes(plain(change.text));
  });
  return { own, others };
}

/** The changes that make up a text together; null where there are none, or more than once. */
function stretchOf(
  changes: readonly Word.TrackedChange[],
  type: 'Added' | 'Deleted',
  text: string,
): Word.TrackedChange[] | null {
  if (text === '') return [];
  const fitting = changes.filter((change) => change.type === type);
  const found = fitting.flatMap((_, from) => {
    let to = from;
    let joined = '';
    while (to < fitting.length && joined.length < text.length) {
      joined += plain(fitting[to]?.text ?? '');
      to += 1;
    }
    return joined === text && plain(fitting[from]?.text ?? '') !== '' ? [fitting.slice(from, to)] : [];
  });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function isOwn(change: Word.TrackedChange, { own, marks }: Guarded): boolean {
  const name = change.type === 'Added' ? 'text' : change.type === 'Deleted' ? 'old' : null;
  const text = plain(change.text);
  if (name === null) return false;
  if (/^\v?$/.test(text)) return marks;
  const clusters = clustersOf(own.map((record) => ({ record })));
  const joined = clusters.map((cluster) =>
    join(
      cluster.map(({ record }) => record),
      name,
    ),
  );
  return [...joined, ...own.map((record) => plain(record[name]))].includes(text);
}

function join(records: readonly WrittenWords[], name: 'text' | 'old'): string {
  return plain(records.map((record) => record[name]).join(''));
}

/** Programs differ in the signs of line breaks and notes. */
function plain(text: string): string {
  return text.replaceAll(/[\r\n]/g, '\v').replaceAll(/[^\P{Cc}\t\v]/gu, '');
}
