import pLimit from 'p-limit';
import { asHostError } from './call.ts';
import { editHtml, linesOfHtml } from './html-edit.ts';
import { HostError } from './host.ts';
import type { ChangeWriter, Edit, EditOutcome, Line, Outcome } from './host.ts';
import { editPlain, linesOfPlain } from './outlook-plain.ts';

/** What is selected in the body of a draft, in the form in which Outlook gives and takes it. */
export interface Selected {
  type: 'html' | 'text';
  data: string;
}

/** The draft, as far as its changes need it. */
export interface DraftSelection {
  /** What is selected in the body now; empty where nothing is. @throws HostError */
  read(): Promise<Selected>;
  /** Puts this in the place of what is selected. @throws HostError */
  write(selected: Selected): Promise<void>;
}

/** How the selection may look that our writing has left, and which edits are in it. */
interface State {
  data: string;
  edits: readonly Edit[];
}

export interface DraftChanges extends ChangeWriter {
  /** Everything that writes into the draft goes through one queue. */
  queue<T>(work: () => Promise<T>): Promise<T>;
}

/** The paragraphs of what is selected; they say what the Markdown of the source says. */
export function linesOfSelected({ type, data }: Selected): Line[] {
  return type === 'html' ? linesOfHtml(data) : linesOfPlain(data);
}

/**
 * Changes words of the selection of a draft. Outlook has no way to select a text again: where it drops the selection
 * after writing, later changes and taking back find something else selected and write nothing.
 * @param originalOf the selection that was read; null where all of the draft was
 */
export function draftChanges(
  draft: DraftSelection,
  originalOf: (anchor: unknown) => Selected | null,
): DraftChanges {
  const queue = pLimit(1);
  const written = new WeakMap<object, State[]>();

  function statesOf(anchor: unknown, original: Selected): State[] {
    return written.get(anchor as object) ?? [{ data: original.data, edits: [] }];
  }

  async function current(anchor: unknown, original: Selected): Promise<State | null> {
    const now = await draft.read();
    if (now.type !== original.type) return null;
    return statesOf(anchor, original).find(({ data }) => data === now.data) ?? null;
  }

  /** @throws HostError what the draft was not changed by, unless it is a time limit while writing */
  async function put(
    anchor: unknown,
    type: Selected['type'],
    before: State,
    after: State,
  ): Promise<EditOutcome> {
    try {
      await draft.write({ type, data: after.data });
    } catch (error) {
      const { code } = asHostError(error);
      if (code === 'timeout') written.set(anchor as object, [before, after]);
      return code === 'timeout' ? { status: 'unconfirmed' } : { status: 'failed', why: code };
    }
    const now = await draft.read().catch(() => null);
    if (now?.data === before.data && before.data !== after.data) {
      // The old words are still there: new Outlook for Mac writes at the top instead (OfficeDev/office-js#6919).
      written.set(anchor as object, [before, after]);
      return { status: 'unconfirmed' };
    }
    // Outlook tidies HTML: what it gives back is what it will give later, if it says the same.
    const tidied = now?.type === type && textOf(now) === textOf({ type, data: after.data });
    written.set(anchor as object, [tidied ? { ...after, data: now.data } : after]);
    return { status: 'done' };
  }

  async function applyNow(anchor: unknown, edits: readonly Edit[]): Promise<EditOutcome[]> {
    const original = originalOf(anchor);
    if (original === null) throw new HostError('unsupported');
    const before = await current(anchor, original);
    if (before === null) return edits.map(() => ({ status: 'changed' }));
    // The places are those of the text that was read: everything is made anew from it.
    const made = edit(original, [...before.edits, ...edits]);
    const possible = made.outcomes.slice(before.edits.length);
    const done = edits.filter((_, at) => possible[at] === 'done');
    if (done.length === 0) return possible.map(() => ({ status: 'protected' }));
    const after = { data: made.data, edits: [...before.edits, ...done] };
    const outcome = await put(anchor, original.type, before, after);
    return possible.map((one) => (one === 'done' ? outcome : { status: 'protected' }));
  }

  async function takeBackNow(anchor: unknown): Promise<Outcome> {
    const original = originalOf(anchor);
    if (original === null) throw new HostError('unsupported');
    const states = statesOf(anchor, original);
    if (states.every(({ edits }) => edits.length === 0)) return { status: 'done' };
    const before = await current(anchor, original);
    if (before === null) return { status: 'changed' };
    const outcome = await put(anchor, original.type, before, { data: original.data, edits: [] });
    return outcome.status === 'protected' ? { status: 'changed' } : outcome;
  }

  return {
    marking: 'plain',
    isAtomic: true,
    queue,
    apply: (taken, edits) =>
      queue(() => applyNow(taken.anchor, edits)).catch((error: unknown) => {
        const outcome: EditOutcome = { status: 'failed', why: asHostError(error).code };
        return edits.map(() => outcome);
      }),
    takeBack: (taken) =>
      queue(() => takeBackNow(taken.anchor)).catch((error: unknown): Outcome => ({
        status: 'failed',
        why: asHostError(error).code,
      })),
  };
}

function textOf(selected: Selected): string {
  return linesOfSelected(selected)
    .map(({ text }) => text)
    .join('\n');
}

function edit(
  { type, data }: Selected,
  edits: readonly Edit[],
): { data: string; outcomes: ('done' | 'protected')[] } {
  if (type === 'text') return { data: editPlain(data, edits), outcomes: edits.map(() => 'done') };
  const { html, outcomes } = editHtml(data, edits);
  return { data: html, outcomes };
}
