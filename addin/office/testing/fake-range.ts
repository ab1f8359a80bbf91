import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import type { FakeParagraph } from './fake-paragraph.ts';
import { FakeParagraphs } from './fake-paragraph.ts';
import { OfficeError } from './office-error.ts';
import type { Letter, Look, Mark, Span } from './word-model.ts';

export type Location = 'Whole' | 'Start' | 'End' | 'Content';

/** `Word.Range`. */
export class FakeRange extends FakeObject<Span> {
  #paragraphs: FakeParagraphs | undefined;

  get text(): string {
    return this.loaded('text');
  }

  get paragraphs(): FakeParagraphs {
    this.#paragraphs ??= new FakeParagraphs(this.context, () =>
      this.context.model.paragraphsOf(this.target()),
    );
    return this.#paragraphs;
  }

  get font(): FakeFont {
    return new FakeFont(this.context, () => this.context.model.lettersOf(this.target()));
  }

  getRange(location: Location = 'Whole'): FakeRange {
    return new FakeRange(this.context, () => part(this.context, this.target(), location));
  }

  expandTo(other: FakeRange): FakeRange {
    return new FakeRange(this.context, () => {
      const { model } = this.context;
      const [one, two] = [this.target(), other.target()];
      const start = model.compare(one.start, two.start) <= 0 ? one.start : two.start;
      const end = model.compare(one.end, two.end) >= 0 ? one.end : two.end;
      return between(this.context, start, end);
    });
  }

  intersectWithOrNullObject(other: FakeRange): FakeRange {
    const find = () => {
      const { model } = this.context;
      const [one, two] = [this.target(), other.target()];
      const start = model.compare(one.start, two.start) >= 0 ? one.start : two.start;
      const end = model.compare(one.end, two.end) <= 0 ? one.end : two.end;
      return model.compare(start, end) > 0 ? null : between(this.context, start, end);
    };
    return new FakeRange(this.context, find, true);
  }

  insertText(text: string, location: 'Replace' | 'Start' | 'End' | 'Before' | 'After'): FakeRange {
    return this.made(
      'insertText',
      (span) => {
        const { model } = this.context;
        if (location === 'Replace') {
          model.delete(span);
          return Object.assign(span, model.insert(span.start, text));
        }
        return model.insert(location === 'End' || location === 'After' ? span.end : span.start, text);
      },
      (find) => new FakeRange(this.context, find),
    );
  }

  insertBreak(type: 'Line', location: 'Before' | 'After'): void {
    this.change('insertBreak', (span) => {
      if (String(type) !== 'Line') throw new OfficeError('InvalidArgument');
      this.context.model.insert(location === 'After' ? span.end : span.start, '\v');
    });
  }

  delete(): void {
    this.change('delete', (span) => this.context.model.delete(span));
  }

  select(mode: 'Select' | 'Start' | 'End' = 'Select'): void {
    this.context.enqueue(() => {
      const { start, end } = this.target();
      const [from, to] = [mode === 'End' ? end : start, mode === 'Start' ? start : end];
      this.context.model.selection = between(this.context, from, to);
    });
  }

  protected facts(span: Span): Record<string, unknown> {
    return { text: this.context.model.text(span) };
  }
}

/** `Word.Font`: setting it changes every letter it stands for. */
export class FakeFont extends FakeObject<Letter[]> {
  set bold(value: boolean) {
    this.#set('bold', value);
  }
  set italic(value: boolean) {
    this.#set('italic', value);
  }
  set underline(value: string) {
    this.#set('underline', value);
  }
  set strikeThrough(value: boolean) {
    this.#set('strikeThrough', value);
  }
  set highlightColor(value: string | null) {
    this.change('font.highlightColor', (letters) => {
      // Word 2016 and 2019 refuse what the documentation says removes a highlight.
      if (value === null) throw new OfficeError('InvalidArgument');
      for (const letter of letters) letter.highlightColor = value;
    });
  }

  #set<Name extends keyof Look>(name: Name, value: Look[Name]): void {
    this.change(`font.${name}`, (letters) => {
      for (const letter of letters) Object.assign(letter, { [name]: value });
    });
  }

  protected facts(): Record<string, unknown> {
    return {};
  }
}

function between({ model }: FakeContext, start: Mark, end: Mark): Span {
  return model.span(start.paragraph, start.offset, end.paragraph, end.offset);
}

function part(context: FakeContext, span: Span, location: Location): Span {
  if (location === 'Start') return between(context, span.start, span.start);
  return location === 'End' ? between(context, span.end, span.end) : between(context, span.start, span.end);
}

/** The range of one paragraph; `Whole` has the end of the paragraph in it. */
export function rangeOf(paragraph: FakeParagraph, location: Location = 'Whole'): FakeRange {
  const { context } = paragraph;
  return new FakeRange(context, () => {
    const target = paragraph.target();
    const length = target.letters.length;
    const from = location === 'End' ? length : 0;
    const to = { Whole: length + 1, Content: length, End: length, Start: 0 }[location];
    return context.model.span(target, from, target, to);
  });
}
