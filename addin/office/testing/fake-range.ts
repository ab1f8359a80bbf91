import { FakeComment, addComment } from './fake-comments.ts';
import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import type { FakeParagraph } from './fake-paragraph.ts';
import type { FakeCollection } from './fake-collection.ts';
import { fromOoxml, toOoxml } from './fake-ooxml.ts';
import { FakeParagraphs } from './fake-paragraph.ts';
import { FakeResult, relationOf } from './fake-result.ts';
import { rangesOf } from './fake-ranges.ts';
import { hitsIn } from './fake-search.ts';
import { notesOf } from './fake-notes.ts';
import { FakeControl, controlAround, controlsIn, fieldsIn, picturesIn } from './fake-things.ts';
import type { FakeField, FakePicture } from './fake-things.ts';
import { FakeTrackedChanges } from './fake-tracked-changes.ts';
import { OfficeError } from './office-error.ts';
import type { ControlModel, Letter, Look, Mark, Span } from './word-model.ts';

export type Location = 'Whole' | 'Start' | 'End' | 'Content';

/** `Word.Range`. */
export class FakeRange extends FakeObject<Span> {
  #paragraphs: FakeParagraphs | undefined;
  #paragraphsOfRun = 0;
  #pictures: FakeCollection<Letter, FakePicture> | undefined;
  #controls: FakeCollection<ControlModel, FakeControl> | undefined;
  #parent: FakeControl | undefined;

  get text(): string {
    return this.loaded('text');
  }

  get paragraphs(): FakeParagraphs {
    // As long-lived as the range itself, for it is found through it again.
    if (this.#paragraphsOfRun !== this.context.run) this.#paragraphs = undefined;
    this.#paragraphsOfRun = this.context.run;
    this.#paragraphs ??= new FakeParagraphs(this.context, () =>
      this.context.model.paragraphsOf(this.target()),
    );
    return this.#paragraphs;
  }

  get font(): FakeFont {
    return new FakeFont(this.context, () => this.context.model.lettersOf(this.target()));
  }

  get hyperlink(): string {
    return this.loaded('hyperlink');
  }

  get fields(): FakeCollection<Span, FakeField> {
    return fieldsIn(this.context, () => this.target());
  }

  get inlinePictures(): FakeCollection<Letter, FakePicture> {
    this.#pictures ??= picturesIn(this.context, () => this.target());
    return this.#pictures;
  }

  get contentControls(): FakeCollection<ControlModel, FakeControl> {
    this.#controls ??= controlsIn(this.context, () => this.target());
    return this.#controls;
  }

  get parentContentControlOrNullObject(): FakeControl {
    this.#parent ??= new FakeControl(
      this.context,
      () => controlAround(this.context.model, this.target()),
      true,
    );
    return this.#parent;
  }

  search(text: string, options: { matchCase: boolean }): FakeCollection<Span, FakeRange> {
    return rangesOf(this.context, () => hitsIn(this.context.model, this.target(), text, options.matchCase));
  }

  compareLocationWith(other: FakeRange): FakeResult<string> {
    return new FakeResult(this.context, () => {
      const { model } = this.context;
      const [one, two] = [this.target(), other.target()];
      return relationOf(
        model.compare(one.start, two.start),
        model.compare(one.end, two.end),
        model.compare(one.start, two.end),
        model.compare(one.end, two.start),
      );
    });
  }

  getTrackedChanges(): FakeTrackedChanges {
    return new FakeTrackedChanges(this.context, () => {
      this.context.require('getTrackedChanges');
      return this.target();
    });
  }

  getOoxml(): FakeResult<string> {
    return new FakeResult(this.context, () => toOoxml(this.context.model, this.target()));
  }

  insertOoxml(ooxml: string, location: 'Replace' | 'Start'): FakeRange {
    return this.made(
      'insertOoxml',
      (span) => {
        const { model } = this.context;
        const letters = fromOoxml(ooxml);
        if (location === 'Replace') model.delete(span);
        const { paragraph, offset } = span.start;
        model.put(paragraph, offset, letters);
        return model.span(paragraph, offset, paragraph, offset + letters.length);
      },
      (find) => new FakeRange(this.context, find),
    );
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
          // Word gives new text the look of the first character that it replaces.
          const [look] = model.lettersOf(span);
          model.delete(span);
          if (model.trackingMode !== 'Off') return model.insert(span.end, text, look);
          return Object.assign(span, model.insert(span.start, text, look));
        }
        return model.insert(location === 'End' || location === 'After' ? span.end : span.start, text);
      },
      (find) => new FakeRange(this.context, find),
    );
  }

  insertComment(text: string): FakeComment {
    return this.made(
      'insertComment',
      (span) => addComment(this.context, span, text),
      (find) => new FakeComment(this.context, find),
    );
  }

  insertFootnote(text: string): void {
    this.change('insertFootnote', (span) => {
      this.context.require('insertFootnote');
      const { model } = this.context;
      // Word shows the sign of a footnote as a control character.
      notesOf(model).push({ text, behind: model.text(span) });
      model.insert(span.end, '\u0002');
    });
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
    const { model } = this.context;
    const hyperlink = model.lettersOf(span).find(({ link }) => link !== '')?.link ?? '';
    return { text: model.text(span), hyperlink };
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
