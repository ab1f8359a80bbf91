import type { DiffLine } from '../../../../contract/agents/library.ts';

/** Lines that stay around a change. */
const AROUND = 3;

/** Lines as they are shown; long runs without a change are only counted. */
export function folded(lines: readonly DiffLine[]): (DiffLine | { same: number })[] {
  const isNear = lines.map(() => false);
  for (const [at, { kind }] of lines.entries()) {
    if (kind !== 'same') isNear.fill(true, Math.max(0, at - AROUND), at + AROUND + 1);
  }
  const shown: (DiffLine | { same: number })[] = [];
  let run: DiffLine[] = [];
  const close = () => {
    // The words for a gap take a line themselves.
    if (run.length === 1) shown.push(...run);
    else if (run.length > 1) shown.push({ same: run.length });
    run = [];
  };
  for (const [at, line] of lines.entries()) {
    if (isNear[at] !== true) {
      run.push(line);
      continue;
    }
    close();
    shown.push(line);
  }
  close();
  return shown;
}

export function changesIn(lines: readonly DiffLine[]): { added: number; removed: number } {
  const count = (wanted: DiffLine['kind']) => lines.filter(({ kind }) => kind === wanted).length;
  return { added: count('added'), removed: count('removed') };
}
