import type { FormFinding } from '../../contract/forms.ts';
import { sentenceSpans } from '../../contract/sentences.ts';
import { datesIn } from '../text/dates.ts';
import { advice, lacking, MAX_SAME, placeOf, type Rule } from './finding.ts';
import type { FormLine } from './form-text.ts';
import { noteSections } from './note.ts';

/** Words that judge and do not tell. */
const JUDGEMENT =
  /(?<!\p{L})(?:leider|offensichtlich\p{Ll}{0,2}|offenbar|offenkundig\p{Ll}{0,2}|bedauerlicherweise|erfreulicherweise|selbstverständlich|zweifellos|eindeutig|unverständlich\p{Ll}{0,2}|unverschämt\p{Ll}{0,2}|zu Recht|zu Unrecht|(?:un)?angemessen\p{Ll}{0,2}|unzumutbar\p{Ll}{0,2}|überzogen\p{Ll}{0,2}|(?:un)?glaubwürdig\p{Ll}{0,2}|unberechtigt\p{Ll}{0,2}|unbegründet\p{Ll}{0,2}|rechtswidrig\p{Ll}{0,2}|rechtmäßig\p{Ll}{0,2}|nicht nachvollziehbar|(?:unseres|meines) Erachtens|m\.\s?E\.|u\.\s?E\.|(?:meiner|unserer) (?:Ansicht|Meinung|Auffassung) nach)(?!\p{L})/iu;
/** What somebody said is a fact, whatever they think. */
const REPORTED =
  /(?<!\p{L})(?:sei|seien|habe|hätten?|halte|werde|könne|müsse|teilt\p{Ll}* mit|erklärt\p{Ll}*|gab\b.{0,60}\ban|bemängelt\p{Ll}*|beschwert\p{Ll}*|laut|meint\p{Ll}*)(?!\p{L})/u;

/** What others wrote, of which nobody here can change a word. */
function withoutQuotes(words: string): string {
  return words.replaceAll(/„[^“]{0,1000}“/gu, (quote) => ' '.repeat(quote.length));
}

/** The Sachverhalt tells facts only. */
export const noteJudgement: Rule = (text) => {
  const found: FormFinding[] = [];
  for (const line of noteSections(text).facts?.below ?? []) {
    const own = withoutQuotes(line.text);
    for (const { start, end } of sentenceSpans(own)) {
      const sentence = own.slice(start, end);
      const word = REPORTED.test(sentence) ? undefined : JUDGEMENT.exec(sentence)?.[0];
      if (word === undefined) continue;
      const words = `„${word}“ wertet. Im Sachverhalt stehen nur Tatsachen; Wertungen gehören in die Würdigung.`;
      if (found.push(advice('note-judgement', words, { place: word })) === MAX_SAME) return found;
    }
  }
  return found;
};

/** Something happened on a certain day. */
const HAPPENED =
  /(?<!\p{L})(?:beantragte\p{Ll}?|teilte\p{Ll}?|meldete\p{Ll}?|erklärte\p{Ll}?|rief(?:en)?|ging(?:en)?|fand(?:en)?|erschien(?:en)?|sprach(?:en)? vor|legte|erhob(?:en)?|bat(?:en)?|forderte|übersandte|reichte|stellte|(?:wurde|ist|hat|haben|sind|wurden)\s(?:[^\s.!?]{1,40}\s){0,14}?(?:beantragt|mitgeteilt|gemeldet|erklärt|eingegangen|stattgefunden|erschienen|vorgesprochen|vorgelegt|eingelegt|erhoben|gebeten|aufgefordert|übersandt|eingereicht|gestellt|festgestellt|angehört))(?!\p{L})/u;
const TIME =
  /(?<!\p{L})(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|heute|gestern|Vortag|am selben Tag|daraufhin|anschließend|sodann|dabei|zugleich)(?!\p{L})|(?<!\d)(?:19|20)\d{2}(?!\d)|\[\[/iu;

/** Facts of the Sachverhalt have a date; one in the same paragraph is enough. */
export const noteDated: Rule = (text) => {
  const facts = noteSections(text).facts?.below ?? [];
  return facts
    .filter(({ kind, text: words }) => kind !== 'row' && !TIME.test(words) && datesIn(words).length === 0)
    .flatMap((line) => {
      const own = withoutQuotes(line.text);
      const span = [...sentenceSpans(line.text)].find(({ start, end }) =>
        HAPPENED.test(own.slice(start, end)),
      );
      if (!span) return [];
      const sentence = line.text.slice(span.start, span.end).trim();
      return [
        advice('note-fact-date', 'Wann war das? Ein Ereignis im Sachverhalt hat ein Datum.', {
          place: placeOf(sentence),
        }),
      ];
    })
    .slice(0, MAX_SAME);
};

const SOURCE =
  /Schreiben|Brief|E-?Mail|Mail|Telefon|Anruf|Gespräch|Antrag|Akte|Bl\.|Unterlage|Ortstermin|Bescheid|Protokoll|Niederschrift|mitgeteilt|teilte|laut (?:de[mrs]|Angaben?|Auskunft|Akte|Melde\p{Ll}*)\s|nach Angabe|Nachricht|Anzeige|Meldung|Auszug|Register|Foto|Vorsprache|vorgesprochen|\[\[/iu;

/** The Sachverhalt tells where its facts come from. */
export const noteSourced: Rule = (text) => {
  const facts = noteSections(text).facts;
  if (!facts || facts.below.length === 0 || facts.below.some((line) => SOURCE.test(line.text))) return [];
  const words =
    'Der Sachverhalt nennt keine Quelle. Bitte sagen Sie, woher die Tatsachen stammen (Schreiben, Telefonat, Akte).';
  return [advice('note-source', words, { place: placeOf(facts.title.text) })];
};

const WHO =
  /(?<!\p{L})(?:Frau|Herrn?|FB\s?\d|Fachbereich|Sachgebiet|Abteilung|Referat|\p{L}*[Aa]mt|Bauhof|\p{L}*[Kk]asse|Kämmerei|Unterzeichner(?:in)?|Verfasser(?:in)?|Bürgermeister(?:in)?|Landr(?:at|ätin)|Sachbearbeitung|Antragsteller(?:in)?|wir|ich)(?!\p{L})|^\p{Lu}[\p{L}. /-]{1,60}:/u;
const UNTIL = /(?<!\p{L})(?:sofort|umgehend|laufend|Wv\.?|KW\s?\d)(?!\p{L})|\[\[/iu;
const COLUMNS = [
  {
    name: 'Wer',
    pattern: /^(?:Wer|Zuständig\p{Ll}*|Verantwortlich\p{Ll}*)$/iu,
    rule: 'note-next-who',
    lacks: 'wer',
  },
  {
    name: 'Was',
    pattern: /^(?:Was|Schritt|Aufgabe|Maßnahme|Tätigkeit)$/iu,
    rule: 'note-next-what',
    lacks: 'was',
  },
  {
    name: 'Bis wann',
    pattern: /^(?:Bis(?: wann)?|Frist|Termin|Wann)$/iu,
    rule: 'note-next-until',
    lacks: 'bis wann',
  },
] as const;

function stepsInTable(rows: FormLine[]): FormFinding[] {
  const [head, ...steps] = rows;
  if (!head) return [];
  return COLUMNS.flatMap(({ name, pattern, rule, lacks }) => {
    const column = head.cells.findIndex((cell) => pattern.test(cell));
    if (column < 0) {
      return [
        lacking(rule, `In der Tabelle der nächsten Schritte fehlt die Spalte „${name}“.`, {
          place: placeOf(head.cells.find(Boolean) ?? ''),
        }),
      ];
    }
    return steps
      .filter(({ cells }) => (cells[column] ?? '') === '')
      .map(({ cells }) =>
        lacking(rule, `Bei einem Schritt steht nicht, ${lacks}.`, {
          place: placeOf(cells.find(Boolean) ?? ''),
        }),
      );
  });
}

/** A next step says who does what until when. */
export const noteNextSteps: Rule = (text) => {
  const lines = noteSections(text).next?.below ?? [];
  const rows = lines.filter(({ kind }) => kind === 'row');
  if (rows.length > 1) return stepsInTable(rows).slice(0, MAX_SAME);
  const items = lines.filter(({ kind }) => kind === 'item');
  const steps = items.length > 0 ? items : lines.filter(({ kind }) => kind === 'text').slice(0, 1);
  return steps
    .flatMap((line) => {
      const place = placeOf(line.text);
      const found: FormFinding[] = [];
      if (!WHO.test(line.text) && !line.text.includes('[['))
        found.push(advice('note-next-who', 'Bei diesem Schritt steht nicht, wer ihn tut.', { place }));
      if (datesIn(line.text).length === 0 && !UNTIL.test(line.text)) {
        found.push(
          lacking('note-next-until', 'Bei diesem Schritt steht nicht, bis wann er getan ist.', { place }),
        );
      }
      return found;
    })
    .slice(0, MAX_SAME);
};
