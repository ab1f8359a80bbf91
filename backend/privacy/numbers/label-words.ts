import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import {
  IMPERSONAL,
  IMPERSONAL_THING,
  LABELS,
  SOME_NUMBER,
  SOME_THING,
  labelKey,
  type Label,
} from './labels.ts';

/** A label where it stands in a text. */
export interface Mention extends Span {
  label: Label;
  /** Whether a colon or an equals sign stands directly behind it. */
  colon: boolean;
}

/** Words of one label at most, with the signs between them. */
const MAX_TOKENS = 9;
const NUMBER_WORD =
  /^\p{L}[\p{L}-]{2,60}(?:nummern?|nrn?|-az|aktenzeichen|kassenzeichen|kennzeichen|(?<!er)kennung)$/iu;
/** The last letters of those words, to be asked first. */
const MAYBE_NUMBER = /[rRnNzZgG]$/u;

/** A `…nummer` or `…-Nr.` of any kind, if it is one that belongs to somebody. */
function someNumber(word: string): Label | null {
  return word.length > 4 &&
    MAYBE_NUMBER.test(word) &&
    NUMBER_WORD.test(word) &&
    !IMPERSONAL.test(labelKey(word))
    ? SOME_NUMBER
    : null;
}

function isMarked(tokens: readonly Token[], next: number, spaced: boolean, label: Label): boolean {
  const sign = tokens[next]?.text;
  return (
    sign === ':' ||
    sign === '=' ||
    (sign === '.' && (!spaced || tokens[next + 1]?.text === ':' || tokens[next + 1]?.kind === 'number')) ||
    sign === '|' ||
    (tokens[next]?.kind === 'number' && label.shape !== 'secret' && label.shape !== 'phone')
  );
}

/** The longest label that begins with a token, and the token behind it. */
function labelFrom(tokens: readonly Token[], first: number): { label: Label; next: number } | null {
  let found: { label: Label; next: number } | null = null;
  let key = '';
  const last = Math.min(tokens.length, first + MAX_TOKENS);
  for (let at = first; at < last; at++) {
    const token = tokens[at];
    if (token === undefined || token.kind === 'break') break;
    if (token.kind === 'sign') {
      if (!/^[./-]$/u.test(token.text)) break;
      continue;
    }
    const word = labelKey(token.text);
    // `des Kassenzeichens` is the label, too.
    const own = LABELS.get(key + word);
    const label = own === undefined && word.length > 3 ? LABELS.get(key + word.replace(/e?s$/u, '')) : own;
    key += word;
    if (label === undefined) break;
    if (label !== null && (!label.marked || isMarked(tokens, at + 1, tokens[at + 1]?.spaced === true, label)))
      found = { label, next: at + 1 };
  }
  return found;
}

const NUMBER_SIGN = /^(?:Nr|Nrn|NR|Nummer|No)$/u;

/** `Baugenehmigung Nr. 123/2024`, `Pat.-Nr. 4711`: a thing with a number of its own, if it can be somebody's. */
function numberedThing(tokens: readonly Token[], at: number): Label | null {
  if (!NUMBER_SIGN.test(tokens[at]?.text ?? '')) return null;
  let before = at - 1;
  while (before > at - 4 && /^[.-]$/u.test(tokens[before]?.text ?? '')) before--;
  const thing = tokens[before];
  if (thing?.kind !== 'word' || !/^\p{Lu}/u.test(thing.text) || thing.text.length < 3) return null;
  return IMPERSONAL.test(labelKey(thing.text)) || IMPERSONAL_THING.test(thing.text) ? null : SOME_THING;
}

/** Every label of a text, in order, none inside another. */
export function labelsIn(text: string, tokens: readonly Token[]): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token?.kind !== 'word') {
      at++;
      continue;
    }
    let found = labelFrom(tokens, at);
    if (found === null) {
      const label = someNumber(token.text);
      if (label !== null) found = { label, next: at + 1 };
    }
    if (found === null) {
      const label = numberedThing(tokens, at);
      if (label !== null) found = { label, next: at + 1 };
    }
    if (found === null) {
      at++;
      continue;
    }
    let end = (tokens[found.next - 1] ?? token).end;
    if (text[end] === '.') end++;
    const colon = /^[\s)*_"“]{0,4}[:=]/u.test(text.slice(end, end + 6));
    mentions.push({ start: token.start, end, label: found.label, colon });
    at = found.next;
  }
  return mentions;
}
