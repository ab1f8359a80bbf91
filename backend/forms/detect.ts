import type { FormName } from '../../contract/forms.ts';
import { councilParts } from './council-paper.ts';
import {
  type FormLine,
  type FormText,
  headOf,
  isPostcode,
  SHORT_CHARS,
  signatureOf,
  subjectOf,
} from './form-text.ts';
import { infoOf } from './letter-info.ts';
import { noteSections } from './note.ts';
import { isClosingStep, stepsOf } from './order.ts';

/** Titles stand among the first lines. */
const TITLE_LINES = 40;
const TITLES: [FormName, RegExp][] = [
  ['council-paper', /^(?:Sitzungs|Beschluss|Mitteilungs|Informations|Rats)vorlage(?!\p{L})/u],
  ['order', /^(?:(?:\p{L}{1,30}v|V)erfügung|Vfg\.?)(?:$|\s?:$)/u],
  ['note', /^(?:\p{L}{1,20}v|V)ermerk(?:$|\s?:|\s(?:über|zu|zum|zur)\s)/u],
  ['decision', /^\p{L}{0,40}[Bb]escheid(?:$|\s?:$|\süber\s)/u],
];

/** What a text calls itself. */
function titleOf(lines: FormLine[]): FormName | null {
  for (const line of lines) {
    if (line.number || line.kind === 'item' || line.kind === 'row' || line.kind === 'quote') continue;
    if (line.text.length > SHORT_CHARS) continue;
    const named = TITLES.find(([, pattern]) => pattern.test(line.text));
    if (named) return named[0];
  }
  return null;
}

function isLetter(text: FormText): boolean {
  const info = Object.values(infoOf(text)).length;
  const addressed = headOf(text).some(isPostcode);
  const subject = text.salutation !== null && subjectOf(text) !== null;
  return [info > 1, addressed, subject].filter(Boolean).length > 1 || info > 3;
}

/** What only a Bescheid says of itself, and what a line names that decides something: "Widerruf der Erlaubnis …". */
const DECIDES =
  /(?<!\p{L})(?:ergeht (?:\p{L}{1,30} ){0,3}(?:\p{L}{1,40}b|B)escheid|erlass(?:e|en) (?:ich|wir) (?:\p{L}{1,30} ){0,4}(?:Bescheid|Anordnung|Allgemeinverfügung))(?!\p{L})/u;
const DECIDED =
  /^(?:Widerruf|Rücknahme|Ablehnung|Festsetzung|Untersagung|Anordnung|Bewilligung|Versagung) (?:der|des|einer|eines|von|Ihrer|Ihres) /u;

function decides({ lines }: FormText): boolean {
  return lines
    .slice(0, TITLE_LINES)
    .some(({ kind, text }) =>
      kind === 'quote' ? false : DECIDES.test(text) || (text.length <= SHORT_CHARS && DECIDED.test(text)),
    );
}

const MAIL_HEAD = /^(?:Von|An|Cc|Gesendet|Betreff)\s?:\s/u;

/**
 * Finds out which form a text has by what it calls itself and by marks that only one form has.
 * @returns null where it is none of them, or nobody can tell
 */
export function detectForm(text: FormText): FormName | null {
  const named = titleOf(text.lines.slice(0, TITLE_LINES));
  if (named) return named;
  const council = councilParts(text);
  if (council.resolution && (council.facts ?? council.course)) return 'council-paper';
  if (text.lines.some((line) => /^(?:Rechtsbehelfs|Rechtsmittel)belehrung\s?:?$/u.test(line.text)))
    return 'decision';
  if (decides(text)) return 'decision';
  if (stepsOf(text).length > 1 && text.lines.some((line) => line.number && isClosingStep(line)))
    return 'order';
  const note = noteSections(text);
  if (note.facts && [note.assessment, note.occasion, note.next].filter(Boolean).length > 1) return 'note';
  if (text.lines.slice(0, 6).filter((line) => MAIL_HEAD.test(line.text)).length > 1) return 'mail';
  if ((text.salutation ?? text.closing) && isLetter(text)) return 'letter';
  if (text.salutation ?? (text.closing && signatureOf(text).length > 0)) return 'mail';
  return isLetter(text) && Object.values(infoOf(text)).length > 3 ? 'letter' : null;
}
