import type { FreeAgentWork } from '../next.ts';
import type { StepResult } from '../../../../contract/agents/result.ts';
import { noChoice } from '../../../../contract/privacy.ts';
import type { Source } from '../../../../contract/source.ts';
import { noAuthor } from '../../../../contract/tasks/index.ts';
import type { House } from '../../../tasks/run.ts';
import { nextIn } from '../../course.ts';
import { createStepWork } from '../../steps/create-step-work.ts';
import type { RunTerms, StepEvent } from '../../steps/step-work.ts';

/** How a run of a free agent went. */
export interface FreeRun {
  /** `end`, or why it failed. */
  end: string;
  turns: number;
  results: ReadonlyMap<string, StepResult>;
  events: StepEvent[];
}

/** What a run of a free agent on a source begins with. */
export function freeTerms(source: Source, work: Omit<FreeAgentWork, 'kind' | 'as'>): RunTerms {
  return {
    agent: {
      format: 'amtsfeder/agent/1',
      name: 'Prüfer',
      purpose: 'Prüft.',
      owner: { name: 'Hauptamt' },
      dataClass: 'internal',
      models: null,
      reviewOn: '2027-01-01',
      inputs: [{ kind: 'offen', name: 'mail', label: 'E-Mail' }],
      work: { kind: 'frei', as: 'vermerk', ...work },
    },
    model: null,
    author: noAuthor,
    privacy: noChoice,
    inputs: { mail: { kind: 'offen', source } },
    trial: false,
  };
}

/**
 * Runs a free agent as a run does, in memory.
 * @param microEuro what each turn of the model costs
 * @throws Error with the code of a step that failed
 */
export async function runFree(terms: RunTerms, house: House, microEuro = 100): Promise<FreeRun> {
  const work = createStepWork(house);
  const results = new Map<string, StepResult>();
  const events: StepEvent[] = [];
  for (let spent = 0, turns = 0; ;) {
    const memory = { today: '2026-11-27', inputs: {}, results };
    const next = nextIn(terms.agent, null, memory, spent);
    if (next.do === 'end') return { end: 'end', turns, results, events };
    if (next.do === 'fail') return { end: next.why, turns, results, events };
    if (next.do === 'wait') throw new Error('a free agent asks nobody');
    if (next.do === 'note') {
      results.set(next.path, next.result);
      continue;
    }
    for await (const event of work(terms, { ...next, memory, plan: null }, new AbortController().signal)) {
      events.push(event);
      if (event.type === 'failed') throw new Error(event.code);
      if (event.type === 'done') results.set(next.path, event.result);
    }
    if (next.work.kind === 'antwort') {
      turns++;
      spent += microEuro;
    }
  }
}
