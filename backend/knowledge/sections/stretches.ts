import { type Numbering, numberingOf } from './headings.ts';
import type { Placed, Step } from './steps.ts';
import { shortened } from './walk.ts';

/** What stands below one heading, or above the first. */
export interface Stretch {
  /** Headings from the outermost to its own. */
  path: readonly string[];
  blocks: readonly Placed[];
  /** Pages of its own heading. */
  pages: Placed['pages'];
  /** Whether no other heading stands below its own. */
  leaf: boolean;
}

const MAX_PATH = 12;
const MAX_PATH_CHARS = 300;

interface Open {
  text: string;
  level: number;
  numbering: Numbering | null;
  stretch: { leaf: boolean };
}

/**
 * The text of a document by its headings. Of two headings of one level the second stands below the first only where
 * their numbers say so: "§ 5" below "Abschnitt II", "3.2" below "3".
 */
export function stretchesOf(steps: readonly Step[]): Stretch[] {
  let blocks: Placed[] = [];
  const stretches: { path: string[]; blocks: Placed[]; pages: Placed['pages']; leaf: boolean }[] = [
    { path: [], blocks, pages: null, leaf: false },
  ];
  const open: Open[] = [];
  for (const step of steps) {
    if (step.type === 'text') {
      blocks.push({ block: step.block, pages: step.pages });
      continue;
    }
    const { text, level, pages } = step;
    const numbering = numberingOf(text);
    for (let above = open.at(-1); above && !isBelow(level, numbering, above); above = open.at(-1)) open.pop();
    const above = open.at(-1);
    if (above) above.stretch.leaf = false;
    blocks = [];
    const stretch = { path: [] as string[], blocks, pages, leaf: true };
    open.push({ text: shortened(text, MAX_PATH_CHARS), level, numbering, stretch });
    stretch.path = open.slice(-MAX_PATH).map((heading) => heading.text);
    stretches.push(stretch);
  }
  return stretches;
}

function isBelow(level: number, numbering: Numbering | null, above: Open): boolean {
  if (numbering?.kind === 'annex' && level >= above.level && above.level > 1) {
    // An annex is no part of the last paragraph; what it stands in is told by its level alone.
    return level > above.level && above.numbering?.kind !== 'law';
  }
  if (level !== above.level) return level > above.level;
  if (!numbering || !above.numbering) return false;
  return rankOf(numbering) > rankOf(above.numbering);
}

/** The parts of laws come first, then Roman numbers, capitals, Arabic numbers. */
function rankOf(numbering: Numbering): number {
  switch (numbering.kind) {
    case 'annex':
      return 0;
    case 'law':
      return numbering.order;
    case 'roman':
      return 20;
    case 'letter':
      return 21;
    case 'decimal':
      return 30 + numbering.depth;
  }
}
