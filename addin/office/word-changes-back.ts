import { asHostError, within } from './call.ts';
import type { HostErrorCode, Outcome } from './host.ts';
import { findLines } from './word-changes-find.ts';
import type { Found } from './word-changes-find.ts';
import { TrackingMode, isGone } from './word-changes-mode.ts';
import type { ChangeDeps } from './word-changes-mode.ts';
import type { Now } from './word-changes-text.ts';
import { putText } from './word-changes-write.ts';
import { locateAll } from './word-locate.ts';
import type { Place } from './word-locate.ts';
import type { LinesAnchor, WordLines, WrittenParagraphs, WrittenWords } from './word-lines.ts';

/**
 * Takes back all that was written into a text: Word rejects its own marks where it can (WordApi 1.6), and what is left
 * after that is put back as it was, without a mark. What a person has edited since stays.
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
    const rejected = this.#rejects && (await this.#tried((context) => this.#reject(context)));
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
  async #tried(work: (context: Word.RequestContext) => Promise<void>): Promise<boolean> {
    try {
      await this.#inText(work, this.#deps.limits.ask);
      return true;
    } catch {
      return false;
    }
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
    outer: 'tight' | 'wide',
  ): Promise<(Word.Range | null)[]> {
    const places = standing.map(({ record, now, found }): Place => {
      const { paragraph, text: raw } = found;
      const place: Place = { paragraph, raw, start: now.at, end: now.at + now.length };
      return now.form === 'new' && record.old !== '' ? { ...place, outer } : place;
    });
    return locateAll(context, places);
  }

  async #reject(context: Word.RequestContext): Promise<void> {
    const standing = (await this.#standing(context)).filter(({ now }) => now.form !== 'old');
    const ranges = await this.#rangesOf(context, standing, 'wide');
    for (const range of ranges) range?.getTrackedChanges().rejectAll();
    await context.sync();
  }

  async #putBack(context: Word.RequestContext, rejected: boolean): Promise<void> {
    const standing = await this.#standing(context);
    const rest = standing
      .filter((one) => !isBack(one, rejected))
      .sort((one, other) => one.record.line - other.record.line || other.now.at - one.now.at);
    if (rest.length > 0) {
      const ranges = await this.#rangesOf(context, rest, 'tight');
      await this.mode.set(context, 'Off');
      rest.forEach(({ record }, index) => {
        const range = ranges[index] ?? null;
        if (range === null) return;
        if (record.old === '') range.delete();
        else putText(range, record.old, 'Replace');
      });
      await context.sync();
    }
    const back = new Set(
      (await this.#standing(context)).filter((one) => isBack(one, true)).map(({ record }) => record),
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
    if (this.#rejects) {
      range.getTrackedChanges().rejectAll();
      await context.sync();
    }
    range.load('text');
    await context.sync();
    const now = plain(range.text);
    const back = kind === 'added' ? now === '' && (this.#rejects || text !== '') : now === plain(old);
    if (back && (this.#rejects || kind === 'added')) return true;
    const known = [text, old + text, text + old, ...(kind === 'span' ? [] : [old])];
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

/** Where only words were taken out, struck out and restored look the same; `rejected` says which it is. */
function isBack({ record, now }: Standing, rejected: boolean): boolean {
  return now.form === 'old' || (rejected && record.text === '' && now.form === 'both');
}

/** The end of a paragraph is `\r` or `\n`, by the version, and those at the ends of a range may belong to it. */
function plain(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replace(/^\n/, '').replace(/\n$/, '');
}
