import { asHostError, within } from './call.ts';
import type { HostErrorCode, Outcome } from './host.ts';
import { findLines } from './word-changes-find.ts';
import type { Found } from './word-changes-find.ts';
import { TrackingMode, isGone } from './word-changes-mode.ts';
import type { ChangeDeps } from './word-changes-mode.ts';
import { changesIn, clustersOf, sortOut } from './word-changes-others.ts';
import type { Now } from './word-changes-text.ts';
import { putText } from './word-changes-write.ts';
import { locateAll } from './word-locate.ts';
import type { Place } from './word-locate.ts';
import type { LinesAnchor, WordLines, WrittenParagraphs, WrittenWords } from './word-lines.ts';

/**
 * Takes back all that was written into a text: Word rejects the marks that are ours where it can (WordApi 1.6), and what
 * is left after that is put back as it was, without a mark. What a person has edited since stays, and so do the tracked
 * changes of others.
 * @returns `changed` where something stayed; never throws
 */
export async function takeBackEdits(deps: ChangeDeps, anchor: LinesAnchor): Promise<Outcome> {
  const { lines } = anchor;
  if (lines === null || (lines.words.length === 0 && lines.paragraphs.length === 0)) {
    return { status: 'done' };
  }
  const back = new TakingBack(deps, anchor, lines);
  let failure = await failureOf(() => back.paragraphs());
  if (lines.words.length > 0) failure ??= await failureOf(() => back.words());
  await back.mode.restore();
  if (failure === 'timeout') return { status: 'unconfirmed' };
  if (failure !== null) return { status: 'failed', why: failure };
  return { status: lines.words.length + lines.paragraphs.length === 0 ? 'done' : 'changed' };
}

async function failureOf(work: () => Promise<void>): Promise<HostErrorCode | null> {
  try {
    await work();
    return null;
  } catch (error) {
    return asHostError(error).code;
  }
}

interface Standing {
  record: WrittenWords;
  now: Now;
  found: Found;
}

class TakingBack {
  readonly mode: TrackingMode;
  readonly #deps: ChangeDeps;
  readonly #anchor: LinesAnchor;
  readonly #lines: WordLines;
  readonly #rejects: boolean;

  constructor(deps: ChangeDeps, anchor: LinesAnchor, lines: WordLines) {
    this.#deps = deps;
    this.#anchor = anchor;
    this.#lines = lines;
    this.#rejects = deps.supports('WordApi', '1.6');
    this.mode = new TrackingMode(deps);
  }

  async words(): Promise<void> {
    const rejected: Rejected = { own: new Set(), beside: new Set() };
    if (this.#rejects) await this.#tried((context) => this.#reject(context, rejected));
    await this.#inText((context) => this.#putBack(context, rejected), this.#deps.limits.write);
  }

  async paragraphs(): Promise<void> {
    // The last one first, as with stairs: what was added moved those before it.
    const [next] = this.#lines.paragraphs.slice(-1);
    if (next === undefined) return;
    const rest = this.#lines.paragraphs.slice(0, -1);
    const back = await this.#paragraphBack(next);
    this.#lines.paragraphs = rest;
    await this.paragraphs();
    if (!back) this.#lines.paragraphs.push(next);
  }

  async #inText(work: (context: Word.RequestContext) => Promise<void>, ms: number): Promise<void> {
    const anchor = this.#anchor;
    const running = anchor.part === 'whole' ? this.#deps.run(work) : this.#deps.run(anchor.range, work);
    await within(running, ms);
  }

  /** `getTrackedChanges` fails where text was moved, and may never answer (office-js #5535, #6514). */
  async #tried(work: (context: Word.RequestContext) => Promise<void>): Promise<void> {
    await this.#inText(work, this.#deps.limits.ask).catch(() => undefined);
  }

  async #standing(context: Word.RequestContext): Promise<Standing[]> {
    const wanted = this.#lines.words.map(({ line }) => line);
    const all = await findLines(context, this.#anchor, this.#lines, wanted);
    return [...all.values()].flatMap((found) =>
      found.written.flatMap((record, index) => {
        const now = found.now[index];
        return now === undefined ? [] : [{ record, now, found }];
      }),
    );
  }

  /** With what is struck out around new words where that does not belong to the text. */
  async #rangesOf(
    context: Word.RequestContext,
    standing: readonly Standing[],
  ): Promise<(Word.Range | null)[]> {
    return locateAll(
      context,
      standing.map((one) => placeOf([one], 'tight')),
    );
  }

  /** One change after the other, and only those that are ours to the letter: others may stand beside them. */
  async #reject(context: Word.RequestContext, rejected: Rejected): Promise<void> {
    const clusters = clustersOf((await this.#standing(context)).filter(({ now }) => now.form !== 'old'));
    const ranges = await locateAll(
      context,
      clusters.map((cluster) => placeOf(cluster, 'wide')),
    );
    const asked = ranges.map((range) => (range === null ? null : changesIn(range)));
    await context.sync();
    const sent: WrittenWords[] = [];
    for (const [index, cluster] of clusters.entries()) {
      const records = cluster.map(({ record }) => record);
      const { own, others } = sortOut(asked[index]?.items ?? [], records);
      if (others) for (const record of records) rejected.beside.add(record);
      for (const change of own ?? []) change.reject();
      if (own !== null) sent.push(...records);
    }
    await context.sync();
    for (const record of sent) rejected.own.add(record);
  }

  async #putBack(context: Word.RequestContext, rejected: Rejected): Promise<void> {
    const put = new Set(rejected.own);
    const standing = await this.#standing(context);
    const rest = standing
      .filter((one) => !isBack(one, rejected.own.has(one.record)))
      // What someone else has struck out there, unseen, would go with it.
      .filter((one) => !(isOuter(one) && rejected.beside.has(one.record)))
      .sort((one, other) => one.record.line - other.record.line || other.now.at - one.now.at);
    if (rest.length > 0) {
      const ranges = await this.#rangesOf(context, rest);
      await this.mode.set(context, 'Off');
      rest.forEach(({ record }, index) => {
        const range = ranges[index] ?? null;
        if (range === null) return;
        put.add(record);
        if (record.old === '') range.delete();
        else putText(range, record.old, 'Replace');
      });
      await context.sync();
    }
    const back = new Set(
      (await this.#standing(context))
        .filter((one) => isBack(one, put.has(one.record)))
        .map(({ record }) => record),
    );
    this.#lines.words = this.#lines.words.filter((record) => !back.has(record));
  }

  async #paragraphBack(record: WrittenParagraphs): Promise<boolean> {
    const { range } = record;
    const step = async (context: Word.RequestContext) => {
      const back = await this.#undo(context, record);
      if (back) context.trackedObjects.remove(range);
      await context.sync();
      return back;
    };
    const undone = this.#deps.run(range, step).catch((error: unknown) => {
      if (isGone(error)) return record.kind === 'added';
      throw error;
    });
    return within(undone, this.#deps.limits.write);
  }

  async #undo(context: Word.RequestContext, record: WrittenParagraphs): Promise<boolean> {
    const { range, kind, old, text } = record;
    const known = [text, old + text, text + old, ...(kind === 'span' ? [] : [old])];
    range.load('text');
    await context.sync();
    if (this.#rejects && [...known, old].some((one) => plain(one) === plain(range.text))) {
      // Nobody else's words are in it: their tracked changes were not there before, and all of its text is ours.
      range.getTrackedChanges().rejectAll();
      range.load('text');
      await context.sync();
    }
    const now = plain(range.text);
    const back = kind === 'added' ? now === '' && (this.#rejects || text !== '') : now === plain(old);
    if (back && (this.#rejects || kind === 'added')) return true;
    if (!known.some((one) => plain(one) === now)) return false;
    await this.mode.set(context, 'Off');
    if (kind === 'added') range.paragraphs.getLast().delete();
    else if (kind === 'span') range.insertText(old, 'Replace');
    else {
      range.paragraphs.getFirst().insertParagraph(old, 'Before');
      // Word takes the next character away where there is nothing to delete.
      if (now !== '') range.delete();
    }
    await context.sync();
    return true;
  }
}

/** What was taken back by Word itself, and beside what there are changes of others. */
interface Rejected {
  own: Set<WrittenWords>;
  beside: Set<WrittenWords>;
}

/** Whether struck out words of ours don't belong to the text. */
function isOuter({ record, now }: Standing): boolean {
  return now.form === 'new' && record.old !== '';
}

/** From the first to the last of words that stand side by side. */
function placeOf(cluster: readonly Standing[], outer: 'tight' | 'wide'): Place {
  const [first] = cluster;
  const last = cluster.at(-1);
  if (first === undefined || last === undefined) throw new RangeError('nothing stands there');
  const { paragraph, text: raw } = first.found;
  const place: Place = { paragraph, raw, start: first.now.at, end: last.now.at + last.now.length };
  return cluster.some(isOuter) ? { ...place, outer } : place;
}

/** Where only words were taken out, struck out and restored look the same; `rejected` says which it is. */
function isBack({ record, now }: Standing, rejected: boolean): boolean {
  return now.form === 'old' || (rejected && record.text === '' && now.form === 'both');
}

/** The end of a paragraph is `\r` or `\n`, by the version, and those at the ends of a range may belong to it. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replace(/^\n/, '').replace(/\n$/, '');
}
