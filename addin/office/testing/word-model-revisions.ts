import type { Paragraph, Revision, Span, WordModel } from './word-model.ts';

/** Strikes out what a span has in it; what was new is taken out for good. */
export function strikeOut(model: WordModel, span: Span): void {
  forEachFromEnd(model, span, (paragraph, from, to, over) => {
    for (let at = to - 1; at >= from; at -= 1) {
      const letter = paragraph.letters[at];
      if (letter?.revision === 'inserted') model.cut(paragraph, at, at + 1);
      else if (letter !== undefined) letter.revision = 'deleted';
    }
    if (!over) return;
    if (paragraph.mark === 'inserted') model.join(paragraph);
    else if (model.paragraphs.at(-1) !== paragraph) paragraph.mark = 'deleted';
  });
}

/** Rejects the changes in a span, as `TrackedChangeCollection.rejectAll` does. */
export function reject(model: WordModel, span: Span): void {
  settle(model, span, 'inserted');
}

/** Accepts the changes in a span. */
export function accept(model: WordModel, span: Span): void {
  settle(model, span, 'deleted');
}

export function hasRevisions(model: WordModel): boolean {
  return model.paragraphs.some(
    ({ letters, mark }) => mark !== 'none' || letters.some(({ revision }) => revision !== 'none'),
  );
}

/** @param goes what is taken out; of the rest the signs go */
function settle(model: WordModel, span: Span, goes: Revision): void {
  forEachFromEnd(model, span, (paragraph, from, to, over) => {
    for (let at = to - 1; at >= from; at -= 1) {
      const letter = paragraph.letters[at];
      if (letter?.revision === goes) model.cut(paragraph, at, at + 1);
      else if (letter !== undefined) letter.revision = 'none';
    }
    if (!over) return;
    const { mark } = paragraph;
    paragraph.mark = 'none';
    if (mark === goes) model.join(paragraph);
  });
}

/** @param over whether the end of the paragraph is in the span */
type Visit = (paragraph: Paragraph, from: number, to: number, over: boolean) => void;

function forEachFromEnd(model: WordModel, span: Span, visit: Visit): void {
  const visits = model.paragraphsOf(span).map((paragraph) => {
    const last = paragraph === span.end.paragraph;
    const { length } = paragraph.letters;
    return {
      paragraph,
      from: paragraph === span.start.paragraph ? span.start.offset : 0,
      to: last ? Math.min(span.end.offset, length) : length,
      over: !last || span.end.offset > length,
    };
  });
  for (const { paragraph, from, to, over } of visits.reverse()) visit(paragraph, from, to, over);
}
