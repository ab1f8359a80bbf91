import type { Block, Run } from '../../contract/rich.ts';
import { isClosing } from '../text/letter.ts';
import { linesOf, paragraphOf, textOf } from './lines.ts';
import type { Piece } from './parts.ts';

const MAX_LINE_CHARS = 100;
const MAX_SIGNATURE_LINES = 12;
/** "Im Auftrag" alone closes a text only at its end: it begins sentences as well. */
const WEAK_BLOCKS = 5;
const WEAK_CHARS = 30;
const STRONG =
  /gr(?:ü|ue)(?:ß|ss)|hochachtung|empfehlung|regards|wishes|sincerely|faithfully|^\s*(?:mfg|lg|vg)\b/iu;
const ATTACHMENTS = /^\s*(?:anlagen?|anhang|anhänge|verteiler)(?!\p{L})/iu;
const MAX_ATTACHMENT_HEAD = 60;

interface Place {
  block: number;
  line: number;
}

/** Tells text, closing with signature, and what follows it. */
export function endingOf(blocks: readonly Block[]): Piece[] {
  const place = closingIn(blocks);
  if (place) return withClosing(blocks, place);
  const at = attachmentsIn(blocks);
  return at < 0
    ? textPiece(blocks)
    : [...textPiece(blocks.slice(0, at)), { kind: 'attachments', blocks: blocks.slice(at) }];
}

function textPiece(blocks: readonly Block[]): Piece[] {
  return blocks.length === 0 ? [] : [{ kind: 'text', blocks: [...blocks] }];
}

function closingIn(blocks: readonly Block[]): Place | null {
  for (const strength of ['strong', 'weak'] as const) {
    for (let block = blocks.length - 1; block >= 0; block--) {
      if (strength === 'weak' && block < blocks.length - WEAK_BLOCKS) break;
      const found = blocks[block];
      if (found?.type !== 'paragraph') continue;
      const line = linesOf(found.runs).findIndex((runs) => {
        const text = textOf(runs);
        if (!isClosing(text)) return false;
        return strength === 'strong' ? STRONG.test(text) : text.trim().length <= WEAK_CHARS;
      });
      if (line >= 0) return { block, line };
    }
  }
  return null;
}

function withClosing(blocks: readonly Block[], { block, line }: Place): Piece[] {
  const lines = linesIn(blocks[block]);
  const closing: Run[][][] = [];
  let rest = blocks.slice(block + 1);
  const first = takeLines(lines.slice(line), MAX_SIGNATURE_LINES);
  closing.push(first.taken);
  let count = first.taken.length;
  if (first.left.length > 0) rest = [...paragraphOf(first.left), ...rest];
  else {
    while (rest[0]?.type === 'paragraph') {
      const { taken, left } = takeLines(linesIn(rest[0]), MAX_SIGNATURE_LINES - count);
      if (taken.length === 0) break;
      closing.push(taken);
      count += taken.length;
      rest = [...paragraphOf(left), ...rest.slice(1)];
      if (left.length > 0) break;
    }
  }
  const value = closing.map((some) => some.map((runs) => textOf(runs).trim()).join('\n')).join('\n\n');
  return [
    ...textPiece([...blocks.slice(0, block), ...paragraphOf(lines.slice(0, line))]),
    { kind: 'value', from: 'closing', value, blocks: closing.flatMap((some) => paragraphOf(some)) },
    ...(rest.length === 0 ? [] : [{ kind: 'attachments' as const, blocks: rest }]),
  ];
}

function linesIn(block: Block | undefined): Run[][] {
  return block?.type === 'paragraph' ? linesOf(block.runs) : [];
}

/** The lines that may belong to a signature, up to the first that does not. */
function takeLines(lines: Run[][], room: number): { taken: Run[][]; left: Run[][] } {
  const end = lines.findIndex((runs, at) => {
    const text = textOf(runs);
    return at >= room || text.length > MAX_LINE_CHARS || ATTACHMENTS.test(text);
  });
  return end < 0 ? { taken: lines, left: [] } : { taken: lines.slice(0, end), left: lines.slice(end) };
}

/** Where the list of Anlagen begins that ends a text without a closing; -1 where there is none. */
function attachmentsIn(blocks: readonly Block[]): number {
  const at = blocks.findLastIndex((block) => {
    if (block.type !== 'heading' && block.type !== 'paragraph') return false;
    const [first = []] = linesOf(block.runs);
    const text = textOf(first);
    return text.length <= MAX_ATTACHMENT_HEAD && ATTACHMENTS.test(text);
  });
  const last = blocks.findLastIndex(({ type }) => type === 'heading');
  return last > at ? -1 : at;
}
