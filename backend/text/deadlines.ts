import { datesIn, MONTH_NAMES, WEEKDAY_NAMES } from './dates.ts';

/** A limit in time as a sentence says it. */
export interface Deadline {
  /** Word for word: "15.06.2026", "binnen eines Monats". */
  text: string;
  start: number;
  /** The calendar day where one is named with its year. */
  iso: string | null;
}

/** Words that turn any date of their sentence into a limit. */
const CUE =
  /frist|spätestens|stichtag|fällig|\bablauf\b|abgabetermin|einsendeschluss|meldeschluss|\bvor dem\b|letztmals|endet am|endet mit/iu;
/** Before a date: it is when something was written or began, not when it is due. */
const PAST = /(?:\bvom|\bseit(?: dem)?|\bab(?: dem)?|\bstand:?|\bam)\s*$/iu;
/** Before a date: the date is a limit, whatever else the sentence says. */
const UNTIL =
  /(?:\bbis(?: spätestens| einschließlich)?(?: zum| zu dem)?|\bspätestens(?: am| bis| zum| bis zum)?|\bzum)(?: \p{L}{2,12},?(?: den| dem)?)?\s*$/iu;
const UNTIL_STRICT =
  /(?:\bbis(?: spätestens| einschließlich)?(?: zum| zu dem)?|\bspätestens(?: am| bis| zum| bis zum)?)(?: \p{L}{2,12},?(?: den| dem)?)?\s*$/iu;
const NUMBER =
  'eine[rsmn]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|vierzehn|dreißig|\\d{1,3}|der nächsten \\p{L}{1,10}|den nächsten \\p{L}{1,10}';
const UNIT =
  'Minuten?|Stunden?|Tag(?:e[ns]?)?|Werktagen?|Arbeitstagen?|Kalendertagen?|Wochen?|Monat(?:s|es|en|e)?|Jahr(?:es|en|e)?|Quartals?';
const PERIOD = new RegExp(
  `\\b(?:binnen|innerhalb(?: von)?|in(?= den nächsten))\\s(?:${NUMBER})\\s(?:${UNIT})(?!\\p{L})`,
  'giu',
);
/** What a period is counted from or to: "vor dem gewünschten Beginn", "nach Zugang", "zum Monatsende". */
const COUNTED = '\\s(?:vor|nach|zum|zur)(?:\\s(?:dem|der|den))?(?:\\s\\p{Ll}{2,25})?\\s\\p{Lu}\\p{L}{1,40}';
/** "mindestens vier Wochen vor Beginn", "längstens für zwei Jahre", "vier Wochen nach Zugang". */
const LEAD_TIME = new RegExp(
  `(?:\\b(?:[Mm]indestens|[Ss]pätestens)\\s(?:${NUMBER})\\s(?:${UNIT})${COUNTED}|\\b[Ll]ängstens(?:\\sfür)?\\s(?:${NUMBER})\\s(?:${UNIT})(?!\\p{L})|\\b(?:${NUMBER})\\s(?:${UNIT})\\snach(?:\\s(?:dem|der|Ihrer|Ihrem))?\\s(?:Bekanntgabe|Zustellung|Zugang|Eingang|Antragstellung|Erhalt|Fristablauf)(?!\\p{L}))`,
  'gu',
);
/** "mit einer Frist von vier Wochen zum Monatsende", "auf sechs Monate zu befristen". */
const LENGTH = new RegExp(
  `\\b(?:[Ff]rist\\svon\\s(?:${NUMBER})\\s(?:${UNIT})(?!\\p{L})(?:\\szum\\s(?:Monats|Quartals|Jahres|Wochen)ende)?|[Aa]uf\\s(?:${NUMBER})\\s(?:${UNIT})(?=\\s(?:zu\\s)?befrist))`,
  'gu',
);
const AT_ONCE = /(?<!\p{L})unverzüglich(?!\p{L})/giu;
const SPOKEN_DAY = new RegExp(
  `\\bbis\\s(?:spätestens\\s)?(?:zum\\s)?(?:(?:kommenden?|nächsten?|diesen|Ende|Anfang|Mitte)\\s(?:des\\s)?)?(?:${[...WEEKDAY_NAMES, ...MONTH_NAMES].join('|')}|Monats?|Monatsende|Jahresende|Woche)(?!\\p{L})(?:\\s\\d{4})?`,
  'giu',
);

/**
 * The deadlines of one sentence: a date after "bis zum" or "spätestens", any date beside a word such as Frist, a period
 * ("binnen eines Monats", "mindestens vier Wochen vor Beginn"), a day in words ("bis kommenden Montag"), and, where it
 * names no other, "unverzüglich".
 * A date that says when something was written ("vom 3.5.2026") is none.
 */
export function deadlinesIn(sentence: string): Deadline[] {
  const found: Deadline[] = [];
  const cue = CUE.test(sentence);
  for (const date of datesIn(sentence)) {
    const before = sentence.slice(Math.max(0, date.start - 40), date.start);
    const until = (cue ? UNTIL : UNTIL_STRICT).test(before);
    const endsThen = /endet am\s*$/iu.test(before);
    if (until || (cue && (endsThen || !PAST.test(before)))) {
      found.push({ text: date.text, start: date.start, iso: date.iso });
    }
  }
  const add = (pattern: RegExp): void => {
    for (const m of sentence.matchAll(pattern)) found.push({ text: m[0], start: m.index, iso: null });
  };
  for (const pattern of [PERIOD, SPOKEN_DAY, LEAD_TIME, LENGTH]) add(pattern);
  if (found.length === 0) add(AT_ONCE);
  return found.sort((a, b) => a.start - b.start);
}
