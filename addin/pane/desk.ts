import type { DeskTaskName } from '../../contract/tasks/index.ts';
import type { Surface } from '../office/host.ts';
import { tasks } from '../tasks/index.ts';
import type { Values } from '../tasks/task.ts';
import { isBusy, newWork, type Work, type WorkEvent, workReducer } from './work.ts';

/** All that lies before the person: every task on every document or mail they had open. */
export interface Desk {
  surface: Surface;
  /** What is open now; null until the host has said it. */
  source: string | null;
  /** What was open when the host said it for the first time. */
  first: string | null;
  /** Pieces of work by `workKey`, the one touched last at the end. */
  works: Record<string, Work>;
  /** What was filled in before the pane was closed, by `workKey`. */
  kept: Record<string, Values>;
}

export type DeskEvent =
  { type: 'source'; key: string } | { type: 'work'; key: string; task: DeskTaskName; event: WorkEvent };

/** Pieces of work that are remembered; beyond it the one that lay untouched the longest goes. */
export const MAX_WORKS = 100;

export function newDesk(surface: Surface, kept: Record<string, Values>): Desk {
  return { surface, source: null, first: null, works: {}, kept };
}

/** The name of a piece of work. What was begun before the host said what is open belongs to what it then says. */
export function workKey(task: DeskTaskName, source: string | null): string {
  return `${task} ${source ?? ''}`;
}

/** The piece of work, begun or new. */
export function workOf(desk: Desk, task: DeskTaskName, key: string): Work {
  const begun = desk.works[key];
  if (begun !== undefined) return begun;
  const initial = tasks[task].initial(desk.surface);
  const kept = desk.kept[key];
  return newWork(kept !== undefined && tasks[task].accepts(kept) ? kept : initial);
}

export function deskReducer(desk: Desk, event: DeskEvent): Desk {
  switch (event.type) {
    case 'source':
      return desk.source === null ? settle(desk, event.key) : { ...desk, source: event.key };
    case 'work': {
      // Work that began before the host had said what is open has been moved there in the meantime.
      const key = event.key === workKey(event.task, null) ? workKey(event.task, desk.first) : event.key;
      const { [key]: before = workOf(desk, event.task, key), ...others } = desk.works;
      return { ...desk, works: tidy({ ...others, [key]: workReducer(before, event.event) }) };
    }
  }
}

/** The first word of the host: what the person has begun without it now belongs there. */
function settle(desk: Desk, source: string): Desk {
  const works = Object.fromEntries(Object.entries(desk.works).map(([key, work]) => [key + source, work]));
  return { ...desk, source, first: source, works };
}

function tidy(works: Record<string, Work>): Record<string, Work> {
  const entries = Object.entries(works);
  if (entries.length <= MAX_WORKS) return works;
  const oldest = entries.findIndex(([, work]) => !isBusy(work));
  return Object.fromEntries(entries.filter((_entry, index) => index !== oldest));
}
