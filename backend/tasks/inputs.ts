import type { Address } from '../../contract/source.ts';
import type { TaskName } from '../../contract/tasks/index.ts';
import { germanDate } from '../../contract/german-date.ts';
import type { Inputs } from './hearing.ts';
import type { Findings } from './knowledge.ts';
import { placeOf, validityOf } from './passages.ts';
import type { Reading } from './reading.ts';

function personLine({ name, email }: Address): string {
  return `${name} ${email}`;
}

/** Everything that a source says: also its head, what it quotes, and its attachments. */
function wordsOfSource(reading: Reading): string[] {
  switch (reading.kind) {
    case 'nothing':
      return [];
    case 'document':
      return [reading.title, reading.text, reading.thread ?? ''];
    case 'mail':
      return [
        reading.subject,
        [reading.from, ...reading.to, ...reading.cc].map(personLine).join('\n'),
        reading.date ? germanDate(reading.date) : '',
        reading.newest,
        reading.notices,
        reading.thread,
        ...reading.attachments.flatMap(({ name, text }) => [name, text]),
      ];
  }
}

/** What the knowledge says, where it was put before the model. */
function wordsOfSections({ sections, enough }: Findings): string[] {
  if (!enough) return [];
  return sections.map(({ card, before, after }) =>
    [placeOf(card), validityOf(card), before, card.text, after].join('\n'),
  );
}

/** What the person wished for in earlier rounds. */
export function wishesOf({ turns }: Pick<Inputs<TaskName>, 'turns'>): string[] {
  return turns.map(({ wish }) => wish);
}

/**
 * All that a new text may rest on: the source, sections of the knowledge, what the person said, who they are, and the day.
 * @param said the fields that the person filled in
 */
export function supportOf(inputs: Inputs<TaskName>, said: readonly string[]): string[] {
  const { reading, author, today } = inputs;
  return [
    ...wordsOfSource(reading),
    ...wordsOfSections(inputs.findings),
    ...said,
    ...wishesOf(inputs),
    [author.authority, author.unit, author.name, `Telefon: ${author.phone}`, author.email].join('\n'),
    germanDate(today),
  ];
}

/** What the clerk said the reply shall promise: points and wishes. */
export function saidByClerk(inputs: Inputs<'reply'>): string {
  return [inputs.input.points, ...wishesOf(inputs)].join('\n');
}
