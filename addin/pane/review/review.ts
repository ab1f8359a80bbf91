import type { Change } from '../../changes/changes.ts';
import type { Edit, EditOutcome, Outcome } from '../../office/host.ts';

/** What a person has decided about the changes of a rewritten text, and what became of them. */
export interface Review {
  changes: readonly Change[];
  /** Ids of the changes that shall not be made. */
  left: readonly number[];
  /** What became of the changes that were handed to the document, by id. */
  outcomes: Readonly<Record<number, EditOutcome>>;
  /** What became of taking them back; null until it was tried. */
  back: Outcome | null;
}

export function newReview(changes: readonly Change[]): Review {
  return { changes, left: [], outcomes: {}, back: null };
}

/** Where a change stands. */
export type ChangeState = 'taken' | 'left' | EditOutcome['status'];

export function stateOf({ left, outcomes }: Review, id: number): ChangeState {
  return outcomes[id]?.status ?? (left.includes(id) ? 'left' : 'taken');
}

/** The changes that would be made now: neither left out nor tried before. */
export function wanted(review: Review): Change[] {
  return review.changes.filter(({ id }) => stateOf(review, id) === 'taken');
}

/** Turns a change around that has not been handed over yet. */
export function toggle(review: Review, id: number): Review {
  const left = review.left.includes(id) ? review.left.filter((other) => other !== id) : [...review.left, id];
  return { ...review, left };
}

/** The edits of some changes in the order of the text, each with the change it belongs to. */
export function editsOf(changes: readonly Change[]): { id: number; edit: Edit }[] {
  return changes
    .flatMap(({ id, edits }) => edits.map((edit) => ({ id, edit })))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end);
}

/** The worst first: half of a moved sentence is not a change that was made. */
const WORST: EditOutcome['status'][] = ['failed', 'unconfirmed', 'changed', 'protected', 'done'];

/** What became of whole changes, given what became of their edits. */
export function outcomesOf(
  edits: readonly { id: number }[],
  outcomes: readonly EditOutcome[],
): Record<number, EditOutcome> {
  const all: Record<number, EditOutcome> = {};
  edits.forEach(({ id }, index) => {
    const next = outcomes[index] ?? { status: 'unconfirmed' };
    const known = all[id];
    if (known === undefined || WORST.indexOf(next.status) < WORST.indexOf(known.status)) all[id] = next;
  });
  return all;
}

/** How many changes ended how. */
export function counts({ outcomes }: Review): Record<EditOutcome['status'], number> {
  const counted = { done: 0, changed: 0, protected: 0, unconfirmed: 0, failed: 0 };
  for (const { status } of Object.values(outcomes)) counted[status]++;
  return counted;
}

/**
 * Hands changes to the document. What is moved is put into its new place first and taken from its old one only if that
 * worked, so that nothing is lost where one of the places has changed.
 * @param writer writes edits that don't overlap; one outcome for each
 */
export async function handOver(
  changes: readonly Change[],
  { isAtomic, apply }: { isAtomic: boolean; apply: (edits: readonly Edit[]) => Promise<EditOutcome[]> },
): Promise<Record<number, EditOutcome>> {
  const isLate = ({ kind }: Change, { text }: Edit) => !isAtomic && kind === 'moved' && text === '';
  const part = (late: boolean, of: readonly Change[]) =>
    editsOf(
      of.map((change) => ({
        ...change,
        edits: change.edits.filter((edit) => isLate(change, edit) === late),
      })),
    );
  const write = async (edits: { id: number; edit: Edit }[]) =>
    edits.length === 0 ? {} : outcomesOf(edits, await apply(edits.map(({ edit }) => edit)));

  const first = await write(part(false, changes));
  const second = await write(
    part(
      true,
      changes.filter(({ id }) => first[id]?.status === 'done'),
    ),
  );
  return { ...first, ...second };
}
