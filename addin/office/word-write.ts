import type { Piece } from './pieces.ts';
import type { ListPlan, ParagraphLine, Plan, TableLine } from './word-plan.ts';

/** The yellow of Word's highlighter. */
const GAP_COLOUR = '#FFFF00';
/** Points from the margin to the text of a list item of the first level, as Word's own lists have it. */
const LIST_INDENT = 36;
/** Points from the mark to the text. */
const LIST_HANGING = 18;

/** Styles in which no body text is written, although the cursor stands in such a paragraph. */
const NOT_FOR_TEXT =
  /^(Heading\d|Title|Subtitle|ListParagraph|Quote|IntenseQuote|Toc\w+|Caption|Header|Footer|Footnote\w+|Endnote\w+)$/;

/** Whether body text may be written in a style. */
export function isForText(styleBuiltIn: string): boolean {
  return !NOT_FOR_TEXT.test(styleBuiltIn);
}

/** The paragraph after which is written, with what new paragraphs take over from it. */
export interface Base {
  paragraph: Word.Paragraph;
  style: string;
  styleBuiltIn: string;
  isListItem: boolean;
}

export interface Written {
  range: Word.Range;
  /** Touches up what may fail without the text being lost: highlights and the look of tables. */
  polish(): void;
  /** Where footnotes belong, in reading order. */
  notes: readonly Note[];
}

/** A footnote and the stretch it stands behind. */
export interface Note {
  range: Word.Range;
  text: string;
}

/** @param paragraph with `style`, `styleBuiltIn` and `isListItem` loaded */
export function baseOf(paragraph: Word.Paragraph): Base {
  const { style, styleBuiltIn, isListItem } = paragraph;
  return { paragraph, style, styleBuiltIn, isListItem };
}

/**
 * Writes blocks after a paragraph with Word's own paragraphs, styles, lists and tables, never as HTML or OOXML (they
 * lose list numbers and break Undo). Where the lists fail, the text is taken out again.
 * @returns null where there is nothing to write
 * @throws the errors of Office
 */
export async function writeAfter(
  context: Word.RequestContext,
  base: Base,
  plan: Plan,
): Promise<Written | null> {
  const placed: Placed[] = [];
  let after: Word.Paragraph | Word.Table = base.paragraph;
  for (const line of plan.lines) {
    const next: Placed = line.type === 'table' ? placeTable(after, line) : placeParagraph(after, line, base);
    placed.push(next);
    after = next.object;
  }
  const first = placed[0];
  const last = placed.at(-1);
  if (first === undefined || last === undefined) return null;
  await context.sync();
  try {
    await makeLists(context, placed, plan.lists);
  } catch (error) {
    for (const one of placed) one.object.delete();
    await context.sync();
    throw error;
  }
  return {
    range: first.object.getRange('Start').expandTo(last.object.getRange('End')),
    polish: () => placed.forEach(polishOne),
    notes: placed.flatMap(({ notes }) => notes),
  };
}

type Placed =
  | {
      type: 'paragraph';
      object: Word.Paragraph;
      line: ParagraphLine;
      gaps: Word.Range[];
      notes: Note[];
    }
  | { type: 'table'; object: Word.Table; line: TableLine; gaps: Word.Range[]; notes: Note[] };

function placeParagraph(after: Word.Paragraph | Word.Table, line: ParagraphLine, base: Base): Placed {
  const object = after.insertParagraph('', 'After');
  // A new paragraph belongs to the list of the one before it, and startNewList refuses one that is in a list.
  if (base.isListItem) object.detachFromList();
  applyStyle(object, line.style, base);
  if (base.isListItem || line.depth > 0) {
    object.leftIndent = LIST_INDENT * line.depth;
    object.firstLineIndent = 0;
  }
  return { type: 'paragraph', object, line, ...addPieces(object, line.pieces, line.style) };
}

function applyStyle(object: Word.Paragraph, style: ParagraphLine['style'], base: Base): void {
  if (style === 'quote') object.styleBuiltIn = 'Quote';
  else if (style !== 'text') object.styleBuiltIn = `Heading${style}`;
  else if (!isForText(base.styleBuiltIn)) object.styleBuiltIn = 'Normal';
  else object.style = base.style;
}

/** @returns the ranges to be highlighted, and those with footnotes */
function addPieces(
  paragraph: Word.Paragraph,
  pieces: readonly Piece[],
  style: ParagraphLine['style'],
): Pick<Placed, 'gaps' | 'notes'> {
  const ranges = pieces.map((piece) => paragraph.insertText(piece.text, 'End'));
  formatAll(ranges, pieces, style);
  addBreaks(ranges, pieces);
  return { gaps: gapsOf(ranges, pieces), notes: notesOf(ranges, pieces) };
}

function gapsOf(ranges: readonly Word.Range[], pieces: readonly Piece[]): Word.Range[] {
  return ranges.filter((_, index) => pieces[index]?.gap === true);
}

function notesOf(ranges: readonly Word.Range[], pieces: readonly Piece[]): Note[] {
  return ranges.flatMap((range, index) => {
    const text = pieces[index]?.note;
    return text === undefined ? [] : [{ range, text }];
  });
}

function formatAll(
  ranges: readonly Word.Range[],
  pieces: readonly Piece[],
  style: ParagraphLine['style'],
): void {
  ranges.forEach((range, index) => {
    const marks = pieces[index]?.marks ?? new Set();
    // Set in both ways, because a run takes over the look of the one before it. A heading is bold by its style.
    if (typeof style === 'string') range.font.bold = marks.has('bold');
    range.font.italic = marks.has('italic');
    range.font.underline = marks.has('underline') ? 'Single' : 'None';
    range.font.strikeThrough = marks.has('strike');
  });
}

/** After all text is there: a break at the end of a list item would land in the next one (office-js #2792). */
function addBreaks(ranges: readonly Word.Range[], pieces: readonly Piece[]): void {
  pieces.forEach((piece, index) => {
    for (let count = 0; count < piece.breaksAfter; count += 1) ranges[index]?.insertBreak('Line', 'After');
  });
}

/**
 * Writes one paragraph's text into the line, with the formatting of its surroundings.
 * @param where `Replace` puts it in the place of the range, `After` behind it
 */
export function writeInline(
  at: Word.Range,
  pieces: readonly Piece[],
  where: 'Replace' | 'After',
): Written | null {
  const ranges: Word.Range[] = [];
  for (const piece of pieces) {
    ranges.push(ranges.at(-1)?.insertText(piece.text, 'After') ?? at.insertText(piece.text, where));
  }
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return null;
  if (pieces.some((piece) => piece.marks.size > 0)) formatAll(ranges, pieces, 'text');
  addBreaks(ranges, pieces);
  return {
    range: first.expandTo(last),
    polish: () => highlight(gapsOf(ranges, pieces)),
    notes: notesOf(ranges, pieces),
  };
}

/** Looks are not worth a failure: what was written stays written and is told as done. */
export async function polish(context: Word.RequestContext, work: () => void): Promise<void> {
  try {
    work();
    await context.sync();
  } catch {
    return;
  }
}

function placeTable(after: Word.Paragraph | Word.Table, line: TableLine): Placed {
  const isPlain = (pieces: readonly Piece[]) =>
    pieces.every(
      (piece) => piece.marks.size === 0 && !piece.gap && piece.breaksAfter === 0 && piece.note === undefined,
    );
  const values = line.rows.map((row) =>
    row.map((pieces) => (isPlain(pieces) ? pieces.map((piece) => piece.text).join('') : '')),
  );
  const object = after.insertTable(line.rows.length, line.columns, 'After', values);
  const added = line.rows.flatMap((row, rowIndex) =>
    row.flatMap((pieces, column) =>
      isPlain(pieces)
        ? []
        : [addPieces(object.getCell(rowIndex, column).body.paragraphs.getFirst(), pieces, 'text')],
    ),
  );
  return {
    type: 'table',
    object,
    line,
    gaps: added.flatMap(({ gaps }) => gaps),
    notes: added.flatMap(({ notes }) => notes),
  };
}

async function makeLists(
  context: Word.RequestContext,
  placed: readonly Placed[],
  plans: readonly ListPlan[],
): Promise<void> {
  if (plans.length === 0) return;
  const made = plans.map((plan, index) => {
    const items = placed.flatMap((one) =>
      one.type === 'paragraph' && one.line.list === index ? [one.object] : [],
    );
    const [first, ...others] = items;
    if (first === undefined) return null;
    const list = first.startNewList();
    if (plan.ordered) {
      list.setLevelNumbering(plan.level, 'Arabic', [plan.level, '.']);
      list.setLevelStartingNumber(plan.level, plan.start);
    } else list.setLevelBullet(plan.level, 'Solid');
    list.load('id');
    return { list, plan, first, others };
  });
  await context.sync();
  for (const one of made) {
    if (one === null) continue;
    const { list, plan, first, others } = one;
    if (plan.level > 0) first.listItem.level = plan.level;
    for (const item of others) item.attachToList(list.id, plan.level);
    for (const item of [first, ...others]) {
      // attachToList leaves the indents as they were (office-js #6524).
      item.leftIndent = LIST_INDENT * (plan.level + 1);
      item.firstLineIndent = -LIST_HANGING;
    }
  }
  await context.sync();
}

function polishOne(placed: Placed): void {
  highlight(placed.gaps);
  if (placed.type !== 'table') return;
  placed.object.styleBuiltIn = 'TableGridLight';
  if (!placed.line.header) return;
  placed.object.headerRowCount = 1;
  placed.object.rows.getFirst().font.bold = true;
}

/**
 * Marks placeholders. It comes last, because what is inserted behind a highlighted run is highlighted too, and Word 2016
 * refuses to take a highlight back (`null` is an InvalidArgument there, office-js #809).
 */
function highlight(gaps: readonly Word.Range[]): void {
  for (const gap of gaps) gap.font.highlightColor = GAP_COLOUR;
}
