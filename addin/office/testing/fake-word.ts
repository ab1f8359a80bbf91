import type { SupportsWord } from '../requirements.ts';
import { FakeApplication } from './fake-application.ts';
import { FakeContext, FakeObject } from './fake-context.ts';
import type { Faults } from './fake-context.ts';
import { FakeParagraph, FakeParagraphs } from './fake-paragraph.ts';
import { FakeRange } from './fake-range.ts';
import type { Location } from './fake-range.ts';
import { hitsIn } from './fake-search.ts';
import { FakeTable } from './fake-table.ts';
import { FakeDocument } from './fake-things.ts';
import { sectionsOf } from './fake-sections.ts';
import { FakeXmlParts } from './fake-xml-parts.ts';
import type { XmlPart } from './fake-xml-parts.ts';
import { OfficeError } from './office-error.ts';
import { WordModel, paragraphOf, textOf } from './word-model.ts';
import type { Paragraph } from './word-model.ts';

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

  get tables(): { getFirst(): FakeTable } {
    const first = () => this.context.model.paragraphs.find(({ cell }) => cell !== null)?.cell?.table ?? null;
    return { getFirst: () => new FakeTable(this.context, first) };
  }

  getRange(location: Location = 'Whole'): FakeRange {
    return new FakeRange(this.context, () => this.context.model.all()).getRange(location);
  }

  insertParagraph(text: string, location: 'Start'): FakeParagraph {
    return this.made(
      'insertParagraph',
      (model) => {
        if (String(location) !== 'Start') throw new OfficeError('InvalidArgument');
        // Word hands on all that the first paragraph is, even its place in a cell.
        const added = { ...model.at(0), letters: paragraphOf(text).letters, sectionBreak: false };
        model.insertAfter(-1, [added]);
        return added;
      },
      (find) => new FakeParagraph(this.context, find),
    );
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

  protected facts(model: WordModel): Record<string, unknown> {
    return { text: model.paragraphs.map(textOf).join('\n') };
  }
}

export interface FakeWord {
  run: typeof Word.run;
  supports: SupportsWord;
  model: WordModel;
  faults: Faults;
  /** How often a context was synced in all. */
  syncs(): number;
  /** How many objects Word still tracks. */
  tracked(): number;
  /** The custom XML parts of the document. */
  xml(): string[];
  addXml(xml: string): void;
  /** What stands above and below the text of every page. */
  margins: { header: string; footer: string };
  /** Documents that were made and opened, as base64. */
  opened: string[];
  /** Marks a text, as the person does; it must stand in one paragraph. */
  select(text: string): void;
  /** Marks from the beginning of one paragraph to the end of another, its mark included where `over` is set. */
  selectParagraphs(first: number, last: number, over?: boolean): void;
}

/** What came after WordApi 1.3, by the names under which the fakes do it, with the minor version of the set. */
const NEWER = {
  changeTrackingMode: 4,
  'changeTrackingMode.set': 4,
  fields: 4,
  getTrackedChanges: 6,
  insertComment: 4,
  insertFootnote: 5,
  'comment.delete': 4,
  'customXmlParts.getByNamespace': 4,
  'customXmlParts.add': 4,
  'customXmlPart.delete': 4,
};

/**
 * Word with a document in it. What is newer than its version fails at the sync, not at the call.
 * @param minor minor version of WordApi
 */
export function fakeWord(paragraphs: Paragraph[], minor = 9): FakeWord {
  const model = new WordModel(paragraphs);
  const missing = Object.entries(NEWER).filter(([, since]) => since > minor);
  const refuse = new Map(missing.map(([name]) => [name, 'ApiNotFound']));
  const faults: Faults = { stall: false, refuse, readOnly: false };
  const parts: XmlPart[] = [];
  const opened: string[] = [];
  const margins = { header: '', footer: '' };
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
    const document = Object.assign(new FakeDocument(context), {
      body: new FakeBody(context),
      getSelection: () => new FakeRange(context, () => model.selection),
      sections: sectionsOf(context, margins),
      customXmlParts: new FakeXmlParts(context, parts),
    });
    return Object.assign(context, { document, application: new FakeApplication(context, opened) });
  }

  return {
    run: run as typeof Word.run,
    supports: (set, version) => set === 'WordApi' && Number(version.split('.')[1]) <= minor,
    model,
    faults,
    syncs: () => contexts.reduce((sum, context) => sum + context.syncs, 0),
    tracked: () => contexts.reduce((sum, context) => sum + context.tracked.size, 0),
    xml: () => parts.map(({ xml }) => xml),
    addXml: (xml) => void parts.push({ xml, parts }),
    opened,
    margins,
    select(text) {
      const [hit] = hitsIn(model, model.all(), text.replaceAll('^', '^^'), true);
      if (hit === undefined) throw new Error('not in the document');
      model.selection = hit;
    },
    selectParagraphs(first, last, over = false) {
      const end = model.at(last);
      model.selection = model.span(model.at(first), 0, end, end.letters.length + (over ? 1 : 0));
    },
  };
}
