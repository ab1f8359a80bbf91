import type { Edit, EditOutcome, Outcome } from '../host.ts';
import { takeBackEdits } from '../word-changes-back.ts';
import { applyEdits } from '../word-changes.ts';
import type { ChangeDeps } from '../word-changes-mode.ts';
import type { LinesAnchor } from '../word-lines.ts';
import { readBody, readSelection } from '../word-read.ts';
import { fakeWord } from './fake-word.ts';
import type { FakeWord } from './fake-word.ts';
import { accept, reject } from './word-model-revisions.ts';
import type { Paragraph } from './word-model.ts';
import { textOf } from './word-model.ts';

export interface OpenedChanges {
  word: FakeWord;
  anchor: LinesAnchor;
  /** The lines that were read, joined. */
  text: string;
  apply(edits: readonly Edit[]): Promise<EditOutcome[]>;
  takeBack(): Promise<Outcome>;
  /** An edit that finds its place by its words. */
  edit(old: string, text: string, nth?: number): Edit;
  /** What the document reads as once a person has accepted, or rejected, everything. */
  accepted(): string;
  rejected(): string;
}

export interface OpenChangesOptions {
  /** Minor version of WordApi. */
  minor?: number;
  /** Whether struck out text belongs to the text. */
  showsDeleted?: boolean;
  /** Milliseconds. */
  limit?: number;
  /** What is selected and read; all where it is not said. */
  select?: (word: FakeWord) => void;
}

/** A document that was read, ready to have words of it changed. */
export async function openChanges(
  paragraphs: Paragraph[],
  { minor = 9, showsDeleted = true, limit = 20_000, select }: OpenChangesOptions = {},
): Promise<OpenedChanges> {
  const word = fakeWord(paragraphs, minor);
  const { model } = word;
  model.showsDeleted = showsDeleted;
  select?.(word);
  const { anchor } = await word.run(select === undefined ? readBody : readSelection);
  const deps: ChangeDeps = {
    run: word.run,
    supports: (_set, version) => Number(version.split('.')[1]) <= minor,
    limits: { ask: limit, read: limit, write: limit },
    now: () => new Date('2026-11-23T08:00:00Z'),
  };
  const text = (anchor.lines?.all ?? []).map((line) => line.text).join('\n');
  const all = () => model.paragraphs.map(textOf).join('\n');
  // The whole text, with the end of the last paragraph.
  const everything = () => {
    const last = model.at(-1);
    return model.span(model.at(0), 0, last, last.letters.length + 1);
  };
  return {
    word,
    anchor,
    text,
    apply: (edits) => applyEdits(deps, anchor, edits),
    takeBack: () => takeBackEdits(deps, anchor),
    edit(old, fresh, nth = 0) {
      let start = -1;
      for (let count = 0; count <= nth; count += 1) start = text.indexOf(old, start + 1);
      if (start < 0) throw new Error('not in the text');
      return { start, end: start + old.length, text: fresh };
    },
    accepted() {
      accept(model, everything());
      return all();
    },
    rejected() {
      reject(model, everything());
      return all();
    },
  };
}
