import { type FaultFigures, isClean } from './faults.ts';
import type { FirstTokenRow } from './measures/first-token.ts';
import type { MemoryRow } from './measures/memory.ts';
import type { StopRow } from './measures/stops.ts';
import type { PaneSize } from './size.ts';

/** Everything that one run found. */
export interface Results {
  firstToken: FirstTokenRow[];
  memory: MemoryRow[];
  stops: StopRow[];
  faults: FaultFigures;
  pane: PaneSize;
}

export interface Goal {
  goal: string;
  reached: string;
  met: boolean;
}

const ms = (value: number | null | undefined) =>
  value === null || value === undefined ? 'never' : `${value.toFixed(1)} ms`;

/** The goals of the project, each with what this run reached. */
export function goalsOf({ firstToken, memory, stops, faults, pane }: Results): Goal[] {
  const tokenRow = (streams: number, contestant: string) =>
    firstToken.find((row) => row.streams === streams && row.contestant === contestant);
  const at50 = tokenRow(50, 'Amtsfeder');
  const own = tokenRow(200, 'Amtsfeder')?.cpuMsPer1000Tokens ?? NaN;
  const peer = tokenRow(200, 'Portkey')?.cpuMsPer1000Tokens ?? NaN;
  const held = memory.find(({ contestant }) => contestant === 'Amtsfeder');
  const stopped = stops.find(({ contestant }) => contestant === 'Amtsfeder');
  const cases = faults.rows.reduce((sum, row) => sum + row.cases, 0);
  return [
    {
      goal: 'added time to first token at 50 streams, p50 ≤ 3 ms',
      reached: ms(at50?.p50Ms),
      met: (at50?.p50Ms ?? Infinity) <= 3,
    },
    {
      goal: 'added time to first token at 50 streams, p99 ≤ 15 ms',
      reached: ms(at50?.p99Ms),
      met: (at50?.p99Ms ?? Infinity) <= 15,
    },
    {
      goal: 'CPU for 1,000 tokens at 200 streams below the peer’s',
      reached: `${ms(own)}, the peer ${ms(peer)}`,
      met: own < peer,
    },
    {
      goal: `at most 64 KB for an idle stream, ${held?.open ?? 0} open`,
      reached: `${held?.rssKbPerStream.toFixed(1) ?? '–'} KB`,
      met: (held?.rssKbPerStream ?? Infinity) <= 64,
    },
    {
      goal: 'stop → upstream closed, p99 ≤ 50 ms',
      reached: ms(stopped?.p99Ms),
      met: (stopped?.p99Ms ?? Infinity) <= 50,
    },
    {
      goal: 'every stop arrives',
      reached: `${stopped?.arrived ?? 0} of ${stopped?.stops ?? 0}`,
      met: stopped !== undefined && stopped.stops > 0 && stopped.arrived === stopped.stops,
    },
    {
      goal: 'faults: no silent truncation, hang, crash or second terminal event',
      reached: isClean(faults) ? `none in ${cases} cases` : `breaches in ${cases} cases, see the matrix`,
      met: isClean(faults),
    },
    {
      goal: 'pane: initial JavaScript and CSS ≤ 200 KB gzip',
      reached: `${(pane.gzipBytes / 1024).toFixed(1)} KB`,
      met: pane.gzipBytes > 0 && pane.gzipBytes <= 200 * 1024,
    },
  ];
}
