import { readFileSync } from 'node:fs';
import type { Agent } from '../../../contract/agents/definition.ts';
import { readAgent } from '../definition/read-agent.ts';

/** Those that come with Amtsfeder, by the names of their files, with the version that a file holds. */
const NUMBERS = {
  'rundschreiben-auswerten': 1,
  'buergeranfrage-beantworten': 1,
  'sitzungsvorlage-erstellen': 1,
  'sitzungsvorlage-pruefen': 1,
  'bescheid-formal-pruefen': 1,
  'stellungnahmen-zusammenfuehren': 1,
  'protokoll-aus-notizen': 1,
  'faq-aus-dienstanweisung': 1,
  telefonnotiz: 1,
} as const;

export interface ShippedAgent {
  /** As the library names it. */
  id: string;
  /** Counts up with each change of the file. */
  number: number;
  agent: Agent;
}

/**
 * The agents that come with Amtsfeder, read anew from their files.
 * @throws Error where a file is missing or describes no sound agent, which is a fault of ours
 */
export function shippedAgents(): readonly ShippedAgent[] {
  return Object.entries(NUMBERS).map(([id, number]) => {
    const reading = readAgent(readFileSync(new URL(`./${id}.yaml`, import.meta.url), 'utf8'));
    if (reading.ok) return { id, number, agent: reading.agent };
    const [{ step, text }] = reading.faults;
    throw new Error(`shipped agent ${id} is faulty at ${step ?? 'its head'}: ${text}`);
  });
}
