import { type Change, changesBetween } from '../../changes/changes.ts';
import { linesOfBlocks } from '../../changes/lines.ts';
import type { Line } from '../../office/host.ts';
import { toBlocks } from '../../output/markdown.ts';

/**
 * The changes that lead from a text that was read to a new one.
 * @param text Markdown, untrusted
 */
export function compare(before: readonly Line[], text: string): Change[] {
  return changesBetween(before, linesOfBlocks(toBlocks(text), before));
}
