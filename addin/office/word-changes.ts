import { asHostError, outcomeOf, within } from './call.ts';
import type { Edit, EditOutcome, Marking } from './host.ts';
import { areProtected, findLines } from './word-changes-find.ts';
import type { Found, Target } from './word-changes-find.ts';
import { TrackingMode, isGone } from './word-changes-mode.ts';
import type { ChangeDeps } from './word-changes-mode.ts';
import { guardsOf, holdOthers } from './word-changes-others.ts';
import type { Guarded } from './word-changes-others.ts';
import { linesOfPiece, planEdit } from './word-changes-plan.ts';
import type { Piece } from './word-changes-plan.ts';
import { writeStructure } from './word-changes-structure.ts';
import { placeNow } from './word-changes-text.ts';
import { besideOf, writeRevisions, writeWords } from './word-changes-write.ts';
import type { Order } from './word-changes-write.ts';
import { locateAll } from './word-locate.ts';
import type { Place } from './word-locate.ts';
import type { LinesAnchor, WordLines, WrittenWords } from './word-lines.ts';

/** Words that are written with one request: Word must not be busy for five seconds on end, or it restarts the add-in. */
const AT_ONCE = 40;

/** How changes are seen in this Word. */
export function marking(supports: ChangeDeps['supports']): Marking {
  return supports('WordApi', '1.4') ? 'tracked' : 'revisions';
}

/**
 * Writes changes of single words into a text that was read, as tracked changes where Word has them, otherwise as
 * revision marks (there, paragraphs that are added or joined are not marked, and of a removed one its empty line stays).
 * Word never lets go of the end of a document's last paragraph.
 * Nothing is written into a paragraph that reads otherwise than it was read, nor (from WordApi 1.6 on) over tracked
 * changes of someone else, which is `protected`; and of an edit either all or nothing.
 * @param edits don't overlap
 * @returns one outcome for each edit; never throws
 */
export async function applyEdits(
  deps: ChangeDeps,
  anchor: LinesAnchor,
  edits: readonly Edit[],
): Promise<EditOutcome[]> {
  const { lines } = anchor;
  if (lines === null) return edits.map(() => ({ status: 'failed', why: 'unsupported' }));
  const work = new Applying(deps, anchor, lines, edits);
  const run = async (context: Word.RequestContext) => work.write(context);
  const running = anchor.part === 'whole' ? deps.run(run) : deps.run(anchor.range, run);
  const fail = (error: unknown) => work.fail(error);
  await within(running.catch(fail), deps.limits.write).catch(fail);
  await work.mode.restore();
  return work.outcomes();
}

/** An edit's piece of words, with its place in the paragraph as it is now. */
interface Words {
  edit: number;
  piece: Extract<Piece, { type: 'words' }>;
  found: Found;
  place: Place;
}

interface Ordered {
  edit: number;
  order: Order;
  record: WrittenWords;
}

class Applying {
  readonly mode: TrackingMode;
  readonly #deps: ChangeDeps;
  readonly #anchor: LinesAnchor;
  readonly #lines: WordLines;
  readonly #edits: readonly Edit[];
  readonly #verdicts = new Map<number, EditOutcome>();
  /** Edits of which something is on its way to Word. */
  #sent = new Set<number>();
  /** The time is up: nothing more is begun, although this run may still go on. */
  #over = false;

  constructor(deps: ChangeDeps, anchor: LinesAnchor, lines: WordLines, edits: readonly Edit[]) {
    this.#deps = deps;
    this.#anchor = anchor;
    this.#lines = lines;
    this.#edits = edits;
    this.mode = new TrackingMode(deps);
  }

  outcomes(): EditOutcome[] {
    return this.#edits.map((_, index) => this.#verdicts.get(index) ?? { status: 'done' });
  }

  /** What had no answer yet has failed; what was on its way may have happened. */
  fail(error: unknown): void {
    this.#over = true;
    const gone = isGone(error);
    const { code } = asHostError(error);
    for (const index of this.#edits.keys()) {
      if (this.#sent.has(index) && code === 'timeout') this.#say(index, { status: 'unconfirmed' });
      else if (this.#open.has(index)) {
        this.#say(index, gone ? { status: 'changed' } : { status: 'failed', why: code });
      }
    }
  }

  readonly #open = new Set<number>();

  async write(context: Word.RequestContext): Promise<void> {
    const tracked = marking(this.#deps.supports) === 'tracked';
    const pieces = this.#plan(tracked);
    for (const { edit } of pieces) this.#open.add(edit);
    if (pieces.length === 0) return;
    const found = await findLines(
      context,
      this.#anchor,
      this.#lines,
      pieces.flatMap(({ piece }) => linesOfPiece(piece)),
    );
    this.#refuseChanged(pieces, found);
    const words = this.#placed(pieces, found);
    const located = await this.#located(context, words, tracked);
    const structural = pieces.filter(({ piece }) => piece.type !== 'words');
    if (this.#deps.supports('WordApi', '1.6')) {
      const targets = located.map(({ edit, order }) => ({ edit, target: order.target }));
      const guarded = guardsOf(this.#lines, targets, structural, found);
      await this.#refuseOthers(
        context,
        guarded.filter(({ edit }) => this.#stands(edit)),
      );
    }
    const orders = located.filter(({ edit }) => this.#stands(edit));
    const structure = structural.filter(({ edit }) => this.#stands(edit));
    if (orders.length === 0 && structure.length === 0) return;
    if (this.#over) return;
    if (tracked) await this.mode.set(context, 'TrackAll');
    await this.#writeChunks(context, orders, tracked);
    if (structure.length === 0) return;
    const touched = structure.flatMap(({ piece }) => linesOfPiece(piece));
    const again = await findLines(context, this.#anchor, this.#lines, touched);
    await this.#writeStructures(context, structure, again, tracked);
  }

  #stands(edit: number): boolean {
    return !this.#verdicts.has(edit);
  }

  #say(edit: number, verdict: EditOutcome): void {
    if (this.#stands(edit)) this.#verdicts.set(edit, verdict);
  }

  #plan(tracked: boolean): { edit: number; piece: Piece }[] {
    const gone = new Set(this.#lines.paragraphs.flatMap(({ lines }) => lines));
    return this.#edits.flatMap((one, edit) => {
      const planned = planEdit(this.#lines.all, one);
      if (planned === 'protected' || planned === 'changed') {
        this.#say(edit, { status: planned });
        return [];
      }
      if (planned.some((piece) => linesOfPiece(piece).some((line) => gone.has(line)))) {
        this.#say(edit, { status: 'changed' });
        return [];
      }
      return planned.map((piece) => ({ edit, piece: tracked ? piece : this.#kept(piece) }));
    });
  }

  /** Without change tracking a paragraph can't be struck out as a whole, only its words. */
  #kept(piece: Piece): Piece {
    if (piece.type !== 'remove') return piece;
    const end = this.#lines.all[piece.line]?.raw.length ?? 0;
    return { type: 'words', line: piece.line, start: 0, end, text: '' };
  }

  #refuseChanged(pieces: readonly { edit: number; piece: Piece }[], found: Map<number, Found>): void {
    for (const { edit, piece } of pieces) {
      const there = linesOfPiece(piece).map((line) => found.get(line));
      // What has words of ours in it can't be struck out as it was read.
      const clean = (one: Found) => piece.type !== 'remove' || one.written.length === 0;
      const fits = there.every((one) => one !== undefined && clean(one));
      if (!fits) this.#say(edit, { status: 'changed' });
    }
  }

  #placed(pieces: readonly { edit: number; piece: Piece }[], found: Map<number, Found>): Words[] {
    const placed: Words[] = [];
    for (const { edit, piece } of pieces) {
      const one = piece.type === 'words' ? found.get(piece.line) : undefined;
      if (piece.type !== 'words' || one === undefined) continue;
      const place = placeNow(one.written, one.now, piece.start, piece.end);
      if (place === null) this.#say(edit, { status: 'changed' });
      else {
        const { paragraph, text: raw } = one;
        placed.push({ edit, piece, found: one, place: { paragraph, raw, ...place } });
      }
    }
    return placed.filter(({ edit }) => this.#stands(edit));
  }

  /** Before anything is written, so that of an edit nothing is. */
  async #refuseOthers(context: Word.RequestContext, guarded: readonly Guarded[]): Promise<void> {
    // Word may never answer (office-js #6514); then nothing may be written over.
    const asked = within(holdOthers(context, guarded), this.#deps.limits.ask);
    const others = await asked.catch(() => guarded.map(() => true));
    guarded.forEach(({ edit }, index) => {
      if (others[index] === true) this.#say(edit, { status: 'protected' });
    });
  }

  /** From the end of each paragraph to its start, so that no written word moves one that is still to be written. */
  async #located(
    context: Word.RequestContext,
    words: readonly Words[],
    tracked: boolean,
  ): Promise<Ordered[]> {
    if (words.length === 0) return [];
    const besides = words.map(({ place }) => (tracked ? null : besideOf(place)));
    const ranges = await locateAll(context, [
      ...words.map(({ place }) => place),
      ...besides.filter((place) => place !== null),
    ]);
    const rest = ranges.slice(words.length);
    const located = words.flatMap((one, index) => {
      const range = ranges[index] ?? null;
      const beside = besides[index] === null ? null : (rest.shift() ?? null);
      if (range === null) {
        this.#say(one.edit, { status: 'protected' });
        return [];
      }
      const target: Target = { found: one.found, start: one.place.start, end: one.place.end, range };
      return [{ ...one, target, beside }];
    });
    const fields = this.#deps.supports('WordApi', '1.4');
    const guarded = await areProtected(
      context,
      located.map(({ target }) => target),
      fields,
    );
    located.forEach(({ edit }, index) => {
      if (guarded[index] === true) this.#say(edit, { status: 'protected' });
    });
    return located
      .filter(({ edit }) => this.#stands(edit))
      .sort((one, other) => one.piece.line - other.piece.line || other.piece.start - one.piece.start)
      .map(({ edit, piece, target, beside }) => {
        const { line, start, end, text } = piece;
        const old = this.#lines.all[line]?.raw.slice(start, end) ?? '';
        return { edit, order: { target, text, beside }, record: { line, start, end, old, text } };
      });
  }

  async #writeChunks(
    context: Word.RequestContext,
    orders: readonly Ordered[],
    tracked: boolean,
  ): Promise<void> {
    const chunk = orders.slice(0, AT_ONCE);
    if (chunk.length === 0 || this.#over) return;
    await this.#writeChunk(context, chunk, tracked);
    await this.#writeChunks(context, orders.slice(AT_ONCE), tracked);
  }

  async #writeChunk(
    context: Word.RequestContext,
    chunk: readonly Ordered[],
    tracked: boolean,
  ): Promise<void> {
    this.#send(chunk);
    try {
      if (tracked) {
        for (const { order } of chunk) writeWords(order);
        await context.sync();
      } else {
        const orders = chunk.map(({ order }) => order);
        await writeRevisions(context, orders, this.#deps.now());
      }
    } catch (error) {
      const missing = await this.#missing(context, chunk);
      if (tracked) this.#refuse(missing, error);
      else await this.#writePlain(context, missing);
    }
    this.#sent = new Set();
    for (const { edit } of chunk) this.#open.delete(edit);
  }

  /** Word refuses OOXML in some places; there the new words simply stand in the text. */
  async #writePlain(context: Word.RequestContext, orders: readonly Ordered[]): Promise<void> {
    if (this.#over) return;
    this.#send(orders);
    try {
      for (const { order } of orders) writeWords(order);
      await context.sync();
    } catch (error) {
      this.#refuse(await this.#missing(context, orders), error);
    }
  }

  #send(orders: readonly Ordered[]): void {
    for (const { edit, record } of orders) {
      this.#sent.add(edit);
      this.#lines.words.push(record);
    }
  }

  #refuse(orders: readonly Ordered[], error: unknown): void {
    const outcome = outcomeOf(error);
    for (const { edit } of orders) {
      if (outcome.status === 'failed') this.#say(edit, { status: 'failed', why: outcome.why });
    }
  }

  /**
   * What Word has not written of a request that failed: it does one thing after the other and stops at the first that
   * fails. Its records are taken out.
   */
  async #missing(context: Word.RequestContext, chunk: readonly Ordered[]): Promise<Ordered[]> {
    const wanted = chunk.map(({ record }) => record.line);
    const found = await findLines(context, this.#anchor, this.#lines, wanted);
    const written = chunk.findLastIndex(({ record }) => {
      const there = found.get(record.line);
      const now = there?.now[there.written.indexOf(record)];
      return now !== undefined && now.form !== 'old' && record.text !== '';
    });
    const missing = chunk.slice(written + 1);
    const records = new Set(missing.map(({ record }) => record));
    this.#lines.words = this.#lines.words.filter((record) => !records.has(record));
    return missing;
  }

  async #writeStructures(
    context: Word.RequestContext,
    pieces: readonly { edit: number; piece: Piece }[],
    found: Map<number, Found>,
    tracked: boolean,
  ): Promise<void> {
    // The last one first: what is added or joined moves everything behind it.
    const [next, ...rest] = pieces.toSorted((one, other) => lastLine(other.piece) - lastLine(one.piece));
    if (next === undefined || this.#over) return;
    const { edit, piece } = next;
    this.#sent.add(edit);
    try {
      const written = await writeStructure(context, this.#lines, found, piece, tracked);
      if (!written) this.#say(edit, { status: 'protected' });
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.status === 'failed') this.#say(edit, { status: 'failed', why: outcome.why });
    }
    this.#sent.delete(edit);
    if (rest.every((one) => one.edit !== edit)) this.#open.delete(edit);
    await this.#writeStructures(context, rest, found, tracked);
  }
}

function lastLine(piece: Piece): number {
  return linesOfPiece(piece).at(-1) ?? 0;
}
