/** Shorter stems are those of articles and pronouns, whose endings tell who does what to whom. */
const MIN_STEM_CHARS = 5;
const ADJECTIVE = /^(\p{Ll}+?)e[nmrs]?$/u;
/** Their endings tell as much as an article's. */
const LIKE_ARTICLES = /^(?:welch|solch|manch|jenig|unser|einig|kein)/u;
const GENITIVE = /^(\p{Lu}\p{Ll}{3,}?)e?s$/u;
const SIGNS = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su;

/**
 * Whether two passages are the same words, some of them in another form, as who quotes in a sentence of their own writes
 * them: a capital at the beginning, today's "ss" for "ß", an adjective before its noun in another case ("öffentliche
 * Räume", "öffentlichen Räume"), "Urlaubs" for "Urlaubes". Articles, pronouns, verbs alone, figures and signs have to be
 * the same, so that neither who nor how much nor whether can change.
 * @param one in normal form, as is the other
 */
export function isSameInOtherForm(one: string, other: string): boolean {
  const [ours, theirs] = [one.split(' '), other.split(' ')];
  return (
    ours.length === theirs.length &&
    ours.every((word, at) => isSameWord(word, theirs[at] ?? '', at === 0, ours[at + 1] ?? ''))
  );
}

function isSameWord(one: string, other: string, first: boolean, next: string): boolean {
  if (one === other) return true;
  const [, before = '', ours = '', behind = ''] = SIGNS.exec(one) ?? [];
  const [, otherBefore = '', theirs = '', otherBehind = ''] = SIGNS.exec(other) ?? [];
  if (before !== otherBefore || behind !== otherBehind) return false;
  const [a, b] = [modern(ours, first), modern(theirs, first)];
  if (a === b) return true;
  const genitive = GENITIVE.exec(a)?.[1];
  if (genitive !== undefined) return genitive === GENITIVE.exec(b)?.[1];
  return behind === '' && /^\p{Lu}/u.test(next) && isSameAdjective(a, b);
}

function isSameAdjective(one: string, other: string): boolean {
  const stem = ADJECTIVE.exec(one)?.[1];
  return (
    stem !== undefined &&
    stem.length >= MIN_STEM_CHARS &&
    !LIKE_ARTICLES.test(stem) &&
    stem === ADJECTIVE.exec(other)?.[1]
  );
}

function modern(word: string, first: boolean): string {
  const spelled = word.replaceAll('ß', 'ss');
  return first ? spelled.charAt(0).toLowerCase() + spelled.slice(1) : spelled;
}
