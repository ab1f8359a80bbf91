import type { Block, Mark, Run } from '../../contract/rich.ts';

const DROPPED = new Set(['script', 'style', 'head', 'title', 'template', 'noscript', 'img', 'svg', 'object']);
const BLOCKS =
  'address,article,blockquote,center,dd,div,dl,dt,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,li,main,ol,p,pre,section,table,ul';
/** Elements that stand in lines of their own. */
export const BLOCK_NAMES: ReadonlySet<string> = new Set(BLOCKS.split(','));
const MARKS: Record<string, Mark | undefined> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
};

/**
 * The HTML of a draft as blocks, so that it can be said in Markdown. The parser's document is inert: nothing in it runs
 * and nothing is loaded. Pictures, addresses and hidden text are left out.
 */
export function blocksOfHtml(html: string): Block[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return childBlocks(body);
}

/** Text that stands between blocks becomes a paragraph of its own. */
function childBlocks(parent: Node): Block[] {
  const blocks: Block[] = [];
  let loose: Run[] = [];
  const close = () => {
    const runs = trimmed(loose);
    if (runs.length > 0) blocks.push({ type: 'paragraph', runs });
    loose = [];
  };
  for (const child of parent.childNodes) {
    if (child instanceof Element && !isHidden(child) && holdsBlocks(child)) {
      close();
      blocks.push(...blocksOfElement(child));
    } else loose.push(...runsOf(child, []));
  }
  close();
  return blocks;
}

/** Whether an element ends the line before it, for itself or for a block within it. */
export function holdsBlocks(element: Element): boolean {
  return BLOCK_NAMES.has(element.localName) || element.querySelector(BLOCKS) !== null;
}

function blocksOfElement(element: Element): Block[] {
  switch (element.localName) {
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6': {
      const runs = trimmed(runsOf(element, []));
      return runs.length === 0 ? [] : [{ type: 'heading', level: headingLevel(element.localName), runs }];
    }
    case 'blockquote':
      return [{ type: 'quote', blocks: childBlocks(element) }];
    case 'ul':
    case 'ol':
      return [listOf(element)];
    case 'table':
      return tableOf(element);
    case 'hr':
      return [{ type: 'rule' }];
    default:
      return childBlocks(element);
  }
}

function headingLevel(name: string): 1 | 2 | 3 | 4 {
  if (name === 'h1') return 1;
  if (name === 'h2') return 2;
  return name === 'h3' ? 3 : 4;
}

function listOf(element: Element): Block {
  const items = [...element.children].map((child) =>
    child.localName === 'li' ? childBlocks(child) : blocksOfElement(child),
  );
  const start = Number.parseInt(element.getAttribute('start') ?? '1', 10);
  return {
    type: 'list',
    ordered: element.localName === 'ol',
    start: Number.isInteger(start) ? start : 1,
    items: items.filter((item) => item.length > 0),
  };
}

/** Tables with a single column are the frames that mail programs build a layout with. */
function tableOf(element: Element): Block[] {
  const rows = [...element.querySelectorAll('tr')].filter((row) => row.closest('table') === element);
  const cells = rows.map((row) =>
    [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th'),
  );
  if (cells.every((row) => row.length < 2)) return cells.flat().flatMap((cell) => childBlocks(cell));
  return [
    {
      type: 'table',
      header: cells[0]?.every((cell) => cell.localName === 'th') ?? false,
      rows: cells.map((row) => row.map((cell) => trimmed(runsOf(cell, [])))),
    },
  ];
}

function runsOf(node: Node, marks: readonly Mark[]): Run[] {
  if (node.nodeType === Node.TEXT_NODE) {
    const text = (node.nodeValue ?? '').replaceAll(/[ \t\r\n\f]+/g, ' ');
    return text === '' ? [] : [{ text, marks: [...marks] }];
  }
  if (!(node instanceof Element) || isHidden(node)) return [];
  if (node.localName === 'br') return [{ text: '\n', marks: [] }];
  const mark = MARKS[node.localName];
  const inner = mark === undefined || marks.includes(mark) ? marks : [...marks, mark];
  const runs = [...node.childNodes].flatMap((child) => runsOf(child, inner));
  return BLOCK_NAMES.has(node.localName) ? [...runs, { text: '\n', marks: [] }] : runs;
}

/** Whether nobody sees the text of an element; pictures count too, for their text is no text of the draft. */
export function isHidden(element: Element): boolean {
  const style = (element.getAttribute('style') ?? '').toLowerCase().replaceAll(' ', '');
  return (
    DROPPED.has(element.localName) ||
    element.hasAttribute('hidden') ||
    style.includes('display:none') ||
    style.includes('mso-hide:all')
  );
}

/** Without white space at both ends and around line breaks, and with one space where two runs have one each. */
function trimmed(runs: readonly Run[]): Run[] {
  const kept: Run[] = [];
  for (const run of runs) {
    const before = kept.at(-1)?.text ?? '\n';
    if (run.text === '\n') trimEnd(kept, 'spaces');
    const text =
      before === '\n' && run.text !== '\n'
        ? run.text.trimStart()
        : run.text.replace(/^ /, before.endsWith(' ') ? '' : ' ');
    if (text !== '') kept.push({ ...run, text });
  }
  trimEnd(kept, 'breaks too');
  const first = kept.findIndex((run) => run.text !== '\n');
  return first < 0 ? [] : kept.slice(first);
}

/** A line break is a run of its own. */
function trimEnd(runs: Run[], what: 'spaces' | 'breaks too'): void {
  for (let last = runs.at(-1); last !== undefined; last = runs.at(-1)) {
    last.text = last.text === '\n' && what === 'spaces' ? last.text : last.text.trimEnd();
    if (last.text !== '') return;
    runs.pop();
  }
}
