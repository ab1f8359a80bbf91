import { WORD } from '../lexicon/lexicon.ts';
import { flagsAt, GAP, goesOn, isCapital, isTight, kindAt, lowerAt, type Page } from './page.ts';
import { suffixOf } from './suffixes.ts';

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

/** Words that say that somebody lives at what follows. */
const LIVES = set(
  `wohnhaft wohnhafte wohnhaften wohnhafter whft wohnh wohnt wohne wohnen wohnst wohnte wohnten gewohnt wohnend lebt lebe lebte lebten leben gemeldet gemeldete gemeldeten verzogen umgezogen
   zugezogen zieht ziehe zog zogen ziehen umgemeldet wohnanschrift meldeanschrift meldeadresse wohnadresse wohnsitz hauptwohnung nebenwohnung wohnung
   hauptwohnsitz zweitwohnsitz nebenwohnsitz erstwohnsitz privatanschrift privatadresse elternhaus wohnort`,
);
/** Words that announce an address, which may be a body's. */
const ADDRESS = set('anschrift adresse umzug einzug auszug zuzug angemeldet abgemeldet');
/** Words for what lies at an address without saying whose it is. */
const OBJECT = set(
  'objekt anwesen grundstück hausgrundstück mietobjekt wohnhaus wohngebäude verbrauchsstelle abnahmestelle lieferstelle bauort einsatzort tatort unfallort lage belegen gelegen baugrundstück',
);
const LIVES_BEHIND = set(
  'wohnhaft wohnhafte wohnhaften wohnhafter wohnt wohne wohnen wohnte wohnten wohnend wohnende wohnenden wohnender gewohnt gemeldet gemeldete gemeldeten lebt lebe lebte lebende lebenden gezogen umgezogen eingezogen ausgezogen gezogen zog zieht',
);
const PERSON = set(
  'herr herrn frau fr hr familie fam eheleute ehepaar dr fräulein geschwister erbengemeinschaft mandant mandantin antragsteller antragstellerin kläger klägerin eigentümer eigentümerin mieter mieterin vermieter vermieterin vorname nachname familienname geburtsdatum geboren geb halter halterin betroffener betroffene schuldner schuldnerin steuerpflichtiger kindesmutter kindesvater zeuge zeugin c/o',
);
const GIVEN = WORD.givenFemale | WORD.givenMale;
const PLACE = WORD.town | WORD.area;
const REACH = 14;

/** Whether a sentence ends with the word at an index. */
export function endsSentence(page: Page, index: number): boolean {
  const sign = lowerAt(page, index);
  if (sign === '!' || sign === '?') return true;
  if (sign !== '.' || kindAt(page, index - 1) === 'sign') return false;
  if (page.gap[index + 1] === GAP.blank) return true;
  const before = lowerAt(page, index - 1);
  if (LIVES.has(before)) return false;
  if (kindAt(page, index - 1) === 'number') return false;
  return before.length > 4 && !before.endsWith('str') && isCapital(page, index + 1);
}

/** That somebody lives at an address, that it is one, or that something lies there. */
export type Living = 'lives' | 'address' | 'object';

/** What the sentence says before or closely behind a stretch; null where it says nothing of the kind. */
export function livingAround(page: Page, from: number, to: number): Living | null {
  let living: Living | null = null;
  for (let at = from - 1; at >= 0 && at >= from - REACH; at--) {
    if (page.gap[at + 1] === GAP.blank || endsSentence(page, at)) break;
    if (LIVES.has(lowerAt(page, at))) return 'lives';
    if (ADDRESS.has(lowerAt(page, at))) living = 'address';
    else if (OBJECT.has(lowerAt(page, at))) living ??= 'object';
  }
  for (let at = to; at < to + 6 && at < page.words.length; at++) {
    if (page.gap[at] === GAP.blank || endsSentence(page, at - 1)) break;
    if (LIVES_BEHIND.has(lowerAt(page, at))) return 'lives';
  }
  return living;
}

/** Whether a word names a person or says that one is named. */
export function isPersonCue(page: Page, index: number): boolean {
  if (PERSON.has(lowerAt(page, index))) return true;
  if (!isCapital(page, index)) return false;
  const flags = flagsAt(page, index);
  const next = index + 1;
  if ((flags & GIVEN) === 0 || !goesOn(page, next) || !isCapital(page, next)) return false;
  const behind = flagsAt(page, next);
  // „Peter“ and „Sebastian“ are villages as well: there only a surname behind tells.
  if ((flags & PLACE) !== 0) return (behind & WORD.surname) !== 0 && (behind & PLACE) === 0;
  return (
    suffixOf(lowerAt(page, next)) !== 'bare' &&
    (behind & (WORD.noun | WORD.town | WORD.surname)) !== WORD.noun
  );
}

/** Whether a person is named directly before an index: `Frau Erna Klein, Lindenhof 3`. */
export function followsPerson(page: Page, index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 8; at--) {
    if (page.gap[at + 1] === GAP.blank) return false;
    if (isPersonCue(page, at)) return true;
    const sign = kindAt(page, at) === 'sign';
    if (sign ? !/^[,.|;·(–-]$/u.test(lowerAt(page, at)) : !isCapital(page, at)) return false;
    if (sign && lowerAt(page, at) === '.' && !isTight(page, at + 1) && endsSentence(page, at)) return false;
  }
  return false;
}

/** Whether a word announces where somebody lives. */
export function isLivingWord(lower: string): boolean {
  return LIVES.has(lower) || ADDRESS.has(lower) || OBJECT.has(lower);
}
