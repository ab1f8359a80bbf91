import { type Lexicon, WORD } from '../lexicon/lexicon.ts';
import { isRoleWord } from './roles.ts';

/** The lexicon as the rules ask it: capitals, compounds with a hyphen and inflected names looked through. */
export interface Words {
  /** @returns the sum of `WORD` values */
  flags(word: string): number;
  /** The same without looking through inflection. */
  own(word: string): number;
  /** Whether a word in small letters is an office, a relation or a part in a proceeding. */
  isRole(lower: string): boolean;
  /** Whether it is no word of its own, but the genitive of a name (`Antoninos`). */
  isInflected(word: string): boolean;
  /** Whether a word that the lexicon does not know is most likely a compound of common nouns (`Widerspruchsbescheid`). */
  isCompound(word: string): boolean;
}

const NAMES = WORD.givenFemale | WORD.givenMale | WORD.surname;
const PLACES = WORD.town | WORD.area;
const COMMON = WORD.noun | WORD.adjective | WORD.verb;
const UPPER = /^\p{Lu}{2,}$/u;
/** Endings of nouns that no surname has. */
const NOUN_END =
  /(?:ungs?|ungen|virus|viren|maßnahmen|stag|sttag|destag|heit|heiten|keit|keiten|schaft|schaften|ismus|tion|tionen|tät|täten|nisse|ieren|lichen|ischen|innen|logie|grafie|graphie|ologe|iker|ologen|isten|gesetz|gesetzes|verordnung|verfahren|antrag|bescheid|amtes|straße|strasse|schule|jahr|kosten|gruppe|dienst|zentrum|club|verein|verband|partei|minister|liga|team|programm|system|projekt|album|serie)$/u;
const MIN_COMPOUND = 6;
/** No name is longer, whatever a hostile text holds. */
const MAX_WORD = 80;

/** Looks words up once per request. */
export function wordsOf(lexicon: Lexicon): Words {
  const known = new Map<string, number>();
  const compounds = new Map<string, boolean>();
  const roles = new Map<string, boolean>();
  const plain = (word: string) => lexicon.flags(UPPER.test(word) ? titled(word) : word);

  function look(word: string): number {
    if (word.length > MAX_WORD) return 0;
    const parts = word.split('-');
    const whole = plain(word);
    if (whole !== 0) return whole;
    if (parts.length > 1) return ofParts(parts);
    return ofStem(word);
  }

  /** `Merkels` is known by `Merkel`, where that is a name and nothing else. */
  function ofStem(word: string): number {
    const ending = /(?:['’]?[sS]|['’])$/u.exec(word);
    if (ending === null || word.length - ending[0].length < 3) return 0;
    const stem = plain(word.slice(0, ending.index));
    // `Portugals` is a place as `Portugal` is.
    if ((stem & PLACES) !== 0) return stem & (PLACES | NAMES);
    return (stem & ~NAMES) === 0 ? stem : 0;
  }

  /** `Lena-Sophie` is a given name, `Müller-Nagy` a surname, `Klein-Transporter` a noun. */
  function ofParts(parts: readonly string[]): number {
    const flags = parts.map((part) => plain(part));
    if (parts.some((part) => !/^\p{Lu}/u.test(part)))
      return (flags.at(-1) ?? 0) & COMMON || ((flags.at(-1) ?? 0) === 0 ? 0 : WORD.noun);
    // `Kusel-Altenglan`
    if (flags.every((flag) => (flag & PLACES) !== 0)) return WORD.town;
    const given = flags.reduce((all, flag) => all & flag, WORD.givenFemale | WORD.givenMale);
    if (given !== 0) return given;
    if (flags.every((flag) => (flag & (WORD.givenFemale | WORD.givenMale)) !== 0))
      return flags.at(-1) as number & 3;
    if (flags.every((flag) => (flag & NAMES) !== 0)) return WORD.surname;
    const last = flags.at(-1) ?? 0;
    if ((last & NAMES) === 0 && (last & COMMON) !== 0) return WORD.noun;
    if (flags.some((flag) => (flag & WORD.function) !== 0)) return WORD.noun;
    return 0;
  }

  function compound(word: string): boolean {
    return (
      word.length >= MIN_COMPOUND && word.length <= MAX_WORD && !word.includes('-') && NOUN_END.test(word)
    );
  }

  return {
    flags: (word) => remembered(known, word, look),
    own: plain,
    isRole: (lower) => remembered(roles, lower, isRoleWord),
    isInflected: (word) => /[sS’']$/u.test(word) && plain(word) === 0 && look(word) !== 0,
    isCompound: (word) => remembered(compounds, word, compound),
  };
}

function remembered<T>(store: Map<string, T>, key: string, make: (key: string) => T): T {
  let value = store.get(key);
  if (value === undefined) {
    value = make(key);
    store.set(key, value);
  }
  return value;
}

/** `MÜLLER` → `Müller`, `LENA-SOPHIE` → `Lena-Sophie` */
export function titled(word: string): string {
  return word
    .split('-')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1).toLowerCase())
    .join('-');
}
