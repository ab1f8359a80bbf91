import type { WrittenWords } from './word-lines.ts';

/** What is to be written over, and what we have written there or beside it ourselves. */
export interface Guarded {
  range: Word.Range;
  own: readonly WrittenWords[];
}

/**
 * Tells where tracked changes stand that aren't ours: striking them out or taking ours back would take theirs away.
 * Where Word can't tell (text was moved there: office-js #5535), the place counts as someone else's. Needs WordApi 1.6.
 * Before that only `getReviewedText` tells whether a paragraph has revisions at all, and it has crashed Word
 * (office-js #5873), so nothing is asked there; and as nothing is rejected there either, only a person can lose theirs.
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
    return guarded.map(({ own }, index) => (asked[index]?.items ?? []).some((change) => !isOwn(change, own)));
  } catch {
    if (guarded.length === 1) return [true];
    const middle = Math.ceil(guarded.length / 2);
    const first = await holdOthers(context, guarded.slice(0, middle));
    return [...first, ...(await holdOthers(context, guarded.slice(middle)))];
  }
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

function isOwn(change: Word.TrackedChange, own: readonly WrittenWords[]): boolean {
  const name = change.type === 'Added' ? 'text' : change.type === 'Deleted' ? 'old' : null;
  const text = plain(change.text);
  if (name === null) return false;
  const clusters = clustersOf(own.map((record) => ({ record })));
  const joined = clusters.map((cluster) =>
    join(
      cluster.map(({ record }) => record),
      name,
    ),
  );
  return [...joined, ...own.map((record) => plain(record[name]))].some((one) => one === text && text !== '');
}

function join(records: readonly WrittenWords[], name: 'text' | 'old'): string {
  return plain(records.map((record) => record[name]).join(''));
}

/** Programs differ in the signs of line breaks and notes. */
function plain(text: string): string {
  return text.replaceAll(/[\r\n]/g, '\v').replaceAll(/[^\P{Cc}\t\v]/gu, '');
}
