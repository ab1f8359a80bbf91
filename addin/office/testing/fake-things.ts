import { FakeCollection } from './fake-collection.ts';
import { FakeObject } from './fake-context.ts';
import type { FakeContext } from './fake-context.ts';
import { FakeRange } from './fake-range.ts';
import type { ControlModel, Letter, Span, WordModel } from './word-model.ts';

/** `Word.ContentControl`. */
export class FakeControl extends FakeObject<ControlModel> {
  get cannotEdit(): boolean {
    return this.loaded('cannotEdit');
  }
  get cannotDelete(): boolean {
    return this.loaded('cannotDelete');
  }

  protected facts({ cannotEdit, cannotDelete }: ControlModel): Record<string, unknown> {
    return { cannotEdit, cannotDelete };
  }
}

/** `Word.Field`. */
export class FakeField extends FakeObject<Span> {
  get code(): string {
    return this.loaded('code');
  }
  get result(): FakeRange {
    return new FakeRange(this.context, () => this.target());
  }

  protected facts(): Record<string, unknown> {
    return { code: ' REF _Ref1 ' };
  }
}

/** `Word.InlinePicture`. */
export class FakePicture extends FakeObject<Letter> {
  get width(): number {
    return this.loaded('width');
  }

  protected facts(): Record<string, unknown> {
    return { width: 100 };
  }
}

/** `Word.Document`, as far as it is about change tracking. */
export class FakeDocument extends FakeObject<WordModel> {
  constructor(context: FakeContext) {
    super(context, () => context.model);
  }

  /** A context's document lives as long as the context. */
  protected override alive(): void {
    return;
  }

  get changeTrackingMode(): WordModel['trackingMode'] {
    return this.loaded('changeTrackingMode');
  }
  set changeTrackingMode(value: WordModel['trackingMode']) {
    this.change('changeTrackingMode.set', (model) => {
      model.trackingMode = value;
    });
  }

  protected facts({ trackingMode }: WordModel): Record<string, unknown> {
    this.context.require('changeTrackingMode');
    return { changeTrackingMode: trackingMode };
  }
}

type Find = () => Span;

export function controlsIn(context: FakeContext, find: Find): FakeCollection<ControlModel, FakeControl> {
  const controls = () =>
    context.model.lettersOf(find()).flatMap(({ control }) => (control === null ? [] : [control]));
  return new FakeCollection(
    context,
    () => [...new Set(controls())],
    (control) => new FakeControl(context, () => control),
  );
}

export function picturesIn(context: FakeContext, find: Find): FakeCollection<Letter, FakePicture> {
  return new FakeCollection(
    context,
    () => context.model.lettersOf(find()).filter(({ picture }) => picture),
    (letter) => new FakePicture(context, () => letter),
  );
}

export function fieldsIn(context: FakeContext, find: Find): FakeCollection<Span, FakeField> {
  return new FakeCollection(
    context,
    () => {
      context.require('fields');
      return fieldSpans(context.model, find());
    },
    (span) => new FakeField(context, () => span),
  );
}

/** The content control in which all of a span stands. */
export function controlAround(model: WordModel, span: Span): ControlModel | null {
  const { paragraph, offset } = span.start;
  const letters = model.lettersOf(span);
  const [first, ...rest] =
    letters.length > 0 ? letters : [paragraph.letters[offset - 1], paragraph.letters[offset]];
  const control = first?.control ?? null;
  return rest.every((letter) => letter?.control === control) && control !== null
    ? control
    : paragraph.control;
}

function fieldSpans(model: WordModel, span: Span): Span[] {
  return model.paragraphsOf(span).flatMap((paragraph) => {
    const numbers = new Set(paragraph.letters.map(({ field }) => field).filter((field) => field > 0));
    return [...numbers].map((number) => {
      const from = paragraph.letters.findIndex(({ field }) => field === number);
      const to = paragraph.letters.findLastIndex(({ field }) => field === number) + 1;
      return model.span(paragraph, from, paragraph, to);
    });
  });
}
