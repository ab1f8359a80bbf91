import { contestantNames } from './contestants.ts';
import type { Goal, Results } from './goals.ts';

const figure = (value: number | null | undefined, digits = 1) =>
  value === null || value === undefined || Number.isNaN(value) ? '–' : value.toFixed(digits);

const signed = (value: number | undefined) => `${(value ?? NaN) > 0 ? '+' : ''}${figure(value)}`;

/** The contestants side by side as a Markdown table. */
export function tableLines({ firstToken, memory, stops }: Results): string[] {
  const levels = [...new Set(firstToken.map(({ streams }) => streams))];
  const most = levels.at(-1);
  const head = [
    'contestant',
    ...levels.map((streams) => `first token at ${streams}, p50 / p99 ms`),
    `CPU ms for 1,000 tokens at ${most}`,
    'KB for an idle stream, RSS / live heap',
    'stop → upstream closed, p50 / p99 ms',
    'stops that arrived',
  ];
  const rows = contestantNames.map((name) => {
    const tokens = (streams: number | undefined) =>
      firstToken.find((row) => row.contestant === name && row.streams === streams);
    const held = memory.find(({ contestant }) => contestant === name);
    const stop = stops.find(({ contestant }) => contestant === name);
    return [
      name,
      ...levels.map((streams) => {
        const row = tokens(streams);
        const added = name === 'provider' ? figure : signed;
        return `${added(row?.p50Ms)} / ${added(row?.p99Ms)}`;
      }),
      figure(tokens(most)?.cpuMsPer1000Tokens),
      `${figure(held?.rssKbPerStream)} / ${figure(held?.heapKbPerStream)}`,
      stop?.p50Ms === null ? 'never' : `${figure(stop?.p50Ms)} / ${figure(stop?.p99Ms)}`,
      stop ? `${stop.arrived} of ${stop.stops}` : '–',
    ];
  });
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}

/** The goals as a Markdown table. */
export function goalLines(goals: readonly Goal[]): string[] {
  return [
    '| goal | reached | met |',
    '|---|---|---|',
    ...goals.map(({ goal, reached, met }) => `| ${goal} | ${reached} | ${met ? 'yes' : '**no**'} |`),
  ];
}
