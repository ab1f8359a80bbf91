import type { Actor } from '../../audit/actor.ts';
import type { ConfiguredModel, PriceFrom, RegisterFacts } from '../../../contract/register.ts';
import { defaultPolicy } from '../data-classes.ts';
import { startingPolicy } from '../layers.ts';
import type { Permits } from '../register.ts';
import type { Change } from '../versions.store.ts';

export const testStart = startingPolicy({ policy: defaultPolicy, mask: [], keep: [], aiNote: false });

/** Where nobody has decided about models. */
export const everyModel: Permits = { isApproved: () => true, isForClass: () => true };

export const operator: Actor = { kind: 'operator' };

/** A change by whoever has the command line, for a good reason. */
export function changeOf(expectedVersion: number, actor: Actor = operator): Change {
  return { expectedVersion, actor, reason: 'Beschluss der Lenkungsgruppe' };
}

export function priceOn(from: string, micros: number): PriceFrom {
  return {
    from,
    inputMicroEuroPerMillion: micros,
    outputMicroEuroPerMillion: 4 * micros,
    cachedInputMicroEuroPerMillion: null,
  };
}

/** What the register says of a model in the EU for which nothing is missing. */
export function testFacts(more: Partial<RegisterFacts> = {}): RegisterFacts {
  return {
    provider: 'Beispiel KI GmbH',
    region: 'Frankfurt am Main',
    place: 'eu',
    protocol: 'openai',
    model: 'llama-3.3',
    host: 'ki.example.de',
    avvDate: '2026-01-15',
    subProcessors: ['Rechenzentrum Beispiel AG'],
    retention: { days: 0, text: 'keine Speicherung' },
    trainingExcluded: true,
    pricing: [priceOn('2026-01-01', 500_000)],
    notes: '',
    ...more,
  };
}

/** The same model as it is configured. */
export function testConfigured(more: Partial<ConfiguredModel> = {}): ConfiguredModel {
  return {
    id: 'llama',
    label: 'Llama',
    provider: 'openai',
    place: 'eu',
    model: 'llama-3.3',
    host: 'ki.example.de',
    ...more,
  };
}
