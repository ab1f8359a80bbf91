import { MAX_FIELD_CHARS } from '../../contract/limits.ts';
import type { Part } from '../../contract/source.ts';
import { HostError } from './host.ts';
import type { ReadParagraph } from './word-blocks.ts';
import { linesOf } from './word-lines.ts';
import type { LinesAnchor } from './word-lines.ts';

/** A text in Word, and what is remembered of it to find it again and to see whether it changed. */
export interface ReadText {
  paragraphs: ReadParagraph[];
  anchor: LinesAnchor;
}

const FACTS = 'text,styleBuiltIn,outlineLevel,isListItem,tableNestingLevel';

/** Outline levels that are headings in a style of the house; body text is 10. */
const OUTLINE_HEADINGS = 6;

/** Reads the whole body of the document; headers, footers, notes and text boxes are not part of it. */
export async function readBody(context: Word.RequestContext): Promise<ReadText> {
  const { body } = context.document;
  body.load('text');
  const { paragraphs } = body;
  paragraphs.load(FACTS);
  await context.sync();
  const read = await withPlaces(context, paragraphs.items);
  const lines = linesOf(read.map((paragraph) => ({ paragraph, raw: paragraph.text, from: 0 })));
  return { paragraphs: read, anchor: { part: 'whole', text: body.text, lines } };
}

/**
 * Reads what is selected and nothing beside it. `Range.paragraphs` gives whole paragraphs, so the first and the last are
 * cut to the selection, and a paragraph that the selection only touches (three clicks end there) is left out.
 * The anchor is a tracked range around exactly that text.
 * @throws HostError `nothing-selected`
 */
export async function readSelection(context: Word.RequestContext): Promise<ReadText> {
  const selection = context.document.getSelection();
  selection.load('text');
  const { paragraphs } = selection;
  paragraphs.load(FACTS);
  await context.sync();
  const items = paragraphs.items;
  const first = items[0];
  const last = items.at(-1);
  if (selection.text.trim() === '' || first === undefined || last === undefined) {
    throw new HostError('nothing-selected');
  }

  const start = first.getRange('Content').intersectWithOrNullObject(selection);
  const end = last.getRange('Content').intersectWithOrNullObject(selection);
  const before = first.getRange('Start').expandTo(selection.getRange('Start'));
  before.load('text');
  start.load('text');
  end.load('text');
  await context.sync();
  const touched = items.length > 1 && (end.isNullObject || end.text === '');
  const kept = touched ? items.slice(0, -1) : items;
  const lastKept = touched ? (kept.at(-1) ?? first).getRange('Content') : end;

  const range = selection.getRange('Start').expandTo(lastKept.getRange('End'));
  context.trackedObjects.add(range);
  range.load('text');
  const read = await withPlaces(context, kept);
  const head = read[0];
  const tail = read.at(-1);
  if (head !== undefined && !start.isNullObject) head.text = start.text;
  if (tail !== undefined && !touched && read.length > 1) tail.text = end.text;
  const lines = linesOf(
    read.map((paragraph, index) => ({
      paragraph,
      raw: kept[index]?.text ?? '',
      from: index === 0 ? before.text.length : 0,
    })),
  );
  return { paragraphs: read, anchor: { part: 'selection', text: range.text, range, lines } };
}

/**
 * Reads a text without its form. Nothing is tracked.
 * @throws HostError `nothing-selected`
 */
export async function skimText(context: Word.RequestContext, part: Part): Promise<string> {
  const { body } = context.document;
  const range = part === 'whole' ? body : context.document.getSelection();
  range.load('text');
  await context.sync();
  if (part === 'selection' && range.text.trim() === '') throw new HostError('nothing-selected');
  return plain(range.text);
}

/**
 * Header and footer of the first section, where a marking may stand; empty where the program does not say. In a request
 * of its own, for what fails in it must not take the text along.
 */
export async function readMargins(context: Word.RequestContext): Promise<string> {
  try {
    const section = context.document.sections.getFirst();
    const [header, footer] = [section.getHeader('Primary'), section.getFooter('Primary')];
    header.load('text');
    footer.load('text');
    await context.sync();
    const lines = [header.text, footer.text].map((text) => plain(text).trim()).filter(Boolean);
    return lines.join('\n').slice(0, MAX_FIELD_CHARS);
  } catch {
    return '';
  }
}

function plain(text: string): string {
  return text.replaceAll('\r', '\n');
}

/** Adds what can only be asked for once it is known which paragraphs are list items and which stand in cells. */
async function withPlaces(context: Word.RequestContext, items: Word.Paragraph[]): Promise<ReadParagraph[]> {
  const places = items.map((paragraph) => ({
    paragraph,
    item: paragraph.isListItem ? paragraph.listItemOrNullObject : null,
    cell: paragraph.tableNestingLevel > 0 ? paragraph.parentTableCellOrNullObject : null,
  }));
  for (const { item, cell } of places) {
    item?.load('level,listString');
    cell?.load('rowIndex,cellIndex');
  }
  await context.sync();
  return places.map(({ paragraph, item, cell }) => ({
    text: paragraph.text,
    heading: headingOf(paragraph.styleBuiltIn, paragraph.outlineLevel),
    list: item === null || item.isNullObject ? null : { level: item.level, mark: item.listString },
    cell:
      cell === null || cell.isNullObject
        ? null
        : { row: cell.rowIndex, column: cell.cellIndex, nested: paragraph.tableNestingLevel > 1 },
  }));
}

function headingOf(style: string, outlineLevel: number): number | null {
  if (style === 'Title') return 1;
  const number = /^Heading([1-9])$/.exec(style)?.[1];
  if (number !== undefined) return Number(number);
  return outlineLevel >= 1 && outlineLevel <= OUTLINE_HEADINGS ? outlineLevel : null;
}
