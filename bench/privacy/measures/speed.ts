import { median, quantile } from '../../statistics.ts';
import type { Document } from '../make/document.ts';
import type { Recognise } from './recognise.ts';

export interface SpeedFigures {
  runs: number;
  p50Ms: number;
  p95Ms: number;
  /** CPU time of the process, which other work on the machine does not lengthen. */
  cpuP50Ms: number;
}

const CHARACTERS = 10_000;
const WARM_UPS = 60;
/** Prime to the length of any corpus, so that no run reads what another has read. */
const STEP = 7_919;

/** How long 10,000 characters of the corpus take. */
export function measureSpeed(
  documents: readonly Document[],
  recognise: Recognise,
  runs: number,
): SpeedFigures {
  const whole = documents.map(({ text }) => text).join('\n\n');
  const partOf = (run: number) => {
    const start = (run * STEP) % (whole.length - CHARACTERS);
    return whole.slice(start, start + CHARACTERS);
  };
  for (let run = 0; run < WARM_UPS; run += 1) recognise([partOf(run)]);
  const times = Array.from({ length: runs }, (_, run) => timeOf(recognise, partOf(run + WARM_UPS)));
  const wall = times.map(({ wallMs }) => wallMs);
  return {
    runs,
    p50Ms: median(wall),
    p95Ms: quantile(wall, 0.95),
    cpuP50Ms: median(times.map(({ cpuMs }) => cpuMs)),
  };
}

/** What one reading takes. */
export function timeOf(recognise: Recognise, text: string): { wallMs: number; cpuMs: number } {
  const cpu = process.cpuUsage();
  const start = performance.now();
  recognise([text]);
  const wallMs = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return { wallMs, cpuMs: (user + system) / 1_000 };
}
