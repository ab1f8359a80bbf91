import { FakeContext, FakeObject } from './fake-context.ts';
import type { Faults } from './fake-context.ts';
import { FakeParagraphs } from './fake-paragraph.ts';
import { FakeRange } from './fake-range.ts';
import type { Location } from './fake-range.ts';
import { OfficeError } from './office-error.ts';
import { WordModel, paragraphOf, textOf } from './word-model.ts';
import type { Paragraph, Span } from './word-model.ts';

const LONGEST_SEARCH = 255;

/** `Word.Body` of the document. */
class FakeBody extends FakeObject<WordModel> {
  readonly #paragraphs: FakeParagraphs;

  constructor(context: FakeContext) {
    super(context, () => context.model);
    this.#paragraphs = new FakeParagraphs(context, () => context.model.paragraphs);
  }

  get text(): string {
    return this.loaded('text');
  }
  get paragraphs(): FakeParagraphs {
    return this.#paragraphs;
  }

  getRange(location: Location = 'Whole'): FakeRange {
    return new FakeRange(this.context, () => this.context.model.all()).getRange(location);
  }

  insertBreak(type: 'SectionNext', location: 'End'): void {
    this.change('insertBreak', (model) => {
      if (String(type) !== 'SectionNext' || String(location) !== 'End') {
        throw new OfficeError('InvalidArgument');
      }
      const last = model.at(-1);
      last.sectionBreak = true;
      model.paragraphs.push(
        paragraphOf('', { styleBuiltIn: last.styleBuiltIn, style: last.style, list: last.list }),
      );
    });
  }

  search(text: string, options: { matchCase: boolean }): { getFirstOrNullObject(): FakeRange } {
    const find = () => {
      if (text === '' || text.length > LONGEST_SEARCH) {
        throw new OfficeError('SearchStringInvalidOrTooLong');
      }
      return firstHit(this.context.model, text, options.matchCase);
    };
    return { getFirstOrNullObject: () => new FakeRange(this.context, find, true) };
  }

  protected facts(model: WordModel): Record<string, unknown> {
    return { text: model.paragraphs.map(textOf).join('\n') };
  }
}

/** `^p` and its like stand for special things, `^^` for the character itself; no hit reaches over a paragraph. */
function firstHit(model: WordModel, text: string, matchCase: boolean): Span | null {
  if (/\^[^^]/.test(text.replaceAll('^^', ''))) return null;
  const fold = (value: string) => (matchCase ? value : value.toLowerCase());
  const wanted = fold(text.replaceAll('^^', '^'));
  for (const paragraph of model.paragraphs) {
    const at = fold(textOf(paragraph)).indexOf(wanted);
    if (at >= 0) return model.span(paragraph, at, paragraph, at + wanted.length);
  }
  return null;
}

export interface FakeWord {
  run: typeof Word.run;
  model: WordModel;
  faults: Faults;
  /** How often a context was synced in all. */
  syncs(): number;
  /** How many objects Word still tracks. */
  tracked(): number;
  /** Marks a text, as the person does; it must stand in one paragraph. */
  select(text: string): void;
  /** Marks from the beginning of one paragraph to the end of another, its mark included where `over` is set. */
  selectParagraphs(first: number, last: number, over?: boolean): void;
}

/** Word with a document in it. */
export function fakeWord(paragraphs: Paragraph[]): FakeWord {
  const model = new WordModel(paragraphs);
  const faults: Faults = { stall: false, refuse: new Map(), readOnly: false };
  const contexts: FakeContext[] = [];

  async function run(object: unknown, batch?: unknown): Promise<unknown> {
    const context = object instanceof FakeObject ? object.context : newContext();
    if (object instanceof FakeObject && !context.tracked.has(object)) {
      throw new OfficeError('InvalidObjectPath');
    }
    if (object instanceof FakeObject) context.run += 1;
    const work = (batch ?? object) as (context: unknown) => Promise<unknown>;
    const result = await work(context);
    await context.sync();
    context.run += 1;
    return result;
  }

  function newContext(): FakeContext {
    const context = new FakeContext(model, faults);
    contexts.push(context);
    const document = {
      body: new FakeBody(context),
      getSelection: () => new FakeRange(context, () => model.selection),
    };
    return Object.assign(context, { document });
  }

  return {
    run: run as typeof Word.run,
    model,
    faults,
    syncs: () => contexts.reduce((sum, context) => sum + context.syncs, 0),
    tracked: () => contexts.reduce((sum, context) => sum + context.tracked.size, 0),
    select(text) {
      const hit = firstHit(model, text.replaceAll('^', '^^'), true);
      if (hit === null) throw new Error('not in the document');
      model.selection = hit;
    },
    selectParagraphs(first, last, over = false) {
      const end = model.at(last);
      model.selection = model.span(model.at(first), 0, end, end.letters.length + (over ? 1 : 0));
    },
  };
}
