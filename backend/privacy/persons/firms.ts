import type { Found } from './found.ts';
import { COMMON, GIVEN, type Reading, is, joined, mayName } from './reading.ts';
import { nameAt } from './grammar.ts';
import { particlesEnd } from './particles.ts';
import { reversedAt } from './reversed.ts';
import { BRAND, STOP } from './stops.ts';
import { behindTitles } from './salutations.ts';
import { WORD } from '../lexicon/lexicon.ts';
import type { Words } from './words.ts';

/** Kinds of firms that are called by their owner's name: `Bäckerei Klein`, `Kanzlei Dr. Vogel`. */
const FIRM =
  /^(?:firma|fa|bäckerei|metzgerei|fleischerei|schreinerei|tischlerei|zimmerei|gärtnerei|konditorei|brauerei|druckerei|schlosserei|schmiede|spedition|dachdeckerei|malerei|\p{L}{0,12}kanzlei|\p{L}{0,12}praxis|autohaus|bestattungshaus|bestattungen|bestattungsinstitut|pietät|weingut|gasthaus|gasthof|gaststätte|restaurant|hofgut|hof|apotheke|fahrschule|steuerbüro|steuerberatung|ingenieurbüro|architekturbüro|planungsbüro|büro|friseursalon|salon|malerbetrieb|meisterbetrieb|elektro|sanitär|baugeschäft|bauunternehmen|bauunternehmung|reisebüro|taxi|notariat|erbengemeinschaft|nachlass|hausverwaltung|rechtsanwälte|architekten|steuerberater|immobilien|anwesen|grundstück|nachlasssache|nachlaßsache|betreuungssache|familiensache|vorgang|akte|aktenvorgang|fall|sache|rechtssache|angelegenheit)$/u;
/** Firms that hardly bear another name than their owner's. */
const PERSONAL = /(?:kanzlei|praxis|architekturbüro|ingenieurbüro|planungsbüro|steuerbüro|notariat)$/u;
const FORM = new Set([
  'gmbh',
  'kg',
  'ohg',
  'gbr',
  'e',
  'ug',
  'partg',
  'partner',
  'söhne',
  'sohn',
  'co',
  'mbb',
]);
/** Behind these a sole surname of a firm stands for its owner. */
const OWNED = new Set(['gmbh', 'kg', 'ohg', 'gbr', 'ug', 'söhne', 'sohn']);

/** The surname in the name of a firm that a natural person gave it. */
export function firms(reading: Reading, words: Words): Found[] {
  const found: Found[] = [];
  for (let index = 0; index < reading.words.length; index++) {
    const name = behindKind(reading, words, index) ?? beforeForm(reading, words, index);
    if (name === null) continue;
    found.push({ name, rule: 'firm', sure: 2, gender: null, plural: false });
    index = Math.max(index, name.to - 1);
  }
  return found;
}

function behindKind(reading: Reading, words: Words, at: number) {
  if (!mayName(reading, at) || !FIRM.test(reading.lower[at] as string)) return null;
  let start = at + 1;
  if (reading.words[start]?.text === '.') start++;
  if (['„', '"', '»', '“'].includes(reading.words[start]?.text ?? '')) return null;
  start = behindTitles(reading, start);
  if (start >= reading.words.length || !joined(reading, start)) return null;
  if (
    particlesEnd(reading, start) === start &&
    (!mayName(reading, start) || !(owner(reading, start) || ownerAlone(reading, words, start)))
  )
    return null;
  return (
    reversedAt(reading, words, start, true) ??
    nameAt(reading, words, start, 'likely') ?? {
      from: start,
      to: start + 1,
      given: [start, start],
      surname: [start, start + 1],
    }
  );
}

/** `Schmitt GmbH`, `Klein & Söhne`, `Müller GbR` */
function beforeForm(reading: Reading, words: Words, at: number) {
  if (!mayName(reading, at) || !owner(reading, at)) return null;
  if (is(reading, at, COMMON) && !is(reading, at, WORD.surname)) return null;
  const name = nameAt(reading, words, at, 'none');
  if (name === null) return null;
  let next = name.to;
  if (reading.words[next]?.text === '&' || reading.lower[next] === 'und') next++;
  if (next >= reading.words.length || !joined(reading, next)) return null;
  const form = reading.lower[next] as string;
  if (!FORM.has(form)) return null;
  if (form === 'e')
    return reading.words[next + 2]?.text === 'K' || reading.lower[next + 2] === 'k' ? name : null;
  return OWNED.has(form) && !is(reading, at, COMMON & ~WORD.noun) ? name : null;
}

/** `Architekturbüro Wirt,`: a noun alone, where the name of the firm ends. */
function ownerAlone(reading: Reading, words: Words, at: number): boolean {
  const closes =
    at + 1 >= reading.words.length ||
    !joined(reading, at + 1) ||
    /^[,.(|]$/u.test(reading.lower[at + 1] as string);
  return (
    closes &&
    is(reading, at, WORD.noun) &&
    !is(reading, at, WORD.function) &&
    !STOP.has(reading.lower[at] as string) &&
    !words.isCompound(reading.words[at]?.text ?? '') &&
    PERSONAL.test(reading.lower[at - 1] ?? '')
  );
}

function owner(reading: Reading, at: number): boolean {
  const lower = reading.lower[at] as string;
  if (BRAND.has(lower) || STOP.has(lower)) return false;
  return is(reading, at, WORD.surname) || (is(reading, at, GIVEN) && !is(reading, at, COMMON));
}
