import type { Author } from '../../../contract/tasks/index.ts';
import { MAX_QUESTIONS, questionsOfLetter } from '../../checks/letter-questions.ts';
import { germanDate } from '../../../contract/german-date.ts';
import { TRAILER_MARK } from '../../tasks/reply-trailer.ts';
import { digest, type Digest } from '../../text/digest.ts';
import { documentDay } from '../../text/document-day.ts';
import { fieldsOf } from '../../text/fields.ts';
import { splitLetter } from '../../text/letter.ts';
import { gap, joinParts, lineBreaks, orGap, quote, shorten, verbatim } from './markdown.ts';
import { fullName } from '../../text/person.ts';
import { asSentence, pointsOf } from './points.ts';
import { type Question, takesUp } from '../../text/questions.ts';
import { pick } from './rank.ts';
import { salutationFor, writerOf } from './salutation.ts';
import { signsOf, type Signs } from './signs.ts';
import { subjectOf } from './subject.ts';
import { weigh } from './summarise.ts';
import { digestOf, type CallOf, type Desk } from './task.ts';

type Tone = CallOf<'reply'>['input']['tone'];

const QUOTED_CHARS = 160;
const GAP_CHARS = 80;

/** What is known of the letter that is answered. */
interface Incoming {
  /** "E-Mail", "Schreiben" or "Nachricht". */
  what: string;
  day: string;
  subject: string;
  signs: Signs;
}

function incoming(whole: Digest, call: CallOf<'reply'>, desk: Desk): Incoming {
  const { reading } = desk;
  const fields = fieldsOf(whole);
  const mail = reading.kind === 'mail';
  const day = mail ? (reading.date ? germanDate(reading.date) : '') : documentDay(whole, fields);
  return {
    what: mail ? 'E-Mail' : call.input.form === 'letter' ? 'Schreiben' : 'Nachricht',
    day,
    subject: subjectOf(whole, fields, desk)
      .replace(/^(?:Betreff|Betr\.)\s*:?\s*/u, '')
      .replace(/\.$/u, ''),
    signs: signsOf(fields, reading),
  };
}

function article(what: string): 'Ihre' | 'Ihr' {
  return what === 'Schreiben' ? 'Ihr' : 'Ihre';
}

/** The Bezug: thanks for the letter with its date; the short form only names it. */
function opening({ what, day }: Incoming, tone: Tone, short: boolean): string {
  const date = day || gap(`Datum ${what === 'Schreiben' ? 'des Schreibens' : `der ${what}`}`);
  if (short) return `zu ${what === 'Schreiben' ? 'Ihrem' : 'Ihrer'} ${what} vom ${date}:`;
  const thanks = {
    neutral: 'vielen Dank für',
    formal: 'ich danke Ihnen für',
    friendly: 'herzlichen Dank für',
  }[tone];
  return `${thanks} ${article(what)} ${what} vom ${date}.`;
}

/** The Stichpunkte as sentences: a few as one paragraph, many as one each. */
function said(points: string[]): string {
  const sentences = points.map((point) => verbatim(asSentence(point)));
  return sentences.length <= 3 ? sentences.join(' ') : sentences.join('\n\n');
}

/** A question of the letter with the Stichpunkt that takes it up, where one does. */
interface Asked {
  question: Question;
  point: string | null;
}

function askedIn(points: string[], desk: Desk): Asked[] {
  return questionsOfLetter(desk.reading).map((question) => ({
    question,
    point: points.find((point) => takesUp(point, question.sentence.text, desk.stemmer)) ?? null,
  }));
}

/** The questions that no Stichpunkt takes up, each with a gap for its answer. */
function unanswered(asked: Asked[]): string[] {
  const open = asked.filter(({ point }) => point === null);
  const parts = open.slice(0, MAX_QUESTIONS).map(({ question: { kind, sentence } }) => {
    const words = quote(shorten(sentence.text, QUOTED_CHARS));
    const answer = gap(
      `${kind === 'request' ? 'Entscheidung zu' : 'Antwort auf'} ${quote(shorten(sentence.text, GAP_CHARS))}`,
    );
    return `${kind === 'direct' ? `Zu Ihrer Frage ${words}:` : `Sie schreiben: ${words}`}\n\n${answer}`;
  });
  const rest = open.length - parts.length;
  if (rest > 0) parts.push(gap(`Antworten auf ${rest} weitere Fragen der Nachricht`));
  return parts;
}

/** The list of answered questions that every model puts below a reply. */
function coverage(asked: Asked[]): string {
  const lines = asked
    .slice(0, MAX_QUESTIONS)
    .map(({ point }, index) =>
      point === null ? `${index + 1} offen` : `${index + 1} beantwortet: „${verbatim(asSentence(point))}“`,
    );
  return lines.length === 0 ? '' : [TRAILER_MARK, ...lines].join('\n');
}

function contact(author: Author, tone: Tone): string {
  const ways = [
    author.phone && `telefonisch unter ${author.phone}`,
    author.email && `per E-Mail unter ${author.email}`,
  ].filter(Boolean);
  const start = tone === 'friendly' ? 'Haben Sie noch Fragen? Dann melden Sie sich gern' : '';
  if (start) return ways.length > 0 ? `${start} ${ways.join(' oder ')}.` : `${start}.`;
  return ways.length > 0
    ? `Bei Fragen erreichen Sie mich ${ways.join(' oder ')}.`
    : 'Bei Fragen wenden Sie sich bitte an mich.';
}

/** Grußformel without punctuation, `i. A.` and the name (DIN 5008). */
function closing(author: Author, tone: Tone, letter: boolean): string {
  const farewell = tone === 'friendly' ? 'Freundliche Grüße' : 'Mit freundlichen Grüßen';
  const name = `i. A. ${orGap(author.name, 'Name')}`;
  const below = letter ? [] : [author.unit, author.authority, author.phone && `Telefon: ${author.phone}`];
  return joinParts([farewell, lineBreaks([name, ...below.filter(Boolean)])]);
}

const COMPANY =
  /(?<!\p{L})(?:GmbH|mbH|AG|KG|OHG|UG|GbR|e\.\s?V\.|eG|Verein|Kanzlei|Stiftung|Ministerium|Amt|Agentur)(?!\p{L})|verwaltung(?!\p{L})/u;

/** The address of the writer: company, street and town in the signature or in the head of the letter. */
function addressLines(text: string): string[] {
  const { head, signature } = splitLetter(text);
  for (const lines of [
    signature,
    head
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  ]) {
    const town = lines.findIndex((line) => /^(?:[A-Z]-?)?\d{4,5}\s\p{Lu}[\p{L}\s().-]{2,40}$/u.test(line));
    const street = lines[town - 1] ?? '';
    if (town < 1 || !/\d/u.test(street) || street.length >= 60) continue;
    const above = lines.slice(0, town - 1).find((line) => line.length < 80 && COMPANY.test(line)) ?? '';
    return [above, street, lines[town] ?? ''].filter(Boolean);
  }
  return [];
}

function recipient(desk: Desk): string {
  const person = writerOf(desk.reading);
  const text =
    desk.reading.kind === 'document'
      ? desk.reading.text
      : desk.reading.kind === 'mail'
        ? desk.reading.newest
        : '';
  const address = addressLines(text);
  const title = person?.title === 'Herr' ? 'Herrn' : (person?.title ?? '');
  const name = person
    ? [title, fullName(person)].filter(Boolean).join(' ')
    : gap('Name der Empfängerin oder des Empfängers');
  if (address.length === 0) return lineBreaks([name, gap('Anschrift')]);
  const company = COMPANY.test(address[0] ?? '') ? address.slice(0, 1) : [];
  return lineBreaks([...company, name, ...address.slice(company.length)].map(verbatim));
}

const NAMED_LETTER =
  /^(?:(?:Mein|Unser)e? )?(Antrag|Widerspruch|Einspruch|Anfrage|Beschwerde|Kündigung|Bewerbung)(?!\p{L})/u;

/** The Betreff: what the letter itself is about, and the letter with its day as the second line. */
function subjectLines({ subject, what, day }: Incoming): string {
  const kind = NAMED_LETTER.exec(subject)?.[1] ?? what;
  const their = /^(?:Schreiben|Antrag|Widerspruch|Einspruch)$/u.test(kind) ? 'Ihr' : 'Ihre';
  const bold = `**${verbatim(subject) || gap('Betreff')}**`;
  return subject && day && !subject.includes(day)
    ? lineBreaks([bold, `**${their} ${kind} vom ${day}**`])
    : bold;
}

/** Information block, recipient and Betreff of DIN 5008. */
function letterHead(letter: Incoming, author: Author, desk: Desk): string {
  const block = [
    `Ihr Zeichen: ${letter.signs.theirs || '–'}`,
    `Ihre Nachricht vom: ${letter.day || gap('Datum der Nachricht')}`,
    `Unser Zeichen: ${orGap(letter.signs.ours, 'Unser Zeichen')}`,
    `Name: ${orGap(author.name, 'Name')}`,
    `Telefon: ${orGap(author.phone, 'Telefon')}`,
    `E-Mail: ${orGap(author.email, 'E-Mail')}`,
    `Datum: ${germanDate(desk.today)}`,
  ];
  const sender = [author.authority, author.unit].filter(Boolean);
  return joinParts([lineBreaks(sender), recipient(desk), lineBreaks(block), subjectLines(letter)]);
}

/** Antwortschreiben: the frame of a letter or mail; what nobody said is a gap. */
export async function reply(call: CallOf<'reply'>, desk: Desk): Promise<string> {
  const { points: raw, tone, length, form } = call.input;
  const from = await digestOf(desk);
  const whole =
    desk.reading.kind === 'document'
      ? from
      : await digest(desk.reading.kind === 'mail' ? desk.reading.newest : '', desk.breathe);
  const letter = incoming(whole, call, desk);
  const points = pointsOf(raw);
  const asked = askedIn(points, desk);
  const questions = unanswered(asked);
  const background =
    length === 'long'
      ? pick(await weigh(from, desk, ''), 2).map(({ text }) => quote(shorten(text, QUOTED_CHARS)))
      : [];
  const empty = points.length === 0 && questions.length === 0;
  return joinParts([
    form === 'letter' ? letterHead(letter, call.author, desk) : '',
    salutationFor(writerOf(desk.reading), tone),
    opening(letter, tone, length === 'short'),
    background.length > 0 ? `Sie haben geschrieben: ${background.join(' ')}` : '',
    said(points),
    ...questions,
    empty ? gap('Inhalt der Antwort') : '',
    length === 'short' ? '' : contact(call.author, tone),
    closing(call.author, tone, form === 'letter'),
    coverage(asked),
  ]);
}
