/** A piece of text where a page has it; lengths in points, from the lower left corner. */
export interface Item {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
}

export interface Line {
  page: number;
  text: string;
  x: number;
  right: number;
  y: number;
  size: number;
}

/** Gap between two pieces, in sizes of the letters, from which they stand in two cells or columns. */
const CELL_GAP = 1.8;
/** Gap from which there is a space between them. */
const SPACE_GAP = 0.15;
/** Part of the height of a page, at its top and at its foot, where headers, footers and page numbers stand. */
const MARGIN = 0.1;

const PAGE_NUMBER = /^(?:[-–] ?)?(?:(?:Seite|S\.|Page) ?)?\d{1,4}(?: ?(?:von|\/|of) ?\d{1,4})?(?: ?[-–])?$/i;

/** A page number beside other words. Other numbers stay, because rows of a table differ in nothing else. */
const PAGE_IN_LINE =
  /(?:Seite|S\.|Page) ?\d{1,4}(?: ?(?:von|\/|of) ?\d{1,4})?|^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$/i;

/** The pieces of a page as lines; cells that stand side by side are parted by tabs. */
export function linesOfPage(items: Item[], page: number): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const text = item.text.replace(/\s+/g, ' ');
    if (text.trim() === '') continue;
    const last = lines.at(-1);
    const near = Math.max(item.size, last?.size ?? 0);
    if (last && Math.abs(last.y - item.y) < near * 0.5 && item.x >= last.right - near) {
      const gap = item.x - last.right;
      last.text += gap > CELL_GAP * near ? '\t' : gap > SPACE_GAP * near || text.startsWith(' ') ? ' ' : '';
      last.text += text.trim();
      last.right = item.x + item.width;
      last.size = Math.max(last.size, item.size);
    } else {
      const { x, y, width, size } = item;
      lines.push({ page, text: text.trim(), x, right: x + width, y, size });
    }
  }
  return lines;
}

/**
 * Leaves out page numbers, and headers and footers that come again on at least half of the pages. A header stays the
 * first time, because it may tell who writes.
 * @returns the pages, and the footers that stand on none of them any more, each once
 */
export function withoutMargins(pages: Line[][], heights: number[]): { pages: Line[][]; footers: string[] } {
  const edge = (line: Line): 'top' | 'foot' | null => {
    const height = heights[line.page] ?? 0;
    if (line.y > height * (1 - MARGIN)) return 'top';
    return line.y < height * MARGIN ? 'foot' : null;
  };
  const key = (line: Line) =>
    `${edge(line) ?? ''} ${Math.round(line.y / 4)} ${line.text.replace(PAGE_IN_LINE, '#')}`;
  const counts = new Map<string, number>();
  for (const page of pages) {
    for (const one of new Set(page.filter(edge).map(key))) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length / 2);
  const seen = new Set<string>();
  const footers = new Set<string>();
  const kept = pages.map((page) => {
    const headers: Line[] = [];
    const rest = page.filter((line) => {
      const at = edge(line);
      if (at === null) return true;
      if (PAGE_NUMBER.test(line.text)) return false;
      const own = key(line);
      if ((counts.get(own) ?? 0) < often) return true;
      if (at === 'top' && !seen.has(own)) headers.push(line);
      if (at === 'foot' && !seen.has(own)) footers.add(line.text);
      seen.add(own);
      return false;
    });
    // Many programs write the header after the text of the page.
    return [...headers, ...rest];
  });
  return { pages: kept, footers: [...footers] };
}
