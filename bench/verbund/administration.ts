import { setTimeout as sleep } from 'node:timers/promises';
import type { BudgetList } from '../../contract/budget.ts';
import { CONTRACT_VERSION } from '../../contract/limits.ts';
import type { BenchPrice } from './tally.ts';

/** The administration of the Verbund, which does by the API what a console would. */
export interface Administration {
  /** Enters a model with its price and approves it. */
  approve(model: BenchModel, host: string): Promise<void>;
  /**
   * Sets the budget of a month over all models; null is the whole Verbund.
   * @param number of the version that is changed; 0 for none
   */
  setBudget(kommune: string | null, amountCents: number, number?: number): Promise<void>;
  budgets(): Promise<BudgetList['budgets']>;
  /** Waits until nothing is reserved any more. */
  settled(): Promise<BudgetList['budgets']>;
}

export interface BenchModel {
  /** In Amtsfeder, and with `-at-provider` its name there. */
  id: string;
  price: BenchPrice;
}

const REASON = 'Vorbereitung der Lastmessung';
const SETTLE_LOOKS = 200;
const LOOK_MS = 100;

/** @param token of somebody with the role `verbund-admin` */
export function administration(backend: () => URL, token: string): Administration {
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(new URL(`/api${path}`, backend()), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify({ version: CONTRACT_VERSION, ...body }) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.json();
  };
  const budgets = async () => ((await ask('GET', '/admin/budgets')) as BudgetList).budgets;
  return {
    async approve({ id, price }, host) {
      const facts = {
        provider: 'Messung',
        region: 'dieser Rechner',
        place: 'intern',
        protocol: 'openai',
        model: `${id}-at-provider`,
        host,
        avvDate: '2026-01-02',
        subProcessors: [],
        retention: { days: 0, text: '' },
        trainingExcluded: true,
        pricing: [
          {
            from: '2026-01-01',
            inputMicroEuroPerMillion: Number(price.input),
            outputMicroEuroPerMillion: Number(price.output),
            cachedInputMicroEuroPerMillion: null,
          },
        ],
        notes: '',
      };
      await ask('PUT', `/admin/models/${id}`, { expectedVersion: 0, reason: REASON, facts });
      await ask('POST', `/admin/models/${id}/approval`, {
        expectedVersion: 1,
        reason: REASON,
        until: `${new Date().getFullYear() + 1}-12-31`,
      });
    },
    async setBudget(kommune, amountCents, number = 0) {
      await ask('PUT', `/admin/budgets/${kommune ?? 'verbund'}`, {
        expectedVersion: number,
        reason: REASON,
        department: null,
        model: null,
        period: 'month',
        amountCents,
        onExhausted: 'stop',
      });
    },
    budgets,
    async settled() {
      for (let look = 0; ; look += 1) {
        const all = await budgets();
        if (all.every(({ reservedMicroEuro }) => reservedMicroEuro === 0)) return all;
        if (look === SETTLE_LOOKS) return all;
        await sleep(LOOK_MS);
      }
    },
  };
}
