import type { OpenedFile } from '../../../contract/documents.ts';
import type { Block } from '../../../contract/rich.ts';
import { numberingOf } from './headings.ts';
import { lineOf, plainOf, says, shortened } from './walk.ts';

const MAX_TITLE_CHARS = 200;
/** Blocks at the beginning among which the heading is looked for that is the title. */
const TITLE_WITHIN = 8;

/**
 * The title of a document, and the block that it stands in, since it is no part of the path below it. The first main
 * heading is the title where it heads the whole document: it is the only one, the others are annexes, or the next
 * stands right below it. Otherwise the document is called like its file.
 */
export function titleOf(file: OpenedFile, name: string): { title: string; at: number | null } {
  const fallback = shortened(
    lineOf(name.replace(/^.*[/\\]/u, '').replace(/\.[^.]{1,8}$/u, '')),
    MAX_TITLE_CHARS,
  );
  if (file.kind === 'mail') {
    const subject = lineOf(file.subject);
    return { title: says(subject) ? shortened(subject, MAX_TITLE_CHARS) : fallback, at: null };
  }
  const at = file.blocks.slice(0, TITLE_WITHIN).findIndex(isMain);
  const heading = at === -1 ? '' : headingText(file.blocks[at]);
  if (!says(heading)) return { title: fallback, at: null };
  const others = file.blocks.filter((block, index) => index > at && isMain(block));
  const below = file.blocks[at + 1];
  const numbering = numberingOf(heading);
  const heads =
    others.every((block) => numberingOf(headingText(block))?.kind === 'annex') ||
    (numbering === null && below !== undefined && isMain(below));
  return heads ? { title: shortened(heading, MAX_TITLE_CHARS), at } : { title: fallback, at: null };
}

function isMain(block: Block): boolean {
  return block.type === 'heading' && block.level === 1;
}

function headingText(block: Block | undefined): string {
  return block?.type === 'heading' ? lineOf(plainOf(block.runs)) : '';
}
