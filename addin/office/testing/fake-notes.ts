import type { WordModel } from './word-model.ts';

/** A footnote, and the words of the range it was set behind. */
export interface NoteModel {
  text: string;
  behind: string;
}

const notesOfModel = new WeakMap<WordModel, NoteModel[]>();

/** The footnotes of a document, in the order in which they came. */
export function notesOf(model: WordModel): NoteModel[] {
  const notes = notesOfModel.get(model) ?? [];
  notesOfModel.set(model, notes);
  return notes;
}
