import { SHORT_CHARS, type FormLine } from './form-text.ts';

/** A part of a form: "Sachverhalt" with what stands below it, "Telefon" with its number. */
export interface Part {
  title: FormLine;
  /** What stands beside the title: behind its colon or in its cell of a table; empty where nothing does. */
  value: string;
  /** The lines below, up to the next part. */
  below: FormLine[];
}

export type Parts<Name extends string> = Partial<Record<Name, Part>>;

interface Found<Name> {
  name: Name;
  line: FormLine;
  value: string;
}

/** A mark in front of a title: "1.", "II.", "a)". */
const FRONT = /^(?:\d{1,2}(?:\.\d{1,2}){0,2}[.)]?|[IVX]{1,4}[.)]|[A-Za-z]\))\s+/u;
const INLINE_SEPARATOR = / · | \| /u;

function inLine<Name extends string>(line: FormLine, names: [Name, RegExp][]): Found<Name>[] {
  const found: Found<Name>[] = [];
  if (line.text.length > 2 * SHORT_CHARS && !/^[\p{L}/ .()]{2,40}:/u.test(line.text)) return found;
  const standsOut = line.kind === 'heading' || line.bold;
  for (const piece of line.text.length > 2 * SHORT_CHARS ? [line.text] : line.text.split(INLINE_SEPARATOR)) {
    const plain = piece.replace(FRONT, '').trim();
    for (const [name, pattern] of names) {
      const label = pattern.exec(plain);
      if (label?.index !== 0) continue;
      const rest = plain.slice(label[0].length);
      const value = /^\s*(?::\s*(.*))?$/u.exec(rest);
      // "Telefon 06381 424-0" needs no colon; a heading may say more: "Ergebnis und Vorschlag".
      const noColon = /^\s+(?=[^\s].*[\d@])/u.test(rest) && plain.length <= 80;
      if (value) found.push({ name, line, value: value[1] ?? '' });
      else if (standsOut && /^[\s/,]/u.test(rest)) found.push({ name, line, value: '' });
      else if (noColon && line.kind === 'text') found.push({ name, line, value: rest.trim() });
      else continue;
      break;
    }
  }
  return found;
}

/** Labels in a table: beside their values, or all in one row with the values below. */
function inRow<Name extends string>(
  line: FormLine,
  below: FormLine | undefined,
  names: [Name, RegExp][],
): Found<Name>[] {
  const nameOf = (cell: string): Name | null => {
    const plain = cell.replace(/\s?:$/u, '');
    const hit = names.find(([, pattern]) => pattern.exec(plain)?.[0] === plain && plain !== '');
    return hit?.[0] ?? null;
  };
  const named = line.cells.map(nameOf);
  const filled = line.cells.filter(Boolean).length;
  const labels = named.filter((name) => name !== null).length;
  const isHead = labels > 1 && labels === filled;
  const isAlone = labels === 1 && filled === 1 && line.cells.length === 1;
  return named.flatMap((name, column) => {
    if (name === null) return [];
    const beside = isHead || isAlone ? undefined : line.cells[column + 1];
    const under = below?.kind === 'row' ? (below.cells[column] ?? '') : '';
    return [{ name, line, value: beside ?? (isHead ? under : '') }];
  });
}

/**
 * Finds the parts of a form by their titles, wherever they stand: as a heading, a bold line, a label with a colon, or a
 * cell of a table. Of several with the same name the first counts that says something.
 * @param names what a title looks like; each pattern is tried at its beginning
 */
export function partsOf<Name extends string>(lines: FormLine[], names: Record<Name, RegExp>): Parts<Name> {
  const patterns = Object.entries(names) as [Name, RegExp][];
  const found = lines.flatMap((line, i) =>
    line.kind === 'row' ? inRow(line, lines[i + 1], patterns) : inLine(line, patterns),
  );
  const parts: Parts<Name> = {};
  const first = lines[0]?.at ?? 0;
  const titles = [...new Set(found.map(({ line }) => line.at))];
  const nextOf = new Map(titles.map((at, i) => [at, titles[i + 1] ?? Infinity]));
  for (const { name, line, value } of found) {
    const before = parts[name];
    if (before && isFilled(before)) continue;
    const next = nextOf.get(line.at) ?? Infinity;
    const below = line.kind === 'row' ? [] : lines.slice(line.at - first + 1, next - first);
    const part = { title: line, value, below };
    if (!before || isFilled(part)) parts[name] = part;
  }
  return parts;
}

/** Whether a part says anything. */
export function isFilled(part: Part | undefined): boolean {
  return part !== undefined && (part.value !== '' || part.below.length > 0);
}

/** All words of a part. */
export function wordsOf(part: Part): string {
  return [part.value, ...part.below.map(({ text }) => text)].filter(Boolean).join('\n');
}
