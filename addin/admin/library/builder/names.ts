import type { Field } from '../../../../contract/agents/value.ts';
import { type AgentDraft, allSteps, changeStep, type DraftStep } from './draft.ts';

/** Names that mean something in the expression language already. */
const TAKEN = [
  'heute',
  ...[
    'as',
    'break',
    'const',
    'continue',
    'else',
    'false',
    'for',
    'function',
    'if',
    'import',
    'in',
    'let',
    'loop',
  ],
  ...['namespace', 'null', 'package', 'return', 'true', 'var', 'void', 'while'],
  ...[
    'bool',
    'bytes',
    'double',
    'dyn',
    'duration',
    'has',
    'int',
    'list',
    'map',
    'optional',
    'size',
    'string',
  ],
  ...['timestamp', 'type', 'uint'],
];
const MAX_CHARS = 40;
const LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' };

/**
 * The name by which expressions know what has a title: "Frist für die Antwort" → `frist_fuer_die_antwort`.
 * @param taken names that it must not have
 * @param otherwise where the title has no letters
 */
export function nameFrom(title: string, taken: ReadonlySet<string>, otherwise: string): string {
  const plain = title
    .toLocaleLowerCase('de')
    .replace(/[äöüß]/g, (letter) => LETTERS[letter] ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, MAX_CHARS)
    .replace(/_+$/, '');
  const name = plain === '' ? otherwise : plain;
  const isFree = (one: string) => !taken.has(one) && !TAKEN.includes(one);
  if (isFree(name)) return name;
  for (let number = 2; ; number++) {
    const ending = `_${number}`;
    const tried = name.slice(0, MAX_CHARS - ending.length) + ending;
    if (isFree(tried)) return tried;
  }
}

/** Names of inputs, of steps and of the things of loops. */
export function namesIn({ inputs, steps }: AgentDraft): Set<string> {
  return new Set([
    ...inputs.map((input) => (input.kind === 'feld' ? input.field.name : input.name)),
    ...allSteps(steps).flatMap((step) => (step.kind === 'je' ? [step.id, step.as] : [step.id])),
  ]);
}

/** The same without one of them. */
export function othersIn(draft: AgentDraft, name: string): Set<string> {
  const names = namesIn(draft);
  names.delete(name);
  return names;
}

const INSERTED = /\{\{([^{}]*)\}\}/g;
const WORD = /[a-z][a-z0-9_]*/g;

/** Words of an expression that may be names; those within quotation marks are none, but one too many does no harm. */
const wordsOf = (expression: string): string[] => expression.match(WORD) ?? [];
const filledWords = (text: string): string[] =>
  [...text.matchAll(INSERTED)].flatMap(([, inner = '']) => wordsOf(inner));

/** Every name that steps and examples use: what bears it must not get another one by itself. */
export function referencedIn({ steps, free, examples }: AgentDraft): ReadonlySet<string> {
  return new Set([
    ...allSteps(steps).flatMap(namedBy),
    ...filledWords(free.order),
    ...examples.flatMap(({ inputs, answers = {}, expects }) => [
      ...Object.keys(inputs),
      ...[...Object.keys(answers), ...expects.map(({ at }) => at)].flatMap(wordsOf),
    ]),
  ]);
}

function namedBy(step: DraftStep): string[] {
  switch (step.kind) {
    case 'lesen':
      return [step.from];
    case 'nachschlagen':
      return filledWords(step.question);
    case 'pruefen':
      return [...wordsOf(step.rule), ...filledWords(step.otherwise)];
    case 'rechnen':
      return wordsOf(step.value);
    case 'schreiben':
      return [...step.drawsOn, ...filledWords(step.how.kind === 'order' ? step.how.order : step.how.text)];
    case 'fragen':
      return [...filledWords(step.question), ...wordsOf(step.default ?? '')];
    case 'freigeben':
      return [...step.shows, ...filledWords(step.says)];
    case 'entscheiden':
      return step.cases.flatMap(({ when }) => wordsOf(when));
    case 'je':
      return wordsOf(step.over);
  }
}

/** A step by another title; its name follows as long as no other step uses it, and the outcome follows its name. */
export function titled(draft: AgentDraft, step: DraftStep, title: string): AgentDraft {
  if (referencedIn(draft).has(step.id)) return changeStep(draft, { ...step, title });
  const id = nameFrom(title, othersIn(draft, step.id), step.kind);
  const { outcome } = draft;
  const changed = changeStep(draft, { ...step, title, id });
  return outcome.from === step.id ? { ...changed, outcome: { ...outcome, from: id } } : changed;
}

/**
 * A field by another label; its name follows as long as nothing uses it.
 * @param taken names of those beside it
 */
export function labelled(draft: AgentDraft, field: Field, label: string, taken: ReadonlySet<string>): Field {
  if (referencedIn(draft).has(field.name)) return { ...field, label };
  return { ...field, label, name: nameFrom(label, taken, 'angabe') };
}
