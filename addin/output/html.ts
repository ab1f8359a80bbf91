import type { Block, Mark, Run } from '../../contract/rich.ts';
import { cleanText } from './clean.ts';
import { piecesOf } from './gaps.ts';
import { bracketed } from './notes.ts';

/**
 * Where the HTML goes. A mail says its font itself, because Outlook shows HTML without one in Times New Roman; a
 * document has its own.
 */
export type HtmlTarget = 'mail' | 'document';

/** Every attribute that `toHtml` writes besides `start`; the words of a text are never in an attribute. */
const FAMILY = 'font-family:Calibri,Arial,sans-serif';
const FONT = { mail: `${FAMILY};font-size:11pt`, document: '' };
const HEADING_SIZES = { 1: '16pt', 2: '14pt', 3: '12pt', 4: '11pt' } as const;
const PARAGRAPH = 'margin:0 0 8pt 0';
const HEADING = 'margin:12pt 0 4pt 0';
const LIST = 'margin-top:0;margin-bottom:8pt';
const TIGHT = 'margin:0';
const QUOTE = 'margin:0 0 8pt 12pt;border-left:2pt solid #999999;padding-left:8pt';
const GAP = 'background:yellow;mso-highlight:yellow';
const CELL = 'border:1pt solid #999999;padding:2pt 5pt;vertical-align:top;text-align:left';
/** Outlook's Word engine takes the old attributes more seriously than styles. */
const TABLE = ' border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;margin:0 0 8pt 0"';

const MARK_TAGS: Record<Mark, string> = { bold: 'strong', italic: 'em', underline: 'u', strike: 's' };

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) =>
  cleanText(text)
    .replaceAll(/[&<>"']/g, (char) => ENTITIES[char] ?? '')
    .replaceAll('\n', '<br>');

function runHtml({ text, marks }: Run): string {
  const inner = piecesOf(text)
    .map((piece) =>
      piece.type === 'gap' ? `<span style="${GAP}">${escape(piece.text)}</span>` : escape(piece.text),
    )
    .join('');
  return marks.reduce((html, mark) => `<${MARK_TAGS[mark]}>${html}</${MARK_TAGS[mark]}>`, inner);
}

const runsHtml = (runs: readonly Run[]) => runs.map(runHtml).join('');

function writer(target: HtmlTarget) {
  const style = (own: string) => ` style="${[own, FONT[target]].filter((part) => part !== '').join(';')}"`;
  const headingStyle = (level: 1 | 2 | 3 | 4) =>
    ` style="${HEADING}${target === 'mail' ? `;${FAMILY};font-size:${HEADING_SIZES[level]}` : ''}"`;

  const row = (cells: Run[][], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}${style(CELL)}>${runsHtml(cell)}</${tag}>`).join('')}</tr>`;

  /** The first paragraph of an item stands in it directly, without the space of a paragraph. */
  const item = ([first, ...others]: Block[]): string => {
    const head = first?.type === 'paragraph' ? runsHtml(first.runs) : first ? html([first], TIGHT) : '';
    return `<li${style(TIGHT)}>${head}${html(others, TIGHT)}</li>`;
  };

  const html = (blocks: readonly Block[], listStyle: string): string =>
    blocks
      .map((block) => {
        switch (block.type) {
          case 'heading':
            return `<h${block.level}${headingStyle(block.level)}>${runsHtml(block.runs)}</h${block.level}>`;
          case 'paragraph':
            return `<p${style(PARAGRAPH)}>${runsHtml(block.runs)}</p>`;
          case 'quote':
            return `<blockquote style="${QUOTE}">${html(block.blocks, LIST)}</blockquote>`;
          case 'list': {
            const tag = block.ordered ? 'ol' : 'ul';
            const start = block.ordered && block.start !== 1 ? ` start="${Math.trunc(block.start)}"` : '';
            return `<${tag}${start} style="${listStyle}">${block.items.map(item).join('')}</${tag}>`;
          }
          case 'table': {
            const rows = block.rows.map((cells, at) => row(cells, block.header && at === 0 ? 'th' : 'td'));
            return `<table${TABLE}>${rows.join('')}</table>`;
          }
          case 'rule':
            return '<hr>';
        }
      })
      .join('');
  return html;
}

/**
 * Blocks as HTML for a mail, a document or the clipboard, fit for Outlook's Word engine. Only the elements of the
 * block model, every word escaped, and no attribute besides the constants above and the `start` of a list. Footnotes
 * become numbers in brackets with a list at the end.
 */
export function toHtml(blocks: readonly Block[], target: HtmlTarget = 'document'): string {
  return writer(target)(bracketed(blocks), LIST);
}
