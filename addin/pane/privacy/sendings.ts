import type { Treatment } from '../../../contract/privacy.ts';
import type { Sending } from '../work.ts';

/** Distinct things that were masked in what was sent, however many parts it went in. */
export function maskedIn(sent: readonly Sending[]): number {
  const [first, ...others] = sent;
  if (first === undefined) return 0;
  if (others.length === 0) return first.event.masked;
  const placeholders = sent.flatMap(({ event }) =>
    event.messages.flatMap(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end))),
  );
  return new Set(placeholders).size;
}

/** What the models got: where one part went as it is, that is what counts. */
export function treatmentIn(sent: readonly Sending[]): Treatment {
  return sent.some(({ event }) => event.verdict.treatment === 'plain') ? 'plain' : 'masked';
}
