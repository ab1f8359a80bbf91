import type { Candidate } from '../span.ts';

/** Letters and digits that a value has at least to be known again without its label. */
const MIN_LENGTH = 5;
const MIN_DIGITS = 4;
const CHUNK = /(?<![\p{L}\d])[\p{L}\d][\p{L}\d./:_+–-]{0,60}/gu;
/** Values that begin with the same chunk; more would make the search slow. */
const MAX_SAME = 8;

/**
 * The same values once more, where no label stands: a number that a label has proven is masked everywhere. Linear in
 * the length of the text, however many values there are.
 */
export function repeatsIn(text: string, known: readonly Candidate[]): Candidate[] {
  const byChunk = new Map<string, { value: string; like: Candidate }[]>();
  for (const like of known) {
    if (like.kind === 'email' || like.kind === 'url' || like.rule === 'land' || like.rule === 'court-file')
      continue;
    const value = text.slice(like.start, like.end);
    const digits = value.match(/\d/gu)?.length ?? 0;
    if (value.length < MIN_LENGTH || value.length > 80 || digits < MIN_DIGITS) continue;
    const chunk = /^\(?[\p{L}\d]{1,80}/u.exec(value)?.[0].replace('(', '') ?? '';
    const same = byChunk.get(chunk) ?? [];
    if (same.length < MAX_SAME && !same.some((other) => other.value === value)) same.push({ value, like });
    byChunk.set(chunk, same);
  }
  if (byChunk.size === 0) return [];
  const taken = new Set(known.map((one) => one.start));
  const found: Candidate[] = [];
  for (const match of text.matchAll(CHUNK)) {
    const head = /^[\p{L}\d]{1,80}/u.exec(match[0])?.[0] ?? '';
    for (const { value, like } of byChunk.get(head) ?? []) {
      const start = value.startsWith('(') ? match.index - 1 : match.index;
      const end = start + value.length;
      if (taken.has(start) || !text.startsWith(value, start)) continue;
      if (/[\p{L}\d]/u.test(text[end] ?? '') || /^[.,/-]\d/u.test(text.slice(end, end + 2))) continue;
      if (/[./,-]$/u.test(text.slice(Math.max(0, start - 1), start)) && /\d/u.test(text[start - 2] ?? ''))
        continue;
      found.push({ kind: like.kind, rule: 'repeat', weight: 2, start, end });
    }
  }
  return found;
}
