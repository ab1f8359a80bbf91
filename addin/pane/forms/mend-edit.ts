import { linesOfBlocks } from '../../changes/lines.ts';
import { toBlocks } from '../../output/markdown.ts';
import { findExact } from '../../../contract/normal-text.ts';
import type { Mend } from '../../../contract/forms.ts';
import type { Edit, Line } from '../../office/host.ts';

/**
 * A mend as an edit of the lines that were read; null where its place is not there or
 * not the only one. What is inserted becomes a paragraph
 * of its own behind the one it belongs to.
 */
export function editOf(mend: Mend, lines: readonly Line[]): Edit | null {
  const text = lines.map((line) => line.text).join('\n');
  switch (mend.kind) {
    case 'replace': {
      const place = onlyPlace(text, mend.find);
      return place === null ? null : { ...place, text: linesOf(mend.text).join('\v') };
    }
    case 'insert': {
      const after = mend.after === null ? { end: text.length } : onlyPlace(text, mend.after);
      if (after === null) return null;
      const lineEnd = text.indexOf('\n', after.end);
      const at = lineEnd < 0 ? text.length : lineEnd;
      return { start: at, end: at, text: `\n${linesOf(mend.text).join('\n')}` };
    }
  }
}

/** A text that stands in two places may be meant in either. */
function onlyPlace(text: string, wanted: string): { start: number; end: number } | null {
  const place = findExact(text, wanted);
  if (place === null) return null;
  return findExact(text.slice(place.end), wanted) === null ? place : null;
}

/** The words of a mend without signs of Markdown, paragraph by paragraph. */
function linesOf(text: string): string[] {
  return linesOfBlocks(toBlocks(text), []);
}
