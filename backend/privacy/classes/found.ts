import type { ItemKind } from '../../../contract/privacy.ts';
import type { Item } from '../item.ts';
import { BY_HAND } from '../terms.ts';
import { edgesOf } from './class-text.ts';
import { secretTerms } from './secret-terms.ts';

/** What is personal in a request, as far as its class follows from it. */
export interface Found {
  /** Kinds in the source. */
  source: ReadonlySet<ItemKind>;
  /** Kinds in what was typed and in earlier answers. */
  beyond: ReadonlySet<ItemKind>;
  /** Whether the source names persons besides those who sign it or can be asked about it. */
  besideSigners: boolean;
}

/** A text of a request with what was found in it. */
export interface Searched {
  text: string;
  items: readonly Item[];
}

export const nothingFound: Found = { source: new Set(), beyond: new Set(), besideSigners: false };

const GAP = /\n[ \t]{0,40}\n/g;
/** A longer line is no line of a signer. */
const MAX_LINE = 200;
const SIGNS =
  /(?<!\p{L})(?:gez|i\. ?[av]|im auftrag|in vertretung|ansprechp\p{L}{1,20}|ansprechperson(?:en)?|auskunft(?: erteilt)?|auskünfte|kontakt|rückfragen|bearbeite\p{L}{1,6}|bearbeitung|sachbearbeit\p{L}{1,8}|verfass\p{L}{1,6}|autor\p{L}{0,5}|redaktion|herausgeb\p{L}{1,6}|verantwortlich|zuständig|erstellt (?:von|durch)|berichterstatt\p{L}{1,8})[.:)]?(?!\p{L})/iu;
/** Small words of a line that is nothing but a name with its office: „Leiterin des Amtes für Kultur“. */
const OFFICE_WORDS = new Set(['der', 'des', 'die', 'für', 'und', 'im', 'in', 'gez', 'i', 'a', 'v']);
const WORDS = /\p{L}{1,60}/gu;

/**
 * What was found in a request. What a person or the house chose to mask says nothing of a class and is left out.
 * @param source the texts of the source
 * @param beyond what was typed and what stands in earlier answers
 */
export function foundIn(source: readonly Searched[], beyond: readonly Searched[] = []): Found {
  return {
    source: kindsIn(source),
    beyond: kindsIn(beyond),
    besideSigners: source.some(namesOthers),
  };
}

function kindsIn(searched: readonly Searched[]): Set<ItemKind> {
  return new Set(
    searched.flatMap(({ items }) => items.filter(({ rule }) => rule !== BY_HAND).map(({ kind }) => kind)),
  );
}

/** Ends at the first that is no signer, so that no paragraph or line is read twice for nothing. */
function namesOthers({ text, items }: Searched): boolean {
  const persons = items.filter(({ kind, rule }) => kind === 'person' && rule !== BY_HAND);
  if (persons.length === 0) return false;
  const edgeAt = edgesOf(text);
  let next = 0;
  for (const { start, end } of paragraphsOf(text)) {
    let termsLooked = false;
    for (let person = persons[next]; person !== undefined && person.start < end; person = persons[++next]) {
      const lineStart = text.lastIndexOf('\n', person.start - 1) + 1;
      if (person.end - lineStart > MAX_LINE) return true;
      const line = lineAt(text, lineStart);
      if (line === null || !signs(line, person.start - lineStart, person.end - lineStart, edgeAt(lineStart)))
        return true;
      if (!termsLooked && secretTerms([text.slice(start, end).toLowerCase()]).length > 0) return true;
      termsLooked = true;
    }
  }
  return false;
}

/** A name behind a label of a signer, or at the edge of a text alone in its line but for titles and an office. */
function signs(line: string, start: number, end: number, edge: 'top' | 'bottom' | 'inside'): boolean {
  if (SIGNS.test(line.slice(0, start))) return true;
  if (edge === 'inside') return false;
  const others = `${line.slice(0, start)} ${line.slice(end)}`.match(WORDS) ?? [];
  return others.every((word) => /^\p{Lu}/u.test(word) || OFFICE_WORDS.has(word));
}

function lineAt(text: string, start: number): string | null {
  const end = text.slice(start, start + MAX_LINE + 1).indexOf('\n');
  if (end !== -1) return text.slice(start, start + end);
  return text.length - start <= MAX_LINE ? text.slice(start) : null;
}

function* paragraphsOf(text: string): Generator<{ start: number; end: number }> {
  let start = 0;
  for (const gap of text.matchAll(GAP)) {
    yield { start, end: gap.index };
    start = gap.index + gap[0].length;
  }
  yield { start, end: text.length };
}
