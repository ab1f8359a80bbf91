import type { Block } from '../../contract/rich.ts';
import { toDocx } from '../output/docx.ts';
import { HostError } from './host.ts';
import { addNotes } from './word-notes.ts';
import { planOf } from './word-plan.ts';
import { baseOf, isForText, polish, writeAfter } from './word-write.ts';

type Run = typeof Word.run;

/** Word's API has no line, so a rule is an empty paragraph. */
const BLANK: Block = { type: 'rule' };

/**
 * Writes into a new section, on a new page, at the end of the document.
 * @throws the errors of Office
 */
export async function insertSection(run: Run, blocks: readonly Block[]): Promise<void> {
  await run(async (context) => {
    const { body } = context.document;
    body.insertBreak('SectionNext', 'End');
    const last = body.paragraphs.getLast();
    last.load('text,style,styleBuiltIn,isListItem');
    await context.sync();
    const written = await writeAfter(context, baseOf(last), planOf(blocks));
    await addNotes(context, written?.notes ?? []);
    await polish(context, () => {
      written?.polish();
      written?.range.select('Start');
      if (last.text === '') last.delete();
    });
  });
}

/**
 * Writes below everything else on the same page, with an empty paragraph between.
 * @throws the errors of Office
 */
export async function insertEnd(run: Run, blocks: readonly Block[]): Promise<void> {
  await run(async (context) => {
    const { body } = context.document;
    body.load('text');
    const last = body.paragraphs.getLast();
    last.load('text,style,styleBuiltIn,isListItem');
    await context.sync();
    const plan = planOf(last.text === '' ? blocks : [BLANK, ...blocks]);
    const written = await writeAfter(context, baseOf(last), plan);
    await addNotes(context, written?.notes ?? []);
    await polish(context, () => {
      written?.polish();
      written?.range.select('Start');
      // A document without a word needs no distance to what stands above.
      if (body.text === '') last.delete();
    });
  });
}

/**
 * Writes above everything else in the style of the document's body text, with an empty paragraph between.
 * @throws the errors of Office
 */
export async function insertTop(run: Run, blocks: readonly Block[]): Promise<void> {
  await run(async (context) => {
    const { body } = context.document;
    const { paragraphs } = body;
    paragraphs.load('text,style,styleBuiltIn,isListItem,tableNestingLevel,alignment');
    await context.sync();
    const { items } = paragraphs;
    const [top] = items;
    const model = bodyTextOf(items) ?? top;
    // Word has no document without a paragraph.
    if (top === undefined || model === undefined) throw new HostError('host-error');

    // Into a table at the top "Start" would write into its first cell.
    const first =
      top.tableNestingLevel > 0
        ? body.tables.getFirst().insertParagraph('', 'Before')
        : body.insertParagraph('', 'Start');
    // It takes over what stands below it: a sender at the right, the number of a list.
    if (top.isListItem) first.detachFromList();
    first.alignment = model.alignment;
    first.leftIndent = 0;
    first.firstLineIndent = 0;
    const base = { ...baseOf(model), paragraph: first, isListItem: false };
    const hasText = items.some(({ text }) => text !== '');
    const plan = planOf(hasText ? [...blocks, BLANK] : blocks);
    const written = await writeAfter(context, base, plan).catch(async (error: unknown) => {
      await polish(context, () => first.delete());
      throw error;
    });
    await addNotes(context, written?.notes ?? []);
    await polish(context, () => {
      first.delete();
      written?.polish();
      written?.range.select('Start');
    });
  });
}

/**
 * Opens a new document with the text in it, beside the open one.
 * @param title for the properties of the file
 * @throws the errors of Office
 */
export async function openNew(run: Run, blocks: readonly Block[], title: string): Promise<void> {
  await openFile(run, await toDocx(blocks, { title }));
}

/**
 * Opens a DOCX file as a new document, beside the open one.
 * @throws the errors of Office
 */
export async function openFile(run: Run, blob: Blob): Promise<void> {
  const file = await base64Of(blob);
  await run(async (context) => {
    // Nothing but opening: on the web all else of such a document is refused (office-js #5169).
    context.application.createDocument(file).open();
    await context.sync();
  });
}

/** A paragraph in the style that holds most of the text outside of headings, lists and tables. */
function bodyTextOf(items: readonly Word.Paragraph[]): Word.Paragraph | undefined {
  const lengths = new Map<string, number>();
  const candidates = items.filter(
    ({ styleBuiltIn, isListItem, tableNestingLevel }) =>
      isForText(styleBuiltIn) && !isListItem && tableNestingLevel === 0,
  );
  for (const { style, text } of candidates) lengths.set(style, (lengths.get(style) ?? 0) + text.length);
  const [style] = [...lengths].reduce((most, one) => (one[1] > most[1] ? one : most), ['', 0]);
  return candidates.find((paragraph) => paragraph.style === style);
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => {
      const url = String(reader.result);
      resolve(url.slice(url.indexOf(',') + 1));
    };
    reader.onerror = () => reject(new Error('the new document cannot be read'));
    reader.readAsDataURL(blob);
  });
}
