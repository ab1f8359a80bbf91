import { diffLines } from 'diff';
import type { DiffLine } from '../../../contract/agents/library.ts';

/** Lines that may differ before two texts are told as wholly different: the search for the shortest way grows by its square. */
const MAX_EDITS = 800;

/** What changed from one text to another, line by line. Pure. */
export function changedLines(before: string, after: string): DiffLine[] {
  const changes = diffLines(ended(before), ended(after), { maxEditLength: MAX_EDITS });
  if (changes === undefined) return [...linesOf(before, 'removed'), ...linesOf(after, 'added')];
  return changes.flatMap(({ value, added, removed }) =>
    linesOf(value, added ? 'added' : removed ? 'removed' : 'same'),
  );
}

/** The last line is a line like the others, whether it ends or not. */
function ended(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

function linesOf(text: string, kind: DiffLine['kind']): DiffLine[] {
  const lines = ended(text).split('\n').slice(0, -1);
  return lines.map((line) => ({ kind, text: line }));
}
