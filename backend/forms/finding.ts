import type { FormFinding, Mend } from '../../contract/forms.ts';
import type { FormText } from './form-text.ts';

/** Looks for one thing that a form asks for. */
export type Rule = (text: FormText) => FormFinding[];

/** A rule finds the same again and again in a long text; after this many the list helps nobody. */
export const MAX_SAME = 30;

interface Where {
  place?: string | null;
  mend?: Mend | null;
}

/** A finding that must be mended. */
export function lacking(rule: string, text: string, { place = null, mend = null }: Where = {}): FormFinding {
  return { rule, weight: 'lacking', text, place, mend };
}

/** A finding that may be mended. */
export function advice(rule: string, text: string, { place = null, mend = null }: Where = {}): FormFinding {
  return { rule, weight: 'advice', text, place, mend };
}

/** The placeholder for a fact that only the clerk knows. */
export function gap(what: string): string {
  return `[[Bitte ergänzen: ${what}]]`;
}

/** `find` stands word for word in the text. */
export function replace(find: string, text: string): Mend {
  return { kind: 'replace', find, text };
}

/** `after` stands word for word in the text; null puts `text` at its end. */
export function insert(after: string | null, text: string): Mend {
  return { kind: 'insert', after, text };
}

/** A place is shown in a narrow pane. */
const PLACE_CHARS = 200;

/** The beginning of a line or sentence, cut at a blank. */
export function placeOf(text: string): string {
  if (text.length <= PLACE_CHARS) return text;
  const blank = text.lastIndexOf(' ', PLACE_CHARS);
  return text.slice(0, blank > 0 ? blank : PLACE_CHARS);
}

/** The words around a passage, so that it is found where it stands and not where the same stands before. */
export function around(text: string, start: number, end: number): { before: string; after: string } {
  const before = /(?:\S{1,40}\s){0,2}\S{0,40}$/u.exec(text.slice(Math.max(0, start - 130), start))?.[0] ?? '';
  const after = /^\S{0,40}(?:\s\S{1,40}){0,2}/u.exec(text.slice(end, end + 130))?.[0] ?? '';
  return { before, after };
}

/** A mend of a passage within a line, with the words around it. */
export function within(line: string, start: number, end: number, text: string): Required<Where> {
  const { before, after } = around(line, start, end);
  const find = before + line.slice(start, end) + after;
  return { place: find, mend: replace(find, before + text + after) };
}
