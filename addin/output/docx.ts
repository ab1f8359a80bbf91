import type * as Docx from 'docx';
import { cleanText } from './clean.ts';
import type { DocxMeta, PaperBlock, PaperRun } from './docx-content.ts';
import { review } from './docx-review.ts';
import { piecesOf } from './gaps.ts';
import { tableRows } from './table-rows.ts';

/** Twentieths of a point: A4, and the margins of a letter after DIN 5008 (25 mm left, 20 mm right). */
const PAGE = { width: 11_906, height: 16_838 };
const MARGIN = { top: 1_134, right: 1_134, bottom: 1_134, left: 1_417 };
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
const INDENT = 425;
/** Word knows nine levels of a list. */
const MAX_LEVEL = 8;
const FONT = 'Arial';
/** Half points. */
const SIZE = 22;
const HEADING_SIZES = [32, 28, 24, 22] as const;

type Child = Docx.Paragraph | Docx.Table;

/** Where a block stands: the depth of its list and quotes, and what the next paragraph begins with. */
interface Place {
  level: number;
  quotes: number;
  marker: { reference: string; level: number } | null;
}

function builder(docx: typeof Docx, { text, commented, mark }: ReturnType<typeof review>) {
  const numberings: Docx.INumberingOptions['config'][number][] = [];

  /** Each list has a numbering of its own: two that share one would count on. */
  const newNumbering = (ordered: boolean, start: number, at: number): string => {
    const reference = `list-${numberings.length + 1}`;
    const levels = Array.from({ length: MAX_LEVEL + 1 }, (_, level) => ({
      level,
      format: ordered ? docx.LevelFormat.DECIMAL : docx.LevelFormat.BULLET,
      text: ordered ? `%${level + 1}.` : '•',
      start: level === at ? start : 1,
      alignment: docx.AlignmentType.LEFT,
      style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: INDENT } } },
    }));
    numberings.push({ reference, levels });
    return reference;
  };

  const footnotes: Record<string, { children: Docx.Paragraph[] }> = {};
  const footnote = (note: string): Docx.ParagraphChild => {
    const number = Object.keys(footnotes).length + 1;
    footnotes[number] = { children: [new docx.Paragraph(` ${cleanText(note).replaceAll(/\s+/g, ' ')}`)] };
    return new docx.FootnoteReferenceRun(number);
  };

  const textRuns = (run: PaperRun): Docx.ParagraphChild[] => {
    const { marks, revision } = run;
    const content = piecesOf(cleanText(run.text)).flatMap((piece) =>
      piece.text.split('\n').map((line, at) =>
        text(
          {
            text: line.replaceAll('\t', ' '),
            ...(at > 0 && { break: 1 }),
            ...(marks.includes('bold') && { bold: true }),
            ...(marks.includes('italic') && { italics: true }),
            ...(marks.includes('strike') && { strike: true }),
            ...(marks.includes('underline') && { underline: {} }),
            ...(piece.type === 'gap' && { highlight: 'yellow' as const }),
          },
          revision,
        ),
      ),
    );
    // What is struck out takes its footnote along.
    const noted = run.note !== undefined && run.revision?.kind !== 'deletion';
    return commented(run, noted ? [...content, footnote(run.note ?? '')] : content);
  };

  /** `block` is null where the paragraph only stands for something that needs one. */
  const paragraph = (block: Extract<PaperBlock, { type: 'paragraph' }> | null, place: Place) => {
    const left = (place.level + place.quotes) * INDENT;
    return new docx.Paragraph({
      children: (block?.runs ?? []).flatMap(textRuns),
      ...(block && mark(block)),
      ...(place.marker && { numbering: place.marker }),
      ...(!place.marker && left > 0 && { indent: { left } }),
      ...(place.level > 0 && { spacing: { after: 60 } }),
    });
  };

  /** None where no row has a cell. */
  const table = (block: Extract<PaperBlock, { type: 'table' }>): Docx.Table | null => {
    const rows = tableRows<PaperRun>(block.rows, { text: ' ', marks: [] });
    const columns = rows[0]?.length;
    if (columns === undefined) return null;
    const header = block.header && block.rows[0]?.length !== 0;
    const width = Math.floor(TEXT_WIDTH / columns);
    return new docx.Table({
      width: { size: TEXT_WIDTH, type: docx.WidthType.DXA },
      columnWidths: Array.from({ length: columns }, () => width),
      margins: { top: 40, bottom: 40, left: 100, right: 100 },
      rows: rows.map((row, at) => {
        const isHeader = header && at === 0;
        return new docx.TableRow({
          // Said only where true: some readers take a header that is "off" for one.
          ...(isHeader && { tableHeader: true, cantSplit: true }),
          children: row.map((cell) => {
            const runs = isHeader
              ? cell.map((run) => ({ ...run, marks: [...run.marks, 'bold' as const] }))
              : cell;
            return new docx.TableCell({
              width: { size: width, type: docx.WidthType.DXA },
              ...(isHeader && { shading: { fill: 'EDEDED', type: docx.ShadingType.CLEAR } }),
              children: [new docx.Paragraph({ children: runs.flatMap(textRuns), spacing: { after: 0 } })],
            });
          }),
        });
      }),
    });
  };

  const item = (blocks: readonly PaperBlock[], reference: string, place: Place): Child[] => {
    const level = Math.min(place.level, MAX_LEVEL);
    const inside: Place = { ...place, level: place.level + 1, marker: null };
    const marked: Place = { ...inside, marker: { reference, level } };
    const [first, ...others] = blocks;
    if (first?.type === 'paragraph') return [paragraph(first, marked), ...children(others, inside)];
    return [paragraph(null, marked), ...children(blocks, inside)];
  };

  const children = (blocks: readonly PaperBlock[], place: Place): Child[] =>
    blocks.flatMap((block): Child[] => {
      switch (block.type) {
        case 'heading':
          return [
            new docx.Paragraph({
              heading: docx.HeadingLevel[`HEADING_${block.level}`],
              children: block.runs.flatMap(textRuns),
              ...mark(block),
            }),
          ];
        case 'paragraph':
          return [paragraph(block, place)];
        case 'quote':
          return children(block.blocks, { ...place, quotes: place.quotes + 1 });
        case 'list': {
          const level = Math.min(place.level, MAX_LEVEL);
          const reference = newNumbering(block.ordered, block.start, level);
          return block.items.flatMap((blocks) => item(blocks, reference, place));
        }
        case 'table': {
          const made = table(block);
          // Word runs tables together, and into the end of the page, where no paragraph stands between.
          return made === null ? [] : [made, paragraph(null, place)];
        }
        case 'rule':
          return [new docx.Paragraph({ children: [], thematicBreak: true })];
      }
    });

  return { children, numberings, footnotes };
}

const headingStyle = (at: 0 | 1 | 2 | 3) => ({
  run: { font: FONT, size: HEADING_SIZES[at], bold: true, color: '000000' },
  paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
});

/**
 * Blocks as a Word document: A4 with the margins of a German letter, real headings, lists and tables, gaps
 * highlighted, footnotes, tracked changes and comments as Word's own. Nothing in it points outside. The library is loaded when it
 * is first needed.
 */
export async function toDocx(blocks: readonly PaperBlock[], meta: DocxMeta): Promise<Blob> {
  const { title, comments = [], provenances = [] } = meta;
  const docx = await import('docx');
  const reviewed = review(docx, blocks, comments);
  const { children, numberings, footnotes } = builder(docx, reviewed);
  const body = children(blocks, { level: 0, quotes: 0, marker: null });
  const document = new docx.Document({
    title: cleanText(title),
    creator: 'Amtsfeder',
    lastModifiedBy: 'Amtsfeder',
    description: '',
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE, language: { value: 'de-DE' } },
          paragraph: { spacing: { after: 120 } },
        },
        heading1: headingStyle(0),
        heading2: headingStyle(1),
        heading3: headingStyle(2),
        heading4: headingStyle(3),
      },
    },
    numbering: { config: numberings },
    ...(Object.keys(footnotes).length > 0 && { footnotes }),
    ...(comments.length > 0 && { comments: { children: reviewed.comments } }),
    sections: [{ properties: { page: { size: PAGE, margin: MARGIN } }, children: body }],
  });
  const file = await docx.Packer.toBlob(document);
  if (provenances.length === 0) return file;
  const { withProvenances } = await import('./docx-provenance.ts');
  return withProvenances(file, provenances);
}
