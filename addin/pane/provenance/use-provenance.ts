import { useEffect, useRef, useState } from 'react';
import type { DeskTaskName } from '../../../contract/tasks/index.ts';
import type { Host, Provenance } from '../../office/host.ts';
import type { Version } from '../work.ts';
import { markOf, signed, unsigned } from './marks.ts';

export interface ProvenanceUse {
  /** Marks of the open document; null where it has none or the host can't keep them. */
  marks: readonly Provenance[] | null;
  /** How many of them nobody has signed for. */
  open: number;
  /** Notes in the document that a text of ours stands there now. */
  made: (version: Version, task: DeskTaskName, authority: string) => void;
  /** The text was taken out of the document again: its mark goes, unless a person has signed for it. */
  undone: (version: Version) => void;
  /** "geprüft durch": signs all open marks. */
  sign: (by: string) => void;
}

/**
 * The marks in the open document that tell which texts were made with AI.
 * @param key of what is open
 */
export function useProvenance({ provenances }: Host, key: string | null): ProvenanceUse {
  const [known, setKnown] = useState<{ key: string | null; marks: readonly Provenance[] } | null>(null);
  // Two changes of the same marks must not both begin from the old ones.
  const queue = useRef<Promise<unknown>>(Promise.resolve());

  const made = useRef(new Map<Version['origin'], Provenance>());

  useEffect(() => {
    if (provenances === null || key === null) return;
    let current = true;
    provenances.read().then(
      (marks) => {
        if (current) setKnown({ key, marks });
      },
      // Marks that cannot be read are not shown; nothing is written over them either.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [provenances, key]);

  const change = (next: (marks: readonly Provenance[]) => readonly Provenance[]) => {
    if (provenances === null) return;
    queue.current = queue.current
      .then(async () => {
        const marks = next(await provenances.read());
        const { status } = await provenances.write(marks);
        if (status === 'done') setKnown({ key, marks });
      })
      .catch(() => undefined);
  };

  const marks = known !== null && known.key === key ? known.marks : null;
  return {
    marks: marks === null || marks.length === 0 ? null : marks,
    open: unsigned(marks ?? []),
    made: (version, task, authority) => {
      const known = made.current.get(version.origin);
      const mark = known ?? markOf(version, task, authority, new Date());
      made.current.set(version.origin, mark);
      // Changes of one result that are handed over one after the other are one text of ours.
      change((before) => (before.some((other) => isSame(other, mark)) ? before : [...before, mark]));
    },
    undone: (version) => {
      const mark = made.current.get(version.origin);
      if (mark !== undefined) change((before) => before.filter((other) => !isSame(other, mark)));
    },
    sign: (by) => change((before) => signed(before, by, new Date())),
  };
}

/** The same mark, as it was written; one that was signed is another. */
function isSame(one: Provenance, other: Provenance): boolean {
  return one.at === other.at && one.task === other.task && one.reviewed === other.reviewed;
}
