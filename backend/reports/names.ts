import type { KommuneId } from '../../contract/identity.ts';
import type { AllocationKey, Dimension } from '../../contract/reports.ts';
import type { TaskName } from '../../contract/tasks/index.ts';

/** Names of the Kommunen, as reports show them. */
export type KommuneNames = ReadonlyMap<KommuneId, string>;

export const DIMENSIONS: Record<Dimension, string> = {
  model: 'Modell',
  department: 'Fachbereich',
  task: 'Aufgabe',
};

export const KEYS: Record<AllocationKey, string> = {
  use: 'nach Nutzung',
  inhabitants: 'nach Einwohnern',
  fixed: 'nach festem Schlüssel',
};

const TASKS: Record<TaskName, string> = {
  reply: 'Antworten',
  note: 'Vermerk',
  rewrite: 'Umschreiben',
  summarise: 'Zusammenfassen',
  lookup: 'Nachschlagen',
  instruct: 'Freie Anweisung',
};

/** A value of a dimension in German; null was put together. */
export function valueName(dimension: Dimension, value: string | null): string {
  if (value === null) return 'übrige (zusammengefasst)';
  if (dimension === 'task') return TASKS[value as TaskName] ?? value;
  return value === '' ? 'ohne Angabe' : value;
}
