import type { Job } from '../../jobs/job.ts';
import type { Store } from '../../store/store.ts';
import { embedSections } from './embed-sections.ts';
import type { Meaning } from './meaning.ts';

/** Of a run; other jobs of the house wait for it, and the next one goes on where it ended. */
const RUN_MS = 60_000;

/** Gives vectors to new sections of collections that name a model, and takes away those that nobody wants any more. */
export function embeddingsJob(store: Store, meaning: Pick<Meaning, 'houseOf'>): Job {
  return {
    name: 'embeddings',
    cron: '*/2 * * * *',
    async run() {
      const outcomes = await embedSections(
        { store, house: (collection) => meaning.houseOf(collection) },
        AbortSignal.timeout(RUN_MS),
      );
      const sum = (of: (one: (typeof outcomes)[number]) => number) =>
        outcomes.reduce((all, one) => all + of(one), 0);
      return {
        sections: sum(({ embedded }) => embedded),
        kept: sum(({ kept }) => kept),
        // One that ran out of time is none.
        failed: sum(({ failed }) => (failed === null || failed === 'stopped' ? 0 : 1)),
      };
    },
  };
}
