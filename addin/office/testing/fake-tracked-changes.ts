import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import { OfficeError } from './office-error.ts';
import type { Letter, Span, WordModel } from './word-model.ts';
import { reject } from './word-model-revisions.ts';

/** `Word.TrackedChange`: all of what one person inserted, or struck out, side by side. */
export class FakeTrackedChange extends FakeObject<Span> {
  get type(): string {
    return this.loaded('type');
  }
  get text(): string {
    return this.loaded('text');
  }

  reject(): void {
    this.change('reject', (span) => reject(this.context.model, span));
  }

  protected facts({ start, end }: Span): Record<string, unknown> {
    const letters = start.paragraph.letters.slice(start.offset, end.offset);
    const revision = letters[0]?.revision ?? start.paragraph.mark;
    return {
      type: revision === 'inserted' ? 'Added' : 'Deleted',
      text: letters.map(({ char }) => char).join(''),
    };
  }
}

/** `Word.TrackedChangeCollection`. */
export class FakeTrackedChanges extends FakeObject<Span> {
  #items: FakeTrackedChange[] | undefined;

  get items(): FakeTrackedChange[] {
    if (this.#items === undefined) throw new OfficeError('PropertyNotLoaded');
    return this.#items;
  }

  override load(names: string): this {
    this.alive();
    this.context.enqueue(() => {
      const { context } = this;
      this.#items = changesIn(context, this.target()).map((span) => {
        const item = new FakeTrackedChange(context, () => span);
        item.load(names);
        return item;
      });
    });
    return this;
  }

  rejectAll(): void {
    this.change('rejectAll', (span) => reject(this.context.model, span));
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}

/** Also those that go on outside of the span, whole; at a place without text the one in which it stands. */
function changesIn({ model }: FakeContext, span: Span): Span[] {
  return model.paragraphsOf(span).flatMap((paragraph) => {
    const from = paragraph === span.start.paragraph ? span.start.offset : 0;
    const over = paragraph !== span.end.paragraph || span.end.offset > paragraph.letters.length;
    const to = over ? paragraph.letters.length : span.end.offset;
    const runs = runsOf(model, paragraph).filter(({ start, end }) =>
      from === to ? start.offset < from && from < end.offset : start.offset < to && from < end.offset,
    );
    const { length } = paragraph.letters;
    const mark =
      over && paragraph.mark !== 'none' ? [model.span(paragraph, length, paragraph, length + 1)] : [];
    return [...runs, ...mark];
  });
}

function runsOf(model: WordModel, paragraph: Span['start']['paragraph']): Span[] {
  const runs: Span[] = [];
  let from = 0;
  for (const [at, letter] of paragraph.letters.entries()) {
    if (isSame(letter, paragraph.letters[at + 1])) continue;
    if (letter.revision !== 'none') runs.push(model.span(paragraph, from, paragraph, at + 1));
    from = at + 1;
  }
  return runs;
}

function isSame(one: Letter, other: Letter | undefined): boolean {
  return one.revision === other?.revision && one.author === other.author;
}
