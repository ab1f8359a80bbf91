import type { Block, Run } from '../../contract/rich.ts';

/** Does something with every run of a text, in reading order. */
export function mapRuns(blocks: readonly Block[], change: (run: Run) => Run[]): Block[] {
  const runs = (all: readonly Run[]) => all.flatMap(change);
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return { ...block, runs: runs(block.runs) };
      case 'quote':
        return { ...block, blocks: mapRuns(block.blocks, change) };
      case 'list':
        return { ...block, items: block.items.map((item) => mapRuns(item, change)) };
      case 'table':
        return { ...block, rows: block.rows.map((row) => row.map(runs)) };
      case 'rule':
        return block;
    }
  });
}

/** Where a text says what it rests on. */
export const SOURCES_TITLE = 'Quellen';

/**
 * Footnotes as numbers in brackets, with a list of them at the end: for everything that has no footnotes of its own. The
 * same note has one number. A text without footnotes stays as it is.
 */
export function bracketed(blocks: readonly Block[]): readonly Block[] {
  const numbers = new Map<string, number>();
  const changed = mapRuns(blocks, ({ note, ...run }) => {
    if (note === undefined) return [run];
    const number = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, number);
    return [run, { text: ` [${number}]`, marks: [] }];
  });
  if (numbers.size === 0) return blocks;
  return [...changed, ...sourceList([...numbers].map(([text, number]) => ({ number, text })))];
}

/** What a text rests on, as its end. */
export function sourceList(sources: readonly { number: number; text: string }[]): Block[] {
  if (sources.length === 0) return [];
  return [
    { type: 'paragraph', runs: [{ text: SOURCES_TITLE, marks: ['bold'] }] },
    ...sources.map(({ number, text }): Block => ({
      type: 'paragraph',
      runs: [{ text: `[${number}] ${text}`, marks: [] }],
    })),
  ];
}
