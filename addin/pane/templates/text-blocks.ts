import { findGaps, type Gap } from '../../../contract/gaps.ts';
import type { TextBlock } from '../../../contract/forms.ts';

/** What a gap says that is meant for a Textbaustein of a kind. */
const wanted: Record<TextBlock['kind'], RegExp | null> = {
  'legal-remedy': /rechtsbehelf/i,
  privacy: /datenschutz/i,
  payment: /zahlung/i,
  other: null,
};

/** The gap that waits for a Textbaustein; undefined where none does. */
function gapFor({ kind, label }: TextBlock, text: string): Gap | undefined {
  const gaps = findGaps(text);
  return (
    gaps.find(({ what }) => wanted[kind]?.test(what) === true && /baustein|belehrung|hinweis/i.test(what)) ??
    gaps.find(({ what }) => what.toLowerCase().includes(label.toLowerCase()))
  );
}

/**
 * A text with a Textbaustein word for word in it: in the gap that waits for it, otherwise at the end.
 * @param text Markdown
 */
export function withTextBlock(text: string, block: TextBlock): string {
  const gap = gapFor(block, text);
  const [before, behind] =
    gap === undefined ? [text, ''] : [text.slice(0, gap.start), text.slice(gap.end).replace(/^[.,]/, '')];
  return [before, block.text, behind]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n');
}
