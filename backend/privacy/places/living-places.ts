import { WORD } from '../lexicon/lexicon.ts';
import { endsSentence } from './cues.ts';
import type { Hit } from './hit.ts';
import { flagsAt, GAP, goesOn, isCapital, isTown, kindAt, lowerAt, type Page } from './page.ts';
import { behindPlace, canBePlace } from './place-names.ts';

const BORN = new Set([
  'geboren',
  'geborene',
  'geborener',
  'geborenen',
  'geb',
  'geburt',
  'gebürtig',
  'stammt',
  'stammend',
  'geburtsdatum',
  'gestorben',
  'verstorben',
]);
/** Words behind which `aus` names where somebody was born. */
const FROM = new Set(['gebürtig', 'stammt', 'stammend']);
const LIVING = new Set(
  `wohnhaft wohnhafte wohnhaften wohnhafter whft wohnh wohnt wohne wohnen wohnte wohnten gewohnt gemeldet gemeldete gemeldeten lebt lebe lebte lebten zog zieht ziehe verzogen umgezogen zugezogen
   weggezogen gezogen wohnsitz hauptwohnsitz nebenwohnsitz hauptwohnung nebenwohnung wohnung ansässig beheimatet umzug`.split(
    /\s+/u,
  ),
);
const GIVEN = WORD.givenFemale | WORD.givenMale;
const BEHIND = new Set(
  'wohnhaft wohnhafte wohnhaften wohnhafter whft wohnh wohnt wohne wohnte wohnende wohnenden wohnender gewohnt gemeldet gemeldete gemeldeten lebt lebe lebende lebenden geboren geborene geborener geborenen gezogen verzogen umgezogen'.split(
    ' ',
  ),
);
/** Nouns and verbs of moving, whose place may stand behind `nach` and `aus`. */
const MOVING = new Set(
  'zog zieht ziehe verzogen umgezogen zugezogen weggezogen gezogen umzug ziehen zogen'.split(' '),
);
const NOUNS = new Set(
  'wohnsitz hauptwohnsitz nebenwohnsitz hauptwohnung nebenwohnung wohnung umzug'.split(' '),
);
/** Labels whose value may stand behind them without a colon. */
const NAMING = new Set(['wohnort', 'geburtsort']);
/** Countries and Länder are no address. */
const WIDE = new Set(
  `deutschland bundesrepublik europa ausland inland rheinland-pfalz saarland hessen bayern sachsen thüringen brandenburg niedersachsen nordrhein-westfalen baden-württemberg
   schleswig-holstein mecklenburg-vorpommern sachsen-anhalt eu pfalz westpfalz landkreis kreis kleinstaaten miete rente`.split(
    /\s+/u,
  ),
);
/** How many words may lie between: a date and a registry office behind `geboren`, little behind `Wohnung`. */
const REACH = { born: 14, verb: 9, noun: 4 } as const;
/** A word that nobody knows counts only this close. */
const CLOSE = 4;

/** Places without a postcode where somebody lives or was born: `wohnhaft in Kusel`, `geb. am 3.4.1980 in Kusel`. */
export function placesOfLiving(page: Page): Hit[] {
  const hits: Hit[] = [];
  for (let index = 0; index < page.words.length; index++) {
    if (kindAt(page, index) !== 'word') continue;
    const word = lowerAt(page, index);
    if (BORN.has(word) || LIVING.has(word)) hits.push(...ahead(page, index));
    else if (NAMING.has(word) && isTown(page, index + 1) && isValue(page, index))
      hits.push(...one(placeFrom(page, index + 1, true)));
    if (BEHIND.has(word)) hits.push(...one(before(page, index)));
  }
  return hits;
}

/** The value of a label stands behind it, or below it where the label has a line of its own. */
function isValue(page: Page, label: number): boolean {
  return goesOn(page, label + 1) || (page.cell[label] === 1 && page.gap[label + 1] === GAP.line);
}

function one(hit: Hit | null): Hit[] {
  return hit === null ? [] : [hit];
}

/** The first `in` with a place behind it, in the same sentence; of a move both places. */
function ahead(page: Page, index: number): Hit[] {
  const word = lowerAt(page, index);
  const born = BORN.has(word);
  const reach = born ? REACH.born : NOUNS.has(word) ? REACH.noun : REACH.verb;
  const hits: Hit[] = [];
  let digits = false;
  for (let at = index + 1; at < index + reach && at < page.words.length; at++) {
    if (page.gap[at] === GAP.blank) break;
    if (endsSentence(page, at) && at > index + 1) break;
    if (born && lowerAt(page, at) === 'und' && kindAt(page, at + 1) === 'word') break;
    if (kindAt(page, at) === 'number') digits = true;
    const place = leads(lowerAt(page, at), word, born)
      ? placeFrom(page, at + 1, at - index <= CLOSE || digits)
      : born && digits && lowerAt(page, at) === ','
        ? birthplace(page, at)
        : null;
    if (place === null || !goesOn(page, at + 1)) continue;
    hits.push(place);
    if (!MOVING.has(word)) break;
  }
  return hits;
}

/** `geb. 12.03.1980, Kusel` */
function birthplace(page: Page, comma: number): Hit | null {
  const named = isTown(page, comma + 1) && (flagsAt(page, comma + 1) & GIVEN) === 0;
  return named && page.gap[comma] === GAP.none ? placeFrom(page, comma + 1, true) : null;
}

/** Whether a place stands behind a small word, after what the cue says. */
function leads(lead: string, cue: string, born: boolean): boolean {
  if (lead === 'in') return true;
  if (lead === 'zu') return born;
  if (lead === 'aus' && FROM.has(cue)) return true;
  return ['nach', 'aus', 'von'].includes(lead) && MOVING.has(cue);
}

/** `in Kusel wohnhaft`, `in Kusel am 3.4.1980 geboren`. */
function before(page: Page, index: number): Hit | null {
  const word = lowerAt(page, index);
  let digits = false;
  for (let at = index - 1; at > index - 9 && at > 0; at--) {
    if (page.gap[at + 1] === GAP.blank || endsSentence(page, at)) return null;
    if (kindAt(page, at) === 'number') digits = true;
    if (!leads(lowerAt(page, at - 1), word, false) || !goesOn(page, at)) continue;
    return index - at <= 3 || digits ? placeFrom(page, at, index - at <= 2) : null;
  }
  return null;
}

/** @param close whether a word that is no known town may be one */
function placeFrom(page: Page, index: number, close: boolean): Hit | null {
  const word = lowerAt(page, index);
  if (WIDE.has(word) || !canBePlace(page, index, 'text', close)) return null;
  const flags = flagsAt(page, index);
  if (!isCapital(page, index) && (!close || (flags & (WORD.noun | WORD.adjective)) !== 0)) return null;
  // A word that is a noun as well (`Lage`, `Essen`) is a town only behind `in`, a name that nobody knows never behind `von`.
  if (lowerAt(page, index - 1) === 'von' && !isTown(page, index)) return null;
  if ((flags & WORD.noun) !== 0 && lowerAt(page, index - 1) !== 'in' && lowerAt(page, index - 1) !== ',')
    return null;
  return {
    kind: 'place',
    from: index,
    to: behindPlace(page, index, 'text'),
    rule: 'place-lived-in',
    weight: 1,
    lived: true,
  };
}
