import { useCallback, useId, useLayoutEffect, useMemo } from 'react';
import type { Memory, Remembered } from '../keep.ts';
import type { ClassChoice } from './classes.ts';
import { moved, noDecision, withClass, withTerms } from './decisions.ts';
import type { Terms } from './terms.ts';

/** What the person decided about what is in sight. */
export interface DecisionUse {
  /** The data class they chose; null leaves it to the content. */
  chosenClass: ClassChoice | null;
  chooseClass: (choice: ClassChoice | null) => void;
  /** What they mask everywhere and release here. The same object until something of it changes. */
  terms: Terms;
  changeTerms: (change: (terms: Terms) => Terms) => void;
}

/**
 * What a person decides about a source holds for that source.
 * @param source its key; null until the host has said what is open: what is decided before belongs to what it then says
 */
export function useDecision(
  memory: Memory,
  { mask, decisions }: Remembered,
  source: string | null,
): DecisionUse {
  const before = useId();
  const key = source ?? before;
  useLayoutEffect(() => {
    const { decisions: known } = memory.remembered();
    if (source !== null && before in known) memory.remember({ decisions: moved(known, before, source) });
  }, [memory, before, source]);
  const { classChoice, release } = decisions[key] ?? noDecision;
  return {
    chosenClass: classChoice,
    chooseClass: useCallback(
      (choice) => memory.remember(withClass(memory.remembered(), key, choice)),
      [memory, key],
    ),
    terms: useMemo(() => ({ mask, release }), [mask, release]),
    changeTerms: useCallback(
      (change) => memory.remember(withTerms(memory.remembered(), key, change)),
      [memory, key],
    ),
  };
}
