import { useMemo, useState } from 'react';
import type { Block } from '../../contract/rich.ts';
import { type BlockStream, blockStream, toBlocks } from '../output/markdown.ts';
import { RichText } from '../output/RichText.tsx';

/** An answer as formatted text, read on from where it was while it grows. */
export default function Answer({
  text,
  growing,
  doubts,
}: {
  text: string;
  growing: boolean;
  /** What stands in it without any input saying it; marked where it stands. */
  doubts: readonly string[];
}) {
  const [reader] = useState(growingReader);
  const blocks = useMemo(() => (growing ? reader(text) : toBlocks(text)), [reader, growing, text]);
  return <RichText blocks={blocks} doubts={doubts} />;
}

function growingReader(): (text: string) => Block[] {
  let stream: BlockStream = blockStream();
  let read = '';
  let blocks: Block[] = [];
  return (text) => {
    if (!text.startsWith(read)) {
      stream = blockStream();
      read = '';
    }
    if (text !== read) blocks = stream.push(text.slice(read.length));
    read = text;
    return blocks;
  };
}
