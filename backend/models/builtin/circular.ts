import { germanDate } from '../../tasks/german-date.ts';
import { addresseesOf } from './addressees.ts';
import { inContextEach } from './context.ts';
import { datesIn } from '../../text/dates.ts';
import type { Digest } from '../../text/digest.ts';
import { fieldsOf, valuesOf, type Field } from '../../text/fields.ts';
import { referencesIn } from '../../text/facts.ts';
import { findings, FINDINGS, sectionSentences } from './findings.ts';
import { bullets, joinParts, NOT_GIVEN, quote, verbatim } from './markdown.ts';
import { questionsIn } from '../../text/questions.ts';
import { pick, type Ranked } from './rank.ts';
import { readable } from '../../text/sentences.ts';
import { HEAD_BLOCKS, subjectOf } from './subject.ts';
import { titleOf, type Desk } from './task.ts';

const SHOWN = 8;
const AUTHORITY =
  /(?:ministerium|verwaltung|landkreis|verbandsgemeinde|stadt\s|gemeinde|städtetag|landkreistag|städtebund|bundesamt|landesamt|fachbereich|behörde|aufsichts-)/iu;

function sender(from: Digest, fields: Field[], desk: Desk): string {
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

/** The day on a document: what is labelled so, or a line of the head with little more than a place and a date. */
export function documentDay(from: Digest, fields: Field[]): string {
  const labelled = valuesOf(fields, /^(?:Datum|Stand)$/u).find((value) => datesIn(value).length > 0);
  if (labelled !== undefined) return labelled;
  for (const { text, kind } of from.blocks.slice(0, HEAD_BLOCKS)) {
    const date = datesIn(text).find(({ iso }) => iso !== null);
    if (date && kind !== 'row' && text.trim().length < 50 && isDateLine(text, date.text)) return date.text;
  }
  return '';
}

/** "Kusel, den 17.11.2026", but not "bis zum 15.02.2027 zu entrichten": a deadline is no day of writing. */
function isDateLine(text: string, date: string): boolean {
  const line = text.split('\n').find((one) => one.includes(date)) ?? '';
  const beside = line.replace(date, ' ').match(/\p{L}+/gu) ?? [];
  return (
    beside.length <= 4 && !beside.some((word) => /^(?:bis|ab|spätestens|Frist|Termin|fällig)$/iu.test(word))
  );
}

/** The day of the meeting that a council paper is written for, said as such. */
function meetingDay(fields: Field[]): string {
  const [day] = valuesOf(fields, /^Sitzung am/u);
  return day ? `${day} (Sitzung)` : '';
}

function reference(from: Digest, fields: Field[], desk: Desk): string {
  const labelled = valuesOf(fields, /^(?:Az|AZ|Aktenzeichen|Geschäftszeichen|Unser Zeichen|Mein Zeichen)/u);
  const inTitle = referencesIn(titleOf(desk.reading)).map(({ text }) => text);
  const inText = from.facts.filter(({ kind }) => kind === 'reference').map(({ value }) => value);
  return [...new Set([...labelled.filter((value) => /\d/u.test(value)), ...inTitle, ...inText])]
    .slice(0, 3)
    .join(', ');
}

function annexes(from: Digest, fields: Field[]): string {
  const labelled = valuesOf(fields, /^Anlage/u);
  if (labelled.length > 0) return bullets(labelled.map(verbatim));
  const named = from.sentences.filter(({ text }) =>
    /(?<!\p{L})(?:Anlagen?\s\d|als Anlage|in der Anlage|beigefügt)/u.test(text),
  );
  return bullets(named.slice(0, SHOWN).map(({ text }) => quote(text)));
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
  return bullets([...sentences].slice(0, SHOWN).map(({ text }) => quote(text)));
}

/**
 * Summary of a Rundschreiben with the fields of the house form. Every value stands word for word in the text; what the
 * text does not say is "nicht angegeben".
 */
export function circular(from: Digest, ranked: Ranked[], desk: Desk): string {
  const fields = fieldsOf(from);
  const mailDay = desk.reading.kind === 'mail' && desk.reading.date ? germanDate(desk.reading.date) : '';
  const affected = [
    bullets([
      ...[addresseesOf(from)].filter(Boolean).map(quote),
      ...valuesOf(fields, /^(?:An$|Empfänger|Adressaten|Verteiler|Geltungsbereich)/u).map(verbatim),
    ]),
    findings(from, FINDINGS.affected, SHOWN),
  ]
    .filter(Boolean)
    .join('\n');
  const responsible = [
    bullets(
      valuesOf(fields, /^(?:Bearbeit|Sachbearbeit|Ansprech|Auskunft|Kontakt|Zuständig|Rückfragen)/u).map(
        verbatim,
      ),
    ),
    findings(from, FINDINGS.responsible, SHOWN),
  ];
  const responsibleText = responsible.filter(Boolean).join('\n');
  const key = pick(ranked, 7).filter(
    ({ block }) => !/^(?:Betreff|Tagesordnungspunkt|TOP)/u.test(block.section),
  );
  const decision = sectionSentences(from, /^beschluss/iu).filter((one) => !key.includes(one));
  const parts: [string, string][] = [
    ['Absender', verbatim(sender(from, fields, desk))],
    ['Az.', reference(from, fields, desk)],
    ['Datum', mailDay || documentDay(from, fields) || meetingDay(fields)],
    ['Betreff', verbatim(subjectOf(from, fields, desk))],
    ['Ersetzt/ändert', findings(from, FINDINGS.supersedes, SHOWN)],
    ['Betroffene', affected],
    ['Kernaussagen', bullets(inContextEach(from, key).map(verbatim))],
    ['Fristen', findings(from, FINDINGS.deadlines, SHOWN)],
    [
      'Handlungsbedarf',
      [findings(from, FINDINGS.actions, SHOWN), bullets(decision.map(({ text }) => quote(text)))]
        .filter(Boolean)
        .join('\n'),
    ],
    ['Zuständigkeit', responsibleText],
    ['Rechtsgrundlagen', findings(from, FINDINGS.laws, SHOWN)],
    ['Anlagen', annexes(from, fields)],
    ['Offene Fragen', open(from)],
  ];
  return joinParts(parts.map(([heading, text]) => `## ${heading}\n\n${text || NOT_GIVEN}`));
}
