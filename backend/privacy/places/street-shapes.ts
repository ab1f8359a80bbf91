import { WORD } from '../lexicon/lexicon.ts';
import { houseNumberAt } from './house-number.ts';
import { flagsAt, goesOn, isCapital, isTight, kindAt, lowerAt, type Page } from './page.ts';
import { isMonth, isNumberedThing } from './plain-words.ts';
import { isWeakWord, suffixOf } from './suffixes.ts';

/** Words that look like the name of a street; indices of words, the end not included. */
export interface StreetShape {
  from: number;
  /** Behind the name. */
  to: number;
  /** Behind the house number; null where none stands there. */
  numbered: number | null;
  /** A word that can be nothing else, one that can, or a phrase such as `Am Alten Markt`. */
  form: 'strong' | 'weak' | 'phrase';
}

const ADJECTIVE =
  /^(?:alt|neu|ober|unter|groß|gross|klein|lang|kurz|hinter|vorder|mittler|mittel|äußer|inner|hoh|breit|erst|zweit|dritt|viert|rot|grün|weiß|schwarz|krumm|tief|steil|schmal|grad|gerad|eng|schön|deutsch|nördlich|südlich|östlich|westlich)e?(?:[rnms]|re[rnms]?)?e?[rnms]?$/u;
const NOT_A_NAME = new Set(
  `der die das den dem des ein eine einer einem einen diese dieser diesem diesen jede jeder jedem jene jener welche welcher ihre ihrer ihrem unsere unserer
   meine meiner seine seiner deren dessen in an auf am im zum zur vom von und oder sowie bei beim aus nach für durch über unter ab bis gegen ohne mit als wie
   straße strasse str anschrift adresse wohnhaft herr herrn frau familie eheleute siehe betr betreff ort plz kein keine keiner öffentliche öffentlicher öffentlichen gemeinde stadt
   ortsgemeinde verbandsgemeinde haus- hausnummer abschnitt vollsperrung sanierung ausbau sperrung erneuerung bereich ecke`.split(
    /\s+/u,
  ),
);
const TITLES = new Set(
  'kaiser könig königin graf gräfin fürst prinz prinzessin herzog bischof papst pfarrer pfr dr prof professor bürgermeister general sankt st bad doktor freiherr kardinal pater'.split(
    ' ',
  ),
);
const NAMEABLE = WORD.givenFemale | WORD.givenMale | WORD.surname;
const OF = new Set(['des', 'der']);
const SHORT_FORMS = new Set(['straße', 'platz', 'allee', 'weg', 'promenade', 'ring', 'strasse', 'str']);
const MAX_LEFT = 4;

/** The name of a street whose last word stands at an index (`Trierer Straße`, `Dr.-Carl-Benz-Platz`); null where none does. */
export function namedStreetAt(page: Page, index: number): StreetShape | null {
  if (kindAt(page, index) !== 'word') return null;
  const lower = lowerAt(page, index);
  const suffix = suffixOf(lower);
  if (suffix === null) return isWeakWord(lower) ? adjectiveName(page, index) : null;
  const text = page.words[index]?.text ?? '';
  // „3 StR 417/15“, „DStR 2012, 5“: a court and a journal.
  if (lower.endsWith('str') && text.endsWith('StR')) return null;
  const dotted = lower.endsWith('str') && lowerAt(page, index + 1) === '.' && goesOn(page, index + 1);
  const to = dotted ? index + 2 : index + 1;
  if (suffix !== 'bare') {
    const tight = tightStart(page, index);
    const from = tight === index ? adjectiveStart(page, index) : tight;
    const small = !isCapital(page, from);
    if (
      small &&
      (suffix === 'weak' || tight !== from || !/(?:straße|strasse|str|gasse|allee|platz|weg)$/u.test(lower))
    )
      return null;
    return { from, to, numbered: numberBehind(page, to), form: suffix };
  }
  const tight = tightStart(page, index);
  if (tight < index && isCapital(page, tight))
    return { from: tight, to, numbered: numberBehind(page, to), form: 'strong' };
  const behind = SHORT_FORMS.has(lower) && isCapital(page, index) ? behindOf(page, to) : null;
  if (behind !== null)
    return { from: index, to: behind, numbered: numberBehind(page, behind), form: 'phrase' };
  const from = nameStart(page, index);
  if (from === index) return null;
  const numbered = numberBehind(page, to);
  // Over a line end only the number shows that „Trierer“ and „Straße“ belong together.
  if (!goesOn(page, index) && numbered === null) return null;
  return { from, to, numbered, form: lower === 'markt' ? 'weak' : 'strong' };
}

/** `Neue Anlage 12`, `Untere Mühle 3` */
function adjectiveName(page: Page, index: number): StreetShape | null {
  if (!goesOn(page, index) || !isCapital(page, index) || !isCapital(page, index - 1)) return null;
  if (!ADJECTIVE.test(lowerAt(page, index - 1))) return null;
  return { from: index - 1, to: index + 1, numbered: numberBehind(page, index + 1), form: 'weak' };
}

/** A number stands behind the name, on the same line or at the start of the next one; perhaps after a comma before `Nr.`. */
function numberBehind(page: Page, index: number): number | null {
  const sign = lowerAt(page, index);
  const at = (sign === ',' || sign === '(') && kindAt(page, index + 1) === 'word' ? index + 1 : index;
  if (goesOn(page, at)) {
    const end = houseNumberAt(page, at);
    return end !== null && sign === '(' && at > index && lowerAt(page, end) === ')' ? end + 1 : end;
  }
  // The next line of a text that is broken at a width, not the number of a list.
  if (at !== index || page.gap[at] !== 1 || lowerAt(page, at + 1) === '.' || lowerAt(page, at + 1) === ')')
    return null;
  return lowerAt(page, at).length < 4 ? houseNumberAt(page, at) : null;
}

/** Where a word begins that the tokens cut at its full stops: `Dr.-Carl-Benz-Platz`, `St.-Martin-Str.`. */
function tightStart(page: Page, index: number): number {
  let from = index;
  for (let step = 0; step < 8 && isTight(page, from); step++) {
    const before = lowerAt(page, from - 1);
    if (before !== '-' && before !== '.' && kindAt(page, from - 1) !== 'word') break;
    if (before === '.' && kindAt(page, from - 2) !== 'word' && kindAt(page, from - 2) !== 'number') break;
    from--;
  }
  while (from < index && kindAt(page, from) !== 'word' && kindAt(page, from) !== 'number') from++;
  // A number may stand inside (`Straße-des-17.-Juni`), not before.
  return kindAt(page, from) === 'number' ? index : from;
}

function adjectiveStart(page: Page, index: number): number {
  if (!goesOn(page, index) || !isCapital(page, index - 1)) return index;
  const before = lowerAt(page, index - 1);
  if (ADJECTIVE.test(before)) return index - 1;
  return /er$/u.test(before) &&
    before.length > 4 &&
    /^(?:land|heer|post|berg|höhen|wald|kirch)/u.test(lowerAt(page, index)) &&
    (flagsAt(page, index - 1) & (WORD.surname | WORD.givenMale)) === 0
    ? index - 1
    : index;
}

/** Where the names before a bare `Straße` begin: `Berliner`, `Bad Dürkheimer`, `Lange`, `Kaiser Wilhelm`. */
function nameStart(page: Page, index: number): number {
  if (!goesOn(page, index) && page.gap[index] !== 1) return index;
  const last = lowerAt(page, index - 1);
  if (!isName(page, index - 1)) return index;
  if (!goesOn(page, index) && !/er$/u.test(last)) return index;
  let from = tightStart(page, index - 1);
  if (/(?:er|sche)$/u.test(last) || ADJECTIVE.test(last)) {
    while (from > 0 && goesOn(page, from)) {
      const before = lowerAt(page, from - 1);
      if (before === '.' && TITLES.has(lowerAt(page, from - 2)) && goesOn(page, from - 1)) from -= 2;
      else if (TITLES.has(before) || (ADJECTIVE.test(before) && isCapital(page, from - 1))) from--;
      else break;
    }
    return from;
  }
  for (let step = 1; step < MAX_LEFT && goesOn(page, from); step++) {
    const before = lowerAt(page, from - 1);
    if (before === '.' && TITLES.has(lowerAt(page, from - 2)) && goesOn(page, from - 1)) from -= 2;
    else if (TITLES.has(before) || (isName(page, from - 1) && (flagsAt(page, from - 1) & NAMEABLE) !== 0))
      from--;
    else break;
  }
  // „Vettel Platz 1“ is a rank: one name alone stands with a hyphen there.
  const rank = ['platz', 'ring', 'weg', 'markt', 'steig'].includes(lowerAt(page, index));
  return rank && from === index - 1 ? index : from;
}

function isName(page: Page, index: number): boolean {
  if (!isCapital(page, index) || NOT_A_NAME.has(lowerAt(page, index))) return false;
  if (ADJECTIVE.test(lowerAt(page, index)) || /er$/u.test(lowerAt(page, index))) return true;
  const flags = flagsAt(page, index);
  if ((flags & WORD.function) !== 0) return false;
  return flags === 0 || (flags & NAMEABLE) !== 0;
}

/** Behind `des 17. Juni`, `der Deutschen Einheit`, `der Republik` after a word for a street; null where nothing of it stands. */
function behindOf(page: Page, index: number): number | null {
  if (!goesOn(page, index) || !OF.has(lowerAt(page, index))) return null;
  const at = index + 1;
  if (kindAt(page, at) === 'number' && goesOn(page, at)) {
    const month = lowerAt(page, at + 1) === '.' ? at + 2 : at + 1;
    return isMonth(lowerAt(page, month)) ? month + 1 : null;
  }
  let end = at;
  while (end < at + 3 && goesOn(page, end) && isCapital(page, end) && !isNumberedThing(lowerAt(page, end)))
    end++;
  return end === at ? null : end;
}

const CONTRACTED = new Set('am im zum zur beim hinterm unterm vorm ob'.split(' '));
const WITH_ARTICLE = new Set('an in auf unter hinter vor bei über neben zwischen ob'.split(' '));
const ARTICLES = new Set(['der', 'den', 'dem', 'die', 'das']);

/** Whether a word can begin the name of a street as `Am` in `Am Alten Markt` does. */
export function isLeadingPreposition(lower: string): boolean {
  return CONTRACTED.has(lower) || WITH_ARTICLE.has(lower);
}

/**
 * A street that begins with a preposition (`Am Alten Markt 7`, `An der Lauter 3`, `Unter den Linden 5`).
 * @param small whether its words may have small letters, where the text says that it is an address
 */
export function phraseStreetAt(page: Page, index: number, small: boolean): StreetShape | null {
  const lead = lowerAt(page, index);
  let at = index + 1;
  if (goesOn(page, at) && ARTICLES.has(lowerAt(page, at)) && WITH_ARTICLE.has(lead)) at++;
  else if (!CONTRACTED.has(lead) && !(WITH_ARTICLE.has(lead) && ['st', 'sankt'].includes(lowerAt(page, at))))
    return null;
  const first = at;
  while (at < first + 4 && goesOn(page, at)) {
    if (kindAt(page, at) !== 'word') {
      // „Am Dr.-Müller-Weg“, „Am St. Peter“
      if (!['.', '-'].includes(lowerAt(page, at)) || !(isTight(page, at) || at > first)) break;
      if (lowerAt(page, at) === '.' && lowerAt(page, at - 1).length > 5) break;
    } else if (!small && !isCapital(page, at)) break;
    at++;
  }
  // „An der B 420 Nr. 11“
  const road = ['b', 'l', 'k'].includes(lowerAt(page, at - 1)) && kindAt(page, at) === 'number';
  if (road && lowerAt(page, at + 1) === 'nr')
    return { from: index, to: at + 1, numbered: houseNumberAt(page, at + 1), form: 'phrase' };
  while (at > first && kindAt(page, at - 1) !== 'word' && !lowerAt(page, at - 2).endsWith('str')) at--;
  if (at === first) return null;
  const last = lowerAt(page, at - 1);
  if (isNumberedThing(last) || isNumberedThing(lowerAt(page, first))) return null;
  return { from: index, to: at, numbered: goesOn(page, at) ? houseNumberAt(page, at) : null, form: 'phrase' };
}
