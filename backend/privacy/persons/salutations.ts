import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GAP, GIVEN, NAMED, type Reading, SHAPE, is, joined, mayName, isRole } from './reading.ts';
import { ABBREVIATED, NAMING_DEGREE, SALUTATION, isDegree } from './roles.ts';
import { isParticle } from './particles.ts';
import type { Words } from './words.ts';

const MAX_BETWEEN = 14;
/** What stands between the names of a list. */
export const AND = new Set(['und', 'u', '&', '+', '/', ',', 'sowie', 'oder', 'bzw']);

/** `Frau Dr. Müller`, `Eheleute Peter und Beate Bauer`, `Herren Klein, Groß und Kurz` */
export function salutations(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const kind = SALUTATION.get(reading.lower[index] as string);
    if (kind === undefined || !isSalutation(reading, index)) continue;
    // `Sie ist seine Frau. Später …`
    if (reading.words[index + 1]?.text === '.' && !ABBREVIATED.has(reading.lower[index] as string)) continue;
    const start = behindTitles(reading, index + 1);
    const first =
      nameAt(reading, words, start, 'told') ?? officeAsName(reading, index) ?? smallName(reading, index);
    if (first === null || isNoun(reading, index, first)) continue;
    const gender = kind === 'female' || kind === 'male' ? kind : null;
    const several = kind === 'plural' || /(?:en|innen)$/u.test(reading.lower[index] as string);
    const couple = kind === 'plural' && AND.has(reading.lower[first.to] ?? '');
    found.push({
      name: couple ? asGiven(reading, first) : asSurname(first),
      rule: 'salutation',
      sure: 3,
      gender,
      plural: kind === 'plural' && !couple,
    });
    const others = following(reading, words, first.to, several ? 'told' : 'none');
    for (const name of others)
      found.push({
        name,
        rule: 'salutation',
        sure: several ? 3 : 2,
        gender: several ? gender : null,
        plural: false,
      });
    index = Math.max(index, (others.at(-1) ?? first).to - 1);
  }
  return found;
}

const MAX_NOUN = 11;

/** `erhält die Frau Mutterschaftsgeld`: `Frau` as a noun before another one. */
function isNoun(reading: Reading, salutation: number, name: Name): boolean {
  const last = name.to - 1;
  if (!is(reading, last, COMMON) || is(reading, last, NAMED)) return false;
  const core = name.to - name.from === 1 || reading.shape[name.from] === SHAPE.lower;
  if (!core || (reading.words[last]?.text ?? '').includes('-')) return false;
  if ((reading.words[last]?.text.length ?? 0) > MAX_NOUN) return true;
  const before =
    salutation > 0 && joined(reading, salutation) ? (reading.lower[salutation - 1] as string) : '';
  return (
    /^(?:eine|einer|jede|jeder|keine|keiner|die|der)$/u.test(before) &&
    reading.shape[name.from] === SHAPE.lower
  );
}

/** `Frau Pfarrer`: an office in the male form behind `Frau` is her surname. */
function officeAsName(reading: Reading, salutation: number): Name | null {
  const at = salutation + 1;
  const lower = reading.lower[at] ?? '';
  if (
    reading.lower[salutation] !== 'frau' ||
    !isRole(reading, at) ||
    !mayName(reading, at) ||
    !joined(reading, at)
  )
    return null;
  if (!/(?:er|or|ent|ist|arzt|anwalt|meister|rat|mann|papst|prinz|graf|fürst|könig)$/u.test(lower))
    return null;
  return { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

/** `Eheleute Peter und …`: before another name a word that can be a given name is one. */
function asGiven(reading: Reading, name: Name): Name {
  const sole = name.to - name.from === 1 && is(reading, name.from, GIVEN);
  return sole ? { ...name, given: [name.from, name.to], surname: [name.to, name.to] } : name;
}

const GREETING = new Set(['hallo', 'hi', 'moin', 'liebe', 'lieber', 'geehrte', 'geehrter', 'tag', 'morgen']);

/** `hallo frau müller`: written in small letters in a text that is not. */
function smallName(reading: Reading, salutation: number): Name | null {
  const at = salutation + 1;
  const isSmall = reading.shape[salutation] === SHAPE.lower && reading.shape[at] === SHAPE.lower;
  if (!isSmall || !GREETING.has(reading.lower[salutation - 1] ?? '')) return null;
  if (!joined(reading, at) || !is(reading, at, NAMED)) return null;
  return { from: at, to: at + 1, given: [at, at], surname: [at, at + 1] };
}

/** Behind a salutation a single word is the surname, whichever list holds it. */
function asSurname(name: Name): Name {
  return name.to - name.from === 1
    ? { ...name, given: [name.from, name.from], surname: [name.from, name.to] }
    : name;
}

function isSalutation(reading: Reading, index: number): boolean {
  if (reading.closed[index] === 1) return false;
  const lower = reading.lower[index] as string;
  const shape = reading.shape[index];
  if (ABBREVIATED.has(lower))
    return (
      reading.words[index + 1]?.text === '.' ||
      (shape === SHAPE.capital && (lower.startsWith('m') || lower === 'hr'))
    );
  if (shape === SHAPE.lower) return lower === 'frau' || lower === 'herr' || lower === 'herrn';
  return true;
}

/**
 * Behind degrees, offices, full stops and further salutations (`Herr und Frau Prof. Dr. med. Müller`,
 * `Frau Bürgermeisterin Müller`).
 */
export function behindTitles(reading: Reading, from: number): number {
  let at = from;
  const end = Math.min(reading.words.length, from + MAX_BETWEEN);
  while (at < end) {
    const lower = reading.lower[at] as string;
    const next = reading.lower[at + 1];
    if (lower === '.' || ((lower === '-' || lower === '(') && isDegree(next ?? ''))) at++;
    // `Dipl.-Ing.`, `Dipl.-Verw. (FH)`
    else if (lower === '-' && reading.lower[at - 1] === '.' && reading.words[at]?.spaced === false) at += 2;
    else if (reading.gap[at] === GAP.paragraph) return at;
    else if (
      isDegree(lower) &&
      reading.shape[at] !== SHAPE.initial &&
      (next === '.' || lower.length > 2 || NAMING_DEGREE.has(lower))
    )
      at++;
    // `a. D.`, `i. R.`
    else if (
      (lower === 'a' || lower === 'i') &&
      next === '.' &&
      /^[dr]$/u.test(reading.lower[at + 2] ?? '') &&
      reading.words[at + 2]?.text !== reading.lower[at + 2]
    )
      at += 3;
    else if (SALUTATION.has(lower) && isSalutation(reading, at)) at++;
    else if (AND.has(lower) && next !== undefined && (SALUTATION.has(next) || isDegree(next))) at++;
    // `Richter Richter`, `Frau Bürgermeisterin Müller`: an office only where a name can follow.
    else if (isRole(reading, at) && !lower.startsWith('-') && namesFollow(reading, at)) at++;
    else return at;
  }
  return at;
}

function namesFollow(reading: Reading, at: number): boolean {
  const next = at + 1;
  if (next >= reading.words.length || !joined(reading, next)) return false;
  const shape = reading.shape[next];
  if (!is(reading, at, NAMED))
    return shape !== SHAPE.none
      ? shape !== SHAPE.lower ||
          isDegree(reading.lower[next] as string) ||
          isParticle(reading.lower[next] as string)
      : false;
  if (shape !== SHAPE.capital && shape !== SHAPE.upper) return false;
  return is(reading, next, NAMED) || (reading.flags[next] as number) === 0;
}

/** Further names of the same list. */
export function following(reading: Reading, words: Words, from: number, trust: 'told' | 'none'): Name[] {
  const names: Name[] = [];
  let at = from;
  while (names.length < 30 && AND.has(reading.lower[at] ?? '') && joined(reading, at)) {
    let next = at + 1;
    if (reading.lower[next] === '.') next++;
    if (SALUTATION.has(reading.lower[next] ?? '')) break;
    next = behindTitles(reading, next);
    if (!joined(reading, next)) break;
    const plain = (reading.flags[next] ?? 0) & COMMON;
    if (trust === 'told' ? plain !== 0 && !is(reading, next, NAMED) : plain !== 0) break;
    const name = nameAt(reading, words, next, trust === 'told' ? 'likely' : 'none');
    if (name === null) break;
    // `Frau Müller, Peter …`: without a list only a whole name goes on.
    if (trust === 'none' && name.to - name.from < 2) break;
    names.push(name);
    at = name.to;
  }
  return names;
}
