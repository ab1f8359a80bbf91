import type { GivenPassage } from '../evidence/among.ts';

/** The line that a model writes where the passages do not answer the question. */
export const NO_SOURCE = 'Keine Fundstelle.';
/** What the line begins with that names a part of the question without an answer. */
export const NO_SOURCE_FOR = 'Keine Fundstelle zu:';
/** What a statement begins with that sets two sections against each other. */
export const CONTRADICTION = 'Widerspruch:';
/** What the person reads in the place of an answer. */
export const NOT_FOUND = 'Keine Fundstelle: Das interne Wissen beantwortet diese Frage nicht.';
/** Where a model did answer, and nothing of it could be found in the sections. */
export const NOT_BORNE =
  'Keine Fundstelle: Eine Antwort ließ sich mit dem internen Wissen nicht belegen und wird deshalb nicht gezeigt.';

const NUMBERS = /\s?\[\s?(?:Fundstellen?\s)?\d{1,3}(?:\s?(?:,|;|und)\s?\d{1,3}){0,8}\s?\]/giu;
const BEFORE_PASSAGE = /^[*_„"]{0,2}\[?\s?(?:Fundstelle\s)?(\d{1,3})\s?\](?:\s?:)?[*_]{0,2}\s{0,3}/iu;

/** Whether a line says that there is no answer. */
export function saysNoSource(text: string): boolean {
  return /^[*_„"\s]{0,4}keine fundstelle[.!“"*_\s]{0,4}$/iu.test(text);
}

/** Whether a line says so of a part of the question. */
export function saysNoSourceFor(text: string): boolean {
  return /^[*_\s]{0,4}keine fundstelle (?:zu|für)[:\s]/iu.test(text);
}

/** The words of a sentence without the numbers that the model put behind them, and those numbers. */
export function withoutNumbers(text: string): { words: string; numbers: number[] } {
  const numbers = [...text.matchAll(NUMBERS)].flatMap(([all]) => (all.match(/\d{1,3}/gu) ?? []).map(Number));
  return { words: text.replace(NUMBERS, '').trim(), numbers };
}

/** A passage as the model wrote it below its sentence: "[2] Stelle". */
export function givenPassage(line: string, numbers: readonly number[]): GivenPassage | null {
  const label = BEFORE_PASSAGE.exec(line.trim());
  const text = line.trim().slice(label?.[0].length ?? 0);
  if (text === '' || saysNoSource(text)) return null;
  return { number: label ? Number(label[1]) : (numbers[0] ?? null), text };
}
