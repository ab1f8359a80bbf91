import type { ToolCall } from '../../contract/agents/tool-call.ts';
import type { TaskEvent } from '../../contract/events.ts';
import type { Author, TaskInput, TaskName, TaskResult, Turn } from '../../contract/tasks/index.ts';
import { findGaps } from '../../contract/gaps.ts';
import { breatheWith, type Breathe } from '../text/breathe.ts';
import type { Findings } from './knowledge.ts';
import type { Reading } from './reading.ts';

/** What an answer is held against. */
export interface Inputs<Name extends TaskName> {
  input: TaskInput<Name>;
  /** The whole source, also where the model saw only notes on it. */
  reading: Reading;
  author: Author;
  today: Date;
  /** Earlier answers with what the person wished to be changed in them. */
  turns: readonly Turn[];
  /** What the knowledge has on it. */
  findings: Findings;
  /** Whether what answers is no language model; known once it answers. */
  extracted: () => boolean;
}

/** What the person gets to hear of what a model writes. */
export type Heard = Extract<TaskEvent, { type: 'text' | 'statement' }>;

/**
 * Listens to one answer: passes it on as the person shall see it, and says at its end whether it is true to its inputs.
 * Texts of a model are untrusted here: nothing in them can make it throw.
 */
export interface Hearing {
  /** A piece of the answer, cut anywhere. */
  hear(text: string): Iterable<Heard>;
  /** A tool that the model wants to use; only in tasks that offer some. */
  call?(call: ToolCall): void;
  /**
   * The answer is complete. What was held back comes out now; the events are sent before the result. Work on long texts
   * lets other requests have the event loop.
   */
  end(): Promise<{ rest: Iterable<Heard>; result: TaskResult }>;
}

/** What most texts end with: no statements, and nothing from the knowledge. */
export const nothingBeside = {
  summary: null,
  answer: null,
  sources: [],
  records: [],
  calls: [],
} satisfies Partial<TaskResult>;

/**
 * Passes everything on as it comes.
 * @param check what is found in the finished text
 * @param sources sections of the knowledge that the finished text draws on
 */
export function plainHearing(
  check: (text: string, breathe: Breathe) => Promise<TaskResult['checks']> = () => Promise.resolve([]),
  sources: (text: string) => TaskResult['sources'] = () => [],
): Hearing {
  let all = '';
  return {
    hear(text) {
      all += text;
      return [{ type: 'text', text }];
    },
    async end() {
      const checks = await check(all, unstoppedBreath());
      const result = { text: all, gaps: gapsOf(all), checks, ...nothingBeside, sources: sources(all) };
      return { rest: [], result };
    },
  };
}

/** For the work at the end of an answer: it lets other requests have the event loop, and nobody stops it. */
export function unstoppedBreath(): Breathe {
  return breatheWith(new AbortController().signal);
}

/** What the person still has to fill in. */
export function gapsOf(text: string): string[] {
  return findGaps(text).map(({ what }) => what);
}
