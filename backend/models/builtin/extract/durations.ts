import type { Field } from '../../../../contract/agents/value.ts';
import type { Period } from '../../../deadlines/period.ts';
import { phrasesIn } from '../../../deadlines/phrases.ts';

/** A length of time that a text names: "innerhalb von zwei Wochen" is 2 and Wochen. */
interface Duration {
  count: number;
  unit: string;
}

const UNITS: Readonly<Record<Period['unit'], string>> = {
  tag: 'Tage',
  werktag: 'Werktage',
  arbeitstag: 'Arbeitstage',
  woche: 'Wochen',
  monat: 'Monate',
  quartal: 'Quartale',
  jahr: 'Jahre',
};

function durationsIn(text: string): Duration[] {
  return phrasesIn(text, true).flatMap((phrase) =>
    phrase.kind === 'period' ? [{ count: phrase.period.count, unit: UNITS[phrase.period.unit] }] : [],
  );
}

/** Whether a field is about a length of time: its number, or a choice among units. */
export function isDuration({ kind, label, options = [] }: Field): boolean {
  if (kind === 'zahl') return /(?<!\p{L})dauer(?!\p{L})/iu.test(label);
  return kind === 'auswahl' && options.some((option) => Object.values(UNITS).includes(option));
}

/** What a text says of a field that is about a length of time, as the field holds it. */
export function durationMentions(field: Field, text: string): string[] {
  return durationsIn(text).flatMap(({ count, unit }) => {
    if (field.kind === 'zahl') return [String(count)];
    return (field.options ?? []).includes(unit) ? [unit] : [];
  });
}
