import type { Block } from '../../contract/rich.ts';
import { piecesOf } from './pieces.ts';
import type { Plan } from './word-plan.ts';
import { baseOf, writeAfter, writeInline } from './word-write.ts';
import type { Written } from './word-write.ts';

/** What was read: the text as it was, and for a selection the tracked range that moves along with it. */
export type Anchor = { part: 'whole'; text: string } | { part: 'selection'; text: string; range: Word.Range };

const FACTS = 'style,styleBuiltIn,isListItem,tableNestingLevel';

/** `unsupported` where Word cannot do it safely. On `changed` and `unsupported` nothing was written. */
export type Replaced =
  { status: 'done'; anchor: Anchor; written: Written } | { status: 'changed' } | { status: 'unsupported' };

/**
 * Puts blocks in the place of the whole body. The new text is written first and the old one deleted then, so that a
 * failure in between loses nothing.
 */
export async function replaceBody(
  context: Word.RequestContext,
  anchor: Extract<Anchor, { part: 'whole' }>,
  plan: Plan,
): Promise<Replaced> {
  const { body } = context.document;
  body.load('text');
  const last = body.paragraphs.getLast();
  last.load('style,styleBuiltIn,isListItem');
  await context.sync();
  if (body.text !== anchor.text) return { status: 'changed' };

  const written = await writeAfter(context, baseOf(last), plan);
  if (written === null) return { status: 'unsupported' };
  body.getRange('Start').expandTo(last.getRange('Whole')).delete();
  await context.sync();
  body.load('text');
  await context.sync();
  return { status: 'done', anchor: { part: 'whole', text: body.text }, written };
}

/**
 * Puts blocks in the place of a tracked range, the new text first, then the old one deleted. A single paragraph for a
 * single paragraph goes into the line and keeps its formatting.
 */
export async function replaceRange(
  context: Word.RequestContext,
  anchor: Extract<Anchor, { part: 'selection' }>,
  blocks: readonly Block[],
  plan: Plan,
): Promise<Replaced> {
  const { range } = anchor;
  range.load('text');
  range.paragraphs.load(FACTS);
  await context.sync();
  if (range.text !== anchor.text) return { status: 'changed' };
  const items = range.paragraphs.items;

  const [only] = blocks;
  if (blocks.length === 1 && only?.type === 'paragraph' && items.length === 1) {
    const written = writeInline(range, piecesOf(only.runs), 'Replace');
    return keep(context, range, written);
  }
  // Deleting cells takes the rows and with them what was written into them.
  if (items.length > 1 && items.some((paragraph) => paragraph.tableNestingLevel > 0)) {
    return { status: 'unsupported' };
  }
  return replaceParagraphs(context, range, plan);
}

async function replaceParagraphs(
  context: Word.RequestContext,
  range: Word.Range,
  plan: Plan,
): Promise<Replaced> {
  const before = range.paragraphs.getFirst().getRange('Start').expandTo(range.getRange('Start'));
  const behind = range
    .getRange('End')
    .expandTo(range.paragraphs.getLast().getRange('Content').getRange('End'));
  before.load('text');
  behind.load('text');
  await context.sync();
  // What stands behind the selection in its paragraph becomes a paragraph of its own.
  if (behind.text !== '') range.insertText('\n', 'After');
  range.paragraphs.load(FACTS);
  await context.sync();

  const first = range.paragraphs.items[0];
  const last = range.paragraphs.items.at(-1);
  if (first === undefined || last === undefined) return { status: 'changed' };
  const written = await writeAfter(context, baseOf(last), plan);
  if (before.text === '') first.getRange('Start').expandTo(last.getRange('Whole')).delete();
  else range.delete();
  return keep(context, range, written);
}

/** Remembers the new text, so that a refined version can take its place again. */
async function keep(
  context: Word.RequestContext,
  old: Word.Range,
  written: Written | null,
): Promise<Replaced> {
  if (written === null) return { status: 'unsupported' };
  const { range } = written;
  context.trackedObjects.add(range);
  range.load('text');
  await context.sync();
  context.trackedObjects.remove(old);
  await context.sync();
  return { status: 'done', anchor: { part: 'selection', range, text: range.text }, written };
}
