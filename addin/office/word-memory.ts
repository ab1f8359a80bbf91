import { within } from './call.ts';
import type { Limits } from './call.ts';
import type { Taken } from './host.ts';
import type { LinesAnchor } from './word-lines.ts';

/** Selections that are remembered; each costs Word a tracked range. */
const REMEMBERED = 8;

/** Which texts were read here and can still be written over. */
export interface WordMemory {
  remember(anchor: LinesAnchor): void;
  /** Undefined for a text that was not read here, or too long ago. */
  anchorOf(taken: Taken | null): LinesAnchor | undefined;
}

export function wordMemory(run: typeof Word.run, limits: Limits): WordMemory {
  const known = new WeakSet<object>();
  const selections: Extract<LinesAnchor, { part: 'selection' }>[] = [];

  function release({ range }: Extract<LinesAnchor, { part: 'selection' }>): void {
    const work = run(range, async (context) => {
      context.trackedObjects.remove(range);
      await context.sync();
    });
    // A range that cannot be released is gone already.
    void within(work, limits.ask).catch(() => undefined);
  }

  return {
    remember(anchor) {
      known.add(anchor);
      if (anchor.part === 'selection') selections.push(anchor);
      const oldest = selections.length > REMEMBERED ? selections.shift() : undefined;
      if (oldest === undefined) return;
      known.delete(oldest);
      release(oldest);
    },
    anchorOf(taken) {
      const anchor = taken?.anchor as LinesAnchor | undefined;
      return anchor !== undefined && known.has(anchor) ? anchor : undefined;
    },
  };
}
