import { WORD } from './lexicon.ts';
import { SEED_HIGH, SEED_LOW, stepHigh, stepLow, type WordTable } from './table.ts';

/** Shorter words are too often names. */
const MIN_COMPOUND = 8;
/** From this length on a name is less likely than a compound, also with a last part that names have. */
const LONG = 11;
const MIN_PART = 4;
const MAX_PART = 24;

/** From this length on a part that ends as derived nouns do is one. */
const MIN_DERIVED = 6;

/** Endings of folded words, by their last character, so that few are compared. */
type Endings = Map<number, number[][]>;

const codesOf = (words: string) =>
  words
    .trim()
    .split(/\s+/u)
    .map((word) => Array.from(word, (letter) => letter.charCodeAt(0)));

function endingsOf(words: string): Endings {
  return Map.groupBy(codesOf(words), (codes) => codes.at(-1) as number);
}

/** What may stand between the parts, with their lengths. */
const JOINTS = codesOf('s n en es er e');
/** Short words that compounds are made with. */
const SHORT = new Set([
  'akt',
  'amt',
  'art',
  'arm',
  'arzt',
  'bad',
  'bau',
  'bus',
  'ehe',
  'eid',
  'fax',
  'gas',
  'gut',
  'haft',
  'hof',
  'huf',
  'kfz',
  'lkw',
  'pkw',
  'oel',
  'ort',
  'rad',
  'rat',
  'see',
  'tag',
  'tat',
  'tod',
  'tor',
  'uhr',
  'vor',
  'weg',
  'zug',
  'ab',
  'an',
  'auf',
  'aus',
  'bei',
  'ein',
  'mit',
  'neu',
  'um',
  'zu',
  'alt',
  'rot',
  'not',
  'tal',
  'eu',
  'it',
  'fach',
  'erb',
  'teil',
  'voll',
  'grund',
  'zwischen',
  'ueber',
  'unter',
  'nach',
  'gegen',
  'selbst',
  'nicht',
  'eigen',
  'mehr',
  'erst',
  'sozial',
  'ober',
  'land',
  'kreis',
  'wohn',
  'miet',
  'bundes',
  'landes',
  'schul',
  'brief',
  'melde',
  'bezug',
  'lehr',
  'bildungs',
  'sach',
  'sonder',
  'heiz',
  'straf',
  'stimm',
  'end',
  'auto',
  'info',
  'steuer',
  'haupt',
  'neben',
  'vize',
  'ex',
  'mini',
  'mega',
  'sub',
  'anti',
  'tele',
  'mikro',
  'bio',
  'oeko',
]);
/** Endings that only nouns have. */
const OF_NOUNS =
  endingsOf(`ung ungen heit heiten keit keiten schaft schaften tion tionen taet taeten ismus ierung logie
  graphie grafie gesetz gesetzes gesetze verordnung amt amtes amts aemter gericht gerichts gerichts gericht rates raete
  verfahren verfahrens behoerde behoerden gebuehr gebuehren zentrum zentrums buero bueros stelle stellen nummer nummern
  ungs heits keits schafts tions taets dauer bereich bereichs bereiche kosten frist fristen zweck zwecke vorschrift
  vorschriften pflicht pflichten antrag antrags antraege vertrag vertrags vertraege`);
const DERIVED = endingsOf('ung heit keit schaft tion taet ismus');
/** Last parts of family names that are no last parts of other words, or of few. */
const OF_NAMES =
  endingsOf(`bach bacher baum berg berger bauer brunn brunner burg burger dorf dorfer dorn eck ecker felder
  fels furt hauser heim heimer hofer hoff holzer huber kamp leitner mann manns mayer meier meyer mueller schmied schmidt
  schneider stein steiner thal thaler wald hardt busch beck becker baecker bruck auer ringer staedter kirchner hausen
  hagen roth weber weiler ingen ow itz itzki ski sky`);
/** Last parts of family names and of other words alike. */
const OF_BOTH =
  endingsOf(`feld haus herr hof holz horn macher meister stern tal wasser wirt zweig rath reich brand kopf
  bein bart fuss hammer hut bruch see ring stadt kirch kirche kirchen garten land kraut er au`);

/** Endings that only adjectives have, in all their forms. */
const OF_ADJECTIVES = endingsOf(
  [
    'lich',
    'isch',
    'haft',
    'sam',
    'mässig',
    'förmig',
    'bezogen',
    'fähig',
    'pflichtig',
    'würdig',
    'artig',
    'weise',
  ]
    .flatMap((ending) => ['', 'e', 'en', 'er', 'es', 'em'].map((form) => `${ending}${form}`))
    .join(' ')
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue'),
);
const MIN_ADJECTIVE = 11;

/** Whether a word that no list knows is a German adjective by its ending. */
export function isAdjectiveByMake(codes: Uint16Array, length: number): boolean {
  return length >= MIN_ADJECTIVE && endsWithOne(codes, length, OF_ADJECTIVES);
}

/**
 * Whether a word that no list knows is a German noun by its make: it is put together of known words, or ends as only
 * nouns do. Words whose last part is usual in family names (`Kaltenbrunner`) are left alone.
 * @param codes a folded word, @param length its length
 */
export function isNounByMake(codes: Uint16Array, length: number, table: WordTable): boolean {
  if (length < MIN_COMPOUND || length > 64) return false;
  if (endsWithOne(codes, length, OF_NOUNS)) return true;
  if (endsWithOne(codes, length, OF_NAMES)) return false;
  if (length < LONG && endsWithOne(codes, length, OF_BOTH)) return false;
  return isCompound(codes, length, table);
}

/** Places up to which the word is made of known words; the last of them must be a noun. */
function isCompound(codes: Uint16Array, length: number, table: WordTable): boolean {
  const starts = [0];
  const seen = new Set(starts);
  for (let start = starts.pop(); start !== undefined; start = starts.pop()) {
    let low = SEED_LOW;
    let high = SEED_HIGH;
    for (let end = start; end < length && end - start < MAX_PART;) {
      low = stepLow(low, codes[end] as number);
      high = stepHigh(high, codes[end] as number);
      end++;
      if (end - start < 2 || (end < length && length - end < 3)) continue;
      const flags = table.find(low, high);
      if (!isPart(codes, start, end, flags)) continue;
      if (end === length) {
        if (start > 0 && (flags & WORD.noun) !== 0) return true;
        continue;
      }
      for (const next of afterJoints(codes, end))
        if (next < length && !seen.has(next)) {
          seen.add(next);
          starts.push(next);
        }
    }
  }
  return false;
}

function isPart(codes: Uint16Array, start: number, end: number, flags: number): boolean {
  if (end - start >= MIN_PART && (flags & (WORD.noun | WORD.adjective | WORD.verb)) !== 0) return true;
  if (end - start >= MIN_DERIVED && endsWithOne(codes.subarray(start, end), end - start, DERIVED))
    return true;
  return end - start <= 8 && SHORT.has(String.fromCharCode(...codes.subarray(start, end)));
}

function afterJoints(codes: Uint16Array, at: number): number[] {
  const places = [at];
  for (const joint of JOINTS)
    if (joint.every((code, index) => codes[at + index] === code)) places.push(at + joint.length);
  return places;
}

function endsWithOne(codes: Uint16Array, length: number, endings: Endings): boolean {
  const candidates = endings.get(codes[length - 1] as number);
  if (candidates === undefined) return false;
  return candidates.some((ending) => {
    const from = length - ending.length;
    return from > 0 && ending.every((code, index) => codes[from + index] === code);
  });
}
