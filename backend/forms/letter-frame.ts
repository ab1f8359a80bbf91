import { behindClosing } from '../text/letter.ts';
import { advice, gap, insert, lacking, placeOf, replace, type Rule } from './finding.ts';
import { bodyOf, isByOrder, signatureOf, signerOf, subjectOf, type FormText } from './form-text.ts';
import { rewritten, withoutFullStop } from './wording.ts';

const SUBJECT_WORD = /^(?:Betreff|Betr\.?)\s?:?\s*/u;

/** A letter has a Betreff. */
export const subjectMissing: Rule = (text) => {
  const subject = subjectOf(text);
  if (subject && subject.text.replace(SUBJECT_WORD, '') !== '') return [];
  const place = text.salutation?.text ?? null;
  const above = text.salutation ? text.lines[text.salutation.at - 1] : undefined;
  const mend = above?.kind === 'text' ? insert(above.text, `\n\n**${gap('Betreff')}**`) : null;
  return [lacking('letter-subject', 'Der Brief hat keinen Betreff.', { place, mend })];
};

/** The Betreff stands without the word "Betreff". */
export const subjectWord: Rule = (text) => {
  const subject = subjectOf(text);
  if (!subject || !SUBJECT_WORD.test(subject.text)) return [];
  const plain = subject.text.replace(SUBJECT_WORD, '');
  if (plain === '') return [];
  const words = 'Vor dem Betreff steht das Wort „Betreff“. Nach DIN 5008 steht dort nur der Inhalt.';
  return [lacking('letter-subject-word', words, rewritten(subject, plain))];
};

/** The Betreff ends without a full stop. */
export const subjectFullStop: Rule = (text) => {
  const subject = subjectOf(text);
  const plain = subject && withoutFullStop(subject.text);
  if (!subject || plain === null) return [];
  const words = 'Der Betreff endet mit einem Punkt. Nach DIN 5008 steht dort keiner.';
  return [lacking('letter-subject-full-stop', words, rewritten(subject, plain))];
};

/** A letter or mail has an Anrede. */
function salutationMissingIn(form: 'letter' | 'mail'): Rule {
  return (text) => {
    if (text.salutation) return [];
    const subject = form === 'letter' ? subjectOf(text) : null;
    const mend = subject ? insert(subject.text, `\n\n${gap('Anrede')},`) : null;
    return [
      lacking(`${form}-salutation`, 'Die Anrede fehlt, zum Beispiel „Sehr geehrte Damen und Herren,“.', {
        mend,
      }),
    ];
  };
}

export const letterSalutation: Rule = salutationMissingIn('letter');
export const mailSalutation: Rule = salutationMissingIn('mail');

/** Behind the Anrede stands a comma. */
export const salutationComma: Rule = ({ salutation }) => {
  if (!salutation || /[,!\]]$/u.test(salutation.text) || salutation.text.includes(', ')) return [];
  const plain = salutation.text.replace(/[.:;]$/u, '');
  return [
    lacking(
      'letter-salutation-comma',
      'Hinter der Anrede fehlt das Komma.',
      rewritten(salutation, `${plain},`),
    ),
  ];
};

/** Words that begin a letter and are neither nouns nor "Sie"; after the comma of the Anrede they begin small. */
const SMALL =
  /^(?:Wir|Ich|Vielen|Herzlichen|Besten|Für|Mit|In|Im|Auf|Nach|Leider|Gerne?|Hiermit|Am|An|Anbei|Wie|Aufgrund|Gemäß|Zu|Zur|Zum|Unter|Bei|Der|Die|Das|Den|Dem|Ein|Eine|Es|Bitte|Danke|Seit|Wenn|Da|Vor|Vom|Von|Unsere?|Meine?|Über|Durch|Nachdem|Sofern|Auch|Diese[rsm]?|Hier|Heute|Bezugnehmend|Um|Als|Aus|Wegen)(?=\s)/u;

/** The text goes on small behind the comma of the Anrede. */
export const smallAfterSalutation: Rule = ({ lines, salutation }) => {
  if (!salutation?.text.endsWith(',')) return [];
  const next = lines[salutation.at + 1];
  const word = next?.kind === 'text' ? SMALL.exec(next.text)?.[0] : undefined;
  if (!next || word === undefined) return [];
  const find = next.text.split(' ').slice(0, 5).join(' ');
  const text = find.charAt(0).toLowerCase() + find.slice(1);
  const words = `Nach dem Komma der Anrede geht der Satz klein weiter: „${word.toLowerCase()}“.`;
  return [lacking('letter-small-start', words, { place: find, mend: replace(find, text) })];
};

function lastOfBody(text: FormText): string | null {
  return text.annexTitle ? (bodyOf(text).at(-1)?.text ?? null) : null;
}

/** A letter or mail has a Grußformel. */
function closingMissingIn(form: 'letter' | 'mail'): Rule {
  return (text) => {
    if (text.closing) return [];
    const mend = insert(lastOfBody(text), '\n\nMit freundlichen Grüßen');
    return [
      lacking(`${form}-closing`, 'Die Grußformel fehlt, zum Beispiel „Mit freundlichen Grüßen“.', { mend }),
    ];
  };
}

export const letterClosing: Rule = closingMissingIn('letter');
export const mailClosing: Rule = closingMissingIn('mail');

/** The Grußformel stands without punctuation. */
export const closingPunctuation: Rule = ({ closing }) => {
  if (!closing || !/[,.!;:]$/u.test(closing.text) || /(?:mfg|lg|vg)\.$/iu.test(closing.text)) return [];
  const sign = closing.text.at(-1) ?? '';
  const words = `Hinter der Grußformel steht „${sign}“. Nach DIN 5008 steht dort kein Satzzeichen.`;
  return [
    lacking('letter-closing-punctuation', words, rewritten(closing, closing.text.slice(0, -1).trimEnd())),
  ];
};

/** Below the Grußformel stands who signs. */
function signatureMissingIn(form: 'letter' | 'mail'): Rule {
  return (text) => {
    if (!text.closing || signatureOf(text).some((line) => signerOf(line.text) !== '')) return [];
    // "Beste Grüße, Maria Weber"
    if (/\p{L}/u.test(behindClosing(text.closing.text))) return [];
    const last = signatureOf(text).at(-1) ?? text.closing;
    const name =
      form === 'letter' && last === text.closing ? `\n\ni. A. ${gap('Name')}` : `\n\n${gap('Name')}`;
    return [
      lacking(`${form}-signature`, 'Unter der Grußformel fehlt der Name.', {
        place: placeOf(last.text),
        mend: insert(last.text, name),
      }),
    ];
  };
}

export const letterSignature: Rule = signatureMissingIn('letter');
export const mailSignature: Rule = signatureMissingIn('mail');

/** Who signs as head of the authority needs no "i. A.". */
const HEAD =
  /(?<!\p{L})(?:(?:Ober|Orts|Stadt)?[Bb]ürgermeister(?:in)?|Landr(?:at|ätin)|(?:Kreis)?[Bb]eigeordnete[rn]?|Stadtverordnetenvorsteher(?:in)?)(?!\p{L})/u;

/** Those who sign for the head write "i. A." or "i. V.". */
export const signatureByOrder: Rule = (text) => {
  const signature = signatureOf(text);
  const [first] = signature;
  if (!first || signature.some((line) => isByOrder(line.text) || HEAD.test(line.text))) return [];
  const words =
    'Vor dem Namen steht weder „i. A.“ noch „i. V.“. Es entfällt nur, wenn die Leitung der Behörde unterschreibt.';
  return [
    advice('letter-signature-by-order', words, {
      place: placeOf(first.text),
      mend: replace(first.text, `i. A. ${first.text}`),
    }),
  ];
};
