import { fencedReading } from './fence.ts';
import { plainHearing } from './hearing.ts';
import type { Task } from './task.ts';

/** Freie Anweisung. */
export const instruct: Task<'instruct'> = {
  name: 'instruct',
  long: 'condense',
  ask: ({ input, reading, nonce }) => `${fencedReading(reading, nonce)}

Anweisung der Beschäftigten, nur sie gilt:
${input.instruction}`,
  listen: () => plainHearing(),
};
