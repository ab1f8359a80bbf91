import { useState } from 'react';
import * as z from 'zod/mini';
import type { Surface } from '../../office/host.ts';
import type { Memory } from '../keep.ts';

/** What of the agents is in sight. */
export type Place =
  | { at: 'list' }
  /** An agent that is to be started. */
  | { at: 'agent'; id: string }
  | { at: 'run'; id: string }
  /** An instruction that is to be filled in. */
  | { at: 'prompt'; id: string }
  /** An own instruction that is written; null for a new one. */
  | { at: 'edit'; id: string | null };

const keptPlace = z.union([
  z.object({ at: z.enum(['agent', 'run']), id: z.string() }),
  z.object({ at: z.literal('list') }),
]);

export interface PlacesUse {
  place: Place;
  go: (place: Place) => void;
  /** The run that was begun on what is open, or looked at beside it; null where there is none. */
  own: string | null;
  /** What was typed into the form of an agent, kept as other forms are. */
  typed: (agent: string) => Record<string, string>;
  keepTyped: (agent: string, typed: Record<string, string>) => void;
  /** Notes which run belongs to what is open. */
  begun: (run: string) => void;
}

/**
 * Where the person is, for each document and mail: another one has its own place, and a closed pane opens where it was.
 * @param key of what is open
 */
export function usePlaces(memory: Memory, surface: Surface, key: string): PlacesUse {
  const [places, setPlaces] = useState<Record<string, Place>>({});
  const [runs, setRuns] = useState<Record<string, string>>({});
  const placeKey = `agents ${key}`;
  const runKey = `run ${key}`;
  const formKey = (agent: string) => `agent ${agent} ${key}`;
  const keep = (of: string, form: Record<string, string>) => memory.keepForms(surface, { [of]: form });
  const kept = keptPlace.safeParse(memory.forms(surface)[placeKey]);
  return {
    place: places[key] ?? (kept.success ? (kept.data as Place) : { at: 'list' }),
    go: (place) => {
      setPlaces((before) => ({ ...before, [key]: place }));
      if (place.at === 'agent' || place.at === 'run' || place.at === 'list') keep(placeKey, place);
    },
    own: runs[key] ?? memory.forms(surface)[runKey]?.['id'] ?? null,
    typed: (agent) => memory.forms(surface)[formKey(agent)] ?? {},
    keepTyped: (agent, typed) => keep(formKey(agent), typed),
    begun: (run) => {
      setRuns((before) => ({ ...before, [key]: run }));
      keep(runKey, { id: run });
    },
  };
}
