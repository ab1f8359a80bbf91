import { findNormal, normalText, toSource, type NormalText, type Span } from '../../contract/normal-text.ts';
import { findNear, groundOf, type Ground } from './near.ts';

/** Characters that a passage may have; a longer one is no passage but a copy. */
export const MAX_PASSAGE_CHARS = 2_000;
/** Characters of the source that an ellipsis may stand for. */
const MAX_GAP_CHARS = 2_000;
/** Characters of a part beside an ellipsis; "ist … nicht" could be put together from any text. */
const MIN_PART_CHARS = 8;
/** Places of the first part from which the others are looked for. */
const MAX_STARTS = 20;
const ELLIPSIS = /(?:[([]\s?…\s?[)\]]|…)/u;

/** A text in which passages are looked for, brought into its normal form once. */
export interface ProofSource {
  text: string;
  normal: NormalText;
  /** The normal text with its words. */
  ground: Ground;
}

/** Whether a source has a passage: word for word, with slight differences (similarity below 1), or not at all. */
export type Proof =
  { state: 'exact' | 'near'; start: number; end: number; similarity: number } | { state: 'none' };

/** Prepares a text for many questions. Linear in its length: about half a second for a thousand pages. */
export function indexSource(text: string): ProofSource {
  const normal = normalText(text);
  return { text, normal, ground: groundOf(normal.text) };
}

interface Match extends Span {
  /** Word for word; a match that cuts through a word or number is none, though no character differs. */
  exact: boolean;
  /** Share of the passage's characters that are the source's, 0 to 1. */
  similarity: number;
}

/** The words of a passage as they are looked for: without quotation marks around them and without its last full stop. */
function bare(passage: string): string {
  return passage.replace(/^["\s]{1,4}|["\s]{1,4}$/gu, '').replace(/["\s.,;:!?-]{1,4}$/u, '');
}

/** With the full stop behind it, where the passage ended with one that was not looked for. */
function withStop(text: string, found: Match, passage: string): Match {
  const ends = /[.!?]"?$/u.test(passage) && /^[.!?](?!\d)/u.test(text.slice(found.end, found.end + 2));
  return ends ? { ...found, end: found.end + 1 } : found;
}

function exactly(text: string, passage: string, from = 0): Match | null {
  const found = findNormal(text, passage, from) ?? findNormal(text, bare(passage), from);
  return found && withStop(text, { ...found, exact: true, similarity: 1 }, passage);
}

function nearly(ground: Ground, passage: string): Match | null {
  const words = bare(passage);
  const found = findNear(ground, words);
  const similarity = 1 - (found?.errors ?? 0) / words.length;
  return found && withStop(ground.text, { ...found, exact: false, similarity }, passage);
}

function match(ground: Ground, passage: string): Match | null {
  return exactly(ground.text, passage) ?? nearly(ground, passage);
}

/** The other parts, each behind the one before and not too far from it. */
function goOn(text: string, first: Match, rest: string[]): Match | null {
  let { end, exact, similarity } = first;
  for (const part of rest) {
    const window = text.slice(end, end + MAX_GAP_CHARS + part.length * 2);
    const next = match(groundOf(window), part);
    if (!next) return null;
    exact &&= next.exact;
    similarity = Math.min(similarity, next.similarity);
    end += next.end;
  }
  return { start: first.start, end, exact, similarity };
}

/** A passage with parts left out: every part in order, from the first place that has them all. */
function inParts(ground: Ground, parts: string[]): Match | null {
  const { text } = ground;
  const [first = '', ...rest] = parts;
  let from = 0;
  for (let starts = 0; starts < MAX_STARTS; starts++) {
    const start = exactly(text, first, from);
    if (!start) break;
    const all = goOn(text, start, rest);
    if (all) return all;
    from = start.start + 1;
  }
  const near = nearly(ground, first);
  return near && goOn(text, near, rest);
}

function partsOf(passage: string): string[] {
  return passage
    .split(ELLIPSIS)
    .map((part) => part.trim())
    .filter((part) => bare(part) !== '');
}

/**
 * Looks for a passage in a source: word for word after normalising white space, quotation marks, hyphenation and
 * Markdown; where "…" or "[…]" leaves something out, part by part in order; then with at most 10 % of its characters
 * edited (`MAX_EDIT_SHARE`). A passage of over 2,000 characters is never found.
 * @returns offsets in the source's own text
 */
export function prove(source: ProofSource, passage: string): Proof {
  const wanted = passage.length > MAX_PASSAGE_CHARS ? '' : normalText(passage).text;
  const parts = partsOf(wanted);
  if (parts.length === 0) return { state: 'none' };
  const { ground } = source;
  const whole = exactly(ground.text, wanted) ?? (parts.length === 1 ? match(ground, parts[0] ?? '') : null);
  const found = whole ?? inParts(ground, parts);
  if (!found) return { state: 'none' };
  const vague = !whole && parts.some((part) => bare(part).length < MIN_PART_CHARS);
  const state = found.exact && !vague ? 'exact' : 'near';
  return { state, ...toSource(source.text, source.normal, found), similarity: found.similarity };
}
