import type { Answer } from '../../../contract/answer.ts';
import type { Check } from '../../../contract/checks.ts';
import type { ModelInfo } from '../../../contract/models.ts';
import type { Ask } from '../../tasks/task.ts';
import type { Version } from '../work.ts';

interface Text {
  /** Markdown, untrusted. */
  text: string;
  answer?: Answer;
  gaps?: string[];
  checks?: Check[];
  model: ModelInfo | null;
  /** The task that it is like. */
  ask: Ask;
  /** Title of what was read. */
  title?: string;
}

/** A text of a run as the version of a task, so that whatever can be done with those can be done with it. */
export function asVersion({ text, answer, gaps = [], checks = [], model, ask, title = '' }: Text): Version {
  return {
    text,
    statements: answer?.statements ?? [],
    found: null,
    result: {
      text,
      gaps,
      checks,
      summary: null,
      answer: answer ?? null,
      sources: [],
      records: [],
      calls: [],
    },
    origin: { ask, taken: null, from: 'whole', title, words: null, settings: '' },
    turns: [],
    reason: '',
    model,
    insteadOf: null,
    end: { state: 'done' },
    usage: null,
    used: null,
    review: null,
    sent: [],
  };
}
