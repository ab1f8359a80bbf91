import { Places, writtenIn } from './word-changes-place.ts';
import { readNow } from './word-changes-text.ts';
import type { Now } from './word-changes-text.ts';
import { locateAll } from './word-locate.ts';
import type { LinesAnchor, WordLines, WrittenWords } from './word-lines.ts';

/** A line's paragraph as it stands in the document. */
export interface Found {
  line: number;
  paragraph: Word.Paragraph;
  /** As it is now. */
  text: string;
  written: WrittenWords[];
  now: Now[];
}

/** Something in a paragraph that is to be written over; offsets in the paragraph as it is now. */
export interface Target {
  found: Found;
  start: number;
  end: number;
  range: Word.Range;
}

/** More fields in one paragraph are a table of contents or the like. */
const MANY_FIELDS = 50;

/** Places beside a field; every other one is in it or over its border. */
const BESIDE = new Set(['Before', 'After', 'AdjacentBefore', 'AdjacentAfter', 'Unrelated']);

/**
 * Finds the paragraphs of lines again, by their text and, where others read alike, by their neighbours; see `Places`.
 * One that reads otherwise than what was read and written, or that is not certain, is left out.
 * @throws the errors of Office
 */
export async function findLines(
  context: Word.RequestContext,
  anchor: LinesAnchor,
  lines: WordLines,
  wanted: Iterable<number>,
): Promise<Map<number, Found>> {
  const paragraphs = anchor.part === 'whole' ? context.document.body.paragraphs : anchor.range.paragraphs;
  paragraphs.load('text');
  await context.sync();
  const { items } = paragraphs;
  const places = new Places(
    lines,
    items.map(({ text }) => text),
  );
  const all = new Map<number, Found>();
  for (const line of new Set(wanted)) {
    const known = lines.all[line];
    const paragraph = items[places.of(line) ?? -1];
    if (known === undefined || paragraph === undefined) continue;
    const written = writtenIn(lines, line);
    const now = readNow(known.raw, written, paragraph.text);
    if (now !== null) all.set(line, { line, paragraph, text: paragraph.text, written, now });
  }
  return all;
}

/**
 * Tells which targets must not be written over: links, fields, pictures and locked texts.
 * @param fields whether this Word can be asked for fields (WordApi 1.4)
 * @throws the errors of Office
 */
export async function areProtected(
  context: Word.RequestContext,
  targets: readonly Target[],
  fields: boolean,
): Promise<boolean[]> {
  const paragraphs = [...new Set(targets.map(({ found }) => found.paragraph))];
  const things = new Map(paragraphs.map((paragraph) => [paragraph, thingsIn(paragraph, fields)]));
  await context.sync();
  const asked = targets.map((target) => {
    const { paragraph } = target.found;
    const found = things.get(paragraph);
    return found === undefined ? null : askAbout(target, found);
  });
  const sides = asked.flatMap((one) => one?.sides ?? []);
  const beside = sides.length === 0 ? [] : await locateAll(context, sides);
  for (const range of beside) range?.load('hyperlink');
  await context.sync();
  return asked.map((one) => {
    if (one === null) return true;
    const linked = one.sides.map((side) => beside[sides.indexOf(side)]?.hyperlink !== '');
    return one.answer() || (linked.length > 0 && linked.every(Boolean));
  });
}

interface Things {
  content: Word.Range;
  controls: Word.ContentControlCollection;
  pictures: Word.InlinePictureCollection;
  around: Word.ContentControl;
  fields: Word.FieldCollection | null;
}

function thingsIn(paragraph: Word.Paragraph, fields: boolean): Things {
  const content = () => paragraph.getRange('Content');
  const things: Things = {
    content: content(),
    controls: content().contentControls,
    pictures: content().inlinePictures,
    around: paragraph.parentContentControlOrNullObject,
    fields: fields ? content().fields : null,
  };
  things.content.load('hyperlink');
  things.controls.load('cannotEdit,cannotDelete');
  things.pictures.load('width');
  things.around.load('cannotEdit');
  things.fields?.load('code');
  return things;
}

interface Asked {
  /** The characters on both sides of an insertion: a link goes on only where both belong to it. */
  sides: { paragraph: Word.Paragraph; raw: string; start: number; end: number }[];
  answer(): boolean;
}

/** Asks only for what the paragraph has at all. */
function askAbout({ found, range, start, end }: Target, things: Things): Asked {
  const { paragraph, text } = found;
  const { around } = things;
  if (!around.isNullObject && around.cannotEdit) return { sides: [], answer: () => true };
  const answers: (() => boolean)[] = [];
  const sides: Asked['sides'] = [];
  // Empty at the end of the paragraph and null where there is none, by the version.
  const links = Boolean(things.content.hyperlink);
  if (links && start < end) {
    range.load('hyperlink');
    answers.push(() => Boolean(range.hyperlink));
  }
  if (links && start === end && start > 0 && end < text.length) {
    sides.push({ paragraph, raw: text, start: start - 1, end: start });
    sides.push({ paragraph, raw: text, start, end: end + 1 });
  }
  if (things.controls.items.length > 0) {
    const parent = range.parentContentControlOrNullObject;
    const within = range.contentControls;
    parent.load('cannotEdit');
    within.load('cannotEdit,cannotDelete');
    answers.push(() => !parent.isNullObject && parent.cannotEdit);
    answers.push(() => within.items.some(({ cannotEdit, cannotDelete }) => cannotEdit || cannotDelete));
  }
  if (things.pictures.items.length > 0 && start < end) {
    const { inlinePictures } = range;
    inlinePictures.load('width');
    answers.push(() => inlinePictures.items.length > 0);
  }
  const fields = things.fields?.items ?? [];
  if (fields.length > MANY_FIELDS) return { sides: [], answer: () => true };
  for (const { result } of fields) {
    const relation = range.compareLocationWith(result);
    answers.push(() => !BESIDE.has(relation.value));
  }
  return { sides, answer: () => answers.some((answer) => answer()) };
}
