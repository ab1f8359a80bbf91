import { type ClassText, type Place, type ShortLine, shortLines } from './class-text.ts';
import { borneBy, everyWay, marking, markings } from './set-off.ts';

const IN_FULL = ['nur', 'für', 'den', 'dienstgebrauch'];
const SHORT_BEHIND = `(?:[^\\p{L}\\p{N}]{1,4}${everyWay('vs', 'nfd')})?`;
/**
 * The grades of § 4 SÜG in the ways that people write them. „Nur für den Dienstgebrauch“ counts also without „VS“, the
 * bare words GEHEIM and STRENG GEHEIM in capitals only.
 */
const GRADES = markings(
  { ...marking('STRENG GEHEIM', everyWay('streng', 'geheim')), capitals: true },
  marking('VS-VERTRAULICH', everyWay('vs', 'vertraulich')),
  marking('VS – Nur für den Dienstgebrauch', `${everyWay('vs', ...IN_FULL)}${SHORT_BEHIND}`),
  marking('Nur für den Dienstgebrauch', `${everyWay(...IN_FULL)}${SHORT_BEHIND}`),
  marking('VS-NfD', everyWay('vs', 'nfd')),
  marking('GEHEIM', everyWay('vs', 'geheim')),
  { ...marking('GEHEIM', everyWay('geheim')), capitals: true },
  marking('Verschlusssache', everyWay('verschlußsache')),
);

const PLACES: Record<Place, string> = {
  margin: 'in der Kopf- oder Fußzeile',
  title: 'im Titel',
  subject: 'im Betreff',
  top: 'am Anfang des Textes',
  bottom: 'am Ende des Textes',
  inside: 'in einer eigenen Zeile',
  thread: 'in einer früheren Nachricht',
  'attachment-name': 'im Namen einer Anlage',
  attachment: 'in einer Anlage',
  typed: 'in Ihrer Eingabe',
  earlier: 'in einer früheren Antwort',
};

const WITHIN: ReadonlySet<Place> = new Set(['inside', 'thread', 'attachment', 'typed', 'earlier']);
/** So many different grades that stand below each other are spoken about. */
const LISTED = 3;
const MAX_REASONS = 4;
const SUBJECT = /^(?:Betreff|Betr\.|Subject)\s?:\s{0,4}/iu;
/** Two halves of a marking in two lines of a narrow header. */
const FIRST_HALF =
  /^[^\p{L}\p{N}]{0,10}(?:v\s?s|(?:v\s?s[^\p{L}\p{N}]{0,6})?nur(?:\s{1,3}für(?:\s{1,3}den)?)?|streng)[^\p{L}\p{N}]{0,10}$/iu;
const SAID =
  /(?<!\p{L})(?:vs[^\p{L}\p{N}]{0,4}(?:nfd|vertraulich|geheim)|nur für den dienstgebrauch|verschlu(?:ss|ß)sache|streng geheim|geheim)(?!\p{L})/gu;
const THIS =
  /(?<!\p{L})(?:dies(?:e|er|es|em)|(?:an|bei)liegende[rsmn]?|beigefügte[rsmn]?|vorliegende[rsmn]?|(?:das|die|der) (?:dokument|schreiben|anlage|unterlage|nachricht|bericht|vorlage|vermerk|e-mail|mail|anhang))(?!\p{L})/u;
const CLASSED =
  /^[^\p{L}\p{N}]{0,6}(?:\p{L}{1,12} ){0,2}(?:eingestuft|gekennzeichnet|klassifiziert|zu behandeln)(?!\p{L})/u;
const MAX_SENTENCE = 120;
const SUPPOSED = /(?<!\p{L})(?:wenn|falls|sofern|ob|nicht|kein|keine)(?!\p{L})/u;

/**
 * Why a text is VS – Nur für den Dienstgebrauch or more: the markings that it bears, with their places. Empty where it
 * bears none; a text that only speaks about such markings bears none.
 * @param lowered all texts in small letters, for the sentence that says it of the text itself
 */
export function restrictions(text: ClassText, lowered: readonly string[]): string[] {
  const framed = new Set<string>();
  const within = new Map<Place, Set<string>>();
  let before: ShortLine | null = null;
  for (const line of shortLines(text)) {
    const isWithin = WITHIN.has(line.place);
    // One is enough; what stands in the frame of the text is the better reason.
    if (framed.size === MAX_REASONS || (isWithin && framed.size > 0)) continue;
    const label = labelOf(line) ?? brokenLabel(before, line);
    before = line;
    if (label === null) continue;
    const reason = `Kennzeichnung „${label}“ ${PLACES[line.place]}`;
    if (isWithin) within.set(line.place, (within.get(line.place) ?? new Set()).add(reason));
    else framed.add(reason);
  }
  const borne = [...within.values()].flatMap((reasons) => (reasons.size < LISTED ? [...reasons] : []));
  if (framed.size + borne.length > 0) return [...framed, ...borne];
  return lowered.some(saysItOfItself) ? ['Der Text nennt sich Verschlusssache'] : [];
}

function labelOf(line: ShortLine): string | null {
  const subject = SUBJECT.exec(line.text);
  if (!subject) return borneBy(line, GRADES);
  return borneBy({ place: 'subject', text: line.text.slice(subject[0].length), item: false }, GRADES);
}

function brokenLabel(before: ShortLine | null, line: ShortLine): string | null {
  if (before === null || !FIRST_HALF.test(before.text)) return null;
  return borneBy({ ...before, text: `${before.text} ${line.text}` }, GRADES);
}

/** „Dieses Schreiben ist als VS-NfD eingestuft.“ */
function saysItOfItself(lowered: string): boolean {
  for (const match of lowered.matchAll(SAID)) {
    const end = match.index + match[0].length;
    if (!CLASSED.test(lowered.slice(end, end + 60))) continue;
    const left = lowered.slice(Math.max(0, match.index - MAX_SENTENCE), match.index);
    const sentence = left.slice(Math.max(...['.', '!', '?', '\n'].map((sign) => left.lastIndexOf(sign))) + 1);
    if (THIS.test(sentence) && !SUPPOSED.test(sentence)) return true;
  }
  return false;
}
