import { datesIn, type DateMention } from '../text/dates.ts';
import { deadlinesIn } from '../text/deadlines.ts';
import { numeral } from '../text/numerals.ts';
import type { Day } from './calendar.ts';
import type { Period } from './period.ts';

/** What a period is counted from. */
export type Origin =
  /** "nach dem Datum dieses Schreibens" */
  | { kind: 'writing' }
  /** The text says nothing. */
  | { kind: 'unsaid' }
  /** Something that happens when the letter arrives, with its article: "der Zugang". */
  | { kind: 'arrival'; what: string }
  /** "nach dem 15.12.2026", or "ab dem 1.1.2027", where the day itself counts. */
  | { kind: 'day'; on: Day; counts: boolean }
  /** Counted back: "spätestens drei Wochen vor dem 15.12.2026". */
  | { kind: 'before'; on: Day };

/** A limit in time as a sentence says it. */
export type Phrase = { text: string; start: number } & (
  | { kind: 'day'; iso: Day | null }
  /** "vor dem 15.12.2026 einzureichen": the day itself is too late. */
  | { kind: 'eve'; on: Day }
  | { kind: 'period'; period: Period; origin: Origin }
  /** "bis Freitag"; 0 is Sunday. */
  | { kind: 'weekday'; weekday: number }
  /** "bis Ende des Monats"; `later` is 1 for the next one. */
  | { kind: 'end'; of: 'monat' | 'quartal' | 'jahr'; later: number }
  /** "bis Ende März 2027": the end of a stretch whose last month (1 to 12) is named. */
  | { kind: 'month-end'; month: number; year: number | null }
);

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);
const WEEKDAYS = 'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag'.split(' ');
const UNITS: readonly (readonly [RegExp, Period['unit']])[] = [
  [/^werktag/iu, 'werktag'],
  [/^arbeitstag/iu, 'arbeitstag'],
  [/^(?:kalender)?tag/iu, 'tag'],
  [/^woche/iu, 'woche'],
  [/^monat/iu, 'monat'],
  [/^quartal/iu, 'quartal'],
  [/^jahr/iu, 'jahr'],
];
/** What arrives with a letter, or is its arrival; with any other event nobody can say here when it happens. */
const ARRIVALS: Record<string, string> = {
  Bekanntgabe: 'die Bekanntgabe',
  Bekanntmachung: 'die Bekanntmachung',
  Veröffentlichung: 'die Veröffentlichung',
  Zustellung: 'die Zustellung',
  Zugang: 'der Zugang',
  Eingang: 'der Eingang',
  Erhalt: 'der Erhalt',
  Empfang: 'der Empfang',
  Aufforderung: 'die Aufforderung',
  Mitteilung: 'die Mitteilung',
};
const OWN_LETTER =
  /^(?:Schreiben|Rundschreiben|Bescheid|Verwaltungsakt|Verfügung|Mail|EMail|Nachricht|Brief|Anhörung|Rechnung|Aufforderung|Mitteilung)/u;

const PERIOD =
  /(?<![\p{L}\d.,])(?:((?:Frist|(?:Antwort|Einreichungs|Abgabe|Rückmelde|Widerspruchs)frist)(?::|\svon|\sbeträgt)|[Bb]innen|[Ii]nnerhalb(?:\svon|\sder\snächsten)?|[Ii]n\sden\snächsten|[Ss]pätestens)\s)?(\d{1,3}|\p{L}{3,30})\s(Werktag|Arbeitstag|Kalendertag|Tag|Woche|Monat|Quartal|Jahr)(?:e[ns]?|s|n)?(?!\p{L})/gu;
const SHORT_PERIOD = /(?<!\p{L})([Bb]innen\s)(Wochen|Monats|Jahres)frist(?!\p{L})/gu;
/** What turns a period into another kind of limit: a notice to the end of a month, a lead before an event. */
const NO_END = /^,?\s(?:vor|zum|zur|nachdem|seitdem|im\sVoraus)(?!\p{L})/u;
/** How long something lasts or is kept; it ends for nobody who reads the letter, wherever it is counted from. */
const DURATION =
  /(?<!\p{L})(?:Aufbewahrung|Bearbeitung|Lösch|Speicher|Verjährung|Kündigung|Gewährleistung|Sperr|Festsetzung|Bindung)s?frist(?:en)?(?!\p{L})[^.;!?]{0,40}$/u;
const FROM =
  /^,?\s(?:gerechnet\s)?(nach|ab|seit|von)\s(?:(?:dem|der|des|Ihrem|Ihrer|diesem|dieser|dieses|seiner|deren)\s)?/u;
const NOUN =
  /^(\p{Lu}\p{L}{2,40})(?:\s(?:des|der|dieses|dieser|Ihres|Ihrer|eines|einer)\s(?:\p{Ll}{3,20}\s)?(\p{Lu}\p{L}{1,40}))?/u;

const UNTIL = '(?<!\\p{L})(?:[Bb]is|[Ss]pätestens)\\s(?:spätestens\\s)?(?:zum\\s)?';
const NEXT = '(nächsten\\s|kommenden\\s|laufenden\\s|aktuellen\\s)?';
const END_OF = new RegExp(
  `${UNTIL}(?:Ende|Ablauf)\\s(?:des\\s|dieses\\s)?${NEXT}(Monats|Quartals|Vierteljahres|Jahres|Kalenderjahres)(?!\\p{L}|\\s\\d)`,
  'gu',
);
const END_NOUN = new RegExp(`${UNTIL}()(Monats|Quartals|Jahres)ende(?!\\p{L}|\\s\\d)`, 'gu');
const END_OF_MONTH = new RegExp(
  `${UNTIL}Ende\\s(?:des\\sMonats\\s)?(${MONTHS.join('|')})(?:\\s(\\d{4}))?(?![\\p{L}\\d])`,
  'gu',
);
const END_OF_YEAR = new RegExp(`${UNTIL}(?:Ende|Ablauf)\\s(?:des\\sJahres\\s)?()(\\d{4})(?!\\d)`, 'gu');
const END_OF_QUARTER = new RegExp(
  `${UNTIL}(?:Ende|Ablauf)\\sdes\\s(ersten|zweiten|dritten|vierten|[1-4]\\.)\\sQuartals(?:\\s(\\d{4}))?(?!\\d)`,
  'gu',
);
const WEEKDAY = new RegExp(
  `${UNTIL}(?:kommenden?\\s|nächsten?\\s|diesen\\s)?(${WEEKDAYS.join('|')}|Sonnabend)(?!\\p{L})`,
  'gu',
);
/** Characters before a date or period that tell what it is. */
const LOOK_CHARS = 80;
const ON_WEEKDAY = `(?:(?:${WEEKDAYS.join('|')}|Sonnabend),?\\s(?:(?:dem|den|der)\\s)?)?`;
/** "drei Wochen vor dem", "zwei Tage vor der Sitzung am": the date behind it is where the lead is counted from. */
const LEAD = new RegExp(
  `(?<![\\p{L}\\d.,])(?:([Bb]is(?:\\sspätestens)?|[Ss]pätestens(?:\\sbis)?)\\s)?(\\d{1,3}|\\p{L}{3,30})\\s(Werktag|Arbeitstag|Kalendertag|Tag|Woche|Monat|Quartal|Jahr)(?:e[ns]?|s|n)?\\svor\\s(?:(?:(?:dem\\s)?${ON_WEEKDAY})|([^.;!?\\d]{2,60}\\s(?:am|vom|zum|:)\\s${ON_WEEKDAY}))$`,
  'u',
);
/** A date so close behind a weekday is the same day. */
const NEAR_CHARS = 20;

/** Where a period begins, as the words behind it say; null where that cannot be known from the letter. */
function originOf(behind: string, isLimit: boolean): Origin | null {
  if (NO_END.test(behind)) return null;
  const from = FROM.exec(behind);
  if (!from) return isLimit ? { kind: 'unsaid' } : null;
  const rest = behind.slice(from[0].length);
  const [date] = datesIn(rest);
  if (date && date.start === 0) {
    return date.iso === null ? null : { kind: 'day', on: date.iso, counts: from[1] !== 'nach' };
  }
  const [, event = '', whose] = NOUN.exec(rest) ?? [];
  const ours = whose === undefined || OWN_LETTER.test(whose);
  if (/^(?:Datum|Ausstellung|Schreiben)/u.test(event)) return ours ? { kind: 'writing' } : null;
  const what = Object.hasOwn(ARRIVALS, event) ? ARRIVALS[event] : undefined;
  return what !== undefined && ours ? { kind: 'arrival', what } : null;
}

function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - LOOK_CHARS), at);
}

function periodsIn(text: string): Phrase[] {
  const found: Phrase[] = [];
  for (const match of text.matchAll(PERIOD)) {
    const [all, lead, number = '', word = ''] = match;
    if (DURATION.test(before(text, match.index))) continue;
    const count = numeral(number);
    const unit = UNITS.find(([sign]) => sign.test(word))?.[1];
    const origin = originOf(
      text.slice(match.index + all.length, match.index + all.length + 160),
      lead !== undefined,
    );
    if (count === null || !unit || !origin) continue;
    found.push({ kind: 'period', text: all, start: match.index, period: { count, unit }, origin });
  }
  for (const match of text.matchAll(SHORT_PERIOD)) {
    const unit = UNITS.find(([sign]) => sign.test(match[2] ?? ''))?.[1];
    const origin = originOf(
      text.slice(match.index + match[0].length, match.index + match[0].length + 160),
      true,
    );
    if (unit && origin)
      found.push({ kind: 'period', text: match[0], start: match.index, period: { count: 1, unit }, origin });
  }
  return found;
}

const STRETCHES: Record<string, 'monat' | 'quartal' | 'jahr'> = {
  Monats: 'monat',
  Quartals: 'quartal',
  Vierteljahres: 'quartal',
  Jahres: 'jahr',
  Kalenderjahres: 'jahr',
};
const QUARTERS: Record<string, number> = { ersten: 1, zweiten: 2, dritten: 3, vierten: 4 };

function endsIn(text: string): Phrase[] {
  const found: Phrase[] = [];
  for (const pattern of [END_OF, END_NOUN]) {
    for (const { 0: all, 1: next, 2: word = '', index: start } of text.matchAll(pattern)) {
      const of = STRETCHES[word];
      const later = /^(?:nächsten|kommenden)/u.test(next ?? '') ? 1 : 0;
      if (of) found.push({ kind: 'end', text: all, start, of, later });
    }
  }
  const named = (pattern: RegExp, monthOf: (word: string) => number): void => {
    for (const { 0: all, 1: word = '', 2: year, index: start } of text.matchAll(pattern)) {
      found.push({
        kind: 'month-end',
        text: all,
        start,
        month: monthOf(word),
        year: year === undefined ? null : Number(year),
      });
    }
  };
  named(END_OF_MONTH, (word) => MONTHS.indexOf(word) + 1);
  named(END_OF_YEAR, () => 12);
  named(END_OF_QUARTER, (word) => 3 * (QUARTERS[word] ?? Number.parseInt(word, 10)));
  return found;
}

function weekdaysIn(text: string, dates: readonly { start: number }[]): Phrase[] {
  const found: Phrase[] = [];
  for (const { 0: all, 1: word = '', index: start } of text.matchAll(WEEKDAY)) {
    const end = start + all.length;
    if (dates.some((date) => date.start >= end && date.start - end < NEAR_CHARS)) continue;
    found.push({
      kind: 'weekday',
      text: all,
      start,
      weekday: word === 'Sonnabend' ? 6 : WEEKDAYS.indexOf(word),
    });
  }
  return found;
}

/** Before a date: it is when something was written, begins, or may be done at the earliest. */
const NO_LIMIT = new RegExp(
  `(?<!\\p{L})(?:vom|seit(?:\\sdem)?|ab(?:\\sdem)?|nach\\sdem|stand:?|ausgabe|frühestens(?:\\s(?:am|ab|zum|mit|dem)){0,2}|erst(?:\\s(?:am|ab|zum|mit|dem)){1,2}|(?:nicht|nie|keinesfalls|frühestens)\\s(?:bereits\\s|schon\\s)?vor(?:\\sdem)?|(?:\\p{L}{0,20}beginn|beginnt|beginnen|begann|startet|starten)(?:\\s(?!end|und|bis)\\p{L}{2,20}){0,4}:?(?:\\s(?:am|ab|mit|zum|der|dem)){0,2})\\s*${ON_WEEKDAY}$`,
  'iu',
);
/** Behind a date: it is when something begins. */
const BEGINS = /^,?\s(?:beginnt|begann|beginnen|startet)(?!\p{L})/u;
const BEFORE = new RegExp(`(?<!\\p{L})vor\\s(?:dem\\s)?${ON_WEEKDAY}$`, 'iu');
/** Something has to be done; "vor dem 1.1.2026 gestellt" only tells what was. */
const DUTY =
  /(?<!\p{L})(?:muss|müssen|sollen?|bitten?|gebeten|spätestens|zu\s\p{Ll}{3,30}n|\p{Ll}{2,12}zu\p{Ll}{3,30}n)(?!\p{L})/iu;
const DONE =
  /^[^.;!?\d]{0,60}(?<!\p{L})(?:wurden?|worden|waren?|hatten?|(?:ge\p{Ll}{2,25}|be\p{Ll}{2,25}|ein\p{Ll}{2,25})(?:te[nrs]?|ene[nrs]?)\s\p{Lu})/u;

/** What a date counts as by the words around it. */
function dayPhrase(text: string, date: { text: string; start: number; iso: Day | null }): Phrase | null {
  const { text: words, start, iso } = date;
  const ahead = before(text, start);
  const behind = text.slice(start + words.length, start + words.length + LOOK_CHARS);
  const lead = LEAD.exec(ahead);
  if (lead) {
    const [all, limit, number = '', word = '', event] = lead;
    const count = numeral(number);
    const unit = UNITS.find(([sign]) => sign.test(word))?.[1];
    // "mindestens" wants whole weeks between, and what an event means by its day is not known.
    if (limit === undefined || event !== undefined || count === null || !unit || iso === null) return null;
    const origin: Origin = { kind: 'before', on: iso };
    return { kind: 'period', text: all + words, start: start - all.length, period: { count, unit }, origin };
  }
  if (NO_LIMIT.test(ahead) || BEGINS.test(behind)) return null;
  const eve = BEFORE.exec(ahead);
  if (!eve) return { kind: 'day', text: words, start, iso };
  const duty = DUTY.test(ahead) || DUTY.test(/^[^.;!?]*/u.exec(behind)?.[0] ?? '');
  if (!duty || DONE.test(behind) || iso === null) return null;
  return { kind: 'eve', text: eve[0] + words, start: start - eve[0].length, on: iso };
}

/** Dates that are limits; in a list of deadlines whose words name none, every date is one. */
function daysIn(text: string, listed: boolean, dates: readonly DateMention[]): Phrase[] {
  const named = deadlinesIn(text).filter((one) => dates.some(({ start }) => start === one.start));
  const limits =
    listed && named.length === 0
      ? dates
      : dates.filter(
          ({ start }) => named.some((one) => one.start === start) || LEAD.test(before(text, start)),
        );
  return limits.map((date) => dayPhrase(text, date)).filter((phrase) => phrase !== null);
}

/**
 * The limits in time of a text that lead to a calendar day: dates, periods whose beginning the letter tells, weekdays,
 * and the ends of months, quarters and years.
 * @param listed the text stands in a list of deadlines
 */
export function phrasesIn(text: string, listed: boolean): Phrase[] {
  const periods = periodsIn(text);
  // The day from which a period is counted is not its end.
  const origins = new Set(
    periods.map((one) => (one.kind === 'period' && one.origin.kind === 'day' ? one.origin.on : '')),
  );
  const dates = datesIn(text);
  const days = daysIn(text, listed, dates).filter(
    (day) => day.kind !== 'day' || day.iso === null || !origins.has(day.iso),
  );
  return [...days, ...periods, ...endsIn(text), ...weekdaysIn(text, dates)].sort((a, b) => a.start - b.start);
}
