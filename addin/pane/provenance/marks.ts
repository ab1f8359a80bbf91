import { PRODUCT } from '../../../contract/product.ts';
import type { DeskTaskName } from '../../../contract/tasks/index.ts';
import type { Provenance } from '../../office/host.ts';
import type { Version } from '../work.ts';

/** The mark for a text of ours: what made it and when, never what it says or who asked for it. */
export function markOf(version: Version, task: DeskTaskName, authority: string, now: Date): Provenance {
  return {
    tool: `${PRODUCT.name} ${PRODUCT.version}`,
    task,
    model: version.model?.label ?? '',
    provider: version.model?.provider ?? '',
    authority,
    at: now.toISOString(),
    reviewed: null,
  };
}

/** Signs every mark that nobody has signed for yet. */
export function signed(marks: readonly Provenance[], by: string, now: Date): Provenance[] {
  return marks.map((mark) =>
    mark.reviewed === null ? { ...mark, reviewed: { by, at: now.toISOString() } } : mark,
  );
}

export function unsigned(marks: readonly Provenance[]): number {
  return marks.filter(({ reviewed }) => reviewed === null).length;
}
