import type { KommuneId } from '../../contract/identity.ts';
import type { AllocationKey, Dimension } from '../../contract/reports.ts';
import type { LedgerTask } from '../ledger/ledger.ts';

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

const TASKS: Record<LedgerTask, string> = {
  reply: 'Antworten',
  note: 'Vermerk',
  rewrite: 'Umschreiben',
  summarise: 'Zusammenfassen',
  lookup: 'Nachschlagen',
  instruct: 'Freie Anweisung',
  extract: 'Agent: Lesen',
  act: 'Agent: freie Arbeit',
  embed: 'Suche nach Bedeutung',
};

/** A value of a dimension in German; null was put together. */
export function valueName(dimension: Dimension, value: string | null): string {
  if (value === null) return 'übrige (zusammengefasst)';
  if (dimension === 'task') return TASKS[value as LedgerTask] ?? value;
  return value === '' ? 'ohne Angabe' : value;
}
