import type { Field } from '../../../../contract/agents/value.ts';
import { plainLine, valueOf } from '../../../tasks/extract-values.ts';
import { datesIn } from '../../../text/dates.ts';
import { amountsIn } from '../../../text/facts.ts';
import { durationMentions, isDuration } from './durations.ts';

const COUNT =
  /(?<![\p{L}\d.,§/-])\d{1,3}(?:\.\d{3})*(?:,\d{1,4})?(?![\d.,/-]*\d)(?!\.\s?\d|\.?\s?(?:§|€|EUR|Euro|Uhr|Prozent|%))/gu;

/** The values of the kind of a field that a text has, word for word, in order; a text and a choice are none of them. */
export function mentionsOf(field: Field, text: string): string[] {
  switch (field.kind) {
    case 'datum':
      return datesIn(text).flatMap((date) => (date.iso === null ? [] : [date.text]));
    case 'betrag':
      return amountsIn(text).map((amount) => amount.text);
    case 'zahl': {
      if (isDuration(field)) return durationMentions(field, text);
      const dates = datesIn(text);
      const isDate = (at: number): boolean => dates.some(({ start, end }) => at >= start && at < end);
      return [...text.matchAll(COUNT)].filter(({ index }) => !isDate(index)).map(([digits]) => digits);
    }
    case 'auswahl': {
      const named = (field.options ?? []).filter((option) => standsIn(option, text));
      return named.length === 0 && isDuration(field) ? durationMentions(field, text) : named;
    }
    case 'ja_nein':
    case 'text':
      return [];
  }
}

/** Whether words stand in a text, and not as part of others. */
function standsIn(words: string, text: string): boolean {
  const at = text.toLowerCase().indexOf(words.toLowerCase());
  if (at < 0) return false;
  const around = text.charAt(at - 1) + text.charAt(at + words.length);
  return !/[\p{L}\p{N}]/u.test(around);
}

/** The value of its kind that words are or hold; null where they hold none, or several. */
export function valueIn(field: Field, words: string): string | null {
  const plain = plainLine(words);
  if (valueOf(plain, field, null).kind !== 'leer') return plain;
  const [only, ...others] = [...new Set(mentionsOf(field, plain))];
  return only !== undefined && others.length === 0 ? only : null;
}
