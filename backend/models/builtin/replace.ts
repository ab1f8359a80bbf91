/**
 * A replacement of words. `words` is a pattern of whole words in the form they have inside a sentence, its first word
 * spelled out; a blank stands for any white space. `to` may use `$1`. A capital at the beginning of the match is kept.
 */
export interface Replacement {
  words: string;
  to: string;
  /** What must stand directly before, as the source of a look-behind. */
  after?: string;
  /** A sentence in which this is found is left alone. */
  unless?: RegExp;
}

type Edit = (text: string) => string;

interface Rule {
  /** Place in the list: longer patterns come first. */
  place: number;
  pattern: RegExp;
  to: string;
  /** Whether the words begin with a small letter inside a sentence. */
  small: boolean;
  unless: RegExp | undefined;
}

const WORD = /[\p{L}\p{N}]+/gu;

function firstWord(words: string): string {
  return (/[\p{L}\p{N}]+/u.exec(words)?.[0] ?? '').toLowerCase();
}

function compile({ words, to, after = '', unless }: Replacement, place: number): Rule {
  const first = words.charAt(0);
  const small = /\p{Ll}/u.test(first);
  const either = small ? `[${first}${first.toLocaleUpperCase('de')}]${words.slice(1)}` : words;
  const source = `${after}(?<![\\p{L}\\p{N}-])(?:${either.replace(/ \?/gu, '\\s*').replace(/ /gu, '\\s+')})(?![\\p{L}\\p{N}]|-\\p{L})`;
  return { place, pattern: new RegExp(source, 'gu'), to, small, unless };
}

function fill(to: string, groups: unknown[]): string {
  return to.replace(/\$(\d)/gu, (_, number: string) => {
    const group = groups[Number(number) - 1];
    return typeof group === 'string' ? group : '';
  });
}

/** A word that is small inside a sentence and stands capital begins one; a noun's capital is its own. */
function keepCase(match: string, replacement: string, small: boolean): string {
  const begins = small && /^\p{Lu}/u.test(match);
  return begins ? replacement.charAt(0).toLocaleUpperCase('de') + replacement.slice(1) : replacement;
}

/**
 * Builds an edit from a list. Only rules whose first word occurs are tried, so the work grows with the text and hardly
 * with the list; longer patterns go first.
 */
export function replacer(list: readonly Replacement[]): Edit {
  const rules = new Map<string, Rule[]>();
  const longestFirst = [...list].sort((a, b) => b.words.length - a.words.length);
  for (const [place, item] of longestFirst.entries()) {
    const key = firstWord(item.words);
    rules.set(key, [...(rules.get(key) ?? []), compile(item, place)]);
  }
  return (text) => {
    const present = new Set((text.match(WORD) ?? []).map((word) => word.toLowerCase()));
    let edited = text;
    const fitting = [...present].flatMap((word) => rules.get(word) ?? []).sort((a, b) => a.place - b.place);
    for (const { pattern, to, small, unless } of fitting) {
      if (unless?.test(edited)) continue;
      edited = edited.replace(pattern, (match: string, ...groups: unknown[]) =>
        keepCase(match, fill(to, groups), small),
      );
    }
    return edited;
  };
}

interface Span {
  start: number;
  end: number;
}

const QUOTATIONS = /„[^„“”]{1,800}[“”]|»[^»«]{1,800}«|“[^“”]{1,800}”|"[^"]{1,800}"/gu;
const UNTOUCHABLE =
  /\[\[[^[\]]{1,400}\]\]|`[^`]{1,400}`|(?:https?:\/\/|www\.)\S{1,400}|[^\s@]{1,64}@[^\s@]{1,120}/gu;

function spansOf(text: string, patterns: RegExp[]): Span[] {
  return patterns
    .flatMap((pattern) =>
      [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length })),
    )
    .sort((a, b) => a.start - b.start);
}

/** Addresses, gaps and code of a text, and its quotations where they are to stay as well. */
export function protectedSpans(text: string, quotations: 'keep' | 'edit'): Span[] {
  return spansOf(text, quotations === 'keep' ? [QUOTATIONS, UNTOUCHABLE] : [UNTOUCHABLE]);
}

/** Edits what lies between the protected spans of a text. @param offset where `text` begins in what the spans count */
export function editAround(text: string, spans: Span[], offset: number, edit: Edit): string {
  let edited = '';
  let at = 0;
  for (const span of spans) {
    const start = Math.max(span.start - offset, at);
    const end = Math.min(span.end - offset, text.length);
    if (end <= at || start >= text.length) continue;
    edited += edit(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return edited + edit(text.slice(at));
}
