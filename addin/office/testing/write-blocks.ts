import type { Block, Mark, Run } from '../../../contract/rich.ts';

export function run(text: string, ...marks: Mark[]): Run {
  return { text, marks };
}

export function paragraph(...runs: (string | Run)[]): Block {
  return { type: 'paragraph', runs: runs.map((one) => (typeof one === 'string' ? run(one) : one)) };
}

export function heading(level: 1 | 2 | 3 | 4, text: string): Block {
  return { type: 'heading', level, runs: [run(text)] };
}

export function list(ordered: boolean, items: (string | Block[])[], start = 1): Block {
  return {
    type: 'list',
    ordered,
    start,
    items: items.map((item) => (typeof item === 'string' ? [paragraph(item)] : item)),
  };
}

export function table(header: boolean, rows: (string | Run)[][]): Block {
  return {
    type: 'table',
    header,
    rows: rows.map((row) => row.map((cell) => [typeof cell === 'string' ? run(cell) : cell])),
  };
}
