import type { Place, ShortLine } from './class-text.ts';

/** A form of a marking and what it is called in a reason. */
export interface Marking {
  label: string;
  /** Global, with the borders of its words. */
  pattern: RegExp;
  /** Whether it is one only in capitals: „geheim“ is an everyday word. */
  capitals?: true;
}

/** Letters of a marking may be spaced („V S - N f D“) or have full stops between them. */
const IN_WORD = '[ .\\-]{0,2}';
const BETWEEN_WORDS = '[^\\p{L}\\p{N}]{0,6}';

/** A pattern for words in every way of spacing, with dashes, dots and umlauts written out. */
export function everyWay(...words: string[]): string {
  return words.map(spaced).join(BETWEEN_WORDS);
}

function spaced(word: string): string {
  const letters = [...word].map((letter) =>
    letter === 'ü' ? '(?:ü|ue)' : letter === 'ß' ? '(?:ß|ss)' : letter,
  );
  return letters.join(IN_WORD);
}

/** A marking in any of several ways to write it, as a word of its own. */
export function marking(label: string, ...forms: string[]): Marking {
  return { label, pattern: wordPattern(forms) };
}

/** Several markings; the first that fits is the one. */
export interface Markings {
  each: readonly Marking[];
  /** Finds any of them: most lines hold none. */
  any: RegExp;
}

/** Markings in the order in which they are tried. */
export function markings(...each: Marking[]): Markings {
  return { each, any: new RegExp(each.map(({ pattern }) => pattern.source).join('|'), 'iu') };
}

function wordPattern(forms: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
}

const LABEL =
  /(?:einstufung|eingestuft als|geheimhaltungsgrad|vs-?grad|verschlusssachengrad|kennzeichnung|klassifizierung|klassifikation|schutzklasse|schutzstufe|datenklasse|vertraulichkeit|vertraulichkeitsstufe|sicherheitsstufe)[\s:|-]{0,10}$/iu;
const WORDS = /[\p{L}\p{N}]/u;
const ENDS_APART = /(?:[:|;/()[\]{}·•\t–—]\s{0,8}|\s-{1,3}\s{1,8})$/u;
/** „Bitte kürzen. VS-NfD“ */
const BEHIND_SENTENCE = /\p{L}{3}[.!?]\s{1,8}$/u;
const BEGINS_APART = /^(?:\s{0,8}[:|;/()[\]{}·•\t–—.]|\s{1,8}-{1,3}\s)/u;
const PAGE =
  /^[^\p{L}\p{N}]{0,10}(?:(?:seite|blatt|page|s\.)\s{0,3})?\d{1,4}(?:\s{0,3}(?:von|\/|of)\s{0,3}\d{1,4})?[^\p{L}\p{N}]{0,10}$/iu;
const SAID_OF_IT = /^\s{0,3}(?:bestimmt|eingestuft|gekennzeichnet)[^\p{L}\p{N}]{0,10}$/iu;
/** „Seite 3 von 12“, „Anlage 3“ */
const NUMBERED = /^(?:[\p{L}.]{1,20}\s){0,2}[\p{N}./-]{1,20}(?:\s{0,2}(?:von|\/)\s{0,2}\d{1,4})?\s{1,8}$/u;
/** „nach § 4 SÜG“ */
const BY_LAW = /^\s(?:gem\.|gemäß|nach|im sinne|i\.\s?s\.)\s.{1,40}$/iu;
/** Words of texts that speak about a marking instead of bearing it. */
const ABOUT =
  /(?<!\p{L})(?:merkbl(?:att|ätter)|schulung|unterweisung|umgang|handreichung|anleitung|belehrung|fortbildung|seminar|verpflichtung|ermächtigung|fragen?|richtlinien?|vorgaben?|regelung(?:en)?|dokumenten?|unterlagen|daten|informationen|verarbeitung|freigabe|zulassung|hinweise?|begriff|stufe|was|wie|wann|mit|zu|zum|zur|von|vom|über|für|als|und|oder|bei|unter|nach|in|im|ist|sind|wird|werden|der|die|das|den|dem|des|ein|eine|einer|kein|keine|nicht|ohne)(?!\p{L})/iu;

/** Places that name or frame a text: there a marking may stand beside other words. */
const FRAME: ReadonlySet<Place> = new Set(['margin', 'title', 'subject', 'top', 'bottom', 'attachment-name']);
const NAMES: ReadonlySet<Place> = new Set(['margin', 'title', 'subject', 'attachment-name']);

/**
 * The first of several markings that a line bears, as opposed to speaking about it: it is all of the line, perhaps with
 * a label („Einstufung: …“) or a page number, or at the edges of a text it is parted from other words („VS-NfD – Az. 12“).
 * @returns its label, or null
 */
export function borneBy(line: ShortLine, { each, any }: Markings): string | null {
  if (!any.test(line.text)) return null;
  for (const { label, pattern, capitals } of each) {
    for (const match of line.text.matchAll(pattern)) {
      const left = line.text.slice(0, match.index);
      const right = line.text.slice(match.index + match[0].length);
      const labelled = LABEL.test(left);
      if (capitals && !labelled && match[0] !== match[0].toUpperCase()) continue;
      if (labelled || isAlone(line, left, right) || isParted(line, left, right)) return label;
    }
  }
  return null;
}

function isAlone({ place, item }: ShortLine, left: string, right: string): boolean {
  if (WORDS.test(left) && !isReplyMark(left)) return false;
  if (WORDS.test(right) && !PAGE.test(right) && !SAID_OF_IT.test(right)) return false;
  // In a list inside of a text it is one of several things that are spoken about; points are always typed as a list.
  return !item || FRAME.has(place) || place === 'typed';
}

function isParted({ place }: ShortLine, left: string, right: string): boolean {
  if (!FRAME.has(place)) return false;
  const leftApart =
    !WORDS.test(left) ||
    isReplyMark(left) ||
    ENDS_APART.test(left) ||
    BEHIND_SENTENCE.test(left) ||
    NUMBERED.test(left);
  const rightApart = !WORDS.test(right) || BEGINS_APART.test(right) || PAGE.test(right) || BY_LAW.test(right);
  if (leftApart && rightApart) return !isTopic(left);
  // „Lagebericht VS-NfD“, „VS-NfD Lagebericht“: one side is open, and nothing says that the text is about it.
  if (!NAMES.has(place) || (!leftApart && !rightApart) || /^-\p{L}/u.test(right)) return false;
  return !ABOUT.test(leftApart ? right : left);
}

/** „Merkblatt: VS-NfD“ */
function isTopic(left: string): boolean {
  return /(?:merkblatt|schulung|unterweisung|belehrung|thema|fortbildung|seminar|frage)[^\p{L}\p{N}]{1,8}$/iu.test(
    left,
  );
}

/** „AW:“, „WG: Re:“ */
function isReplyMark(left: string): boolean {
  return /^\s{0,4}(?:\p{L}{2,3}(?:\[\d{1,3}\])?:\s{0,4}){1,6}[^\p{L}\p{N}]{0,10}$/u.test(left);
}
