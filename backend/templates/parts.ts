import type { FormName } from '../../contract/forms.ts';
import type { Block, Run } from '../../contract/rich.ts';
import type { Author } from '../../contract/tasks/index.ts';
import { isSalutation } from '../text/letter.ts';
import { endingOf } from './ending.ts';
import { infoOf, infoOfLine, valueOf } from './info-lines.ts';
import { isBold, linesOf, paragraphOf, textOf } from './lines.ts';
import type { FieldSource } from './template.ts';

/**
 * A piece of a finished text, in its place. `blocks` is how it stands in running text, for a Vorlage without a field
 * for it.
 */
export type Piece =
  | { kind: 'text'; blocks: Block[] }
  /** The name of the form as the title of the text: "Vermerk". */
  | { kind: 'title'; title: string; blocks: Block[] }
  /** The value of a field. */
  | { kind: 'value'; from: FieldSource; value: string; blocks: Block[] }
  /** Anlagen, and everything else behind the signature. */
  | { kind: 'attachments'; blocks: Block[] };

const TITLES: Record<FormName, RegExp | null> = {
  letter: null,
  mail: null,
  note: /^(?:akten)?vermerk$/i,
  order: /^verfügung$/i,
  'council-paper': /^(?:sitzungs|beschluss)vorlage$/i,
  decision: /^bescheid$/i,
};
/** Words over the columns of an information block; they say nothing. */
const COLUMN_HEAD = /^(?:angaben?|feld|bezeichnung|inhalt|wert|informationsblock|kopf|)$/i;
/** Blocks above the text of a letter: more are none of its head. */
const MAX_HEAD = 40;
const MAX_SUBJECT_CHARS = 300;
const MAX_ADDRESS_LINES = 9;
const MAX_ADDRESS_CHARS = 100;
const TOWN = /^(?:[A-Z]{1,2}[- ])?\d{5}\s+\p{L}/u;
const ADDRESS_GAP = /\[\[[^[\]]{0,200}(?:anschrift|adresse|empfäng)[^[\]]{0,200}\]\]/i;

/**
 * Tells the parts of a finished text: the head of a letter or Vermerk, address, Betreff, Anrede, text, closing and
 * Anlagen. What cannot be told apart is text; every word of the blocks is in exactly one piece, in its order.
 */
export function tellParts(blocks: readonly Block[], form: FormName, author: Author): Piece[] {
  const salutation = salutationIn(blocks);
  if (salutation === null) {
    const head = headOf(blocks, form, author, 'head first');
    return [...head.pieces, ...endingOf(blocks.slice(head.length))];
  }
  const above = headOf(blocks.slice(0, salutation.at), form, author, 'all of it').pieces;
  const { line, rest } = salutation;
  return [
    ...above,
    { kind: 'value', from: 'salutation', value: textOf(line).trim(), blocks: paragraphOf([line]) },
    ...endingOf([...rest, ...blocks.slice(salutation.at + 1)]),
  ];
}

function salutationIn(blocks: readonly Block[]): { at: number; line: Run[]; rest: Block[] } | null {
  for (const [at, block] of blocks.slice(0, MAX_HEAD).entries()) {
    if (block.type !== 'paragraph') continue;
    const [line = [], ...rest] = linesOf(block.runs);
    if (isSalutation(textOf(line))) return { at, line, rest: paragraphOf(rest) };
  }
  return null;
}

/**
 * The pieces above the text.
 * @param extent where there is no Anrede, the head ends with the first block that is none of it
 */
function headOf(
  blocks: readonly Block[],
  form: FormName,
  author: Author,
  extent: 'all of it' | 'head first',
): { pieces: Piece[]; length: number } {
  const subject = subjectAt(blocks, form, extent);
  const pieces: Piece[] = [];
  let addressed = false;
  let at = 0;
  while (at < blocks.length) {
    const block = blocks[at] as Block;
    const address = addressed ? 0 : addressAt(blocks, at, author);
    const found =
      at === subject
        ? subjectPieces(block)
        : (titleOf(block, form) ?? infoPieces(block, author) ?? senderPieces(block, author));
    if (found) {
      pieces.push(...found);
      at++;
    } else if (address > 0) {
      pieces.push(addressPiece(blocks.slice(at, at + address)));
      addressed = true;
      at += address;
    } else if (extent === 'head first') {
      break;
    } else {
      pieces.push({ kind: 'text', blocks: [block] });
      at++;
    }
  }
  return { pieces, length: at };
}

function titleOf(block: Block, form: FormName): Piece[] | null {
  if (block.type !== 'heading' && !(block.type === 'paragraph' && isBold(block.runs))) return null;
  const title = textOf(block.runs).trim();
  return TITLES[form]?.test(title) ? [{ kind: 'title', title, blocks: [block] }] : null;
}

/** The Betreff: the last bold lines above the Anrede, or the first ones of a text without one. */
function subjectAt(blocks: readonly Block[], form: FormName, extent: 'all of it' | 'head first'): number {
  const fits = (block: Block): boolean => {
    const headline = block.type === 'heading' && block.level === 1;
    if (!headline && block.type !== 'paragraph') return false;
    if (titleOf(block, form) || textOf(block.runs).length > MAX_SUBJECT_CHARS) return false;
    const lines = linesOf(block.runs);
    if (lines.some((line) => /^[^:]{1,40}:\s/.test(textOf(line)) && !isBold(line))) return false;
    return headline || isBold(block.runs);
  };
  return extent === 'all of it' ? blocks.findLastIndex(fits) : blocks.slice(0, MAX_HEAD).findIndex(fits);
}

function subjectPieces(block: Block): Piece[] {
  if (!('runs' in block)) return [];
  const value = valueOf(block.runs).replace(/^Betreff:\s*/i, '');
  return [{ kind: 'value', from: 'subject', value, blocks: [block] }];
}

/** An information block: as a table of two columns, or as lines. Null where the block is none. */
function infoPieces(block: Block, author: Author): Piece[] | null {
  if (block.type === 'table') {
    if (block.rows.some((row) => row.length > 2)) return null;
    const rows = block.rows.map((row) => [row[0] ?? [], row[1] ?? []] as const);
    const told = rows.map(([label, value]) => infoOf(textOf(label), valueOf(value), author));
    if (told.filter(Boolean).length * 2 < rows.length || !told.some(Boolean)) return null;
    return rows.flatMap(([label, value], at): Piece[] => {
      const infos = told[at];
      const line: Run[] = [...label, { text: ': ', marks: [] }, ...value];
      if (infos) return values(infos, paragraphOf([line]));
      const head = COLUMN_HEAD.test(textOf(label).trim()) && COLUMN_HEAD.test(textOf(value).trim());
      return head ? [] : [{ kind: 'text', blocks: paragraphOf([line]) }];
    });
  }
  if (block.type !== 'paragraph') return null;
  const lines = linesOf(block.runs).filter((line) => textOf(line).trim() !== '');
  const told = lines.map((line) => infoOfLine(line, author));
  if (told.filter(Boolean).length * 2 <= lines.length) return null;
  return lines.flatMap((line, at): Piece[] => {
    const infos = told[at];
    return infos ? values(infos, paragraphOf([line])) : [{ kind: 'text', blocks: paragraphOf([line]) }];
  });
}

/** Values that one line says: each stands for itself where it has no field. */
function values(infos: readonly { from: FieldSource; value: string }[], whole: Block[]): Piece[] {
  return infos.map(({ from, value }) => ({
    kind: 'value',
    from,
    value,
    blocks: infos.length === 1 ? whole : paragraphOf([[{ text: value, marks: [] }]]),
  }));
}

/** The sender above the address, in the words in which the person gave it. */
function senderPieces(block: Block, author: Author): Piece[] | null {
  if (block.type !== 'paragraph') return null;
  const known = new Map<string, FieldSource>([
    [author.authority, 'author.authority'],
    [author.unit, 'author.unit'],
  ]);
  const lines = linesOf(block.runs).filter((line) => textOf(line).trim() !== '');
  const sources = lines.map((line) => known.get(textOf(line).trim()));
  if (lines.length === 0 || sources.includes(undefined)) return null;
  return lines.map((line, at) => ({
    kind: 'value',
    from: sources[at] ?? 'author.authority',
    value: textOf(line).trim(),
    blocks: paragraphOf([line]),
  }));
}

function plainLines(block: Block | undefined): string[] | null {
  if (block?.type !== 'paragraph') return null;
  const lines = linesOf(block.runs).map((line) => textOf(line).trim());
  return lines.every((line) => line.length <= MAX_ADDRESS_CHARS) ? lines.filter(Boolean) : null;
}

/** How many blocks from here on are an address: one with all its lines, or one for each line. */
function addressAt(blocks: readonly Block[], from: number, { authority }: Author): number {
  const first = plainLines(blocks[from]);
  if (!first || first.length === 0 || (authority !== '' && first[0] === authority)) return 0;
  const isEnd = (lines: readonly string[]) =>
    TOWN.test(lines.at(-1) ?? '') || ADDRESS_GAP.test(lines.join('\n'));
  if (first.length > 1)
    return first.length <= MAX_ADDRESS_LINES && first.some((_, at) => isEnd(first.slice(0, at + 1))) ? 1 : 0;
  for (let at = from; at < from + MAX_ADDRESS_LINES; at++) {
    const lines = plainLines(blocks[at]);
    if (lines?.length !== 1) return 0;
    if (isEnd(lines)) return at - from + 1;
  }
  return 0;
}

function addressPiece(blocks: Block[]): Piece {
  const value = blocks.map((block) => ('runs' in block ? valueOf(block.runs) : '')).join('\n');
  return { kind: 'value', from: 'address', value, blocks };
}
