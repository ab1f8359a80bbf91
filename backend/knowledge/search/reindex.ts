import { setImmediate as breathe } from 'node:timers/promises';
import type { Store } from '../../store/store.ts';
import { analyseSection, ANALYSER_VERSION } from '../analysis/analyse.ts';
import type { AnalysedSection } from '../analysis/analysed.ts';
import { enterAnew, IndexRefused } from './index.store.ts';
import { nextStale, sectionsFrom, setAnalyser, type StaleVersion } from './reindex.store.ts';

/** Sections in one transaction: others get their turn after each. */
const STEP = 100;
/** Sections analysed without letting others on. */
const AT_ONCE = 20;

/**
 * Brings the index of versions up to today's analysis, section by section; the search goes on meanwhile, with some
 * sections in the terms of the one and some in those of the other. Broken off, it goes on with the version it was at.
 * @param isOver asked between two steps
 * @returns how many sections it entered anew
 */
export async function reindex(
  store: Store,
  isOver: () => boolean = () => false,
  analyser: number = ANALYSER_VERSION,
): Promise<number> {
  let sections = 0;
  let after: string | null = null;
  while (!isOver()) {
    const last: string | null = after;
    const version: StaleVersion | null = await store.within('verbund', (db) => nextStale(db, analyser, last));
    if (version === null) break;
    after = version.id;
    for (let from = 0; ;) {
      if (isOver()) return sections;
      const start = from;
      const stored = await store.within('verbund', (db) => sectionsFrom(db, version.id, start, STEP));
      const analysed: { id: number; analysed: AnalysedSection }[] = [];
      for (const [index, { id, section }] of stored.entries()) {
        if (index % AT_ONCE === AT_ONCE - 1) await breathe();
        analysed.push({ id, analysed: analyseSection(section, version.title) });
      }
      const isLast = stored.length < STEP;
      try {
        await store.within('verbund', async (db) => {
          await enterAnew(db, version.id, analysed);
          if (isLast) await setAnalyser(db, version.id, analyser);
        });
      } catch (fault) {
        // It was deleted meanwhile.
        if (fault instanceof IndexRefused) break;
        throw fault;
      }
      sections += stored.length;
      if (isLast) break;
      from = (stored.at(-1)?.number ?? 0) + 1;
    }
  }
  return sections;
}
