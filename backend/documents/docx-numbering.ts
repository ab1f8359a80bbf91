import { parseOoxml } from './ooxml.ts';

interface Level {
  format: string;
  text: string;
  start: number;
  /** All numbers of the label in Arabic digits, as lawyers want it. */
  legal: boolean;
  /** The style whose paragraphs have this level. */
  style?: string;
}

interface List {
  levels: Map<number, Level>;
  /** Counters of the levels; undefined before the first paragraph. */
  counters: (number | undefined)[];
}

/** How a paragraph of a list is marked. */
export type Label =
  | { kind: 'bullet' }
  /** A number with a full stop, such as `3.` */
  | { kind: 'number'; value: number }
  /** Anything else that Word writes in front, such as `§ 3`, `(2)`, `b)`, `4` or `1.2.3`. */
  | { kind: 'text'; text: string };

/** Counts the paragraphs of a document's lists, in the order of the document. */
export interface Numbering {
  /** The level that paragraphs of a style have in a list. */
  levelOf(list: string, style: string | undefined): number;
  /** The label of the next paragraph; null where the list is not described. */
  next(list: string, level: number): Label | null;
}

/** Reads `numbering.xml` (ECMA-376, 17.9). */
export function readNumbering(xml: string): Numbering {
  const { abstracts, lists } = readParts(xml);

  function listOf(id: string): { list: List; overrides: Map<number, number> } | null {
    const found = lists.get(id);
    const list = found && abstracts.get(found.abstract);
    return found && list ? { list, overrides: found.starts } : null;
  }

  return {
    levelOf: (id, style) => {
      const levels = listOf(id)?.list.levels ?? new Map<number, Level>();
      return [...levels].find(([, level]) => level.style !== undefined && level.style === style)?.[0] ?? 0;
    },
    next: (id, at) => {
      const found = listOf(id);
      const level = found?.list.levels.get(at);
      if (!found || !level) return null;
      if (level.format === 'bullet') return { kind: 'bullet' };
      const { counters, levels } = found.list;
      const restart = found.overrides.get(at);
      // A list that begins anew says so once; after that it goes on counting.
      found.overrides.delete(at);
      const before = counters[at];
      counters[at] = restart ?? (before === undefined ? level.start : before + 1);
      counters.length = at + 1;
      const value = counters[at] ?? level.start;
      if (level.format === 'none') return { kind: 'text', text: '' };
      if (level.format === 'decimal' && level.text === `%${at + 1}.`) {
        return { kind: 'number', value };
      }
      const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const other = Number(digit) - 1;
        const shown = counters[other] ?? levels.get(other)?.start ?? 1;
        return written(shown, level.legal ? 'decimal' : (levels.get(other)?.format ?? 'decimal'));
      });
      return { kind: 'text', text: text.trim() };
    },
  };
}

interface Parts {
  abstracts: Map<string, List>;
  lists: Map<string, { abstract: string; starts: Map<number, number> }>;
}

function readParts(xml: string): Parts {
  const parts: Parts = { abstracts: new Map(), lists: new Map() };
  let abstract: List | null = null;
  let level: Level | null = null;
  let list: { abstract: string; starts: Map<number, number> } | null = null;
  let override = 0;
  parseOoxml(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      switch (name) {
        case 'w:abstractNum':
          abstract = { levels: new Map(), counters: [] };
          parts.abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
          break;
        case 'w:num':
          list = { abstract: '', starts: new Map() };
          parts.lists.set(attributes['w:numId'] ?? '', list);
          break;
        case 'w:abstractNumId':
          if (list) list.abstract = value;
          break;
        case 'w:lvlOverride':
          override = Number(attributes['w:ilvl']);
          break;
        case 'w:startOverride':
          list?.starts.set(override, Number(value));
          break;
        case 'w:lvl':
          level = { format: 'decimal', text: '', start: 1, legal: false };
          abstract?.levels.set(Number(attributes['w:ilvl']), level);
          break;
        default:
          if (level) readLevel(level, name, value);
      }
    },
    close: (name) => {
      if (name === 'w:abstractNum') abstract = null;
      if (name === 'w:num') list = null;
      if (name === 'w:lvl') level = null;
    },
  });
  return parts;
}

function readLevel(level: Level, name: string, value: string): void {
  if (name === 'w:start') level.start = Number(value);
  if (name === 'w:numFmt') level.format = value;
  if (name === 'w:lvlText') level.text = value;
  if (name === 'w:pStyle') level.style = value;
  if (name === 'w:isLgl') level.legal = value !== '0' && value !== 'false';
}

const ROMAN: [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function written(value: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value);
    case 'upperLetter':
      return letters(value).toUpperCase();
    case 'lowerRoman':
      return roman(value);
    case 'upperRoman':
      return roman(value).toUpperCase();
    case 'decimalZero':
      return String(value).padStart(2, '0');
    default:
      return String(value);
  }
}

/** a to z, then aa, bb, as Word counts. */
function letters(value: number): string {
  if (value < 1 || value > 780) return String(value);
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  if (value < 1 || value > 3_999) return String(value);
  let rest = value;
  return ROMAN.map(([worth, sign]) => {
    const count = Math.floor(rest / worth);
    rest -= count * worth;
    return sign.repeat(count);
  }).join('');
}
