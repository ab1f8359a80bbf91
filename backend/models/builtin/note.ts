import { germanDate } from '../../../contract/german-date.ts';
import { actionIn } from '../../text/actions.ts';
import { inContext, inContextEach } from './context.ts';
import { deadlinesIn } from '../../text/deadlines.ts';
import { factsOf, type Digest } from '../../text/digest.ts';
import { fieldsOf } from '../../text/fields.ts';
import { referencesIn } from '../../text/facts.ts';
import { documentDay } from '../../text/document-day.ts';
import { bullets, gap, joinParts, lineBreaks, orGap, quote, shorten, table, verbatim } from './markdown.ts';
import { splitLetter } from '../../text/letter.ts';
import { fullName } from '../../text/person.ts';
import { asSentence, pointsOf } from './points.ts';
import { pick } from './rank.ts';
import { writerOf } from './salutation.ts';
import type { Sentence } from '../../text/sentences.ts';
import { signsOf } from './signs.ts';
import { subjectOf } from './subject.ts';
import { weigh } from './summarise.ts';
import { digestOf, titleOf, type CallOf, type Desk } from './task.ts';

const STATEMENTS = { short: 3, medium: 5, long: 9 };
const STEPS = { short: 3, medium: 5, long: 8 };

const RESULT =
  /(?<!\p{L})(?:Ergebnis|Vorschlag|[Vv]orgeschlagen|[Ii]ch schlage vor|[Ee]mpfehl\p{Ll}*|empfohlen|bewilligen|bewilligt werden|ablehnen|abzulehnen|abgelehnt werden|zustimmen|zuzustimmen|beschließen|Entscheidung)(?!\p{L})/u;
const STEP =
  /(?<!\p{L})(?:Wiedervorlage|Wv\.|WV|veranlassen|anrufen|anfordern|nachfordern|weiterleiten|einladen|nachfassen|klären|abstimmen|vorbereiten|erstellen|versenden|schicken|informieren|prüfen lassen|Termin vereinbaren|Frist|nächster Schritt)(?!\p{L})/u;
const JUDGEMENT =
  /(?<!\p{L})(?:meines Erachtens|m\. ?E\.|aus \p{L}+ Sicht|rechtmäßig|rechtswidrig|zulässig|unzulässig|begründet|unbegründet|plausibel|vertretbar|bewert\p{Ll}*|geeignet|verhältnismäßig|unverhältnismäßig|Ermessen|spricht für|spricht gegen|sprechen für|sprechen gegen|kritisch|problematisch|nachvollziehbar|unklar|ausreichend|sinnvoll|wirtschaftlich\p{Ll}*|Risiko|Bedenken|Voraussetzung\p{Ll}* (?:erfüllt|liegen|liegt))(?!\p{L})/u;

interface Points {
  facts: string[];
  judgements: string[];
  results: string[];
  steps: string[];
}

/** Sorts the Stichpunkte into the parts of the form by their words; what nothing speaks for belongs to the facts. */
export function sortPoints(points: string[]): Points {
  const sorted: Points = { facts: [], judgements: [], results: [], steps: [] };
  for (const point of points) {
    if (RESULT.test(point)) sorted.results.push(point);
    else if (JUDGEMENT.test(point)) sorted.judgements.push(point);
    else if (STEP.test(point) || deadlinesIn(point).length > 0) sorted.steps.push(point);
    else sorted.facts.push(point);
  }
  return sorted;
}

/** Whether a document greets somebody and takes its leave. */
function isLetter(text: string): boolean {
  const { salutation, closing } = splitLetter(text);
  return salutation !== '' && closing !== '';
}

/** Where a text comes from, for the Anlass and the source of the Sachverhalt. */
function originOf(from: Digest, desk: Desk): string {
  const { reading } = desk;
  if (reading.kind === 'nothing') return '';
  if (reading.kind === 'mail') {
    const by = verbatim(reading.from.name || reading.from.email);
    const day = reading.date ? germanDate(reading.date) : '';
    return ['E-Mail', by && `von ${by}`, day && `vom ${day}`].filter(Boolean).join(' ');
  }
  const day = documentDay(from, fieldsOf(from));
  const writer = isLetter(reading.text) ? writerOf(reading) : null;
  if (writer)
    return [`Schreiben von ${verbatim(fullName(writer))}`, day && `vom ${day}`].filter(Boolean).join(' ');
  const title = titleOf(reading);
  return [title ? `Dokument ${quote(title)}` : 'Vorliegendes Dokument', day && `vom ${day}`]
    .filter(Boolean)
    .join(' ');
}

interface Step {
  who: string;
  what: string;
  until: string;
}

function stepOf(text: string, who: string): Step {
  return { who, what: text, until: deadlinesIn(text)[0]?.text ?? '' };
}

/** Who is to act; "Sie" in a letter to us is no name. */
function whoIn(sentence: Sentence): string {
  const who = actionIn(sentence)?.who ?? '';
  return who === 'Sie' ? '' : who;
}

/** What is to be done: the person's own steps first, then what the source demands, then its other deadlines. */
function steps(own: string[], from: Digest, limit: number): Step[] {
  const found = own.map((point) => stepOf(point.replace(/\.$/u, ''), ''));
  const seen = new Set<Sentence>();
  for (const kind of ['action', 'deadline'] as const) {
    for (const { sentence } of factsOf(from, kind)) {
      if (seen.has(sentence) || found.length >= Math.max(limit, own.length)) continue;
      seen.add(sentence);
      const row = from.steps.get(sentence);
      found.push(row ?? stepOf(inContext(from, sentence), whoIn(sentence)));
    }
  }
  return found;
}

function head(call: CallOf<'note'>, from: Digest, desk: Desk): string {
  const { author } = call;
  const inSource = [
    ...referencesIn(titleOf(desk.reading)).map(({ text }) => text),
    ...factsOf(from, 'reference').map(({ value }) => value),
  ];
  const fields = fieldsOf(from);
  const { ours } = signsOf(fields, desk.reading);
  const subject = subjectOf(from, fields, desk);
  return lineBreaks([
    `**Behörde:** ${orGap(author.authority, 'Behörde')}`,
    `**Fachbereich:** ${orGap(author.unit, 'Fachbereich')}`,
    `**Az.:** ${orGap(call.input.reference || ours || (inSource[0] ?? ''), 'Aktenzeichen')}`,
    `**Datum:** ${germanDate(desk.today)}`,
    `**Verfasst von:** ${orGap(author.name, 'Name')}`,
    `**Betreff:** ${orGap(verbatim(shorten(subject, 300)), 'Betreff')}`,
  ]);
}

/** Vermerk: the form, filled with what source and Stichpunkte say; the judgement is kept apart and never invented. */
export async function note(call: CallOf<'note'>, desk: Desk): Promise<string> {
  const { points: raw, length } = call.input;
  const from = await digestOf(desk);
  const points = sortPoints(pointsOf(raw));
  const name = originOf(from, desk);
  const statements = inContextEach(from, pick(await weigh(from, desk, raw), STATEMENTS[length]));
  const today = germanDate(desk.today);
  const todo = steps(points.steps, from, STEPS[length]);
  const rows = (todo.length > 0 ? todo : [{ who: '', what: '', until: '' }]).map(({ who, what, until }) => [
    orGap(who, 'wer'),
    orGap(verbatim(what), 'was'),
    orGap(until, 'bis wann'),
  ]);
  const prose = (list: string[], missing: string): string =>
    list.length > 0 ? list.map((point) => verbatim(asSentence(point))).join('\n\n') : gap(missing);
  const facts = joinParts([
    points.facts.map((point) => verbatim(asSentence(point))).join('\n\n'),
    statements.length > 0 ? `${name} (Stand ${today}), wörtlich:\n\n${bullets(statements.map(quote))}` : '',
  ]);
  return joinParts([
    '# Vermerk',
    head(call, from, desk),
    `## Anlass\n\n${name ? `${name}.` : gap('Anlass')}`,
    `## Sachverhalt\n\n${facts || gap('Sachverhalt')}`,
    `## Würdigung\n\n${prose(points.judgements, 'Würdigung')}`,
    `## Ergebnis/Vorschlag\n\n${prose(points.results, 'Ergebnis oder Vorschlag')}`,
    `## Weiteres Vorgehen\n\n${table(['Wer', 'Was', 'Bis wann'], rows)}`,
  ]);
}
