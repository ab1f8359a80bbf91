import { locateAll } from './word-locate.ts';
import type { Place } from './word-locate.ts';
import { passageFinder } from './word-passage.ts';
import type { SearchLine, Stretch } from './word-passage.ts';

/**
 * The ranges of passages of any length, each of which may reach over several of the paragraphs.
 * @param paragraphs a collection as it comes; it is loaded here
 * @param passages Markdown, as it was read from these paragraphs
 * @returns one for each passage, null where it is not there
 * @throws the errors of Office
 */
export async function passageRanges(
  context: Word.RequestContext,
  paragraphs: Word.ParagraphCollection,
  passages: readonly string[],
): Promise<(Word.Range | null)[]> {
  paragraphs.load('text,isListItem');
  await context.sync();
  const { items } = paragraphs;
  const find = passageFinder(await searchLines(context, items));
  const wanted = passages.map((passage) => placesOf(items, find(passage)));
  const ranges = await locateAll(context, wanted.flat());
  return wanted.map((places) => joined(ranges.splice(0, places.length)));
}

/**
 * Selects the first place of a passage in the document.
 * @returns false where it is not there
 * @throws the errors of Office
 */
export async function selectPassage(run: typeof Word.run, passage: string): Promise<boolean> {
  return run(async (context) => {
    const [range = null] = await passageRanges(context, context.document.body.paragraphs, [passage]);
    if (range === null) return false;
    range.select();
    await context.sync();
    return true;
  });
}

async function searchLines(
  context: Word.RequestContext,
  items: readonly Word.Paragraph[],
): Promise<SearchLine[]> {
  const numbers = items.map((paragraph) => (paragraph.isListItem ? paragraph.listItemOrNullObject : null));
  for (const number of numbers) number?.load('listString');
  if (numbers.some((number) => number !== null)) await context.sync();
  return items.map((paragraph, index) => {
    const number = numbers[index];
    const mark = number === null || number === undefined || number.isNullObject ? '' : number.listString;
    return { text: paragraph.text, mark: mark.trim() };
  });
}

/** Within one paragraph the whole stretch; over several its two ends, however long what lies between them is. */
function placesOf(items: readonly Word.Paragraph[], stretch: Stretch | null): Place[] {
  if (stretch === null) return [];
  const { from, to } = stretch;
  const first = items[from.line];
  const last = items[to.line];
  if (first === undefined || last === undefined) return [];
  if (from.line === to.line) {
    return [{ paragraph: first, raw: first.text, start: from.offset, end: to.offset }];
  }
  return [
    { paragraph: first, raw: first.text, start: from.offset, end: from.offset },
    { paragraph: last, raw: last.text, start: to.offset, end: to.offset },
  ];
}

function joined(ranges: readonly (Word.Range | null)[]): Word.Range | null {
  const [first = null, last = first] = ranges;
  if (first === null || last === null) return null;
  return last === first ? first : first.expandTo(last);
}
