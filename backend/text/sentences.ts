import { MAX_SENTENCE_CHARS, sentenceSpans } from '../../contract/sentences.ts';
import { cellsOf, type Block } from './blocks.ts';

export interface Sentence {
  /** As it stands in the source; blanks and line breaks as one blank, marks of bold and italic left out. */
  text: string;
  /** Offsets in the source. */
  start: number;
  end: number;
  block: Block;
}

/** A passage as a reader sees it: one blank between words, neither marks nor escapes of Markdown. */
export function readable(text: string): string {
  return text
    .replace(/(?<!\\)(?:\*\*|__|~~|`)/gu, '')
    .replace(/(?<![\\*])\*(?=[^\s*])([^*]{1,300})(?<=[^\s\\])\*/gu, '$1')
    .replace(/\\(?=[!-/:-@[-`{-~])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The sentences of one block. A row of a table is one sentence, its cells joined; headings and labels have none.
 * @param source the text that the block was taken from
 */
export function* sentencesOf(source: string, block: Block): Generator<Sentence> {
  if (block.kind === 'heading' || block.kind === 'label') return;
  if (block.kind === 'row') {
    const cells = cellsOf(source, block).filter(Boolean);
    const text = readable(cells.join(cells.length === 2 ? ': ' : ' · ')).slice(0, MAX_SENTENCE_CHARS);
    if (text) yield { text, start: block.start, end: block.end, block };
    return;
  }
  for (const span of sentenceSpans(block.text)) {
    const slice = block.text.slice(span.start, span.end);
    const text = readable(slice);
    if (!text) continue;
    const start = block.start + span.start + (slice.length - slice.trimStart().length);
    yield { text, start, end: block.start + span.start + slice.trimEnd().length, block };
  }
}
