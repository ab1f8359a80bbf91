import { findNormal, normalText, toSource, type NormalText, type Span } from '../../contract/normal-text.ts';
import { isSameInOtherForm } from './forms.ts';
import { findNear, groundOf, type Ground } from './near.ts';
import { Work } from './work.ts';

/** Characters that a passage may have; a longer one is no passage but a copy. */
export const MAX_PASSAGE_CHARS = 2_000;
/** Characters of the source that an ellipsis may stand for; with more left out, two matters could be made one. */
const MAX_GAP_CHARS = 300;
/** Left out, these words may turn a sentence into its opposite. */
const NEGATION =
  /(?<!\p{L})(?:nicht|nichts|kein\p{Ll}{0,12}|nie|niemals|niemand(?:en|em)?|ohne|weder|nur|außer|ausgenommen|sofern|es sei denn|unzulässig)(?!\p{L})/iu;
const PARAGRAPH_END = /\n[^\S\n]*\n|\f/u;
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

/** Letters of a passage that lead to its places; looking for all of them at once takes long in "aaaa". */
const HEAD_CHARS = 32;
/** Places that begin as a passage does. */
const MAX_HEADS = 2_000;
/** A place is looked at with what stands around it, which tells whether it cuts through a word. */
const AROUND_CHARS = 4;

/** As `findNormal`, in time linear in the text also where passage and text repeat themselves. */
function find(text: string, piece: string, from: number, work: Work): Span | null {
  const head = piece.slice(0, HEAD_CHARS);
  if (head === '') return null;
  let start = from;
  for (let tries = 0; tries < MAX_HEADS; tries++) {
    const at = text.indexOf(head, start);
    if (!work.take((at < 0 ? text.length : at + piece.length) - start) || at < 0) return null;
    if (text.startsWith(piece, at)) {
      const near = Math.max(start, at - AROUND_CHARS);
      const found = findNormal(text.slice(near, at + piece.length + AROUND_CHARS), piece);
      if (found) return { start: near + found.start, end: near + found.end };
    }
    start = at + 1;
  }
  return null;
}

/** A text, and what finding in it may cost. */
interface Search {
  source: ProofSource;
  work: Work;
}

function exactly({ source, work }: Search, passage: string, from = 0): Match | null {
  const { text } = source.ground;
  const words = bare(passage);
  const found = find(text, passage, from, work) ?? (words === passage ? null : find(text, words, from, work));
  return found && withStop(text, { ...found, exact: true, similarity: 1 }, passage);
}

function nearly(ground: Ground, passage: string, work: Work): Match | null {
  const words = bare(passage);
  const found = findNear(ground, words, work);
  const similarity = 1 - (found?.errors ?? 0) / words.length;
  if (!found) return null;
  const exact = isSameInOtherForm(words, bare(ground.text.slice(found.start, found.end)));
  return withStop(ground.text, { ...found, exact, similarity }, passage);
}

/** "[D]er Antrag": the letter that whoever quotes has put in the place of a small one. */
const CHANGED_CAPITAL = /^("?)\[(\p{L})\](?=\p{L})/u;

/** Behind a place and not too far from it. */
function next({ source, work }: Search, part: string, from: number): Match | null {
  const { text } = source.ground;
  const window = text.slice(from, from + MAX_GAP_CHARS + part.length + Math.ceil(part.length / 5));
  const span = find(window, part, 0, work) ?? find(window, bare(part), 0, work);
  const exact = span && withStop(window, { ...span, exact: true, similarity: 1 }, part);
  const found = exact ?? nearly(groundOf(window), part, work);
  if (!found || found.start > MAX_GAP_CHARS) return null;
  return { ...found, start: from + found.start, end: from + found.end };
}

/** What an ellipsis stands for, as the source has it. */
function leftOut({ text, normal }: ProofSource, { start, end }: Span): string {
  return text.slice((normal.at[start - 1] ?? 0) + 1, normal.at[end] ?? text.length);
}

/** The other parts, each behind the one before in the same paragraph. */
function goOn(search: Search, first: Match, rest: string[]): Match | null {
  let { end, exact, similarity } = first;
  for (const part of rest) {
    const found = next(search, part, end);
    if (!found) return null;
    const gap = leftOut(search.source, { start: end, end: found.start });
    const paragraph = PARAGRAPH_END.exec(gap);
    // "Die Gemeinden werden gebeten," goes on in the items of the list below it.
    const leads =
      paragraph &&
      /[,:]\s*$/u.test(search.source.ground.text.charAt(end - 1) + gap.slice(0, paragraph.index));
    if (paragraph && !leads) return null;
    exact &&= found.exact && !NEGATION.test(normalText(gap).text);
    similarity = Math.min(similarity, found.similarity);
    end = found.end;
  }
  return { start: first.start, end, exact, similarity };
}

/** A passage with parts left out: every part in order, from the first place that has them all, best word for word. */
function inParts(search: Search, parts: string[]): Match | null {
  const [first = '', ...rest] = parts;
  let from = 0;
  let best: Match | null = null;
  for (let starts = 0; starts < MAX_STARTS; starts++) {
    const start = exactly(search, first, from);
    if (!start) break;
    const all = goOn(search, start, rest);
    if (all?.exact) return all;
    best ??= all;
    from = start.start + 1;
  }
  if (best) return best;
  const near = nearly(search.source.ground, first, search.work);
  return near && goOn(search, near, rest);
}

function partsOf(passage: string): string[] {
  return passage
    .split(ELLIPSIS)
    .map((part) => part.trim())
    .filter((part) => bare(part) !== '');
}

/**
 * Looks for a passage in a source: word for word after normalising white space, quotation marks, hyphenation and
 * Markdown, some words perhaps in another form (`isSameInOtherForm`); where "…" or "[…]" leaves something out, part by part in order; then with at most 10 % of its characters
 * edited (`MAX_EDIT_SHARE`). An ellipsis stands for at most 300 characters of one paragraph; where these hold a negation
 * the passage is only near. A passage of over 2,000 characters is never found.
 * @param work what all passages of a summary may cost; when it is used up, nothing is found
 * @returns offsets in the source's own text
 */
export function prove(source: ProofSource, passage: string, work = new Work()): Proof {
  const given = passage.length > MAX_PASSAGE_CHARS ? '' : normalText(passage).text;
  const wanted = given.replace(CHANGED_CAPITAL, '$1$2');
  const parts = partsOf(wanted);
  if (parts.length === 0) return { state: 'none' };
  const search = { source, work };
  const whole = exactly(search, wanted);
  const found = whole ?? inParts(search, parts);
  if (!found) return { state: 'none' };
  const vague = !whole && parts.some((part) => bare(part).length < MIN_PART_CHARS);
  const state = found.exact && !vague ? 'exact' : 'near';
  return { state, ...toSource(source.text, source.normal, found), similarity: found.similarity };
}
