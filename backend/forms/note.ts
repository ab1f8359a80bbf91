import type { FormFinding } from '../../contract/forms.ts';
import { gap, insert, lacking, placeOf, type Rule } from './finding.ts';
import type { FormLine, FormText } from './form-text.ts';
import { isFilled, partsOf, type Parts } from './parts.ts';

const SECTIONS = {
  occasion: /Anlass/iu,
  facts: /(?:Sachverhalt|Sachstand|Sachlage|Tatbestand)/iu,
  assessment: /(?:(?:Rechtliche |Fachliche )?(?:Würdigung|Bewertung|Beurteilung)|Stellungnahme)/iu,
  result: /(?:Ergebnis(?:se)?|(?:Entscheidungs)?[Vv]orschlag|Fazit)/u,
  next: /(?:(?:Das )?[Ww]eitere[s]? (?:Vorgehen|Verfahren|Veranlassung)|Nächste Schritte)/u,
};
export type NoteSection = keyof typeof SECTIONS;

const HEAD = {
  authority: /(?:Behörde(?:\s?\/\s?Fachbereich)?|Fachbereich|Amt|Abteilung|Referat|Sachgebiet|Dienststelle)/u,
  reference: /(?:Az\.?|AZ\.?|Aktenzeichen|Geschäftszeichen|Gesch\.-Z\.?)/u,
  date: /Datum/u,
  author:
    /(?:Verfass(?:t von|er(?:in)?)|Bearbeite(?:t von|r(?:in)?)|Sachbearbeit(?:er|erin|ung)|Erstellt von|Aufgenommen von|Name)/u,
  subject: /(?:Betreff|Betr\.?|Gegenstand|Thema)/u,
};
type HeadItem = keyof typeof HEAD;

const LABELS: Record<HeadItem | NoteSection, { label: string; rule: string }> = {
  authority: { label: 'Behörde/Fachbereich', rule: 'note-authority' },
  reference: { label: 'Az.', rule: 'note-reference' },
  date: { label: 'Datum', rule: 'note-date' },
  author: { label: 'Verfasst von', rule: 'note-author' },
  subject: { label: 'Betreff', rule: 'note-subject' },
  occasion: { label: 'Anlass', rule: 'note-occasion' },
  facts: { label: 'Sachverhalt', rule: 'note-facts' },
  assessment: { label: 'Würdigung', rule: 'note-assessment' },
  result: { label: 'Ergebnis und Vorschlag', rule: 'note-result' },
  next: { label: 'Weiteres Vorgehen', rule: 'note-next' },
};

const OFFICE =
  /(?:verwaltung|gemeinde|landkreis|stadt|ministerium|fachbereich|\p{L}amt|^amt|abteilung|^FB)(?!\p{Ll})/iu;
const DAY_LINE = /^(?:\p{Lu}[\p{L} -]{1,40},\s(?:den\s)?)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,9})\s?\d{4}$/u;
/** "Vermerk über das Telefonat mit …": the Betreff stands in the title. */
const TITLE_WITH_SUBJECT = /^(?:\p{L}{0,20}[Vv]ermerk)\s?(?::|über|zu|zur|zum|betreffend)\s\S/u;

/** The sections of a Vermerk. */
export function noteSections(text: FormText): Parts<NoteSection> {
  return partsOf(text.lines, SECTIONS);
}

function headLines(text: FormText): FormLine[] {
  const first = Object.values(noteSections(text))
    .map(({ title }) => title.at)
    .sort((a, b) => a - b)[0];
  return text.lines.slice(0, Math.min(first ?? 30, 60));
}

/** What stands without a label: an office at the top, a day alone, a bold line as the Betreff, a name at the end. */
function standsBare(text: FormText, head: FormLine[], item: HeadItem): boolean {
  switch (item) {
    case 'authority':
      return head
        .slice(0, 6)
        .some((line) => line.kind !== 'row' && line.text.length < 100 && OFFICE.test(line.text));
    case 'reference':
      return false;
    case 'date':
      return [...head, ...text.lines.slice(-6)].some(
        ({ kind, text: words }) => kind !== 'row' && DAY_LINE.test(words),
      );
    case 'author':
      return text.lines.slice(-4).some((line) => /^(?:gez\.|i\.\s?[AV]\.)\s\S/iu.test(line.text));
    case 'subject':
      return head.some(
        (line) =>
          TITLE_WITH_SUBJECT.test(line.text) ||
          ((line.bold || line.kind === 'heading') &&
            !/^\p{L}{0,20}vermerk$/iu.test(line.text) &&
            !OFFICE.test(line.text)),
      );
  }
}

/** Head and Betreff of a Vermerk. */
export const noteHead: Rule = (text) => {
  const head = headLines(text);
  const parts = partsOf(head, HEAD);
  return (Object.keys(HEAD) as HeadItem[]).flatMap((item): FormFinding[] => {
    const { label, rule } = LABELS[item];
    const part = parts[item];
    if (part && isFilled({ ...part, below: [] })) return [];
    if (standsBare(text, head, item)) return [];
    if (part)
      return [
        lacking(rule, `Bei „${label}“ steht nichts.`, {
          place: placeOf(part.title.cells[0] ?? part.title.text),
        }),
      ];
    const title = head.find((line) => /^\p{L}{0,20}vermerk$/iu.test(line.text));
    const mend = title ? insert(title.text, `\n\n${label}: ${gap(label)}`) : null;
    return [lacking(rule, `Im Kopf des Vermerks fehlt „${label}“.`, { mend })];
  });
};

/** The sections of a Vermerk are there and say something. */
export const noteBody: Rule = (text) => {
  const parts = noteSections(text);
  const order = Object.keys(SECTIONS) as NoteSection[];
  return order.flatMap((section, i): FormFinding[] => {
    const { label, rule } = LABELS[section];
    const part = parts[section];
    if (isFilled(part)) return [];
    if (part) {
      const mend = insert(part.title.text, `\n\n${gap(label)}`);
      return [
        lacking(rule, `Unter „${part.title.text}“ steht nichts.`, { place: placeOf(part.title.text), mend }),
      ];
    }
    // Behind the last line of the section before it; without one the clerk has to say where.
    const before = order.slice(0, i).findLast((name) => isFilled(parts[name]));
    const isLast = order.slice(i + 1).every((name) => parts[name] === undefined);
    const last = before && parts[before]?.below.at(-1);
    const after = last?.kind === 'text' ? last.text : null;
    const mend =
      isLast || after !== null ? insert(isLast ? null : after, `\n\n## ${label}\n\n${gap(label)}`) : null;
    return [lacking(rule, `Der Abschnitt „${label}“ fehlt.`, { mend })];
  });
};

/** Facts and their assessment stand in sections of their own. */
export const noteApart: Rule = ({ lines }) => {
  const mixed = lines.find(
    (line) =>
      (line.kind === 'heading' || line.bold || line.text.endsWith(':')) &&
      /^(?:\d\.\s)?Sachverhalt\s?(?:und|\/|,)\s?(?:\p{L}+\s)?(?:Würdigung|Bewertung|Beurteilung)/iu.test(
        line.text,
      ),
  );
  if (!mixed) return [];
  const words =
    'Sachverhalt und Würdigung stehen in einem Abschnitt. Bitte trennen Sie die Tatsachen von ihrer Bewertung.';
  return [lacking('note-apart', words, { place: placeOf(mixed.text) })];
};
