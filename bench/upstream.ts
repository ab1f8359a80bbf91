import { setTimeout as sleep } from 'node:timers/promises';
import type { Child } from './child.ts';
import type { Report } from './wish.ts';

/** What takes longer counts as not having happened. */
export const LIMIT_MS = 3_000;

/** What the provider noticed of single streams. */
export interface Upstream {
  asked(id: string): Promise<Report | undefined>;
  closed(id: string): Promise<Extract<Report, { what: 'closed' }> | undefined>;
  timesAsked(id: string): number;
  end(): void;
}

/** Listens to what the provider reports, from now on. */
export function watchUpstream(provider: Child): Upstream {
  const reports: Report[] = [];
  const listeners = new Set<(report: Report) => void>();
  const hear = (message: unknown) => {
    const report = message as Report;
    reports.push(report);
    for (const listener of listeners) listener(report);
  };
  provider.events.on('message', hear);
  const wait = async (isIt: (report: Report) => boolean) => {
    const known = reports.find(isIt);
    if (known) return known;
    const heard = Promise.withResolvers<Report>();
    const listener = (report: Report) => {
      if (isIt(report)) heard.resolve(report);
    };
    listeners.add(listener);
    const report = await within(heard.promise);
    listeners.delete(listener);
    return report;
  };
  return {
    asked: (id) => wait((report) => report.id === id && report.what === 'asked'),
    async closed(id) {
      const report = await wait((each) => each.id === id && each.what === 'closed');
      return report?.what === 'closed' ? report : undefined;
    },
    timesAsked: (id) => reports.filter((report) => report.id === id && report.what === 'asked').length,
    end: () => provider.events.off('message', hear),
  };
}

/** @returns undefined where the promise takes too long */
export async function within<Value>(promise: Promise<Value>): Promise<Value | undefined> {
  const limit = new AbortController();
  try {
    return await Promise.race([promise, sleep(LIMIT_MS, undefined, { signal: limit.signal })]);
  } finally {
    limit.abort();
  }
}
