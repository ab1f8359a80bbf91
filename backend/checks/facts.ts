import type { FactKind, FactMention } from '../../contract/checks.ts';
import { findGaps } from '../../contract/gaps.ts';
import { blocksOf, cellsOf, type Block } from '../text/blocks.ts';
import type { Breathe } from '../text/breathe.ts';
import { datesIn, MONTH_NAMES, WEEKDAY_NAMES } from '../text/dates.ts';
import { amountsIn, referencesIn, sharesIn } from '../text/facts.ts';
import type { Passage } from '../text/law.ts';
import { isClosing } from '../text/letter.ts';
import { readable } from '../text/sentences.ts';
import { contactsIn } from './contacts.ts';
import { numbersIn, timesIn, valueOf } from './figures.ts';
import { type LawPart, lawReferencesIn } from './laws.ts';
import { namesIn } from './names.ts';

/**
 * A fact of a text in a form that can be compared by its value. `key` is a plain decimal ("1200.5") for figures, amounts
 * and shares, "9:00" for a time, "2026-12-15", "12-15", "2026-12", "dezember" or "freitag" for a date, the sign or address in small letters for
 * references and contacts, the family name for names.
 */
export type Fact = FactMention & { kind: FactKind } & (
    { kind: 'law'; parts: LawPart[] } | { kind: Exclude<FactKind, 'law'>; key: string }
  );

/** Stands for each character that no pattern shall see; a character of no script. */
const HIDDEN = '\ue000';

/** The text with some passages hidden, so that no later pattern sees them; the length stays. */
function without(text: string, passages: readonly Passage[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of [...passages].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += text.slice(at, start) + HIDDEN.repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}

interface Day extends Passage {
  key: string;
}

const MONTHS = MONTH_NAMES.join('|');
const MONTH_OF_YEAR = new RegExp(`(?<![\\p{L}\\d])(${MONTHS})\\s(\\d{4})(?!\\d)`, 'gu');
/**
 * "Freitag", "Freitagabend", "Montag-Freitag", "im Dezember"; no part of another word ("Freitagsgebet", "Maifeier"), and
 * no given name ("August Meyer").
 */
const BARE = new RegExp(
  `(?<![\\p{L}\\d])(?:(${WEEKDAY_NAMES.join('|')}|Sonnabend)(?:abend|früh|mittag|morgen|nachmittag|nacht|vormittag)?|(?<!(?:Frau|Herrn?|Dr\\.)\\s)(?!August\\s\\p{Lu})(${MONTHS})|(?<=(?:[Ii]m|[Aa]b|[Bb]is|[Ss]eit|Anfang|Mitte|Ende)\\s)(August))(?![\\p{L}\\d]|-(?!${WEEKDAY_NAMES.join('|')}|${MONTHS})\\p{L})`,
  'gu',
);
/** Between a weekday and its day: "Freitag, den 18.12." */
const TO_ITS_DAY = /^,?\s?(?:den\s|dem\s)?/u;

/** Weekdays and months that are said without a date; beside a day without a year a weekday says nothing of its own. */
function bareIn(text: string, days: readonly Day[]): Day[] {
  const undated = new Set(days.filter(({ key }) => key.length < 7).map(({ start }) => start));
  const found: Day[] = [];
  for (const match of without(text, days).matchAll(BARE)) {
    const start = match.index;
    const end = start + match[0].length;
    const behind = TO_ITS_DAY.exec(text.slice(end, end + 8))?.[0].length ?? 0;
    if (undated.has(end + behind)) continue;
    const name = match[1] ?? match[2] ?? match[3] ?? '';
    found.push({ text: match[0], start, end, key: name.replace('Sonnabend', 'Samstag').toLowerCase() });
  }
  return found;
}

/** "15. und 16. Dezember", "1.–15.12.": the first day has its month from the second. */
const FIRST_DAY = /(?<![\d.,])(\d{1,2})\.\s?(?:und|bis|oder|[-–/])\s?$/u;

/** The key of a day: "2026-12-15", or "12-15" where no year is said. */
function dayKey(text: string, iso: string | null): string {
  if (iso !== null) return iso;
  // The same day in a leap year, so that 29.2. is one.
  return datesIn(`${text} 2024`)[0]?.iso?.slice(5) ?? text;
}

/** Days, months and weekdays; the key of a month is "2026-12", or "dezember" where no year is said. */
function daysIn(text: string): Day[] {
  const found: Day[] = [];
  for (const { text: words, start, end, iso } of datesIn(text)) {
    const key = dayKey(words, iso);
    const first = FIRST_DAY.exec(text.slice(Math.max(0, start - 12), start));
    const day = Number(first?.[1] ?? 0);
    if (first && day >= 1 && day <= 31) {
      const from = start - first[0].length;
      found.push({
        text: text.slice(from, end),
        start: from,
        end: start,
        key: `${key.slice(0, -2)}${String(day).padStart(2, '0')}`,
      });
    }
    found.push({ text: words, start, end, key });
  }
  for (const match of without(text, found).matchAll(MONTH_OF_YEAR)) {
    const month = MONTH_NAMES.indexOf(match[1] ?? '') + 1;
    const key = `${match[2] ?? ''}-${String(month).padStart(2, '0')}`;
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length, key });
  }
  return [...found, ...bareIn(text, found)];
}

/** "11/610-13 Kle", "FB1-77", "3 K 123/26.NW", "5.0123.456789.0". */
const SIGNS =
  /(?<![\p{L}\d./-])(?:\d{1,6}(?:[./-]\d{1,10}){2,6}|\d{2,10}[/-]\d{2,10}(?:[./-]\p{L}{1,4})?|\p{Lu}{1,6}\d{0,4}(?:[-/]\d{1,8}){1,4}|\d{1,2}\s\p{Lu}{1,3}\s\d{1,5}\/\d{2}(?:\.\p{Lu}{2})?)(?:\s\p{Lu}\p{Ll}{1,3}(?=\s?(?:$|[,;|·])))?(?![\p{L}\d]|[/-]\d)/gu;

function signsIn(text: string): Passage[] {
  const found: Passage[] = [];
  for (const match of text.matchAll(SIGNS)) {
    // "2025/2026", "10-12": two years or a range, and no sign.
    if (/^(?:(?:19|20)\d\d[/-](?:(?:19|20)?\d\d)|\d{2}-\d{2}|\d{1,3}-\d{1,3})$/u.test(match[0])) continue;
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** "11/610-13 Kle" is 11/610-13: the clerk's initials come and go. */
export function referenceKey(text: string): string {
  return text
    .replace(/(?<=\d)\s\p{Lu}\p{Ll}{1,3}$/u, '')
    .replaceAll(/\s/gu, '')
    .toLowerCase();
}

/** "3.2 Kosten", "5. Anlass", "2) Ziel"; a heading may do without the full stop, and a day is no such number. */
const HEADING_NUMBER = new RegExp(
  `^(?:\\d{1,2}\\.){0,4}\\d{1,2}[.)]?\\s(?!\\d|%|€|(?:${MONTHS}|Uhr|Euro|Prozent)(?!\\p{L}))`,
  'u',
);
const LABEL_NUMBER = new RegExp(`^(?:\\d{1,2}\\.){0,4}\\d{1,2}[.)]\\s(?!\\d|(?:${MONTHS})(?!\\p{L}))`, 'u');

/** Marks in front of a heading and of a footnote are no figures of the text. */
function wordsOfBlock(source: string, block: Block): string {
  if (block.kind === 'row') return cellsOf(source, block).map(readable).join(' | ');
  const text = readable(block.text).replaceAll(/\[\d{1,3}\]/gu, '');
  if (block.kind === 'heading') return text.replace(HEADING_NUMBER, '');
  return block.kind === 'label' ? text.replace(LABEL_NUMBER, '') : text;
}

/** Every fact of one block. */
function* factsOfBlock(text: string): Generator<Fact & { start: number }> {
  let rest = text;
  const labelled = referencesIn(rest);
  for (const { text: words, start } of labelled)
    yield { kind: 'reference', text: words, key: referenceKey(words), start };
  rest = without(rest, labelled);

  const contacts = contactsIn(rest);
  for (const { text: words, key, start } of contacts) yield { kind: 'contact', text: words, key, start };
  rest = without(rest, contacts);

  const laws = lawReferencesIn(rest);
  for (const { text: words, parts, start } of laws) yield { kind: 'law', text: words, parts, start };
  rest = without(rest, laws);

  const days = daysIn(rest);
  for (const { text: words, key, start } of days) yield { kind: 'date', text: words, key, start };
  rest = without(rest, days);

  const amounts = amountsIn(rest);
  for (const { text: words, start } of amounts)
    yield { kind: 'amount', text: words, key: valueOf(words), start };
  rest = without(rest, amounts);

  const shares = sharesIn(rest);
  for (const { text: words, start } of shares)
    yield { kind: 'share', text: words, key: valueOf(words), start };
  rest = without(rest, shares);

  const times = timesIn(rest);
  for (const { text: words, key, start } of times) yield { kind: 'number', text: words, key, start };
  rest = without(rest, times);

  const signs = signsIn(rest);
  for (const { text: words, start } of signs)
    yield { kind: 'reference', text: words, key: referenceKey(words), start };
  rest = without(rest, signs);

  for (const { text: words, key, start } of numbersIn(rest))
    yield { kind: 'number', text: words, key, start };
}

/** A placeholder of the masking that a model made up: nothing stands behind it. */
const UNKNOWN = /\[[A-Z]{2,20}_\d{1,6}(?:_[A-Z0-9]{1,12}){0,2}\]/gu;

/** The text without its placeholders; what is missing is no fact. */
export function hideGaps(text: string): string {
  const gaps = findGaps(text).map(({ start, end }) => ({ text: '', start, end }));
  const open = without(text, gaps);
  const unknown = [...open.matchAll(UNKNOWN)].map(({ 0: { length }, index }) => ({
    text: '',
    start: index,
    end: index + length,
  }));
  return unknown.length === 0 ? open : without(open, unknown);
}

/**
 * The facts of a text, block by block, in its order: every mention of a date, an amount, a share, a law, a reference, another figure, a
 * name or a way to reach somebody. Numbers of lists, headings and footnotes and what a placeholder says are left out.
 * Each pattern is bounded, so the work is linear in the text.
 * @param text Markdown or plain text, untrusted
 */
export function* factsOf(text: string): Generator<Fact[]> {
  const source = hideGaps(text);
  let belowClosing = false;
  for (const block of blocksOf(source)) {
    const words = wordsOfBlock(source, block);
    const facts: (Fact & { start: number })[] = [...factsOfBlock(words)];
    const place = belowClosing ? 'below closing' : 'elsewhere';
    for (const { text: name, key, start } of namesIn(words, block, place)) {
      facts.push({ kind: 'name', text: name, key, start });
    }
    yield facts.sort((a, b) => a.start - b.start).filter((fact) => !fact.text.includes(HIDDEN));
    belowClosing =
      isClosing(words) || (belowClosing && /^(?:i\. ?[AV]\.|im auftrag|in vertretung)$/iu.test(words));
  }
}

/**
 * The facts of a whole text in its order.
 * @param breathe called once a block
 */
export async function allFactsOf(text: string, breathe: Breathe): Promise<Fact[]> {
  const all: Fact[] = [];
  for (const facts of factsOf(text)) {
    await breathe();
    all.push(...facts);
  }
  return all;
}
