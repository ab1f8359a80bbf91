import type { Field, PlainValue } from '../../../contract/agents/value.ts';
import { labelOf } from './agent-words.ts';
import { valueText } from './values.ts';

/** `{{ name }}` in an instruction stands for what is filled in. */
const VARIABLE = /\{\{([^{}]{0,100})\}\}/g;
const NAME = /^[a-z][a-z0-9_]{0,39}$/;

/** The names of the variables of a text, each once, and what stands between brackets without being a name. */
export function variablesIn(text: string): { names: string[]; wrong: string[] } {
  const found = [...new Set([...text.matchAll(VARIABLE)].map(([, inside = '']) => inside.trim()))];
  return { names: found.filter((name) => NAME.test(name)), wrong: found.filter((name) => !NAME.test(name)) };
}

/** The fields of the variables of a text: as they were described so far, new ones as a text. */
export function fieldsFor(text: string, known: readonly Field[]): Field[] {
  return variablesIn(text).names.map(
    (name) => known.find((field) => field.name === name) ?? { name, label: labelOf(name), kind: 'text' },
  );
}

/** The instruction with what was filled in. */
export function filledIn(text: string, values: Readonly<Record<string, PlainValue>>): string {
  return text.replaceAll(VARIABLE, (whole: string, inside: string) => {
    const value = values[inside.trim()];
    return value === undefined ? whole : valueText(value);
  });
}
