import { sentenceSpans } from '../../contract/sentences.ts';
import { datesIn } from '../text/dates.ts';
import { advice, gap, placeOf, replace, type Rule } from './finding.ts';
import { bodyOf, headOf, type FormText } from './form-text.ts';
import { infoOf } from './letter-info.ts';

const THEIR_LETTER =
  /(?<!\p{L})Ihre?(?:[mnrs])? (?:Schreiben|Brief|E-?Mail|Mail|Nachricht|Anfrage|Antrag|Anliegen|Widerspruch|Eingabe|Beschwerde|Zuschrift|Einwendung)(?!\p{L})/u;
const WITHOUT_LETTER = /(?<!\p{L})(?:telefonisch|Telefonat|Anruf|Gespräch|Vorsprache)(?!\p{L})/iu;

/** A gap for the date counts: the clerk is told of it anyway. */
function hasDay(words: string): boolean {
  return datesIn(words).length > 0 || /\[\[[^\]]{0,100}(?:Datum|vom)/iu.test(words);
}

/** One sentence names the letter and a day; the day of another is not the letter's. */
function namesWithDay(words: string): boolean {
  if (!THEIR_LETTER.test(words)) return false;
  return [...sentenceSpans(words)].some(({ start, end }) => {
    const sentence = words.slice(start, end);
    return THEIR_LETTER.test(sentence) && hasDay(sentence);
  });
}

function dayIsInHead(text: FormText): boolean {
  const part = infoOf(text).theirLetter;
  return (
    (part !== undefined && hasDay(part.value)) ||
    headOf(text).some((line) => THEIR_LETTER.test(line.text) && hasDay(line.text))
  );
}

/** An answer names the letter that it answers with its date. */
export const answersWithDate: Rule = (text) => {
  const body = bodyOf(text).filter(({ kind }) => kind !== 'quote');
  const line = body.find((each) => THEIR_LETTER.test(each.text));
  const named = line && THEIR_LETTER.exec(line.text)?.[0];
  const thanks = body.some((each) => each.text.length < 2000 && WITHOUT_LETTER.test(each.text));
  if (!line || named === undefined || thanks || dayIsInHead(text)) return [];
  if (body.some((each) => namesWithDay(each.text))) return [];
  const from = line.text.indexOf(named);
  const words = line.text.slice(from, from + named.length);
  return [
    advice(
      'reply-reference',
      `Der Text nennt „${words}“ ohne Datum. Eine Antwort nimmt mit dem Datum Bezug.`,
      {
        place: placeOf(words),
        mend: replace(words, `${words} vom ${gap('Datum des Schreibens')}`),
      },
    ),
  ];
};
