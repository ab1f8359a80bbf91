import { MAX_ATTACHMENTS, MAX_LINE_CHARS } from '../../../contract/limits.ts';
import type { RunInputs } from '../../../contract/agents/input.ts';
import type { Attachment, Source } from '../../../contract/source.ts';
import type { Step } from '../../../contract/agents/definition.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import { saidIn } from '../../tasks/reading.ts';
import { type Memory, pathOf, roundOf, type Rounds } from '../definition/memory.ts';
import { innerSteps, type Plan } from '../definition/plan.ts';
import { valueInWords } from '../expressions/words.ts';
import { resultInWords } from './result-words.ts';

/** What a step draws on, with a title where it is no document of its own. */
export interface Material {
  /** The document or mail that was open. */
  base: Source;
  /** Everything beside it, as data and never as an order. */
  beside: Attachment[];
}

/**
 * What stands behind the names that a step draws on: inputs, and results of earlier steps.
 * @param rounds those of the step that draws on them
 */
export function materialOf(
  names: readonly string[],
  inputs: RunInputs,
  { places }: Pick<Plan, 'places'>,
  memory: Memory,
  rounds: Rounds,
): Material {
  let base: Source = { kind: 'nothing' };
  const beside: Attachment[] = [];
  for (const name of names) {
    const input = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const step = places.get(name)?.step;
    if (input?.kind === 'offen' && base.kind === 'nothing') base = input.source;
    else if (input?.kind === 'offen') beside.push(asAttachment(input.source));
    else if (input?.kind === 'anlagen') beside.push(...input.attachments);
    else if (input?.kind === 'feld') beside.push({ name, text: valueInWords(input.value) });
    else if (step) beside.push(...wordsOfStep(step, memory, rounds));
  }
  return { base, beside: beside.filter(({ text }) => text.trim() !== '') };
}

/** The words that a step left behind: of a loop those of each of its rounds, of a branch those of what was done. */
export function wordsOfStep(step: Step, memory: Memory, rounds: Rounds): Attachment[] {
  const result = resultNear(step, memory, rounds);
  if (result === undefined) return [];
  if (step.kind === 'entscheiden') {
    return innerSteps(step).flatMap((inner) => wordsOfStep(inner, memory, rounds));
  }
  if (step.kind === 'je' && result.kind === 'je') {
    return Array.from({ length: result.count }, (_none, index) =>
      step.steps
        .flatMap((inner) => wordsOfStep(inner, memory, [...rounds, roundOf(step.id, index)]))
        .map(({ name, text }) => ({ name: `${name} (${index + 1})`, text })),
    ).flat();
  }
  return [{ name: step.title, text: resultInWords(step, result) }];
}

/** What a step came to in these rounds, or in those around them. */
function resultNear({ id }: Step, { results }: Memory, rounds: Rounds): StepResult | undefined {
  for (let depth = rounds.length; depth >= 0; depth--) {
    const result = results.get(pathOf(rounds.slice(0, depth), id));
    if (result !== undefined) return result;
  }
  return undefined;
}

/** One source for a task: of a mail with files beside it, of a document with sections behind its text. */
export function sourceOf({ base, beside }: Material, title: string): Source {
  if (base.kind === 'mail') {
    const all = [...base.attachments, ...beside];
    if (all.length <= MAX_ATTACHMENTS) return { ...base, attachments: all };
    // Nothing is left out: what has no place of its own stands together in the last one.
    const apart = all.slice(0, MAX_ATTACHMENTS - 1);
    return { ...base, attachments: [...apart, joined(all.slice(apart.length))] };
  }
  if (beside.length === 0) return base;
  const sections = beside.map(({ name, text }) => `## ${name}\n\n${text}`);
  return base.kind === 'document'
    ? { ...base, text: [base.text, ...sections].join('\n\n') }
    : { kind: 'document', title: title.slice(0, MAX_LINE_CHARS), part: 'whole', text: sections.join('\n\n') };
}

function joined(attachments: readonly Attachment[]): Attachment {
  return {
    name: 'Weitere Unterlagen',
    text: attachments.map(({ name, text }) => `## ${name}\n\n${text}`).join('\n\n'),
  };
}

function asAttachment(source: Source): Attachment {
  switch (source.kind) {
    case 'nothing':
      return { name: '', text: '' };
    case 'document':
      return { name: source.title, text: source.text };
    case 'mail':
      return { name: source.subject, text: saidIn(source) };
  }
}
