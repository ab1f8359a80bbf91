import type { Span } from '../span.ts';
import type { Token } from '../tokens.ts';
import {
  isImpersonal,
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
  /^\p{L}[\p{L}-]{1,60}(?:nummern?|nrn?|-az|aktenz|zeichens?|(?<!er)kennung|kennziffer|-id|konto|kontos|referenz)$/iu;
/** The last letters of those words, to be asked first. */
const MAYBE_NUMBER = /(?:[rngz]|ns|id|to|os)$/iu;
/** `HzE-Fall 0088/26`, `Hausakte 0088`: what such a word names may bear a number. */
const NOUN_WORD = /(?:-(?:fall|vorgang|antrag|sache|bescheid)|\p{L}{3}akte)$/iu;
/** `Initialkennwort`, `Tresor-PIN`: what stands behind it is nobody's to know. */
const SECRET_WORD = /(?:passwort|kennwort|kenncode|-pin|-puk|-code)$/iu;
/** `PNr`, `RNr.`: short, but written as nothing else is. */
const SHORT_NUMBER = /^(?!(?:H|Hs|Z|Zi|S|L|A|T|R[nd]|TB|Tb|EG|EU|UN|EN|OZ|VK)-?N)\p{Lu}\p{L}?-?Nr$/u;

/** A `…nummer` or `…-Nr.` of any kind, if it is one that belongs to somebody. */
function someNumber(word: string): Label | null {
  if (NOUN_WORD.test(word)) return SOME_THING;
  if (SHORT_NUMBER.test(word)) return SOME_NUMBER;
  // `Mofa-Kennzeichen`
  if (/-kennz(?:eichen|\.)?$/iu.test(word)) return LABELS.get('kennzeichen') ?? SOME_NUMBER;
  if (!MAYBE_NUMBER.test(word)) return null;
  return word.length > 4 && NUMBER_WORD.test(word) && !isImpersonal(word) ? SOME_NUMBER : null;
}

/** `eklein80`, `K4X2`, `4488`: no word of a sentence. */
function isMixed(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (first?.kind === 'number') return first.text.length >= 4;
  return first?.kind === 'word' && (/\d/u.test(first.text) || (second?.kind === 'number' && !second.spaced));
}

function isMarked(tokens: readonly Token[], next: number, spaced: boolean, label: Label): boolean {
  const sign = tokens[next]?.text;
  return (
    sign === ':' ||
    sign === '=' ||
    (sign === '.' && (!spaced || tokens[next + 1]?.text === ':' || tokens[next + 1]?.kind === 'number')) ||
    sign === '|' ||
    (label.shape === 'secret' && (sign === 'lautet' || isMixed(tokens, next))) ||
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

const NUMBER_SIGN = /^(?:Nr|Nrn|NR|nr|Nummer|nummer|No)$/u;
/** What goes on with an abbreviation only behind a hyphen: `Pat.-ID`. */
const ID_SIGN = /^(?:ID|Id|Kennung|Konto|Kto|Zeichen|Z)$/u;
/** Laws and ordinances in short: `BImSchG`, `StVO`. */
const LAW = /^\p{Lu}\p{L}{0,8}\p{Lu}\p{L}{0,4}$(?<=[GVO])/u;

/** `Baugenehmigung Nr. 123/2024`, `Pat.-Nr. 4711`: a thing with a number of its own, if it can be somebody's. */
function numberedThing(tokens: readonly Token[], at: number): Label | null {
  const sign = tokens[at]?.text ?? '';
  if (!NUMBER_SIGN.test(sign) && !(ID_SIGN.test(sign) && tokens[at - 1]?.text === '-')) return null;
  let before = at - 1;
  while (before > at - 4 && /^[.-]$/u.test(tokens[before]?.text ?? '')) before--;
  const thing = tokens[before];
  if (thing?.kind !== 'word' || !/^\p{Lu}/u.test(thing.text) || thing.text.length < 3) return null;
  if (LAW.test(thing.text)) return null;
  return isImpersonal(thing.text) || IMPERSONAL_THING.test(thing.text) ? null : SOME_THING;
}

function secretWord(tokens: readonly Token[], at: number, word: string): Label | null {
  const label = SECRET_WORD.test(word) ? (LABELS.get('passwort') ?? null) : null;
  return label !== null && isMarked(tokens, at + 1, tokens[at + 1]?.spaced === true, label) ? label : null;
}

/** `Vertrag Nr. K 33417-2`: behind the sign for a number an everyday word is a label like others. */
function asNumbered(tokens: readonly Token[], next: number, label: Label): Label {
  if (label.shape !== 'noun') return label;
  let at = next;
  while (at < next + 3 && /^[.-]$/u.test(tokens[at]?.text ?? '')) at++;
  return NUMBER_SIGN.test(tokens[at]?.text ?? '') ? { ...label, shape: 'number', digits: 3 } : label;
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
      const label = numberedThing(tokens, at) ?? secretWord(tokens, at, token.text);
      if (label !== null) found = { label, next: at + 1 };
    }
    if (found === null) {
      at++;
      continue;
    }
    let end = (tokens[found.next - 1] ?? token).end;
    if (text[end] === '.') end++;
    // `PK2Myl…`: the middle of something longer.
    else if (/[\p{L}\d_]/u.test(text[end] ?? '')) {
      at++;
      continue;
    }
    const colon = /^[\s)*_"“]{0,4}[:=]/u.test(text.slice(end, end + 6));
    mentions.push({ start: token.start, end, label: asNumbered(tokens, found.next, found.label), colon });
    at = found.next;
  }
  return mentions;
}
