import type { Node, ResolvedPos } from '@tiptap/pm/model';
import { type EditorState, Selection, type Transaction } from '@tiptap/pm/state';
import type { Edit, EditOutcome, Line, Marking, Outcome } from '../office/host.ts';
import type { Change } from './change-marks.ts';
import { shownChange } from './change-state.ts';
import { byLine, type LineEdit, standing, trimmed } from './edit-text.ts';
import { type Moment, momentOf, movedSince, sign, undoSince } from './journal.ts';
import { type LiveLine, liveLines } from './live-text.ts';
import { changesIn, settleChanges } from './settle-changes.ts';
import { canWrite, writeLine } from './write-edit.ts';

/** Where a line stood when it was read. */
interface Span {
  from: number;
  to: number;
  /** Whether the line is the whole paragraph on that side, so that what is typed there belongs to it. */
  opens: boolean;
  closes: boolean;
}

/** An edit that was written, with the number of its first and last line. */
interface OwnEdit extends Edit {
  id: string;
  old: string;
  first: number;
  last: number;
}

/** Lines that edits have tied together, as they stand now. */
interface Area {
  /** Offset of its beginning in the text that was read. */
  start: number;
  lines: LiveLine[];
  standing: OwnEdit[];
}

/** An edit that can be written now. */
interface Plan {
  own: OwnEdit;
  change: Change;
  lines: LiveLine[];
  parts: LineEdit[];
}

/** How changes are written. */
export interface Writing {
  marking: Exclude<Marking, 'revisions'>;
  /** A new change with an id of its own. */
  newChange(): Change;
}

/** A text that was read, line by line: finds its words again after later edits, and changes single ones. */
export class HeldText {
  readonly lines: readonly Line[];
  readonly #number: number;
  readonly #since: Moment;
  readonly #spans: readonly Span[];
  readonly #starts: readonly number[];
  readonly #text: string;
  /** In their order. */
  #written: OwnEdit[] = [];

  /**
   * @param number tells this reading from all others of the document
   * @param ranges positions of what was read, in their order
   */
  constructor(state: EditorState, number: number, ranges: readonly { from: number; to: number }[]) {
    const found = ranges.flatMap(({ from, to }) => liveLines(state.doc, from, to));
    this.#number = number;
    this.#since = momentOf(state);
    this.#spans = found.map(({ from, to }) => ({
      from,
      to,
      opens: state.doc.resolve(from).parentOffset === 0,
      closes: state.doc.resolve(to).end() === to,
    }));
    this.lines = found.map(({ text, from }) => ({
      text,
      fixed: 0,
      ...(isInList(state, from) && { inList: true as const }),
    }));
    this.#text = found.map(({ text }) => text).join('\n');
    let next = 0;
    this.#starts = found.map(({ text }) => {
      const start = next;
      next += text.length + 1;
      return start;
    });
  }

  /** Writes edits as one step. One outcome for each, in their order; what overlaps another is not written. */
  apply(
    state: EditorState,
    dispatch: (tr: Transaction) => void,
    edits: readonly Edit[],
    { marking, newChange }: Writing,
  ): EditOutcome[] {
    const planned = edits.map((edit) => this.#plan(state, edit, newChange));
    const plans = planned.filter((plan) => 'own' in plan).sort((a, b) => inOrder(a.own, b.own));
    let behind = 0;
    const free = plans.filter(({ own }) => {
      const isFree = own.start >= behind;
      if (isFree) behind = own.end;
      return isFree;
    });
    const { tr } = state;
    const authors: string[] = [];
    // From the end, so that places further up stay where they were read.
    for (const { parts, lines, change } of [...free].reverse()) {
      for (const part of parts) {
        const line = lines[part.line];
        if (line) writeLine(tr, line, part, change);
      }
      while (authors.length < tr.steps.length) authors.push(change.id);
    }
    if (marking === 'plain') {
      for (const { change } of [...free].reverse()) {
        settleChanges(tr, 'accept', (id) => id === change.id);
        endWithParagraph(tr);
        while (authors.length < tr.steps.length) authors.push(change.id);
      }
    }
    if (tr.docChanged) dispatch(sign(tr, this.#number, authors));
    this.#written = [...this.#written, ...free.map(({ own }) => own)].sort(inOrder);
    return planned.map((plan) => {
      if (!('own' in plan)) return plan;
      return { status: free.includes(plan) ? 'done' : 'changed' };
    });
  }

  /** Takes back as one step what was written and not edited since; `changed` where something had to stay. */
  takeBack(state: EditorState, dispatch: (tr: Transaction) => void, marking: Writing['marking']): Outcome {
    const lost = new Set<OwnEdit>();
    const stuck = new Set<OwnEdit>();
    for (const own of this.#written) {
      const shown = shownChange(state.doc, own.id);
      if (shown) {
        const untouched = shown.unmixed && shown.old === own.old && shown.text === own.text;
        (untouched ? lost : stuck).add(own);
        continue;
      }
      // Accepted, rejected, undone or never marked: only the text can tell.
      const area = this.#area(state, own.first, own.last);
      const stands = area?.standing.includes(own);
      if (!area || (stands && marking === 'tracked')) stuck.add(own);
      else if (stands) lost.add(own);
    }
    const ids = new Set([...lost].map(({ id }) => id));
    const { tr } = state;
    if (marking === 'tracked') settleChanges(tr, 'reject', (id) => ids.has(id));
    else if (!undoSince(tr, state, this.#since, this.#number, (id) => ids.has(id)))
      return { status: 'changed' };
    if (tr.docChanged) dispatch(sign(tr, this.#number, []));
    this.#written = this.#written.filter((own) => stuck.has(own));
    return { status: stuck.size > 0 ? 'changed' : 'done' };
  }

  #plan(state: EditorState, wanted: Edit, newChange: () => Change): Plan | EditOutcome {
    const { start, end } = wanted;
    if (!(start >= 0 && start <= end && end <= this.#text.length)) {
      return { status: 'failed', why: 'host-error' };
    }
    const edit = trimmed(wanted, this.#text.slice(start, end));
    const old = this.#text.slice(edit.start, edit.end);
    if (old === edit.text) return { status: 'done' };
    const first = this.#lineAt(edit.start);
    const last = this.#lineAt(edit.end);
    const area = this.#area(state, first, last);
    if (!area || area.standing.some((own) => overlap(own, edit))) return { status: 'changed' };
    const moved = area.standing
      .filter((own) => own.end <= edit.start)
      .reduce((sum, own) => sum + own.text.length - (own.end - own.start), -area.start);
    const parts = byLine(
      area.lines.map(({ text }) => text),
      { start: edit.start + moved, end: edit.end + moved, text: edit.text },
    );
    if (!canWrite(state.doc, area.lines, parts)) return { status: 'protected' };
    const change = newChange();
    return { own: { ...edit, id: change.id, old, first, last }, change, lines: area.lines, parts };
  }

  #lineAt(offset: number): number {
    const after = this.#starts.findIndex((start) => start > offset);
    return (after < 0 ? this.#starts.length : after) - 1;
  }

  /** The lines from one to another as they stand now; null where someone else has changed them. */
  #area(state: EditorState, from: number, to: number): Area | null {
    let first = from;
    let last = to;
    let own: OwnEdit[] = [];
    for (let size = -1; size < own.length;) {
      size = own.length;
      own = this.#written.filter((each) => each.first <= last && each.last >= first);
      first = Math.min(first, ...own.map((each) => each.first));
      last = Math.max(last, ...own.map((each) => each.last));
    }
    const start = this.#starts[first] ?? 0;
    const end = (this.#starts[last] ?? 0) + (this.lines[last]?.text.length ?? 0);
    const lines = this.#linesNow(state, first, last);
    if (lines.length === 0) return null;
    const marked = new Set(changesIn(state.doc).map(({ id }) => id));
    const stands = standing(
      this.#text.slice(start, end),
      own.map((each) => ({
        start: each.start - start,
        end: each.end - start,
        text: each.text,
        stands: marked.has(each.id) || 'unknown',
      })),
      lines.map(({ text }) => text).join('\n'),
    );
    return stands && { start, lines, standing: own.filter((_, at) => stands[at]) };
  }

  #linesNow(state: EditorState, first: number, last: number): LiveLine[] {
    const opening = this.#spans[first];
    const closing = this.#spans[last];
    if (!opening || !closing) return [];
    const { from } = movedSince(state, opening, this.#since, this.#number);
    const { to } = movedSince(state, closing, this.#since, this.#number);
    // A paragraph that was joined with its neighbour leaves its edge between the paragraphs.
    const $from = nearest(state.doc, from, 1);
    const $to = nearest(state.doc, to, -1);
    if (!$from || !$to || $from.pos > $to.pos) return [];
    return liveLines(
      state.doc,
      opening.opens ? $from.start() : $from.pos,
      closing.closes ? $to.end() : $to.pos,
    );
  }
}

function nearest(doc: Node, place: number, towards: 1 | -1): ResolvedPos | null {
  const $place = doc.resolve(place);
  return $place.parent.isTextblock ? $place : (Selection.findFrom($place, towards, true)?.$head ?? null);
}

/** The editor would add it by itself, in a step that could not be taken back with the change. */
function endWithParagraph(tr: Transaction): void {
  const { paragraph } = tr.doc.type.schema.nodes;
  if (paragraph && tr.doc.lastChild?.type !== paragraph) tr.insert(tr.doc.content.size, paragraph.create());
}

function inOrder(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end;
}

/** Two that only touch don't overlap. */
function overlap(a: Edit, b: Edit): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The first paragraph of an item stands behind the sign of its list. */
function isInList({ doc }: EditorState, at: number): boolean {
  const place = doc.resolve(at);
  return place.depth > 1 && place.node(-1).type.name === 'listItem' && place.index(-1) === 0;
}
