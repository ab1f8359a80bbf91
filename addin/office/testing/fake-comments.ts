import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import { OfficeError } from './office-error.ts';
import type { Span, WordModel } from './word-model.ts';

export interface CommentModel {
  text: string;
  /** Moves along with the text. */
  span: Span;
  /** In which sync of its context it came; Word hangs at Undo where four came together (office-js #4566). */
  sync: number;
}

const commentsOfModel = new WeakMap<WordModel, CommentModel[]>();

/** The comments of a document, in the order in which they came. */
export function commentsOf(model: WordModel): CommentModel[] {
  const comments = commentsOfModel.get(model) ?? [];
  commentsOfModel.set(model, comments);
  return comments;
}

export function addComment({ model, syncs }: FakeContext, span: Span, text: string): CommentModel {
  if (text === '') throw new OfficeError('InvalidArgument');
  const comment = { text, span, sync: syncs };
  commentsOf(model).push(comment);
  return comment;
}

/** `Word.Comment`. */
export class FakeComment extends FakeObject<CommentModel> {
  delete(): void {
    this.change('comment.delete', (comment) => {
      const comments = commentsOf(this.context.model);
      comments.splice(comments.indexOf(comment), 1);
    });
  }

  protected facts({ text }: CommentModel): Record<string, unknown> {
    return { content: text };
  }
}
