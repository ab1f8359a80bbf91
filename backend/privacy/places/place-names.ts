import { WORD } from '../lexicon/lexicon.ts';
import {
  endsBefore,
  flagsAt,
  goesOn,
  isCapital,
  isTight,
  isTown,
  kindAt,
  lowerAt,
  type Page,
} from './page.ts';
import { isCalendarWord, isUnit } from './plain-words.ts';
import { suffixOf } from './suffixes.ts';

const BEFORE = new Set(
  `bad sankt st st. markt stadt groß klein gross hohen alt neu ober unter nieder hessisch preußisch schwäbisch bayerisch deutsch königs wendisch burg
   kloster schloss schloß insel nordseebad ostseebad seebad ostseeheilbad flecken hansestadt lutherstadt landeshauptstadt kreisstadt
   la le les san santa saint sainte villa los el`.split(/\s+/u),
);
const NOT_A_PLACE = new Set(
  `telefon tel fax telefax mobil handy e-mail email mail internet web plz ort straße herr herrn frau familie eheleute datum nr az betreff ihr ihre unser
   konto bank iban bic anlage anlagen az. und oder der die das den dem bis mit am im von zu deutschland germany postfach aktenzeichen kassenzeichen
   kundennummer geb geboren eur sachbearbeiter bearbeiter auskunft name vorname seite bitte sehr`.split(
    /\s+/u,
  ),
);
const PREPOSITIONS = new Set([
  'am',
  'an',
  'im',
  'in',
  'ob',
  'vor',
  'bei',
  'b',
  'a',
  'i',
  'unter',
  'auf',
  'o',
  'd',
  'u',
  'v',
  'zu',
  'vorm',
  'beim',
  'unterm',
]);
const ARTICLES = new Set(['der', 'dem', 'den', 'd']);
const PARTS = new Set([
  'ot',
  'ortsteil',
  'stadtteil',
  'stt',
  'ortst',
  'ortsbezirk',
  'weiler',
  'gemeindeteil',
]);
/** Rivers, hills and regions that tell towns of the same name apart. */
const LANDMARK =
  /^(?:main|rhein|rh|mosel|lahn|nahe|glan|saale|oder|neckar|donau|isar|inn|weinstraße|weinstr|wstr|bergstraße|bergstr|pfalz|opf|harz|taunus|potzberg|lauter|alsenz|see|berg|sand|wald|odenwald|schwarzwald|westerwald|hunsrück|eifel|rhön|sauerland|spessart|allgäu|allg|oberbayern|obb|niederbayern|ndb|bodensee|chiemsee|ammersee|starnberg|ruhr|sieg|weser|ems|elbe|havel|spree|aller|leine|fils|rems|tauber|jagst|kocher|enz|nagold|nidda|kinzig|fulda|werra|aisch|pegnitz|altmühl|lech|iller|paar|ilm|elster|mulde|pleiße|neiße|teutoburger|hessen|sachsen|thüringen|bayern|westfalen|holstein|ostsee|nordsee|queich|speyerbach|blies|saar|appel|donnersberg|königstuhl|kaiserstuhl|breisgau|brsg|t|tbb|westf|holst|thür|sachs|meckl|württ|bay|vogtland|erzgebirge|erzgeb|oberpfalz|rheinhessen|vorpommern|mecklenburg)$/u;

/** Whether a word announces a part of a town: `Ortsteil`. */
export function isDistrict(lower: string): boolean {
  return PARTS.has(lower);
}

/** How sure it is that the words belong to an address: by their layout, or only as words of a sentence. */
export type Ground = 'layout' | 'text';

/** Ends of compounds that no list of words holds: „in Haushaltsgemeinschaft lebend“. */
const ABSTRACT =
  /(?:schaft|ung|heit|keit|haus|häusern|haushalt|verhältnissen|ehe|miete|armut|rente|zustand|haft|nähe|familie|wohnheim)(?:en|s)?$/u;

/** Whether a word of a text can be a place, behind a postcode or behind `wohnhaft in`. */
export function canBePlace(page: Page, index: number, ground: Ground, trusted: boolean): boolean {
  const word = lowerAt(page, index);
  if (kindAt(page, index) !== 'word' || word.length < 2 || NOT_A_PLACE.has(word) || isUnit(word))
    return false;
  if (isCalendarWord(word)) return false;
  if (!isCapital(page, index))
    return trusted && isTown(page, index) && (flagsAt(page, index) & (WORD.function | WORD.verb)) === 0;
  if (isTown(page, index) || BEFORE.has(word)) return true;
  const flags = flagsAt(page, index);
  if ((flags & WORD.function) !== 0) return false;
  if (ground === 'layout') return true;
  return (flags & (WORD.noun | WORD.verb)) === 0 && trusted && !ABSTRACT.test(word);
}

/**
 * Reads the name of a place that begins at an index with all that belongs to it: `Neunkirchen am Potzberg`,
 * `Neustadt a. d. Weinstraße`, `Frankfurt (Oder)`, `Kaiserslautern - Erfenbach`, `Lauterecken OT …`.
 * @returns the index of the word behind it
 */
export function behindPlace(page: Page, index: number, ground: Ground): number {
  let end = index + 1;
  let prefix = BEFORE.has(lowerAt(page, index));
  while (prefix && goesOn(page, end) && end < index + 5) {
    if (lowerAt(page, end) === '.') end++;
    else if (lowerAt(page, end) === '-' && isTight(page, end)) end++;
    else if (isCapital(page, end) && !NOT_A_PLACE.has(lowerAt(page, end))) {
      prefix = BEFORE.has(lowerAt(page, end));
      end++;
    } else break;
  }
  for (let part = 0; part < 3; part++) {
    const next = behindAddition(page, end, ground);
    if (next === null) break;
    end = next;
  }
  return end;
}

function behindAddition(page: Page, index: number, ground: Ground): number | null {
  if (!goesOn(page, index)) return null;
  const word = lowerAt(page, index);
  if (word === '(' || word === '/') return behindBracket(page, index, word);
  if (word === '-' || word === '–')
    return isCapital(page, index + 1) && goesOn(page, index + 1) && isTown(page, index + 1)
      ? index + 2
      : null;
  const part = word === ',' ? index + 1 : index;
  if (PARTS.has(lowerAt(page, part)) && goesOn(page, part)) {
    const name = lowerAt(page, part + 1) === '.' ? part + 2 : part + 1;
    return isCapital(page, name) && goesOn(page, name) ? behindPlaceWord(page, name) : null;
  }
  if (PREPOSITIONS.has(word)) return behindLandmark(page, index, ground);
  if (!isCapital(page, index) || NOT_A_PLACE.has(word)) return null;
  // „Ramstein Miesenbach“, „Sarreguemines Cedex“
  const closes = endsBefore(page, index + 1) || [',', ')', ';', '.'].includes(lowerAt(page, index + 1));
  if (word === 'cedex' || LANDMARK.test(word)) return index + 1;
  const flags = flagsAt(page, index);
  return closes && isTown(page, index) && (ground === 'layout' || (flags & (WORD.noun | WORD.surname)) === 0)
    ? index + 1
    : null;
}

function behindPlaceWord(page: Page, index: number): number {
  return lowerAt(page, index + 1) === '-' && isTight(page, index + 1) && isCapital(page, index + 2)
    ? index + 3
    : index + 1;
}

function behindBracket(page: Page, index: number, sign: string): number | null {
  if (sign === '/') {
    const name = LANDMARK.test(lowerAt(page, index + 1)) || isTown(page, index + 1) ? index + 2 : null;
    return name !== null && isCapital(page, index + 1) && goesOn(page, index + 1) ? name : null;
  }
  for (let at = index + 1; at < index + 6 && goesOn(page, at); at++) {
    if (lowerAt(page, at) === ')') {
      const first = lowerAt(page, index + 1);
      const named = PARTS.has(first) || LANDMARK.test(first) || isTown(page, index + 1);
      return at > index + 1 && named ? at + 1 : null;
    }
  }
  return null;
}

/** `am Potzberg`, `an der Weinstraße`, `a. d. Weinstr.`, `i.d.OPf.` */
function behindLandmark(page: Page, index: number, ground: Ground): number | null {
  const short = lowerAt(page, index).length === 1;
  if (short && lowerAt(page, index + 1) !== '.') return null;
  let at = index + 1;
  while (at < index + 6 && goesOn(page, at) && (lowerAt(page, at) === '.' || ARTICLES.has(lowerAt(page, at))))
    at++;
  if (!goesOn(page, at) || !isCapital(page, at)) return null;
  const word = lowerAt(page, at);
  const end =
    lowerAt(page, at + 1) === '.' && word.length < 6 && goesOn(page, at + 1) && !endsBefore(page, at + 2)
      ? at + 2
      : at + 1;
  if (LANDMARK.test(word)) return end;
  if (isCalendarWord(word) || isTown(page, at) || suffixOf(word) === 'strong') return null;
  const flags = flagsAt(page, at);
  if (short || ((flags & WORD.area) !== 0 && lowerAt(page, index) !== 'in')) return end;
  const unknown = (flags & (WORD.noun | WORD.surname | WORD.givenFemale | WORD.givenMale | WORD.verb)) === 0;
  if (ground === 'layout' && endsBefore(page, at + 1)) return end;
  return unknown && lowerAt(page, index) !== 'in' && lowerAt(page, index) !== 'bei' ? end : null;
}
