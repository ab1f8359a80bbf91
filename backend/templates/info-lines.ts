import type { Run } from '../../contract/rich.ts';
import type { Author } from '../../contract/tasks/index.ts';
import { linesOf, textOf } from './lines.ts';
import type { FieldSource } from './template.ts';

/** A value of the information block or of the head of a Vermerk. */
export interface Info {
  from: FieldSource;
  value: string;
}

const LABELS: readonly [RegExp, FieldSource][] = [
  [/^(?:ihr (?:zeichen|az|aktenzeichen))$/, 'theirReference'],
  [/^(?:ihre nachricht(?: vom)?|ihr schreiben(?: vom)?)$/, 'theirDate'],
  [/^(?:unser (?:zeichen|az|aktenzeichen)|az|aktenzeichen|geschäftszeichen)$/, 'reference'],
  [/^(?:name|verfasst von|verfasser(?:in)?|bearbeiter(?:in)?|bearbeitet von|bearbeitung)$/, 'author.name'],
  [/^(?:ansprechpartner(?:in)?|ansprechperson|auskunft erteilt|es schreibt ihnen)$/, 'author.name'],
  [/^(?:telefon|tel|durchwahl)$/, 'author.phone'],
  [/^(?:e-?mail|mail)$/, 'author.email'],
  [/^datum$/, 'today'],
  [/^behörde$/, 'author.authority'],
  [/^(?:fachbereich|abteilung|amt|sachgebiet|dienststelle)$/, 'author.unit'],
  [/^(?:betreff|betrifft|betr)$/, 'subject'],
];
const BOTH = /^behörde\s?[/,]\s?fachbereich$/;
const MAX_LABEL_CHARS = 40;
const MAX_VALUE_CHARS = 300;

function bareLabel(text: string): string {
  return text
    .trim()
    .replace(/[.:*]+$/, '')
    .trim()
    .toLowerCase();
}

/** What a label and its value say; null where the label is none of the head of a letter or Vermerk. */
export function infoOf(label: string, value: string, author: Author): Info[] | null {
  if (label.length > MAX_LABEL_CHARS || value.length > MAX_VALUE_CHARS) return null;
  const name = bareLabel(label);
  const said = value.trim();
  if (BOTH.test(name)) return bothOf(said, author);
  const from = LABELS.find(([pattern]) => pattern.test(name))?.[1];
  return from === undefined ? null : [{ from, value: said }];
}

/** "Stadt Musterburg / Bauamt" */
function bothOf(value: string, { authority }: Author): Info[] {
  const at =
    authority !== '' && value.startsWith(authority) ? authority.length : value.search(/\s[/–-]\s|[,/\n]/);
  if (at < 0) return [{ from: 'author.authority', value }];
  const unit = value.slice(at).replace(/^[\s/–,-]+/, '');
  const first: Info = { from: 'author.authority', value: value.slice(0, at).trim() };
  return unit === '' ? [first] : [first, { from: 'author.unit', value: unit }];
}

/** A line such as "Unser Zeichen: 12-34". */
export function infoOfLine(line: readonly Run[], author: Author): Info[] | null {
  const text = textOf(line);
  const colon = text.indexOf(':');
  return colon < 0 || colon > MAX_LABEL_CHARS
    ? null
    : infoOf(text.slice(0, colon), text.slice(colon + 1), author);
}

/** The lines of a cell as one value. */
export function valueOf(cell: readonly Run[]): string {
  return linesOf(cell)
    .map((line) => textOf(line).trim())
    .join('\n')
    .trim();
}
