import { MAX_LINE_CHARS, MAX_PRIVACY_TERMS } from '../../../contract/limits.ts';
import { normalText } from '../../../contract/normal-text.ts';

/**
 * Words that a person masks or releases, whatever is found. They last as long as the page, and are kept nowhere. What
 * is masked is so in every source; what is released only in its own, where a namesake in another stays masked.
 */
export interface Terms {
  mask: readonly string[];
  release: readonly string[];
}

export const noTerms: Terms = { mask: [], release: [] };

/** Letters that a word must have to be told from others (`contract/privacy.ts`). */
const MIN_CHARS = 2;

/** Why a word cannot be masked by hand, in words; null where it can. */
export function problemOf(word: string, { mask }: Terms): string | null {
  const term = word.trim();
  if (term.length < MIN_CHARS) return 'Bitte geben Sie mindestens zwei Zeichen an.';
  if (term.length > MAX_LINE_CHARS)
    return 'Das ist zu lang. Bitte markieren Sie einzelne Wörter oder Zeilen.';
  if (mask.length >= MAX_PRIVACY_TERMS)
    return 'Mehr Wörter lassen sich nicht maskieren. Bitte entfernen Sie eines.';
  return null;
}

/** Masks a word from now on; one that was released is so no longer. */
export function withMasked(terms: Terms, word: string): Terms {
  const term = word.trim();
  if (problemOf(term, terms) !== null) return terms;
  return { mask: add(terms.mask, [term]), release: terms.release.filter((one) => one !== term) };
}

/** Lets words stay although they are found; where a person masked them by hand, that is what is taken back. */
export function withReleased(terms: Terms, words: readonly string[]): Terms {
  const fitting = words.map((word) => word.trim()).filter(isReleasable);
  const isMasked = (word: string) => terms.mask.some((term) => isFoundBy(term, word));
  return {
    mask: terms.mask.filter((term) => !fitting.some((word) => isFoundBy(term, word))),
    release: add(
      terms.release,
      fitting.filter((word) => !isMasked(word)),
    ).slice(0, MAX_PRIVACY_TERMS),
  };
}

/** Whether a term masks a word: in whatever case and white space, and with the ending of its genitive. */
function isFoundBy(term: string, word: string): boolean {
  const [one, other] = [term, word].map((text) => text.toLowerCase().split(/\s+/).join(' '));
  return other === one || other === `${one}s`;
}

/** Of terms those that stand in nothing that was masked, in whatever case, white space and hyphenation. */
export function absentFrom(masked: readonly string[], terms: readonly string[]): string[] {
  const all = masked.map(plain);
  return terms.filter((term) => !all.some((original) => original.includes(plain(term))));
}

function plain(text: string): string {
  return normalText(text).text.toLowerCase().replaceAll('ß', 'ss');
}

export function withoutMasked(terms: Terms, word: string): Terms {
  return { ...terms, mask: terms.mask.filter((one) => one !== word) };
}

export function withoutReleased(terms: Terms, word: string): Terms {
  return { ...terms, release: terms.release.filter((one) => one !== word) };
}

/** Whether the contract takes a word as released. */
export function isReleasable(word: string): boolean {
  const { length } = word.trim();
  return length >= MIN_CHARS && length <= MAX_LINE_CHARS;
}

function add(terms: readonly string[], words: readonly string[]): string[] {
  return [...new Set([...terms, ...words])];
}
