import type { WrittenWords } from './word-lines.ts';

/** How a place looks now in which words were written. */
export interface Now {
  at: number;
  /** Of what stands there now. */
  length: number;
  /**
   * `both`: the struck out words still belong to the text, as they do in some versions of Word. Where only words were
   * taken out, this can't be told from a person's having refused it.
   */
  form: 'new' | 'both' | 'old';
}

/**
 * Finds what was written into a paragraph, whether or not struck out text belongs to the paragraph's text, and whether
 * or not a person has accepted or rejected some of it.
 * @param raw the paragraph as it was read
 * @param written by the order of their places, not overlapping
 * @param current the paragraph as it is
 * @returns for each what stands there; null where the paragraph has been edited otherwise
 */
export function readNow(raw: string, written: readonly WrittenWords[], current: string): Now[] | null {
  const dead = new Set<string>();
  const found: Now[] = [];
  const [before, after] = [oneBreak(raw), oneBreak(current)];

  function from(index: number, at: number): boolean {
    const one = written[index];
    const gap = before.slice(written[index - 1]?.end ?? 0, one?.start);
    if (!after.startsWith(gap, at)) return false;
    if (one === undefined) return at + gap.length === after.length;
    const key = `${index} ${at}`;
    if (dead.has(key)) return false;
    const place = at + gap.length;
    for (const [form, text] of formsOf(one)) {
      if (!after.startsWith(oneBreak(text), place)) continue;
      found[index] = { at: place, length: text.length, form };
      if (from(index + 1, place + text.length)) return true;
    }
    dead.add(key);
    return false;
  }

  return from(0, 0) ? found : null;
}

/** Programs differ in the character for a line break within a paragraph. */
function oneBreak(text: string): string {
  return text.replaceAll('\n', '\v');
}

function formsOf({ old, text }: WrittenWords): [Now['form'], string][] {
  return [
    ['both', old + text],
    ['both', text + old],
    ['new', text],
    ['old', old],
  ];
}

/** The texts that a paragraph may have after what was written into it. */
export function candidates(raw: string, written: readonly WrittenWords[]): string[] {
  const forms = [0, 1, 2, 3].map((which) => {
    let text = '';
    let at = 0;
    for (const one of written) {
      text += raw.slice(at, one.start) + (formsOf(one)[which]?.[1] ?? '');
      at = one.end;
    }
    return text + raw.slice(at);
  });
  return [...new Set(forms)];
}

/**
 * Where a stretch of the paragraph as it was read stands now.
 * @returns null where something was already written into it
 */
export function placeNow(
  written: readonly WrittenWords[],
  now: readonly Now[],
  start: number,
  end: number,
): { start: number; end: number } | null {
  let [before, within] = [0, 0];
  for (const [index, one] of written.entries()) {
    const grown = (now[index]?.length ?? 0) - (one.end - one.start);
    const point = one.start === one.end;
    const touches = point
      ? start === end
        ? one.start === start
        : start < one.start && one.start < end
      : start === end
        ? one.start < start && start < one.end
        : start < one.end && one.start < end;
    if (touches) return null;
    if (one.end <= start) before += grown;
    if (one.end <= end && (!point || one.start < end || start === end)) within += grown;
  }
  return { start: start + before, end: end + within };
}
