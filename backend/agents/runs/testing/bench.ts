import type { RunRequest } from '../../../../contract/agents/run.ts';
import type { Store } from '../../../store/store.ts';
import type { StepOrder, StepWork } from '../../steps/step-work.ts';
import { erika, runOf, scriptedWork } from './every-step.ts';
import { testRoom, type TestRoom } from './test-room.ts';

/** What tests of runs work with: rooms on one store whose steps are counted. */
export interface Bench {
  /** Paths of the steps that were carried out since the last `house`. */
  calls: string[];
  /** Called where a step begins. */
  meets(order: StepOrder, signal: AbortSignal): void | Promise<void>;
  work: StepWork;
  /** The room of a process that starts now. */
  house(more?: Parameters<typeof testRoom>[2]): TestRoom;
  /** That of another one beside it. */
  beside(): TestRoom;
  begin(room: TestRoom, asked?: RunRequest): Promise<string>;
}

export function createBench(store: () => Pick<Store, 'within'>): Bench {
  const work = scriptedWork((order, signal) => {
    bench.calls.push(order.path);
    return bench.meets(order, signal);
  });
  const bench: Bench = {
    calls: [],
    meets: () => undefined,
    work,
    house(more = {}) {
      bench.calls = [];
      bench.meets = () => undefined;
      return testRoom(store(), work, more);
    },
    beside: () => testRoom(store(), work),
    begin: async (room, asked = runOf('alles')) => (await room.runs.start(erika, asked)).id,
  };
  return bench;
}
