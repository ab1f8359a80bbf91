import type { KommunePolicy } from '../../../contract/policy.ts';
import type { Closing } from '../../closing.ts';
import { agentRunRoutes } from '../../http/agent-runs.ts';
import type { Route } from '../../http/route.ts';
import type { Person } from '../../identity/person.ts';
import type { Pseudonym } from '../../identity/pseudonym.ts';
import type { Job } from '../../jobs/job.ts';
import type { Store } from '../../store/store.ts';
import type { AgentSource } from '../agent-source.ts';
import type { StepWork } from '../steps/step-work.ts';
import { createCarrier } from './carrier.ts';
import { runSeals } from './contents.ts';
import { createHub } from './hub.ts';
import { runsJob } from './job.ts';
import { runKey } from './kept.store.ts';
import { type RunTimes, usualTimes } from './limits.ts';
import { createRuns, type Runs } from './runs.ts';
import { createSeal } from './seal.ts';

export interface RunRoomParts {
  store: Pick<Store, 'within'>;
  /** Of the installation. */
  secret: Uint8Array;
  pseudonym: Pseudonym;
  /** What a Kommune starts with, before anybody decides. */
  starting: KommunePolicy;
  agents: AgentSource;
  /**
   * What carries out the steps of this person; asked before each step, so that the rules are those of that moment.
   * @throws ProblemError, StoreError: the step has failed with that
   */
  workFor(person: Person): Promise<StepWork>;
  /** @throws ProblemError `rate_limited`, `kommune_rate_limited` */
  admit(person: Person): Promise<void>;
  /** Id of a Vorlage that this person may use, by the name that an agent gives it; null where there is none. */
  templateOf(person: Person, name: string): Promise<string | null>;
  /** Told of faults that are ours. */
  report(fault: unknown): void;
  times?: RunTimes;
}

/** All that there is to runs of agents. */
export interface RunRoom {
  runs: Runs;
  routes(closing: Closing): Route[];
  job: Job;
  /** Breaks off what runs, before the store is closed; it goes on when its person comes back. */
  close(): Promise<void>;
}

/** Puts the runs of agents together. */
export function openRunRoom({
  store,
  secret,
  pseudonym,
  starting,
  agents,
  workFor,
  admit,
  templateOf,
  report,
  times = usualTimes,
}: RunRoomParts): RunRoom {
  const seals = runSeals(createSeal(secret));
  const hub = createHub();
  const carrier = createCarrier({ store, seals, agents, workFor, times, report, hub });
  const keyOf = (person: Person) => runKey(person, pseudonym);
  const runs = createRuns({
    store,
    seals,
    keyOf,
    agents,
    admit,
    templateOf,
    starting,
    carrier,
    hub,
    times,
    report,
  });
  return {
    runs,
    routes(closing) {
      closing.draining.addEventListener('abort', () => carrier.drain(), { once: true });
      return agentRunRoutes(runs, closing);
    },
    job: runsJob(store),
    close: () => carrier.close(),
  };
}
