import type { RunStep } from '../../../contract/agents/run.ts';

/** The loops that a step stands in, from the outermost: of `a#0/b#1/c` they are `a` and `a#0/b`. */
export function loopsAround(path: string): string[] {
  return [...path.matchAll(/#\d+\//g)].map(({ index }) => path.slice(0, index));
}

/** Whether a step came to something that a person should look at. */
export function isLacking({ result }: Pick<RunStep, 'result'>): boolean {
  return (result?.kind === 'pruefen' && !result.holds) || (result?.kind === 'werkzeug' && result.refused);
}

/** A loop that is through, so that its rounds may fold into a line. */
export interface Loop {
  /** Of the steps of its rounds, those that came to something to look at. */
  lacking: number;
}

/** The loops of a run that are through, by their paths: the run is past them, and all in them is done. */
export function loopsThrough(steps: readonly RunStep[]): ReadonlyMap<string, Loop> {
  const last = loopsAround(steps.at(-1)?.path ?? '');
  const loops = new Map<string, Loop>();
  for (const { kind, path } of steps) {
    if (kind !== 'je' || last.includes(path)) continue;
    const inside = steps.filter((step) => loopsAround(step.path).includes(path));
    if (inside.length === 0 || inside.some(({ state }) => state !== 'done')) continue;
    loops.set(path, { lacking: inside.filter(isLacking).length });
  }
  return loops;
}
