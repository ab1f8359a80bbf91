import { WORD } from '../lexicon/lexicon.ts';
import { endsSentence, isPersonCue } from './cues.ts';
import { flagsAt, GAP, isCapital, isTown, kindAt, lowerAt, type Page } from './page.ts';

/** Ends of words that name a body of public life; its address is nobody's. */
const PUBLIC =
  /(?:verwaltung|gemeinde|ministerium|gericht|behörde|landkreis|kreisausschuss|rechtsausschuss|direktion|anstalt|kammer|kasse|werke|agentur|zentrum|zentrale|präsidium|inspektion|rathaus|(?:dienst|beratungs|geschäfts|zulassungs|führerschein|melde|betreuungs|anlauf|kontakt|leit|außen|zweig|fach)stelle|beauftragte[rnm]?|kanzlei|parlament|landtag|bundestag|bundesrat|rechnungshof|archiv|museum|bibliothek|bücherei|schule|gymnasium|hochschule|universität|akademie|kita|kindergarten|kindertagesstätte|klinikum|klinik|krankenhaus|hospital|(?:alten|pflege|senioren|kinder|wohn|jugend)heim|(?:turn|sport|mehrzweck|stadt|fest|markt|gemeinde)halle|bürgerhaus|gemeinschaftshaus|(?:dienst|schul|verwaltungs|amts|gerichts)gebäude|stiftung|verband|zweckverband|(?:renten|unfall|kranken)versicherung|bundesamt|sparkasse|volksbank|bundesbank|deponie|wertstoffhof|feuerwehr|feuerwehrhaus|gerätehaus|polizei|staatsanwaltschaft|notariat|kirche|pfarramt|pfarrei|dekanat|(?:eigen|wirtschafts|abfall|kommunal|landes)betrieb|institut|fraktion|regierung|kreises)(?:e?s)?$/u;
const TERRITORY = /^(?:stadt|kreis|land|\p{L}{0,20}gemeinde|landkreis)$/u;
const AMT = /(?:^|\p{L}{2})(?:amt|amtes|ämter)$/u;
const PUBLIC_WORDS = new Set(
  'jobcenter stadt kreis land bund agentur zoll bundeswehr polizei caritas diakonie aok dak barmer vdk drk awo thw bamf sgd add lbm bafa bfdi dienstgebäude besucheranschrift besucheradresse hausanschrift dienstsitz hausadresse sitzungssaal bürgerbüro sozialamt bauhof ordnungsamt rentenversicherung unfallkasse finanzamt senat bundesanzeiger'.split(
    ' ',
  ),
);
const FIRM = new Set(['gmbh', 'ag', 'kg', 'ohg', 'ug', 'kgaa', 'se', 'eg', 'mbh', 'ggmbh', 'kdör', 'aör']);
/** Words and signs that may stand between a body's name and its address. */
const BETWEEN = new Set(
  'der des die das den dem lautet ist für und u in im am an von vom zu zur zum bei beim a d b i of c/o auf'.split(
    ' ',
  ),
);
const SIGNS = new Set([
  ',',
  ';',
  ':',
  '·',
  '•',
  '|',
  '–',
  '—',
  '-',
  '/',
  '(',
  ')',
  '"',
  '„',
  '“',
  '&',
  '+',
  '.',
  '*',
  '>',
  '»',
  '«',
  '’',
  "'",
]);
/** `Haus Albert Schweitzer`: the person is no one in the letter. */
const NAMED_AFTER = new Set([
  'haus',
  'stift',
  'stiftung',
  'schule',
  'heim',
  'klinik',
  'hospital',
  'gymnasium',
]);
const OTHER = WORD.noun | WORD.adjective | WORD.town | WORD.area | WORD.function;
const REACH = 40;

/**
 * Whether an address belongs to a body: going back from it, the name of one comes before any person, and nothing but
 * names, signs and short words lies between. Where that is open it belongs to a person.
 * @param from index of the first word of the address
 */
export function belongsToBody(page: Page, from: number): boolean {
  let blanks = 0;
  for (let at = from - 1; at >= 0 && at >= from - REACH; at--) {
    if (page.gap[at + 1] === GAP.blank && ++blanks > 1) return false;
    const kind = kindAt(page, at);
    const word = lowerAt(page, at);
    if (kind === 'number') {
      // Another postcode: what stands before belongs to another address.
      if (word.length > 3) return false;
      continue;
    }
    if (kind === 'sign') {
      if (!SIGNS.has(word) || endsSentence(page, at)) return false;
      continue;
    }
    if ((isPersonCue(page, at) || isName(page, at)) && !NAMED_AFTER.has(lowerAt(page, at - 1))) return false;
    if (isPublicBody(page, at)) return true;
    if (isFirm(page, at)) return !namesPerson(page, at);
    if (!isCapital(page, at) && !BETWEEN.has(word)) return false;
  }
  return false;
}

/** A given name that is nothing else, or a surname on a line of its own. */
function isName(page: Page, index: number): boolean {
  if (!isCapital(page, index)) return false;
  const flags = flagsAt(page, index);
  if ((flags & OTHER) !== 0) return false;
  if ((flags & (WORD.givenFemale | WORD.givenMale)) !== 0) return true;
  const alone = page.cell[index] === 1 && page.gap[index + 1] !== GAP.none;
  return alone && (flags & WORD.surname) !== 0;
}

function isPublicBody(page: Page, index: number): boolean {
  const word = lowerAt(page, index);
  // „Stadt: Kusel“ is the label of a form, „in der Gemeinde …“ a place where people live.
  if (lowerAt(page, index + 1) === ':' || lowerAt(page, index + 1) === '|') return false;
  if (
    TERRITORY.test(word) &&
    ['in', 'im', 'aus'].includes(lowerAt(page, lowerAt(page, index - 1) === 'der' ? index - 2 : index - 1))
  )
    return false;
  // „c/o Verwaltung Pick“ keeps somebody's house.
  if (word === 'verwaltung' && lowerAt(page, index - 1) === 'o') return false;
  if (PUBLIC_WORDS.has(word)) return isCapital(page, index);
  return (
    isCapital(page, index) && word.length > 3 && (PUBLIC.test(word) || AMT.test(word)) && !isTown(page, index)
  );
}

function isFirm(page: Page, index: number): boolean {
  const word = lowerAt(page, index);
  if (FIRM.has(word)) return true;
  return word === 'v' && lowerAt(page, index - 1) === '.' && lowerAt(page, index - 2) === 'e';
}

/** Whether the words before a firm's legal form hold a surname: then its address is a person's. */
function namesPerson(page: Page, index: number): boolean {
  for (let at = index - 1; at >= 0 && at >= index - 6 && page.gap[at + 1] === GAP.none; at--) {
    if (kindAt(page, at) === 'sign' && !['.', '&', '-', '+'].includes(lowerAt(page, at))) break;
    if (!isCapital(page, at)) continue;
    const flags = flagsAt(page, at);
    if ((flags & (WORD.surname | WORD.givenFemale | WORD.givenMale)) !== 0 && (flags & WORD.town) === 0)
      return true;
  }
  return false;
}
