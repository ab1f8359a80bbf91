import { isField } from '../text/fields.ts';
import { isClosing, isSalutation } from '../text/letter.ts';
import { readable } from '../text/sentences.ts';

export type LineKind = 'heading' | 'item' | 'row' | 'quote' | 'text';

/** A line of a document that has words. */
export interface FormLine {
  kind: LineKind;
  /** Place among the lines of the text. */
  at: number;
  /** As a reader sees it: without the signs of Markdown and the mark of a list; the cells of a row with blanks between. */
  text: string;
  /** The cells of a row, empty ones too; the line itself for every other kind. */
  cells: string[];
  /** Whether all of it is bold. */
  bold: boolean;
  /** Number of a list or step that stands in front of it: "2." or "II."; null where there is none. */
  number: { value: number; mark: string } | null;
  /** Blanks before the line, two or more inside another item. */
  indent: number;
  /** Lines with the same number stand together without an empty line. */
  group: number;
}

/** A document taken apart once, for all rules. */
export interface FormText {
  source: string;
  lines: FormLine[];
  /** "Sehr geehrte Frau Weber," */
  salutation: FormLine | null;
  /** "Mit freundlichen Grüßen" */
  closing: FormLine | null;
  /** Lines that tell by their words where the annexes begin; null without one. */
  annexTitle: FormLine | null;
}

/** Longer lines are no titles, labels or salutations. */
export const SHORT_CHARS = 160;
/** A salutation stands near the top. */
const SALUTATION_LINES = 60;
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];
/** Not "I. A." and "I. V." of a signature, not "3. Dezember", and not the "1.11." of a date. */
const NUMBERED =
  /^(\d{1,3}|[IVX]{1,4})(\.|\))\s+(?![AV]\.(?:\s|$))(?!(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)(?!\p{L}))(?!\d{1,2}\.)/u;
const BULLET = /^[-*+•–]\s+/u;
const RULE = /^(?:-{3,}|\*{3,}|_{3,}|={3,})$/u;
const BAR = /^[\s:|-]+$/u;

function numberOf(digits: string): number {
  return /^\d/u.test(digits) ? Number(digits) : ROMAN.indexOf(digits) + 1;
}

function cellsOf(line: string): string[] {
  const cells = line.startsWith('|') ? line.replace(/^\||\|$/gu, '').split(/(?<!\\)\|/u) : line.split('\t');
  return cells.map(readable);
}

/** Whether a line only parts the head of a table from its rows. */
function isBar(line: string): boolean {
  return line.includes('|') && line.includes('-') && BAR.test(line);
}

/** A longer line is read in pieces, so that no rule has to swallow a whole document that has no line break. */
const MAX_LINE = 4000;

function* linesOf(source: string): Generator<string> {
  for (const whole of source.split('\n')) {
    let rest = whole.replaceAll('\u00a0', ' ');
    while (rest.length > MAX_LINE) {
      const blank = rest.lastIndexOf(' ', MAX_LINE);
      const cut = blank > 0 ? blank : MAX_LINE;
      yield rest.slice(0, cut);
      rest = rest.slice(cut);
    }
    yield rest;
  }
}

type Shape = Omit<FormLine, 'at' | 'group'>;

function shapeOf(line: string): Shape | null {
  const trimmed = line.trim();
  if (trimmed === '' || RULE.test(trimmed)) return null;
  if (isBar(trimmed)) return null;
  const indent = line.length - line.trimStart().length;
  const bold = /^\*\*[^*]+\*\*:?$/u.test(trimmed);
  const shape = (kind: LineKind, text: string, number: FormLine['number'] = null): Shape => ({
    kind,
    text,
    cells: [text],
    bold,
    number,
    indent,
  });
  if (/^#{1,6}\s/u.test(trimmed)) return shape('heading', readable(trimmed.replace(/^#{1,6}\s+/u, '')));
  if (trimmed.startsWith('>')) return shape('quote', readable(trimmed.replace(/^[>\s]+/u, '')));
  if (trimmed.startsWith('|') || trimmed.includes('\t')) {
    const cells = cellsOf(trimmed);
    return { ...shape('row', cells.filter(Boolean).join(' ')), cells };
  }
  const words = readable(trimmed);
  const numbered = NUMBERED.exec(words);
  const value = numbered ? numberOf(numbered[1] ?? '') : 0;
  if (numbered && value > 0) {
    const mark = `${numbered[1] ?? ''}${numbered[2] ?? ''}`;
    return shape('item', words.slice(numbered[0].length), { value, mark });
  }
  const bullet = BULLET.exec(trimmed);
  return bullet ? shape('item', readable(trimmed.slice(bullet[0].length))) : shape('text', words);
}

const BY_ORDER = /^(?:i\.\s?[AV]\.|im auftrag|in vertretung|gez\.?)(?!\p{L})/iu;
const ANNEX_TITLE =
  /^(?:Anlagen?|Anlage\/n|Anlage\(n\)|Anlagenverzeichnis)(?:\s?\(?\d{1,2}\)?)?(?:$|\s?:(?:\s|$))/u;

/** Whether a line begins with "i. A." and so on: it signs and is no Grußformel. */
export function isByOrder(text: string): boolean {
  return BY_ORDER.test(text.trim());
}

/** What a line of a signature says behind "i. A."; empty where nothing follows. */
export function signerOf(text: string): string {
  return text.trim().replace(BY_ORDER, '').trim();
}

/**
 * Takes a document apart, line by line, in one pass.
 * @param source simple Markdown, or plain text with tabs in its tables
 */
export function readFormText(source: string): FormText {
  const lines: FormLine[] = [];
  let group = 0;
  for (const raw of linesOf(source)) {
    const shape = shapeOf(raw);
    if (shape && shape.text !== '') lines.push({ ...shape, at: lines.length, group });
    else if (!shape && !isBar(raw)) group++;
  }
  const short = (line: FormLine) => line.kind !== 'row' && line.text.length <= SHORT_CHARS;
  const salutation =
    lines.slice(0, SALUTATION_LINES).find((line) => short(line) && isSalutation(line.text)) ?? null;
  const from = salutation ? salutation.at + 1 : 0;
  const closing =
    lines.find((line) => line.at >= from && short(line) && isClosing(line.text) && !isByOrder(line.text)) ??
    null;
  const annexTitle =
    lines.find((line) => line.at >= (closing?.at ?? from) && short(line) && ANNEX_TITLE.test(line.text)) ??
    null;
  return { source, lines, salutation, closing, annexTitle };
}

/** What a letter says: the lines between salutation and closing, else up to the annexes. */
export function bodyOf({ lines, salutation, closing, annexTitle }: FormText): FormLine[] {
  return lines.slice(salutation ? salutation.at + 1 : 0, closing?.at ?? annexTitle?.at ?? lines.length);
}

/** What stands above the salutation; at most the first lines where there is none. */
export function headOf({ lines, salutation }: FormText, most = 40): FormLine[] {
  return lines.slice(0, Math.min(salutation?.at ?? most, SALUTATION_LINES));
}

/** The lines below the closing, up to the annexes. */
export function signatureOf({ lines, closing, annexTitle }: FormText): FormLine[] {
  if (!closing) return [];
  const end = annexTitle && annexTitle.at > closing.at ? annexTitle.at : lines.length;
  return lines.slice(closing.at + 1, Math.min(end, closing.at + 12));
}

const ADDRESS = /^(?:D-)?\d{5}\s+\p{Lu}/u;
const ADDRESSEE = /^(?:Herrn?|Frau|Firma|An |Eheleute|Familie|z\.\s?Hd\.)/u;
const PLACE_AND_DAY =
  /^(?:\p{Lu}[\p{L} -]{1,40},\s(?:den\s)?)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{2,4}$/u;

/** The first line of the Betreff of a letter: what stands last above the salutation and is no address, date or label. */
export function subjectOf(text: FormText): FormLine | null {
  const head = headOf(text).filter((line) => line.text.length <= 2 * SHORT_CHARS);
  const named = head.find(
    (line) => line.kind !== 'row' && /^(?:Betreff|Betr\.?)\s?:?(?:\s|$)/u.test(line.text),
  );
  if (named) return named;
  const marked = head.findLast((line) => line.bold || line.kind === 'heading');
  if (marked && text.salutation) return marked;
  const last = head.findLast((line) => !/^Bezug\s?:/u.test(line.text));
  if (!last || !text.salutation || last.kind !== 'text' || isField(last.text)) return null;
  const first = head.find(({ group }) => group === last.group) ?? last;
  const together = head.filter(({ group }) => group === last.group);
  const isAddress = together.some((line) => ADDRESS.test(line.text) || ADDRESSEE.test(line.text));
  if (isAddress || together.some((line) => PLACE_AND_DAY.test(line.text) || isField(line.text))) return null;
  return first;
}

/** Whether a line belongs to a postal address by its postcode. */
export function isPostcode(line: FormLine): boolean {
  return line.cells.some((cell) => ADDRESS.test(cell));
}
