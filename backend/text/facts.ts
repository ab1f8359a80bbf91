import { actionIn, responsibleIn } from './actions.ts';
import { deadlinesIn } from './deadlines.ts';
import { lawsIn, type Passage } from './law.ts';
import type { Sentence } from './sentences.ts';

export type FactKind =
  /** By when something is due: a date or a period with a word that makes it a limit. */
  | 'deadline'
  /** An amount of money. */
  | 'amount'
  /** A percentage. */
  | 'share'
  /** A reference to a law or rule. */
  | 'law'
  /** Aktenzeichen, Geschäftszeichen, Kundennummer. */
  | 'reference'
  /** Somebody has to do something or is asked to. */
  | 'action'
  /** Who is in charge or can be asked. */
  | 'responsible'
  /** Whom a rule concerns. */
  | 'affected'
  /** What is replaced or changed. */
  | 'supersedes'
  /** A mail address, a telephone number, a person with Frau or Herr. */
  | 'contact';

/** Something recognised in a text, with the sentence that says it. */
export interface Fact {
  kind: FactKind;
  /** Word for word from `sentence.text`. */
  value: string;
  sentence: Sentence;
  /** The day, where a deadline names one with its year. */
  iso: string | null;
}

const MONEY =
  /(?<![\p{L}\d.,])(?:(?:€|EUR|Euro)\s?(?:\d{1,3}(?:[. ]\d{3}){1,4}|\d{1,12})(?:,(?:\d{1,2}|-{1,2}))?(?![\d.,]*\d)|(?:\d{1,3}(?:\.\d{3}){1,4}|\d{1,3}(?: \d{3}){1,4}|\d{1,12})(?:,(?:\d{1,2}|-{1,2}))?\s?(?:(?:Mio\.?|Mrd\.?|Tsd\.?|Millionen|Milliarden|Tausend)\s?)?(?:€|EUR\b|Euro\b|Cent\b))/gu;
const SHARE = /(?<![\p{L}\d.,])\d{1,3}(?:,\d{1,3})?\s?(?:%|Prozent\b|v\.\s?H\.)/gu;
const REFERENCE =
  /(?<!\p{L})(?:Az\.?|AZ\.?|Aktenzeichen|Geschäftszeichen|Gesch\.-?Z\.?|Gz\.?|GZ|(?:Unser|Ihr|Mein) Zeichen|Kassenzeichen|Buchungszeichen|Vorgangsnummer|Kundennummer|Kunden-Nr\.?|Rechnungsnummer|Rechnungs-Nr\.?|Bescheid-Nr\.?|Aktenzahl)\s?[:.]?\s?([\p{L}\d][\p{L}\d./-]{0,40}(?:\s[\d./-][\p{L}\d./-]{0,20}){0,3})/gu;
const MAIL = /(?<![\p{L}\d._%+-])[\p{L}\d._%+-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,5}/gu;
const PHONE = /(?<![\p{L}\d/.,-])(?:\+\d{2,3}[\s/-]?|0)\d{2,5}[\s/-]{1,3}\d[\d\s/-]{3,14}\d(?!\d|\.\d)/gu;
const PERSON =
  /(?<!\p{L})(?:Frau|Herrn?)\s(?:(?:Prof\.|Dr\.|Dipl\.-Ing\.)\s){0,3}\p{Lu}[\p{L}'’-]{1,40}(?:\s\p{Lu}[\p{L}'’-]{1,40})?/gu;
const AFFECTED =
  /(?<!\p{L})(?:[Gg]ilt (?:auch |nur |nicht )?für|gelten (?:auch |nur |nicht )?für|betrifft|richtet sich an|richten sich an|verbindlich für|[Bb]etroffen (?:ist|sind)|Adressaten|anzuwenden auf|findet Anwendung auf)(?!\p{L})/u;
const SUPERSEDES =
  /\b(?:ersetzt|ersetzen|aufgehoben|außer Kraft|wird geändert|werden geändert|geändert durch|tritt an die Stelle|löst \S+ \S+ ab|gegenstandslos)\b/u;

function passages(text: string, pattern: RegExp): Passage[] {
  const found: Passage[] = [];
  for (const m of text.matchAll(pattern)) {
    found.push({ text: m[0].trim(), start: m.index, end: m.index + m[0].length });
  }
  return found;
}

/** Aktenzeichen and the like that a text names with their label; only values with a digit count. */
export function referencesIn(text: string): Passage[] {
  const found: Passage[] = [];
  for (const m of text.matchAll(REFERENCE)) {
    // "Ihr Kassenzeichen lautet 4711": the verb is no part of it.
    const value = (m[1] ?? '').replace(/^\p{Ll}{2,12}\s(?=\d)/u, '').replace(/[.,;/-]+$/u, '');
    if (/\d/u.test(value)) found.push({ text: value, start: m.index, end: m.index + m[0].length });
  }
  return found;
}

/** Amounts of money in a text, in order. */
export function amountsIn(text: string): Passage[] {
  return passages(text, MONEY);
}

/** Percentages in a text, in order. */
export function sharesIn(text: string): Passage[] {
  return passages(text, SHARE);
}

/** Facts that one word gives away. */
function addCues(text: string, add: (kind: FactKind, value: string) => void): void {
  const cues: [FactKind, string | undefined][] = [
    ['responsible', responsibleIn(text) ?? undefined],
    ['affected', AFFECTED.exec(text)?.[0]],
    ['supersedes', SUPERSEDES.exec(text)?.[0]],
  ];
  for (const [kind, value] of cues) if (value !== undefined) add(kind, value);
}

/** Everything that is recognised in one sentence; each pattern is bounded, so the work is linear in its length. */
export function factsIn(sentence: Sentence): Fact[] {
  const { text } = sentence;
  const facts: Fact[] = [];
  const add = (kind: FactKind, value: string, iso: string | null = null): void => {
    facts.push({ kind, value, sentence, iso });
  };
  for (const { text: value, iso } of deadlinesIn(text)) add('deadline', value, iso);
  for (const { text: value } of amountsIn(text)) add('amount', value);
  for (const { text: value } of sharesIn(text)) add('share', value);
  for (const { text: value } of lawsIn(text)) add('law', value);
  for (const { text: value } of referencesIn(text)) add('reference', value);
  const action = actionIn(sentence);
  if (action) add('action', action.cue);
  // The header of a table names a clerk without saying who it is.
  if (sentence.block.kind !== 'row') addCues(text, add);
  for (const pattern of [PERSON, MAIL, PHONE]) {
    for (const { text: value } of passages(text, pattern)) add('contact', value);
  }
  return facts;
}
