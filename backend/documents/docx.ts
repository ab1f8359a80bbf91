import mammoth from 'mammoth';
import type { FileNotice } from '../../contract/documents.ts';
import type { Block, Run } from '../../contract/rich.ts';
import { marginsOf } from './docx-margins.ts';
import { readNumbering } from './docx-numbering.ts';
import { NUMBER_MARKS, NUMBERING_XML, rewritePart } from './docx-rewrite.ts';
import { readStyles } from './docx-styles.ts';
import { DocumentError } from './errors.ts';
import { htmlToBlocks } from './html.ts';
import { readZip, writeZip, type ZipLimits } from './zip.ts';

const NOTE_PREFIX = 'amtsfeder-';
const DOCUMENT = /^word\/document\d*\.xml$/;
const WANTED = /^word\/(?:document\d*|styles|numbering|footnotes|endnotes|header\d+|footer\d+)\.xml$/;
const MARGIN = /^word\/(?:header|footer)\d+\.xml$/;
/** A page number alone is no loss. */
const SAYS_SOMETHING = /\p{L}/u;
/** Parts of the other programs that write ZIP files of the same kind, or of other kinds that are common. */
const STRANGERS = /^(?:xl|ppt|visio)\/|^content\.xml$|^mimetype$|^META-INF\//;

/**
 * The text of a Word document with headings, lists, tables, marks and footnotes, numbered as Word numbers it. Pictures,
 * comments, deleted and hidden text are left out, headers and footers come apart.
 * @throws DocumentError `file_broken`, `file_encrypted`, `file_too_large`, and `file_unsupported` for other ZIP files
 */
export async function readDocx(
  bytes: Uint8Array,
  limits: ZipLimits,
): Promise<{ blocks: Block[]; margins: string; notices: FileNotice[] }> {
  let stranger = false;
  const parts = await readZip(
    bytes,
    (name) => {
      stranger ||= STRANGERS.test(name);
      return WANTED.test(name);
    },
    limits,
  );
  const path = [...parts.keys()].find((name) => DOCUMENT.test(name));
  if (path === undefined)
    throw new DocumentError(stranger || parts.size === 0 ? 'file_unsupported' : 'file_broken');

  const styleOf = readStyles(xmlOf(parts.get('word/styles.xml')));
  const numbering = readNumbering(xmlOf(parts.get('word/numbering.xml')));
  const rewrite = (name: string) => rewritePart(xmlOf(parts.get(name)), styleOf, numbering);
  const body = rewrite(path);
  const notes = ['footnotes', 'endnotes'].filter((name) => parts.has(`word/${name}.xml`));
  const rewrittenNotes = notes.map((name) => ({ name, ...rewrite(`word/${name}.xml`) }));
  const archive = writeZip(
    new Map([
      ['word/document.xml', body.xml],
      ['word/numbering.xml', NUMBERING_XML],
      ...rewrittenNotes.map(({ name, xml }): [string, string] => [`word/${name}.xml`, xml]),
    ]),
  );

  const html = await toHtml(archive);
  // Everything in the archive was written by us: what was hidden is known already.
  const noteStart = html.lastIndexOf(`<ol><li id="${NOTE_PREFIX}`);
  const { blocks } = htmlToBlocks(noteStart === -1 ? html : html.slice(0, noteStart));
  const all = [...numbered(blocks), ...(noteStart === -1 ? [] : noteParagraphs(html.slice(noteStart)))];
  const rewritten = [body, ...rewrittenNotes];
  const margins = marginsOf([...parts].filter(([name]) => MARGIN.test(name)).map(([, xml]) => xmlOf(xml)));
  return {
    blocks: all,
    margins,
    notices: [
      ...(SAYS_SOMETHING.test(margins) ? (['headers_left_out'] as const) : []),
      ...(CHANGED.test(xmlOf(parts.get(path))) ? (['changes_accepted'] as const) : []),
      ...(rewritten.some(({ images }) => images) ? (['images_left_out'] as const) : []),
      ...(rewritten.some(({ hiddenText }) => hiddenText) ? (['hidden_text_left_out'] as const) : []),
    ],
  };
}

/** What somebody inserted, struck out or moved while changes were tracked (ECMA-376, 17.13.5). */
const CHANGED = /<w:(?:ins|del|moveFrom|moveTo)[\s>]/;

async function toHtml(archive: Buffer): Promise<string> {
  try {
    const result = await mammoth.convertToHtml(
      { buffer: archive },
      {
        styleMap: ['u => u'],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        idPrefix: NOTE_PREFIX,
      },
    );
    return result.value;
  } catch {
    throw new DocumentError('file_broken');
  }
}

/** XML as text. The standard forbids a document type (ECMA-376 part 2), with which entities could be multiplied. */
function xmlOf(part: Buffer | undefined): string {
  if (!part) return '';
  const utf16 = part[0] === 0xff && part[1] === 0xfe;
  const xml = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(part);
  if (xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) throw new DocumentError('file_broken');
  return xml;
}

/** Gives lists the numbers that were written into their items, and parts them where Word begins to count anew. */
function numbered(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === 'table') {
      const rows = block.rows.map((row) => row.map(inCell));
      return [{ ...block, header: block.header || hasHead(rows), rows }];
    }
    if (block.type !== 'list') return [block];
    const lists: Extract<Block, { type: 'list' }>[] = [];
    for (const item of block.items) {
      const { number, blocks: rest } = takeNumber(item);
      const last = lists.at(-1);
      const expected = last ? last.start + last.items.length : null;
      if (last && (number === null || number === expected)) last.items.push(numbered(rest));
      else lists.push({ ...block, start: number ?? block.start, items: [numbered(rest)] });
    }
    return lists;
  });
}

const MARKED = new RegExp(`${NUMBER_MARKS.open}(\\d*)${NUMBER_MARKS.close}`, 'g');

function takeNumber(item: Block[]): { number: number | null; blocks: Block[] } {
  const [first, ...others] = item;
  if (first?.type !== 'paragraph') return { number: null, blocks: item };
  const [run, ...runs] = first.runs;
  const number = run && new RegExp(`^${MARKED.source}`).exec(run.text)?.[1];
  if (!run || number === undefined) return { number: null, blocks: item };
  const kept = [{ ...run, text: run.text.replace(MARKED, '').trimStart() }, ...runs].filter(
    ({ text }) => text !== '',
  );
  return { number: Number(number), blocks: [{ ...first, runs: kept }, ...others] };
}

/** In the cell of a table an item of a list is a line that begins with its number. */
function inCell(runs: Run[]): Run[] {
  return runs
    .map((run, index) => {
      const number = new RegExp(`^${MARKED.source}`).exec(runs[index + 1]?.text ?? '')?.[1];
      const text = number === undefined ? run.text : run.text.replace(/\d+\. $/, `${number}. `);
      return { ...run, text: text.replace(MARKED, '') };
    })
    .filter(({ text }) => text !== '');
}

/** Many tables have a head that only its bold letters tell. */
function hasHead([first, second]: Run[][][]): boolean {
  const bold = (runs: Run[]) => runs.length > 0 && runs.every(({ marks }) => marks.includes('bold'));
  return first?.every(bold) === true && second?.some((runs) => runs.length > 0 && !bold(runs)) === true;
}

/** Footnotes and endnotes as paragraphs below the text, with the number that stands in it. */
function noteParagraphs(html: string): Block[] {
  const list = htmlToBlocks(html).blocks.find((block) => block.type === 'list');
  if (list?.type !== 'list') return [];
  return list.items.flatMap((item, index): Block[] => {
    const runs = item.flatMap((block, at): Run[] =>
      block.type === 'paragraph' ? [...(at > 0 ? [{ text: '\n', marks: [] }] : []), ...block.runs] : [],
    );
    const words = runs.map((run) => ({ ...run, text: run.text.replace(MARKED, '').replace(/ ?↑$/, '') }));
    return [{ type: 'paragraph', runs: [{ text: `[${index + 1}] `, marks: [] }, ...words] }];
  });
}
