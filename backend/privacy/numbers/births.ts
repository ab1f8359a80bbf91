import type { Candidate } from '../span.ts';
import { endOfDate, startOfDate } from './dates.ts';

const CUE =
  /(?<!\p{L})(?:geburts(?:daten|datum|ort|tag)(?:(?: und | ?\/ ?|, | u\. )-?(?:geburts)?(?:datum|ort|tag|name))?(?!\p{L})|geb\.?(?![\p{L}-])|geboren(?:e[rnms]?)?(?!\p{L})|Geborenen?(?!\p{L})|verstorben(?:e[rnms]?)?(?!\p{L})|gestorben(?!\p{L})|verstarb(?!\p{L})|gest\.|zur Welt|das Licht der Welt)/giu;
/** Small words, places and names between a cue and its date. */
const GAP =
  /(?:[ ,(:*–-]{1,3}|(?:am|in|im|den|zu|bei|an|der|dem|und|aus|ist|bin|wurde|wurden|worden|sie|er|ich|war|ihr|sein|das|die|gekommen|erblickt)(?!\p{L})|\p{Lu}[\p{Ll}.’'-]{1,24}){0,14}/uy;
const GAP_BACK =
  /(?:(?: |(?<=[ (])(?:in|im|zu|bei|um|der|am|an|den|mit|als|ist|wurde|ich|sie|er|auf|die|das)(?= )|(?<=[ (])\p{Lu}[\p{Ll}.’'-]{1,24}(?=[ )])|[)(])){1,14}$/u;
const BACK = 80;
const OF_MANY = /(?<!\p{L})(?:vor|nach|ab|seit|bis|zwischen|zum|spätestens)(?: dem| zum)?\s{1,3}$/iu;
const SEVERAL = /^geburtsdaten/iu;
const MAYBE_DATE = /(?<!\d)\d{1,4}[. /-]/gu;
const JOINT = / (?:und|bzw\.|sowie) (?:am )?/uy;

/** A star or a cross before a date, if it is no bullet and no mark of Markdown. */
const SIGN = /(?<![*†\p{L}\d])[*†✝](?= ?\d)(?!\*)/gu;

function isBullet(text: string, at: number, end: number): boolean {
  if (text[at] !== '*') return false;
  if (text[end] === '*') return true;
  const before = text.slice(Math.max(0, at - 12), at);
  return (
    /(?:^|\n)[ \t>|]*$/u.test(before) && (text[at + 1] === ' ' || at === 0 ? text[at + 1] === ' ' : false)
  );
}

/** A day of the last century that has a line of its own, as in the particulars of a person; no document is so old. */
const ALONE = /(?<=^|\n)[ \t]{0,8}(\d{1,2}\. ?\d{1,2}\. ?(?:19[1-9]\d|[3-9]\d))(?=[ \t]{0,8}(?:\n|$))/gu;

/** A row of a form for one of the family, with a name and a day: `Ehepartner   HABTEMARIAM Selam, 22.11.1994`. */
const FAMILY_ROW =
  /(?<=^|\n)[ \t>*|-]{0,8}(?:Kind|Kinder|Sohn|Tochter|Mutter|Vater|Ehe(?:partner(?:in)?|gatte|gattin|frau|mann)|(?:Lebens)?[Pp]artner(?:in)?|Lebensgefährt(?:e|in)|Bruder|Schwester|Patient(?:in)?|Pat\.?|Schüler(?:in)?|Bewohner(?:in)?|Versicherter?)(?: ?\d{1,2})?[.:]?[ \t|:]{1,40}\p{Lu}[\p{L}.'’ -]{1,40}(?:, ?\p{Lu}[\p{L}.'’ -]{1,40})?[,(|\t][ \t|*]{0,20}(?=\d)/gu;

/** Dates of birth and of death that stand near a word or a sign for them; labels beside their dates are not in here. */
export function birthsIn(text: string): Candidate[] {
  const found: Candidate[] = [];
  const put = (rule: string, start: number, end: number) =>
    found.push({ kind: 'birthdate', rule, weight: 2, start, end });
  for (const { index } of text.matchAll(SIGN)) {
    const start = text[index + 1] === ' ' ? index + 2 : index + 1;
    const end = endOfDate(text, start, { compact: false });
    if (end !== null && !isBullet(text, index, end)) put('birth-sign', start, end);
  }
  for (const { 0: all, 1: date = '', index } of text.matchAll(ALONE)) {
    const end = index + all.length;
    if (endOfDate(text, end - date.length, { compact: false }) === end)
      put('birth-alone', end - date.length, end);
  }
  for (const row of text.matchAll(FAMILY_ROW)) {
    const start = row.index + row[0].length;
    const end = endOfDate(text, start, { compact: false });
    if (end !== null) put('birth-in-row', start, end);
  }
  for (const cue of text.matchAll(CUE)) {
    const cueEnd = cue.index + cue[0].length;
    if (SEVERAL.test(cue[0])) {
      const line = /^[^\n]{0,300}/u.exec(text.slice(cueEnd, cueEnd + 300))?.[0] ?? '';
      for (const maybe of line.matchAll(MAYBE_DATE)) {
        const end = endOfDate(text, cueEnd + maybe.index, { compact: false });
        if (end !== null) put('birth-after-cue', cueEnd + maybe.index, end);
      }
      continue;
    }
    GAP.lastIndex = cueEnd;
    const gap = GAP.exec(text)?.[0] ?? '';
    const start = cueEnd + gap.length;
    let end = endOfDate(text, start, { compact: false });
    if (end !== null) {
      put('birth-after-cue', start, end);
      JOINT.lastIndex = end;
      const joint = JOINT.exec(text);
      const second = joint === null ? start : end + joint[0].length;
      end = joint === null ? null : endOfDate(text, second, { compact: false });
      if (end !== null) put('birth-after-cue', second, end);
      continue;
    }
    if (/^geb\.?$/iu.test(cue[0]) && !/^ ?[).,]/u.test(text.slice(cueEnd, cueEnd + 2))) continue;
    const from = Math.max(0, cue.index - BACK);
    const back = GAP_BACK.exec(text.slice(from, cue.index));
    if (back === null) continue;
    const dateEnd = from + back.index;
    const dateStart = startOfDate(text, dateEnd);
    // `die nach dem 31. Dezember 1970 geboren sind`: a rule for many.
    const lead = dateStart === null ? '' : text.slice(Math.max(0, dateStart - 24), dateStart);
    if (dateStart !== null && !OF_MANY.test(lead)) put('birth-before-cue', dateStart, dateEnd);
  }
  return found;
}
