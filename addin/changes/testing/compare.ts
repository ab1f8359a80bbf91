import { expect } from '@jest/globals';
import type { Line } from '../../office/host.ts';
import { applyEdits, inOrder } from '../apply.ts';
import { type Change, changesBetween } from '../changes.ts';
import { comparable } from '../characters.ts';

/** Lines of a text; what stands in ⟦ ⟧ and the blank behind it is the document's own. */
export function linesIn(text: string): Line[] {
  return text.split('\n').map((line) => ({ text: line, fixed: /^⟦[^⟧]*⟧ /u.exec(line)?.[0].length ?? 0 }));
}

export function compareTexts(before: string, after: string): Change[] {
  return changesBetween(linesIn(before), after.split('\n'));
}

/** Changes as `old→new`, with the places of a move in one string. */
export function short(before: string, changes: readonly Change[]): string[] {
  return changes.map(({ edits }) =>
    edits.map(({ start, end, text }) => `${before.slice(start, end)}→${text}`).join(' | '),
  );
}

export function applyAll(before: string, changes: readonly Change[]): string {
  return applyEdits(
    before,
    changes.flatMap(({ edits }) => edits),
  );
}

const withoutOwn = (text: string) => comparable(text.replace(/⟦[^⟧]*⟧ /gu, ''));
const isPair = (text: string, at: number) =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1));

/**
 * Expects all that changes between any two texts must fulfil.
 * @param choice decides about each change for the random subset
 */
export function expectSound(before: string, after: string, choice: (id: number) => boolean): Change[] {
  const changes = compareTexts(before, after);
  expect(compareTexts(before, after)).toEqual(changes);
  expect(changes.map(({ id }) => id)).toEqual([...changes.keys()]);
  const edits = inOrder(changes.flatMap((change) => change.edits));

  expect(applyEdits(before, [])).toBe(before);
  expect(withoutOwn(applyEdits(before, edits))).toBe(withoutOwn(after));

  const chosen = changes.filter(({ id }) => choice(id)).flatMap((change) => change.edits);
  const oneByOne = inOrder(chosen)
    .reverse()
    .reduce((text, { start, end, text: fresh }) => text.slice(0, start) + fresh + text.slice(end), before);
  expect(applyEdits(before, chosen)).toBe(oneByOne);
  expect(applyEdits(before, [...chosen].reverse())).toBe(oneByOne);

  let last = { start: -1, end: -1 };
  for (const edit of edits) {
    const { start, end, text } = edit;
    expect(start).toBeLessThanOrEqual(end);
    expect(last.end).toBeLessThanOrEqual(start);
    // Two edits that meet both take something away, so their order is no matter.
    if (last.end === start) expect([last.start < last.end, start < end]).toEqual([true, true]);
    expect(before.slice(start, end)).not.toBe(text);
    expect([isPair(before, start), isPair(before, end), text.isWellFormed()]).toEqual([false, false, true]);
    last = edit;
  }
  for (const { kind, edits: own } of changes) {
    if (kind === 'moved') expect(own.length).toBeGreaterThan(1);
    else expect(own).toHaveLength(1);
    expect(inOrder(own)).toEqual(own);
  }
  let at = 0;
  for (const { text, fixed } of linesIn(before)) {
    const inPrefix = (place: number) => at <= place && place < at + fixed;
    expect(edits.filter(({ start, end }) => inPrefix(start) || inPrefix(end))).toEqual([]);
    at += text.length + 1;
  }
  return changes;
}
