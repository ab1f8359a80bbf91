import * as z from 'zod/mini';
import { MAX_ANSWER_CHARS, MAX_LINE_CHARS } from '../limits.ts';

/** As an expression names a field or a step: CEL knows no other letters. */
export const key = z.string().check(z.regex(/^[a-z][a-z0-9_]{0,39}$/));

/** What a field may hold, in the words of those who write agents. */
export const valueKinds = {
  text: 'Text',
  zahl: 'Zahl',
  datum: 'Datum',
  betrag: 'Betrag in Euro',
  ja_nein: 'Ja oder nein',
  auswahl: 'Auswahl',
} as const;
export type ValueKind = keyof typeof valueKinds;
export const valueKind = z.enum(Object.keys(valueKinds) as [ValueKind, ...ValueKind[]]);

export const MAX_OPTIONS = 30;
/** Things of one kind in a list. */
export const MAX_ITEMS = 200;

/** A typed field: an input of an agent, something read from a document, an answer of a person. */
export const field = z.strictObject({
  name: key,
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  kind: valueKind,
  /** What is meant by it, for whoever or whatever fills it in. */
  hint: z.exactOptional(z.string().check(z.maxLength(MAX_LINE_CHARS))),
  /** Of an `auswahl`: what may be chosen. */
  options: z.exactOptional(
    z
      .array(z.string().check(z.minLength(1), z.maxLength(200)))
      .check(z.minLength(1), z.maxLength(MAX_OPTIONS)),
  ),
  /** Whether it may stay empty. */
  optional: z.exactOptional(z.boolean()),
});
export type Field = z.infer<typeof field>;

/** A value with its kind; amounts in whole cents, so that sums come out even. */
export const plainValue = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().check(z.maxLength(MAX_ANSWER_CHARS)) }),
  z.object({ kind: z.literal('zahl'), number: z.number() }),
  z.object({ kind: z.literal('datum'), date: z.iso.date() }),
  z.object({ kind: z.literal('betrag'), cents: z.int() }),
  z.object({ kind: z.literal('ja_nein'), yes: z.boolean() }),
  /** Nothing was given or found. */
  z.object({ kind: z.literal('leer') }),
]);
export type PlainValue = z.infer<typeof plainValue>;

/** What stands for several fields, by their names. */
export const values = z.record(key, plainValue);
export type Values = z.infer<typeof values>;
