import { normalText } from '../../contract/normal-text.ts';
import type { DueDate, Statement } from '../../contract/summary.ts';
import { figuresGiven, missingFigures, type Given } from '../evidence/figures.ts';
import { readable } from '../text/sentences.ts';
import { wordsOf } from '../text/words.ts';
import type { Day } from './calendar.ts';
import { phrasesIn } from './phrases.ts';
import { resolve, type Resolved } from './resolve.ts';

/** A line of a list and the title of an appointment. */
const MAX_WHAT_CHARS = 200;
const MAX_DUE_DATES = 100;
/** Limits in time of one statement; a text with more is no line of a summary. */
const MAX_PHRASES = 5;
/** Days outside are no deadlines of today's letters but slips or history. */
const FIRST: Day = '1990-01-01';
const LAST: Day = '2100-12-31';
/** Two statements with so many words in common say the same. */
const SAME = 0.5;

const DEADLINES = /frist|termin/iu;
const TO_DO = /handlungsbedarf|zu tun|aufgaben/iu;

interface Found extends Resolved {
  statement: Statement;
  passage: string;
}

/** The sections that are about deadlines come first. */
function rankOf({ section }: Statement): number {
  return DEADLINES.test(section) ? 0 : TO_DO.test(section) ? 1 : 2;
}

/** What a text says; a day that the passage does not have is left out, whatever the statement says. */
function daysIn(text: string, passage: Given, listed: boolean, writing: Day | null): Resolved[] {
  return phrasesIn(normalText(text).text, listed)
    .slice(0, MAX_PHRASES)
    .filter((phrase) => missingFigures(phrase.text, passage).length === 0)
    .map((phrase) => resolve(phrase, writing))
    .filter((found) => found !== null)
    .filter(({ day }) => day >= FIRST && day <= LAST);
}

function foundIn(statement: Statement, writing: Day | null): Found[] {
  const { evidence } = statement;
  if (evidence.state !== 'proven' && evidence.state !== 'inexact') return [];
  const { passage } = evidence;
  const rank = rankOf(statement);
  const given = figuresGiven(passage);
  const said = daysIn(statement.text, given, rank === 0, writing);
  // The statement may leave the date to its passage, above all where it says it wrongly.
  const days = said.length > 0 || rank > 1 ? said : daysIn(passage, given, false, writing);
  return days.map((day) => ({ ...day, statement, passage: normalText(passage).text }));
}

/** Whether two statements with the same day are about the same matter. */
function isSame(a: Found, b: Found): boolean {
  if (a.day !== b.day) return false;
  if (a.statement === b.statement || a.passage.includes(b.passage) || b.passage.includes(a.passage))
    return true;
  const [left, right] = [a, b].map(({ statement }) => new Set(wordsOf(statement.text.toLowerCase())));
  const shared = [...(left ?? [])].filter((word) => right?.has(word)).length;
  return shared > SAME * Math.min(left?.size ?? 0, right?.size ?? 0);
}

function lineOf(text: string): string {
  const line = readable(text);
  if (line.length <= MAX_WHAT_CHARS) return line;
  return `${line.slice(0, line.lastIndexOf(' ', MAX_WHAT_CHARS - 2))} …`;
}

/**
 * The days by which something is due, from the statements whose passage was found in the source. The sections on
 * deadlines are asked first; what others say of the same matter is not repeated.
 * @param writing the day on which the source was written, from which periods are counted; null where it is not known
 * @returns by day
 */
export function dueDatesOf(statements: readonly Statement[], writing: Day | null): DueDate[] {
  const known = writing !== null && writing >= FIRST && writing <= LAST ? writing : null;
  const ranked = [...statements].sort((a, b) => rankOf(a) - rankOf(b));
  const kept: Found[] = [];
  for (const found of ranked.flatMap((statement) => foundIn(statement, known))) {
    if (kept.length < MAX_DUE_DATES && !kept.some((one) => isSame(one, found))) kept.push(found);
  }
  return kept
    .sort((a, b) => a.day.localeCompare(b.day) || a.statement.id - b.statement.id)
    .map(({ statement, day, rule }) => ({
      statement: statement.id,
      what: lineOf(statement.text),
      date: day,
      rule,
    }));
}
