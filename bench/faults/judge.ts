import type { Recording } from './recording.ts';
import type { TaskRun } from './task.ts';

/** What must not happen, whatever the provider does. */
export const breaches = [
  'no terminal event or more than one',
  'done without the end mark',
  'text that was never sent',
  'silent for too long',
  'an event outside the contract',
] as const;
export type Breach = (typeof breaches)[number];

export interface Verdict {
  breaches: Breach[];
  /** `done` or the error's code. */
  outcome: string;
  /** The longest time without an event, beyond pauses that were announced. */
  silenceMs: number;
  /** The end mark had come in full, and the person was told of a fault all the same. */
  falseAlarm: boolean;
}

/**
 * Judges a task whose provider failed after `at` bytes.
 * @param maxSilenceMs the idle limit plus one second
 */
export function judge(run: TaskRun, recording: Recording, at: number, maxSilenceMs: number): Verdict {
  const events = run.events.map(({ event }) => event);
  const text = events.map((event) => (event.type === 'text' ? event.text : '')).join('');
  const terminals = events.filter(({ type }) => type === 'done' || type === 'error');
  const last = events.at(-1);
  const isDone = last?.type === 'done';
  const silenceMs = longestSilence(run);
  const isWhole = at >= recording.endMarkFrom && text === recording.text;

  const found: [Breach, boolean][] = [
    ['no terminal event or more than one', terminals.length !== 1 || terminals[0] !== last],
    ['done without the end mark', isDone && !isWhole],
    ['text that was never sent', !recording.text.startsWith(text)],
    ['silent for too long', run.endedAt === undefined || silenceMs > maxSilenceMs],
    ['an event outside the contract', run.strange > 0],
  ];
  return {
    breaches: found.filter(([, happened]) => happened).map(([breach]) => breach),
    outcome: last?.type === 'error' ? last.code : (last?.type ?? 'nothing'),
    silenceMs,
    falseAlarm: !isDone && at >= recording.endMarkComplete,
  };
}

function longestSilence({ events, endedAt }: TaskRun): number {
  let longest = 0;
  let since = 0;
  let announced = 0;
  for (const { at, event } of events) {
    longest = Math.max(longest, at - since - announced);
    since = at;
    announced = event.type === 'progress' && event.step === 'retry' ? event.inMs : 0;
  }
  return Math.max(longest, (endedAt ?? Infinity) - since - announced);
}
