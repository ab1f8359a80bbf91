import { addDays, germanDay, holidayOf, isArbeitstag, weekdayOf } from '../deadlines/calendar.ts';
import { datesIn } from '../text/dates.ts';
import { advice, gap, insert, lacking, MAX_SAME, placeOf, replace, type Rule } from './finding.ts';
import type { FormLine, FormText } from './form-text.ts';

const RESUBMIT = /^(?:Wv|WV|Wvl|WVL|Wiedervorlage)(?!\p{L})\.?/u;
const FILED =
  /^(?:z\.\s?V\.|zum Vorgang|z\.\s?Slg\.|zur Sammlung|z\.\s?d\.\s?A\.|zdA|zu den Akten|Wgl\.?|Weglegen)(?![\p{L}])/iu;
/** "z. d. A. (Az. 10-024)"; a longer line is a sentence. */
const CLOSING_CHARS = 60;

/** Whether a step lays the file away or up again. */
export function isClosingStep({ text }: FormLine): boolean {
  return text.length <= CLOSING_CHARS && (RESUBMIT.test(text) || FILED.test(text));
}

/** The numbered steps of a Verfügung; those inside of another step are indented. */
export function stepsOf({ lines }: FormText): FormLine[] {
  const steps: FormLine[] = [];
  let roman: boolean | null = null;
  for (const line of lines) {
    if (!line.number || line.indent >= 2) continue;
    const isRoman = /^[IVX]/u.test(line.number.mark);
    // The first step tells how the others are numbered.
    roman ??= isRoman;
    if (isRoman === roman) steps.push(line);
  }
  return steps;
}

/** A Verfügung has numbered steps. */
export const orderSteps: Rule = (text) =>
  stepsOf(text).length > 0
    ? []
    : [lacking('order-steps', 'Die Verfügung hat keine nummerierten Schritte (1. …, 2. …, 3. …).')];

/** The steps are numbered from 1 without a gap. */
export const orderNumbers: Rule = (text) => {
  let expected = 1;
  return stepsOf(text)
    .flatMap((line) => {
      const { number } = line;
      const wanted = expected;
      expected = (number?.value ?? wanted) + 1;
      if (!number || number.value === wanted) return [];
      const words = `Nach der Zählung ist das Schritt ${wanted}, nicht ${number.mark}`;
      return [
        lacking('order-numbering', words.endsWith('.') ? words : `${words}.`, { place: placeOf(line.text) }),
      ];
    })
    .slice(0, MAX_SAME);
};

/** Exactly one closing step, and it comes last. */
export const orderClosing: Rule = (text) => {
  const steps = stepsOf(text);
  const last = steps.at(-1);
  if (!last) return [];
  const closings = text.lines.filter((line) => line.at >= (steps[0]?.at ?? 0) && isClosingStep(line));
  const [first] = closings;
  if (!first) {
    const choice = gap('Wv. mit Datum, z. V., z. Slg., z. d. A. oder Wgl.');
    const mark = `${(last.number?.value ?? 0) + 1}.`;
    const words = 'Der Schluss fehlt: Wv. mit Datum, z. V., z. Slg., z. d. A. oder Wgl.';
    const mend = last.number?.mark.startsWith(String(last.number.value))
      ? insert(last.text, `\n${mark} ${choice}`)
      : null;
    return [lacking('order-closing', words, { mend })];
  }
  const others = closings.slice(1, MAX_SAME).map((line) =>
    lacking(
      'order-closing-several',
      `„${first.text}“ ist schon ein Schluss. Eine Verfügung hat genau einen.`,
      {
        place: placeOf(line.text),
      },
    ),
  );
  const end = closings.at(-1) ?? first;
  const isLast = end.at >= last.at;
  const words = `„${placeOf(end.text)}“ schließt die Verfügung und steht als letzter Schritt.`;
  return isLast ? others : [...others, lacking('order-closing-last', words, { place: placeOf(end.text) })];
};

/** The closing step has a number as the others have. */
export const orderClosingNumbered: Rule = (text) => {
  const steps = stepsOf(text);
  const last = steps.at(-1);
  const bare = text.lines.find((line) => last && line.at > last.at && !line.number && isClosingStep(line));
  if (!bare || !last?.number) return [];
  const mark = `${last.number.value + 1}.`;
  const words = `Der Schluss „${bare.text}“ ist ein Schritt und trägt eine Nummer: ${mark}`;
  return [advice('order-closing-number', words, { place: placeOf(bare.text) })];
};

function nextArbeitstag(day: string): string {
  let next = addDays(day, 1);
  while (!isArbeitstag(next)) next = addDays(next, 1);
  return next;
}

/** A Wiedervorlage names a day of the calendar on which somebody is at work. */
export const orderResubmission: Rule = (text) => {
  const found = stepsOf(text).filter((line) => isClosingStep(line) && RESUBMIT.test(line.text));
  return found.slice(0, MAX_SAME).flatMap((line) => {
    if (line.text.includes('[[')) return [];
    const [date] = datesIn(line.text);
    const place = placeOf(line.text);
    if (!date?.iso) {
      const words = date
        ? `Bei „${line.text}“ fehlt das Jahr.`
        : `Bei „${line.text}“ fehlt der Tag. Eine Wiedervorlage hat ein Datum.`;
      const mend = date ? null : replace(line.text, `Wv. ${gap('Datum der Wiedervorlage')}`);
      return [lacking('order-resubmission-date', words, { place, mend })];
    }
    if (isArbeitstag(date.iso)) return [];
    const holiday = holidayOf(date.iso);
    const free = holiday ?? (weekdayOf(date.iso) === 6 ? 'ein Samstag' : 'ein Sonntag');
    const next = germanDay(nextArbeitstag(date.iso));
    const words = `Der ${date.text} ist ${free}. Der nächste Arbeitstag ist der ${next}.`;
    const mend = replace(line.text, line.text.replace(date.text, next));
    return [advice('order-resubmission-day', words, { place, mend })];
  });
};
