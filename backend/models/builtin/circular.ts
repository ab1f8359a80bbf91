import { germanDate } from '../../../contract/german-date.ts';
import { addresseesOf } from './addressees.ts';
import { excerptEach } from './context.ts';
import { documentDay } from '../../text/document-day.ts';
import { NOT_GIVEN } from '../../tasks/summary-fields.ts';
import type { Digest } from '../../text/digest.ts';
import { fieldsOf, valuesOf, type Field } from '../../text/fields.ts';
import { referencesIn } from '../../text/facts.ts';
import { backedFindings, backedQuotes, FINDINGS, sectionSentences } from './findings.ts';
import { asStatements, backed, joinParts, quote, verbatim } from './markdown.ts';
import { questionsIn } from '../../text/questions.ts';
import { pick, type Ranked } from './rank.ts';
import { readable } from '../../text/sentences.ts';
import { HEAD_BLOCKS, subjectOf } from './subject.ts';
import { titleOf, type Desk } from './task.ts';

const SHOWN = 8;
const REFERENCES_SHOWN = 3;
const AUTHORITY =
  /(?:ministerium|verwaltung|landkreis|verbandsgemeinde|stadt\s|gemeinde|städtetag|landkreistag|städtebund|bundesamt|landesamt|fachbereich|behörde|aufsichts-)/iu;

/** Who wrote a text, as its head says it; empty where it does not. */
export function sender(from: Digest, fields: Field[], desk: Desk): string {
  if (desk.reading.kind === 'mail') {
    const { name, email } = desk.reading.from;
    return [name, email && (name ? `(${email})` : email)].filter(Boolean).join(' ');
  }
  const inHead = fields.filter(({ at }) => at < HEAD_BLOCKS);
  const named = valuesOf(inHead, /^(?:Absender|Von|Herausgeber|Behörde|Fachbereich|Referat|Abteilung)/u);
  if (named.length > 0) return named.join(', ');
  const lines = from.blocks
    .slice(0, HEAD_BLOCKS)
    .filter(({ kind, text }) => kind !== 'row' && text.length < 100)
    .map(({ text }) => readable(text));
  const authorities = lines.filter((text) => AUTHORITY.test(text) && !/^(?:An|Nachrichtlich)\s/u.test(text));
  // An authority below the first address is the one that is written to.
  const town = lines.findIndex((text) => /(?:^|,\s)\d{5}\s\p{Lu}/u.test(text));
  const authority = authorities.find((text) => !/[·\d]/u.test(text)) ?? authorities[0] ?? '';
  return town > 0 && lines.indexOf(authority) > town ? (lines[0] ?? '') : authority;
}

/** The day of the meeting that a council paper is written for, said as such. */
function meetingDay(fields: Field[]): string {
  const [day] = valuesOf(fields, /^Sitzung am/u);
  return day ? backed([{ text: `${day} (Sitzung)`, passage: day }]) : '';
}

/** A value of the head, which is its own passage. */
function value(text: string): string {
  return text && backed([{ text: verbatim(text), passage: text }]);
}

function values(texts: string[]): string {
  return texts.map(value).join('\n');
}

function references(from: Digest, fields: Field[], desk: Desk): string[] {
  const labelled = valuesOf(fields, /^(?:Az|AZ|Aktenzeichen|Geschäftszeichen|Unser Zeichen|Mein Zeichen)/u);
  const inTitle = referencesIn(titleOf(desk.reading)).map(({ text }) => text);
  const inText = from.facts.filter(({ kind }) => kind === 'reference').map((fact) => fact.value);
  return [...new Set([...labelled.filter((one) => /\d/u.test(one)), ...inTitle, ...inText])].slice(
    0,
    REFERENCES_SHOWN,
  );
}

function annexes(from: Digest, fields: Field[]): string {
  const labelled = valuesOf(fields, /^Anlage/u);
  if (labelled.length > 0) return values(labelled);
  const named = from.sentences.filter(({ text }) =>
    /(?<!\p{L})(?:Anlagen?\s\d|als Anlage|in der Anlage|beigefügt)/u.test(text),
  );
  return backedQuotes(from, named.slice(0, SHOWN));
}

/** Questions that the text itself leaves open: its own, and what it calls unsettled. */
function open(from: Digest): string {
  const unsettled =
    /(?<!\p{L})(?:noch (?:offen|nicht|zu klären|unklar|durchzuführen\p{Ll}*|ausstehend\p{Ll}*)|bleibt abzuwarten|unklar|wird noch|werden noch|steht noch aus|stehen noch aus)(?!\p{L})/u;
  const asked = questionsIn(from.sentences).filter(({ kind }) => kind === 'direct');
  const sentences = new Set([
    ...asked.map(({ sentence }) => sentence),
    ...from.sentences.filter((one) => unsettled.test(one.text)),
  ]);
  return backedQuotes(from, [...sentences].slice(0, SHOWN));
}

function affected(from: Digest, fields: Field[]): string {
  const addressees = addresseesOf(from);
  return joinLines([
    addressees && backed([{ text: quote(addressees), passage: addressees }]),
    values(valuesOf(fields, /^(?:An$|Empfänger|Adressaten|Verteiler|Geltungsbereich)/u)),
    backedFindings(from, FINDINGS.affected, SHOWN),
  ]);
}

function responsible(from: Digest, fields: Field[]): string {
  return joinLines([
    values(valuesOf(fields, /^(?:Bearbeit|Sachbearbeit|Ansprech|Auskunft|Kontakt|Zuständig|Rückfragen)/u)),
    backedFindings(from, FINDINGS.responsible, SHOWN),
  ]);
}

function joinLines(parts: string[]): string {
  return parts.filter(Boolean).join('\n');
}

/**
 * Summary of a Rundschreiben with the fields of the house form. Every value stands word for word in the text; what the
 * text does not say is "nicht angegeben".
 */
export function circular(from: Digest, ranked: Ranked[], desk: Desk): string {
  const fields = fieldsOf(from);
  const mailDay = desk.reading.kind === 'mail' && desk.reading.date ? germanDate(desk.reading.date) : '';
  const key = pick(ranked, 7).filter(
    ({ block }) => !/^(?:Betreff|Tagesordnungspunkt|TOP)/u.test(block.section),
  );
  const decision = sectionSentences(from, /^beschluss/iu).filter((one) => !key.includes(one));
  const parts: [string, string][] = [
    ['Absender', value(sender(from, fields, desk))],
    ['Az.', values(references(from, fields, desk))],
    ['Datum', value(mailDay || documentDay(from, fields)) || meetingDay(fields)],
    ['Betreff', value(subjectOf(from, fields, desk))],
    ['Ersetzt/ändert', backedFindings(from, FINDINGS.supersedes, SHOWN)],
    ['Betroffene', affected(from, fields)],
    ['Kernaussagen', asStatements(excerptEach(from, key))],
    ['Fristen', backedFindings(from, FINDINGS.deadlines, SHOWN)],
    [
      'Handlungsbedarf',
      joinLines([backedFindings(from, FINDINGS.actions, SHOWN), backedQuotes(from, decision)]),
    ],
    ['Zuständigkeit', responsible(from, fields)],
    ['Rechtsgrundlagen', backedFindings(from, FINDINGS.laws, SHOWN)],
    ['Anlagen', annexes(from, fields)],
    ['Offene Fragen', open(from)],
  ];
  return joinParts(parts.map(([heading, text]) => `## ${heading}\n\n${text || `- ${NOT_GIVEN}`}`));
}
