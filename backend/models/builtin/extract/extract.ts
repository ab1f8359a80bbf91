import type { Field } from '../../../../contract/agents/value.ts';
import type { Reading } from '../../../tasks/reading.ts';
import { NOT_GIVEN } from '../../../tasks/summary-fields.ts';
import { digest } from '../../../text/digest.ts';
import { honestLine, verbatim } from '../markdown.ts';
import { matterOf, type CallOf, type Desk } from '../task.ts';
import type { Hit } from './labelled.ts';
import { findMany } from './many.ts';
import { findOne, groundOf } from './one.ts';

/** The last line: what the values are made of. */
const EXTRACT_LINE = honestLine('Werte nach Regeln aus dem Text, mit ihren Stellen.');

/** The text that fields are read from: of a mail, also the files that came with it. */
function textOf(reading: Reading): string {
  if (reading.kind !== 'mail') return matterOf(reading);
  // The head of a mail that is written like a letter stands above its greeting.
  return [reading.newest, ...reading.attachments.map(({ text }) => text)].join('\n\n');
}

function lineOf({ label }: Field, hit: Hit | null | undefined): string {
  if (!hit) return `- ${label}: ${NOT_GIVEN}`;
  const passage = hit.passage
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return [
    `- ${label}: ${verbatim(hit.value.replace(/\s+/gu, ' '))}`,
    ...passage.map((line) => `  > ${line}`),
  ].join('\n');
}

/**
 * Lesen without a language model: values that stand beside their labels, at the place where letters have them, or in the
 * sentence that speaks of them, in the form in which a model writes them. What no rule finds is "nicht angegeben".
 */
export async function extract({ input }: CallOf<'extract'>, desk: Desk): Promise<string> {
  const { fields, extent } = input;
  const ground = groundOf(await digest(textOf(desk.reading), desk.breathe), desk);
  if (extent === 'one') {
    const lines: string[] = [];
    for (const field of fields) {
      await desk.breathe();
      lines.push(lineOf(field, findOne(field, ground)));
    }
    return `${lines.join('\n')}\n\n${EXTRACT_LINE}`;
  }
  const places = findMany(fields, ground).map((place, at) =>
    [`## Eintrag ${at + 1}`, ...fields.map((field) => lineOf(field, place.get(field.name)))].join('\n'),
  );
  return [...(places.length > 0 ? places : [NOT_GIVEN]), EXTRACT_LINE].join('\n\n');
}
