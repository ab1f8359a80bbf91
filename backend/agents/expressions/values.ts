import { Optional } from '@marcbachmann/cel-js';
import type { Field, PlainValue } from '../../../contract/agents/value.ts';

/** An amount of money in an expression. */
export class Amount {
  readonly cents: number;
  /** @param cents whole; an amount beyond what a number holds exactly is none */
  constructor(cents: number) {
    if (!Number.isSafeInteger(cents)) throw new RangeError('amount');
    this.cents = cents;
  }
}

/** A calendar day in an expression. */
export class CalendarDay {
  /** ISO 8601 */
  readonly iso: string;
  constructor(iso: string) {
    this.iso = iso;
  }
}

/** Kind of a value as CEL's types name it. */
export const celTypes = {
  text: 'string',
  auswahl: 'string',
  zahl: 'double',
  datum: 'Datum',
  betrag: 'Betrag',
  ja_nein: 'bool',
} as const satisfies Record<Field['kind'], string>;
export type CelType = (typeof celTypes)[Field['kind']];

/** A value as expressions reckon with it; undefined for an empty one. */
export function toCel(value: PlainValue): string | number | boolean | Amount | CalendarDay | undefined {
  switch (value.kind) {
    case 'text':
      return value.text;
    case 'zahl':
      return value.number;
    case 'datum':
      return new CalendarDay(value.date);
    case 'betrag':
      return new Amount(value.cents);
    case 'ja_nein':
      return value.yes;
    case 'leer':
      return undefined;
  }
}

/** A value of a field that may be empty. */
export function toOptional(value: PlainValue): unknown {
  const known = toCel(value);
  return known === undefined ? Optional.none() : Optional.of(known);
}

/** What an expression came to; null where it is nothing that a step can hold. */
export function fromCel(result: unknown): PlainValue | null {
  if (result instanceof Amount) return { kind: 'betrag', cents: result.cents };
  if (result instanceof CalendarDay) return { kind: 'datum', date: result.iso };
  if (typeof result === 'string') return { kind: 'text', text: result };
  if (typeof result === 'boolean') return { kind: 'ja_nein', yes: result };
  if (typeof result !== 'bigint' && typeof result !== 'number') return null;
  const number = Number(result);
  return Number.isFinite(number) ? { kind: 'zahl', number } : null;
}
