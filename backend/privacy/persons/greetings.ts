import type { Found } from './found.ts';
import { type Name, nameAt } from './grammar.ts';
import { COMMON, GIVEN, type Reading, SHAPE, is, isRole, joined } from './reading.ts';
import { genderOfRole } from './roles.ts';
import { AND, behindTitles } from './salutations.ts';
import { STOP } from './stops.ts';
import type { Words } from './words.ts';

const GREETING = new Set([
  'hallo',
  'hi',
  'hey',
  'huhu',
  'moin',
  'servus',
  'liebe',
  'lieber',
  'liebes',
  'liebster',
  'liebste',
  'werte',
  'werter',
  'dear',
  'ciao',
  'grüezi',
  'dere',
  'guten',
  'grüß',
  'salve',
  'hei',
  'hej',
  'hola',
  'geehrte',
  'geehrter',
  'verehrte',
  'verehrter',
  'na',
]);
const BETWEEN = new Set([
  'liebe',
  'lieber',
  'liebes',
  'mein',
  'meine',
  'du',
  'tag',
  'morgen',
  'abend',
  'dich',
  'gott',
  'sehr',
  'und',
  'zusammen',
  ',',
  'werter',
  'werte',
  'auch',
]);
const MAX_GREETING = 6;

/** `Hallo Salvatore,` `liebe Anna, lieber Paul` `hallo karsten,` */
export function greetings(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    if (!GREETING.has(reading.lower[index] as string) || reading.opens[index] === 0) continue;
    let at = index + 1;
    const end = Math.min(reading.words.length, at + MAX_GREETING);
    while (at < end && BETWEEN.has(reading.lower[at] as string) && joined(reading, at)) at++;
    if (at >= end || !joined(reading, at)) continue;
    for (const name of greeted(reading, words, at))
      found.push({
        name,
        rule: 'greeting',
        sure: 3,
        gender: genderBefore(reading, name.from),
        plural: false,
      });
  }
  return found;
}

function greeted(reading: Reading, words: Words, from: number): Name[] {
  const names: Name[] = [];
  let at = from;
  while (names.length < 12) {
    at = behindTitles(reading, at);
    const name = greetedName(reading, words, at);
    if (name === null) break;
    names.push(name);
    at = name.to;
    if (!AND.has(reading.lower[at] ?? '') || !joined(reading, at + 1)) break;
    at++;
    while (BETWEEN.has(reading.lower[at] ?? '') && joined(reading, at)) at++;
  }
  return names;
}

function greetedName(reading: Reading, words: Words, at: number): Name | null {
  const lower = reading.lower[at] ?? '';
  if (STOP.has(lower) || at >= reading.words.length) return null;
  if (reading.shape[at] === SHAPE.lower) {
    const known =
      is(reading, at, GIVEN) &&
      !is(reading, at, COMMON) &&
      lower.length > 2 &&
      closesGreeting(reading, at + 1);
    return known && reading.closed[at] === 0
      ? { from: at, to: at + 1, given: [at, at + 1], surname: [at + 1, at + 1] }
      : null;
  }
  if (isRole(reading, at) && !is(reading, at, GIVEN)) return null;
  const closes = closesGreeting(reading, at + 1) || closesGreeting(reading, at + 2);
  const name = nameAt(reading, words, at, closes ? 'likely' : 'none');
  if (name === null) return null;
  const sole = name.to - name.from === 1;
  if (!sole) return name;
  const flags = reading.flags[at] as number;
  // `Liebe Grüße`, `Hallo Welt`
  if ((flags & COMMON) !== 0 && ((flags & GIVEN) === 0 || !closesGreeting(reading, at + 1))) return null;
  if ((flags & GIVEN) === 0 && !closesGreeting(reading, at + 1)) return null;
  const given = (flags & GIVEN) !== 0 || flags === 0;
  return given ? { ...name, given: [at, at + 1], surname: [at + 1, at + 1] } : name;
}

function closesGreeting(reading: Reading, at: number): boolean {
  if (at >= reading.words.length || !joined(reading, at)) return true;
  return [',', '!', '.', ':', '-', '–', 'und', '/', '&', ';'].includes(reading.lower[at] as string);
}

function genderBefore(reading: Reading, at: number): 'female' | 'male' | null {
  const before = reading.lower[at - 1] ?? '';
  if (before === 'liebe' || before === 'geehrte' || before === 'werte') return 'female';
  if (before === 'lieber' || before === 'geehrter' || before === 'werter') return 'male';
  return genderOfRole(before);
}
