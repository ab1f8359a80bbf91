import { areProtected } from './word-changes-find.ts';
import type { Found, Target } from './word-changes-find.ts';
import type { Piece } from './word-changes-plan.ts';
import { placeNow } from './word-changes-text.ts';
import { putText } from './word-changes-write.ts';
import { locateAll } from './word-locate.ts';
import type { Place } from './word-locate.ts';
import type { WordLines, WrittenParagraphs } from './word-lines.ts';

/**
 * Takes a paragraph out, adds one, or writes over the end of one, and remembers it for `takeBack`.
 * @param found the lines that the piece needs
 * @param tracked whether Word keeps what is taken out, struck out
 * @returns false where something in it must not be written over; nothing was written then
 * @throws the errors of Office
 */
export async function writeStructure(
  context: Word.RequestContext,
  lines: WordLines,
  found: Map<number, Found>,
  piece: Piece,
  tracked: boolean,
): Promise<boolean> {
  switch (piece.type) {
    case 'words':
      return true;
    case 'add':
      return added(context, lines, found, piece);
    case 'remove':
      return removed(context, lines, found, piece.line);
    case 'span':
      return spanned(context, lines, found, piece, tracked);
  }
}

async function added(
  context: Word.RequestContext,
  lines: WordLines,
  found: Map<number, Found>,
  { line, where, text }: Extract<Piece, { type: 'add' }>,
): Promise<boolean> {
  const beside = found.get(line);
  if (beside === undefined) return false;
  if (await isLocked(context, beside.paragraph)) return false;
  // Word hands on style, indents and the list to a new paragraph.
  const paragraph = beside.paragraph.insertParagraph('', where);
  putText(paragraph.getRange('Content'), text, 'Start');
  // At the end of a document it is the mark of the paragraph before that is new.
  const whole = paragraph.getRange('Whole');
  const range = where === 'After' ? beside.paragraph.getRange('End').expandTo(whole) : whole;
  await remember(context, lines, { kind: 'added', lines: [], range, old: '', text });
  const from = (lines.all[line]?.index ?? 0) + (where === 'After' ? 1 : 0);
  for (const one of lines.all) if (one.index >= from) one.index += 1;
  return true;
}

async function removed(
  context: Word.RequestContext,
  lines: WordLines,
  found: Map<number, Found>,
  line: number,
): Promise<boolean> {
  const one = found.get(line);
  if (one === undefined || (await anyProtected(context, [one], true))) return false;
  const range = one.paragraph.getRange('Whole');
  one.paragraph.delete();
  await remember(context, lines, { kind: 'removed', lines: [line], range, old: one.text, text: '' });
  return true;
}

async function spanned(
  context: Word.RequestContext,
  lines: WordLines,
  found: Map<number, Found>,
  { first, last, text }: Extract<Piece, { type: 'span' }>,
  tracked: boolean,
): Promise<boolean> {
  const touched: Stretch[] = [];
  for (let line = first.line; line <= last.line; line += 1) {
    const one = found.get(line);
    if (one === undefined) return false;
    const raw = lines.all[line]?.raw ?? '';
    const from = line === first.line ? first.at : 0;
    const place = placeNow(one.written, one.now, from, line === last.line ? last.at : raw.length);
    if (place === null) return false;
    touched.push({ found: one, ...place });
  }
  const [top] = touched;
  const bottom = touched.at(-1);
  if (top === undefined || bottom === undefined) return false;
  if (
    await anyProtected(
      context,
      touched.map((one) => one.found),
      tracked,
    )
  ) {
    return false;
  }
  const [start = null, end = null] = await locateAll(context, [
    placeOf(top.found, top.start),
    placeOf(bottom.found, bottom.end),
  ]);
  if (start === null || end === null) return false;
  const range = start.expandTo(end);
  const old = touched.map((one) => one.found.text.slice(one.start, one.end)).join('\n');
  const fresh = text === '' ? null : range.insertText(text, old === '' ? 'Start' : 'Replace');
  if (fresh === null) range.delete();
  const held = fresh === null ? range : tracked ? range.expandTo(fresh) : fresh;
  const all = touched.map((one) => one.found.line);
  await remember(context, lines, { kind: 'span', lines: all, range: held, old, text });
  return true;
}

interface Stretch {
  found: Found;
  start: number;
  end: number;
}

function placeOf({ paragraph, text }: Found, at: number): Place {
  return { paragraph, raw: text, start: at, end: at };
}

/** Whole paragraphs count: where the end of one is touched, all of it is. */
async function anyProtected(
  context: Word.RequestContext,
  found: readonly Found[],
  fields: boolean,
): Promise<boolean> {
  const targets = found.map((one): Target => {
    const range = one.paragraph.getRange('Content');
    return { found: one, start: 0, end: one.text.length, range };
  });
  return (await areProtected(context, targets, fields)).some(Boolean);
}

async function isLocked(context: Word.RequestContext, paragraph: Word.Paragraph): Promise<boolean> {
  const around = paragraph.parentContentControlOrNullObject;
  around.load('cannotEdit');
  await context.sync();
  return !around.isNullObject && around.cannotEdit;
}

async function remember(
  context: Word.RequestContext,
  lines: WordLines,
  record: WrittenParagraphs,
): Promise<void> {
  context.trackedObjects.add(record.range);
  await context.sync();
  lines.paragraphs.push(record);
}
