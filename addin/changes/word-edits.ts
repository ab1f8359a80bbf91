import { diffArrays } from 'diff';
import type { Edit } from '../office/host.ts';
import { MIN_LIKENESS } from './alignment.ts';
import { isSpace, isWord, type Token, weightOf } from './tokens.ts';

/** More single differences than this, and the sentence is replaced as a whole; it bounds the work. */
const MAX_DIFFERENCES = 400;

/** Words that two changes are not kept apart for when one of them stands alone between. */
const FUNCTION_WORDS = new Set(
  `ab am an als auf aus bei bis da das dass dem den der des die du ein er es für ich ihr im in ist ja je mit nach nur
   ob oder sie sind so um und uns vom von vor war was wer wie wir wird zu zum zur`.split(/\s+/u),
);

/** Tokens of the old text and what is in their place in the new one; ends are exclusive. */
interface Hunk {
  from: number;
  to: number;
  fromNew: number;
  toNew: number;
}

/**
 * The edits that turn a stretch of the old text into one of the new text, word by word, or the one that replaces it
 * where little stays the same.
 * @param old tokens of the stretch in the old text
 * @param fresh tokens of the stretch in the new text
 * @param after the whole new text
 */
export function wordEdits(old: readonly Token[], fresh: readonly Token[], after: string): Edit[] {
  const whole = { from: 0, to: old.length, fromNew: 0, toNew: fresh.length };
  const hunks = merged(hunksOf(old, fresh) ?? [whole], old);
  const few = 2 * keptWeight(old, hunks) < MIN_LIKENESS * (weight(old) + weight(fresh));
  return (few && hunks.length > 0 ? [whole] : hunks).map((hunk) => editOf(hunk, old, fresh, after));
}

/** Only words and signs are matched: blanks, which are everywhere, would pull apart what belongs together. */
function hunksOf(old: readonly Token[], fresh: readonly Token[]): Hunk[] | null {
  const [words, newWords] = [placesOfWords(old), placesOfWords(fresh)];
  const keys = (tokens: readonly Token[], places: readonly number[]) =>
    places.map((place) => tokens[place]?.key);
  const parts = diffArrays(keys(old, words), keys(fresh, newWords), { maxEditLength: MAX_DIFFERENCES });
  if (parts === undefined) return null;
  const hunks: Hunk[] = [];
  let [from, fromNew, word, newWord] = [0, 0, 0, 0];
  const add = (to: number, toNew: number) => {
    const hunk = withoutCommonEnds({ from, to, fromNew, toNew }, old, fresh);
    if (hunk.from < hunk.to || hunk.fromNew < hunk.toNew) hunks.push(hunk);
    [from, fromNew] = [to + 1, toNew + 1];
  };
  for (const { added, removed, count } of parts) {
    if (!added && !removed) {
      for (let index = 0; index < count; index++)
        add(words[word + index] ?? old.length, newWords[newWord + index] ?? fresh.length);
    }
    if (!added) word += count;
    if (!removed) newWord += count;
  }
  add(old.length, fresh.length);
  return hunks;
}

function placesOfWords(tokens: readonly Token[]): number[] {
  return tokens.flatMap((token, index) => (isSpace(token) ? [] : [index]));
}

function withoutCommonEnds(hunk: Hunk, old: readonly Token[], fresh: readonly Token[]): Hunk {
  let { from, to, fromNew, toNew } = hunk;
  while (from < to && fromNew < toNew && old[from]?.key === fresh[fromNew]?.key)
    [from, fromNew] = [from + 1, fromNew + 1];
  while (from < to && fromNew < toNew && old[to - 1]?.key === fresh[toNew - 1]?.key)
    [to, toNew] = [to - 1, toNew - 1];
  return { from, to, fromNew, toNew };
}

/** Hunks with hardly anything between them become one, for nobody takes one of them and leaves the other. */
function merged(hunks: readonly Hunk[], old: readonly Token[]): Hunk[] {
  const all: Hunk[] = [];
  for (const hunk of hunks) {
    const last = all.at(-1);
    if (last !== undefined && isThin(old, last.to, hunk.from)) {
      Object.assign(last, { to: hunk.to, toNew: hunk.toNew });
    } else all.push({ ...hunk });
  }
  return all;
}

/** A blank, a sign within the sentence, or one short word that says little by itself. */
function isThin(all: readonly Token[], from: number, to: number): boolean {
  const tokens = all.slice(from, to);
  const ends = tokens.some(
    ({ key }, index) =>
      key === '\n' || (/^[.!?…]/u.test(key) && !/\d$/u.test(all[from + index - 1]?.key ?? '')),
  );
  if (ends) return false;
  const words = tokens.filter(isWord);
  const [one] = words;
  if (one === undefined) return true;
  return (
    tokens.every((token) => isSpace(token) || token === one) && FUNCTION_WORDS.has(one.key.toLowerCase())
  );
}

function keptWeight(old: readonly Token[], hunks: readonly Hunk[]): number {
  return hunks.reduce((sum, { from, to }) => sum - weight(old.slice(from, to)), weight(old));
}

function weight(tokens: readonly Token[]): number {
  return tokens.reduce((sum, token) => sum + weightOf(token), 0);
}

function editOf(
  { from, to, fromNew, toNew }: Hunk,
  old: readonly Token[],
  fresh: readonly Token[],
  after: string,
): Edit {
  const text = fromNew === toNew ? '' : after.slice(fresh[fromNew]?.start, fresh[toNew - 1]?.end);
  const place = old[from - 1]?.end ?? old[from]?.start ?? 0;
  if (from === to) return { start: place, end: place, text };
  return { start: old[from]?.start ?? place, end: old[to - 1]?.end ?? place, text };
}
