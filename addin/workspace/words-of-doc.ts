import type { Node } from '@tiptap/pm/model';
import { countWords } from '../office/count-words.ts';
import { liveLines, liveText } from './live-text.ts';

const known = new WeakMap<Node, number>();

function wordsIn(block: Node): string {
  if (block.isTextblock) return liveText(block);
  return liveLines(block, 0, block.content.size)
    .map(({ text }) => text)
    .join(' ');
}

/**
 * Words of a document. Each block is counted once and remembered as long as it does not change, so that asking at every
 * key press costs one paragraph.
 */
export function wordsOfDoc(doc: Node): number {
  let sum = 0;
  doc.forEach((block) => {
    const count = known.get(block) ?? countWords(wordsIn(block));
    known.set(block, count);
    sum += count;
  });
  return sum;
}
