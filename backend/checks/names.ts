import type { Block } from '../text/blocks.ts';
import type { Passage } from '../text/law.ts';
import { behindClosing, isClosing, isSalutation } from '../text/letter.ts';
import { personIn } from '../text/person.ts';
import { GIVEN_NAMES } from './given-names.ts';

/** A person's name in a text. */
export interface PersonName extends Passage {
  /**
   * The family name, or the given name where a text has no other, in small letters. Behind a title and a rare given
   * name, either word may be it: "elif|yıldırım".
   */
  key: string;
}

const TITLE =
  /(?<![\p{L}\d])(?:(?:Frau|Herrn?|Hr\.|Fr\.|Familie|Eheleute)(?=\s)|(?:Prof\.|Dr\.)(?=\s?\p{Lu}))/gu;
const DEGREE =
  /^(?:Prof\.|Dr\.|Dipl\.-\p{L}{2,20}\.?|Mag\.|PD|Ing\.|med\.|jur\.|phil\.|rer\.|nat\.|h\.c\.|Professor(?:in)?|Doktor(?:in)?)$/u;
/** An office that stands between the title and the name, or in the place of the name. */
const OFFICE =
  /(?:meister|direktor|präsident|minister|sekretär|anwalt|anwält|vorsitzende|vorstand|leiter|abgeordnete|landrat|landrät|amtmann|amtfrau|inspektor|pfarrer|beauftragte|beigeordnete|dezernent|richter|kolleg|bürger|referent|assessor|nachbar|dekan|rektor|doktor)(?:in|innen|e|en|er|n|s)?$/iu;
const NAME_WORD = /^\p{Lu}[\p{L}'’]{1,30}(?:-\p{Lu}[\p{L}'’]{1,30}){0,3}$/u;
/** "von Werthern", "van der Berg"; "der" alone begins no name ("Herr der Lage"). */
const PARTICLE = /^(?:von|vom|van|de|di|da|el|al)$/u;
const SECOND_PARTICLE = /^(?:der|den|dem|la|und|zu)$/u;
/** Words behind a title, a greeting or a given name that are no names. */
const NO_NAME =
  /^(?:[IVX]{1,5}|Frau|Herrn?|Der|Die|Das|Den|Dem|Ein|Eine|Ihr|Ihre|Ihren|Ich|Wir|Sie|Es|Er|Im|In|Am|Und|Oder|Mit|Von|Zu|Team|Leute|Damen|Herren|Eltern|Kinder|Freunde|Freundin|Freund|Grüße|Gruß|Gruss|Gruesse|Dank|Alle|Zusammen|Straße|Strasse|Str|Platz|Weg|Schule|Allee|Stiftung|Haus|Gymnasium|Kirche|Telefon|Tel|Mail|Anschrift|Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag)$|(?:ung|ungen|heit|keit|schaft|tion|[iI]nnen|hilfe|stelle|kasse|amt|tag|club|straße|strasse|platz|schule)$/u;
const ROAD = /^[\s-](?:Straße|Strasse|Str\.|Platz|Weg|Allee|Ring|Schule|Stiftung|Haus|Gymnasium|Halle)/u;
const MAX_WORDS = 9;

interface Word {
  text: string;
  start: number;
  end: number;
}

/** The next words behind `from`, their punctuation apart; they end at the first sign that no name goes beyond. */
function wordsBehind(text: string, from: number): Word[] {
  const words: Word[] = [];
  const pattern = /\s?([^\s,;:!?()/|\ue000]{1,80})/uy;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match && words.length < MAX_WORDS; match = pattern.exec(text)) {
    const raw = match[1] ?? '';
    const start = match.index + match[0].length - raw.length;
    const plain = raw.replace(/^["„“»«*]+|["“”»«*]+$/gu, '');
    const word = DEGREE.test(plain) ? plain : plain.replace(/[.'’]+$/u, '');
    words.push({ text: word, start, end: start + word.length });
    if (/[.!?]$/u.test(plain) && !DEGREE.test(plain) && !/^\p{Lu}\.$/u.test(plain)) break;
  }
  return words;
}

const isName = (word: Word | undefined): word is Word =>
  word !== undefined && NAME_WORD.test(word.text) && !NO_NAME.test(word.text) && !OFFICE.test(word.text);

/** Where the name goes on behind the particles that stand at `at`. */
function behindParticles(words: Word[], at: number): number {
  let next = at;
  if (PARTICLE.test(words[next]?.text ?? '')) next++;
  while (next > at && next < at + 3 && SECOND_PARTICLE.test(words[next]?.text ?? '')) next++;
  return next;
}

/** The name that begins with the first of these words; of two words in capitals the second only behind a given name. */
function nameAt(words: Word[]): { start: number; end: number; key: string } | null {
  let at = 0;
  while (at < words.length && (DEGREE.test(words[at]?.text ?? '') || OFFICE.test(words[at]?.text ?? '')))
    at++;
  const from = at;
  at = behindParticles(words, at);
  const first = words[at];
  if (!isName(first)) return null;
  let last = first;
  if (at === from && isGiven(first.text)) {
    while (isName(words[at + 1]) && isGiven(words[at + 1]?.text ?? '')) at++;
    const family = words[behindParticles(words, at + 1)];
    last = isName(family) ? family : (words[at] ?? first);
  }
  return { start: words[from]?.start ?? first.start, end: last.end, key: last.text.toLowerCase() };
}

function isGiven(word: string): boolean {
  return (
    GIVEN_NAMES.has(word) || (word.includes('-') && word.split('-').every((part) => GIVEN_NAMES.has(part)))
  );
}

function titled(text: string): PersonName[] {
  const found: PersonName[] = [];
  for (const match of text.matchAll(TITLE)) {
    if (match.index < (found.at(-1)?.end ?? 0)) continue;
    const words = wordsBehind(text, match.index + match[0].length);
    const name = nameAt(words);
    const next = words.find(({ start }) => name && start > name.end);
    const either = name && isName(next) && next.start === name.end + 1 ? `|${next.text.toLowerCase()}` : '';
    if (name)
      found.push({
        text: text.slice(match.index, name.end),
        start: match.index,
        end: name.end,
        key: name.key + either,
      });
  }
  return found;
}

const CAPITAL_PAIR = /(?<![\p{L}\d@.-])\p{Lu}\p{Ll}{1,20}(?:-\p{Lu}\p{Ll}{1,20})?(?=\s\p{L})/gu;

/** "Maria Weber", "Karl-Heinz von der Heide": a frequent given name with what follows it. */
function paired(text: string): PersonName[] {
  const found: PersonName[] = [];
  for (const match of text.matchAll(CAPITAL_PAIR)) {
    if (match.index < (found.at(-1)?.end ?? 0) || !isGiven(match[0])) continue;
    const name = nameAt(wordsBehind(text, match.index));
    if (!name || name.end <= match.index + match[0].length || isGiven(text.slice(match.index, name.end)))
      continue;
    if (ROAD.test(text.slice(name.end, name.end + 12))) continue;
    found.push({ text: text.slice(match.index, name.end), start: match.index, end: name.end, key: name.key });
  }
  return found;
}

const GREETED =
  /^\s*(?:(?:Sehr geehrte|Liebe|Werte)[rs]?|Hallo|Hi|Hey|Moin|Servus|Guten (?:Tag|Morgen|Abend))\s(?=\p{Lu})/u;

/** "Hallo Donato," */
function greeted(text: string): PersonName[] {
  const greeting = isSalutation(text.slice(0, 90)) ? GREETED.exec(text) : null;
  if (!greeting) return [];
  const words = wordsBehind(text, greeting[0].length);
  const last = words.at(-1);
  // Without a sign behind the name, a sentence may go on.
  if (!last || words.length > 2 || !/^\s?(?:[,!:]|$)/u.test(text.slice(last.end))) return [];
  const start = words[0]?.start ?? 0;
  // An office or a company is greeted too.
  if (!words.every(isName) || personIn(text.slice(start, last.end)) === null) return [];
  return [{ text: text.slice(start, last.end), start, end: last.end, key: last.text.toLowerCase() }];
}

/** The name under a letter: the line below the closing, or what stands behind it in the same line. */
function signing(text: string, sure: boolean): PersonName[] {
  const line = isClosing(text) ? behindClosing(text) : text;
  const person = line.length < 80 ? personIn(line) : null;
  const family = person?.family.split(' ').at(-1) ?? '';
  if (!person || NO_NAME.test(family) || OFFICE.test(family) || family.length < 2) return [];
  if (NO_NAME.test(person.given.split(' ')[0] ?? '')) return [];
  if (!sure && !isGiven(person.given.split(' ')[0] ?? '')) return [];
  const start = text.lastIndexOf(family);
  const given = person.given === '' ? -1 : text.indexOf(person.given);
  const from = given >= 0 && given < start ? given : start;
  if (start < 0) return [];
  const end = start + family.length;
  return [{ text: text.slice(from, end), start: from, end, key: family.toLowerCase() }];
}

/**
 * Names of persons in one block: behind Frau, Herr and degrees, in salutation and signature, and behind a frequent
 * given name. Careful rather than complete.
 * @param text the block's words
 * @param place whether it stands right below a closing, where any line of two words is a name
 */
export function namesIn(text: string, block: Block, place: 'below closing' | 'elsewhere'): PersonName[] {
  const found = [...titled(text), ...paired(text), ...greeted(text)];
  if (isClosing(text) || block.signed)
    found.push(...signing(text, isClosing(text) || place === 'below closing'));
  const kept: PersonName[] = [];
  for (const name of found) {
    if (!kept.some((other) => name.start < other.end && other.start < name.end)) kept.push(name);
  }
  return kept;
}
