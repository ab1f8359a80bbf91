/** What ends with a full stop without ending the sentence; letters alone ("z. B.") are recognised by their length. */
const ABBREVIATIONS = new Set(
  `abs abschn abt allg anl anm art aufl ausg az bd bearb begr beigef bes betr bez bgm bl buchst bzgl bzw ca chr cf dat
   dgl dipl dir dr dt ebd einschl entspr erg ev evtl exkl fa fam ff fn fr freundl gegr gem gesch ges gez ggf grds hd hdb
   hg hl hptst hr hrn hrsg ing inkl insb insbes jan feb febr apr aug sept okt nov dez jg jh jhd kap kath kfm lfd lit lt
   mag max med mind mio mrd mtl nat nr nrn obb orig phil pos prof pol prot qm rd ref rel resp rn rspr s sen siehe sog
   spez st std stellv str tab tel tsd unterabs urspr usf vers vgl vorl vors wg ziff zit zzgl zt`
    .split(/\s+/u)
    .filter(Boolean),
);
/** These may well be the last word of a sentence. */
const CLOSING_ABBREVIATIONS = new Set(['usw', 'etc', 'ff', 'f']);
/** Words that begin a sentence rather than follow an ordinal number or an abbreviation. */
const OPENERS =
  /^(?:Der|Die|Das|Den|Dem|Des|Ein|Eine|Einen|Einem|Es|Sie|Er|Wir|Ich|Ihr|Ihre|Diese[rsmn]?|Dies|Dabei|Dazu|Dafür|Danach|Hier|Hierzu|Bei|Bitte|Wenn|Im|In|Am|An|Auf|Für|Mit|Nach|Von|Zu|Zum|Zur|Als|Auch|Aus|Da|Durch|So|Über|Um|Unter|Vor|Wer|Wie|Was|Wo)\b/u;
/** What may stand before a number with a full stop that is an ordinal: "im 1. Jahr", "der 3. Änderung". */
const BEFORE_ORDINAL =
  /(?:^|\s)(?:am|im|der|die|das|den|dem|des|vom|zum|zur|bis|ab|seit|ein|eine|einen|einem|einer|jede[rmns]?|und|oder|Nr\.)\s+\d{1,3}\.$/iu;
const MONTH = /^(?:Jan|Feb|März|Apr|Mai|Juni|Juli|Aug|Sep|Okt|Nov|Dez)/u;
/** A longer run without an end is cut at a blank, so that no later step meets an endless sentence. */
export const MAX_SENTENCE_CHARS = 2000;

/** Whether `next` belongs to the sentence that seems to end with `before`. */
function belongsTogether(before: string, next: string): boolean {
  const end = before.trimEnd();
  const start = next.trimStart();
  if (start === '') return true;
  // A question mark inside an address ends nothing.
  if (/(?:https?:\/\/|www\.)\S{0,200}$/u.test(before)) return true;
  if (/[“"»’']$/u.test(end) && /^\p{Ll}/u.test(start)) return true;
  if (!end.endsWith('.')) return false;
  if (/^[\p{Ll},;)]/u.test(start) && !/\d{4}\.$/u.test(end)) return true;
  // At the beginning of a line Markdown has a backslash before the full stop.
  if (/(?:^|[\s(„"“.])\d{1,3}\\?\.$/u.test(end)) {
    if (MONTH.test(start) || /^\d{1,2}\.\s?\d/u.test(start)) return true;
    const ordinal = BEFORE_ORDINAL.test(end) || /\d\.\s?\d{1,2}\.$/u.test(end);
    return ordinal && !OPENERS.test(start);
  }
  const word = /(?<![\p{L}\p{N}-])(\p{L}+)\.$/u.exec(end.slice(-40))?.[1] ?? '';
  if (word.length === 1) return !(CLOSING_ABBREVIATIONS.has(word) && OPENERS.test(start));
  const lower = word.toLowerCase();
  if (CLOSING_ABBREVIATIONS.has(lower)) return !OPENERS.test(start) && !/^\p{Lu}/u.test(start);
  return ABBREVIATIONS.has(lower);
}

const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });

/**
 * The sentences of a running text, found with the German rules of Unicode (`Intl.Segmenter`) and mended for
 * abbreviations, dates and ordinal numbers. Together the spans cover the text; each has the blanks behind it.
 * @returns UTF-16 offsets, in order
 */
export function* sentenceSpans(text: string): Generator<{ start: number; end: number }> {
  // Most lines of lists and tables have no end inside; asking the segmenter costs more than looking.
  if (text.length <= MAX_SENTENCE_CHARS && !/[.!?…\u2029\u0085]./u.test(text)) {
    yield { start: 0, end: text.length };
    return;
  }
  let start = 0;
  let end = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const fits = index + segment.length - start <= MAX_SENTENCE_CHARS;
    // Only the end of what was read so far decides, so a long chain of abbreviations stays linear.
    if (
      index > start &&
      !(fits && belongsTogether(text.slice(Math.max(start, index - 240), index), segment))
    ) {
      yield { start, end: index };
      start = index;
    }
    end = index + segment.length;
    while (end - start > MAX_SENTENCE_CHARS) {
      const blank = text.lastIndexOf(' ', start + MAX_SENTENCE_CHARS);
      const cut = blank > start ? blank + 1 : start + MAX_SENTENCE_CHARS;
      yield { start, end: cut };
      start = cut;
    }
  }
  if (end > start) yield { start, end };
}
