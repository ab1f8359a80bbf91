import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from '../../statistics.ts';

/** What it costs to have a recogniser in a fresh process. */
export interface LoadFigures {
  loadMs: number;
  growthMB: number;
}

const program = fileURLToPath(new URL('../load.ts', import.meta.url));

/** Medians of so many processes. */
export function measureLoad(processes: number): LoadFigures {
  const rows = Array.from({ length: processes }, () => {
    const { stdout, status, stderr } = spawnSync(process.execPath, ['--expose-gc', program], {
      encoding: 'utf8',
      env: {},
    });
    if (status !== 0) throw new Error(`The fresh process failed: ${stderr.slice(0, 2_000)}`);
    return JSON.parse(stdout) as LoadFigures;
  });
  return {
    loadMs: median(rows.map(({ loadMs }) => loadMs)),
    growthMB: median(rows.map(({ growthMB }) => growthMB)),
  };
}
