import type * as Docx from 'docx';
import type { Block, Run } from '../../contract/rich.ts';
import { cleanText } from './clean.ts';
import { piecesOf } from './gaps.ts';

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

function builder(docx: typeof Docx) {
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

  const textRuns = ({ text, marks }: Run): Docx.TextRun[] =>
    piecesOf(cleanText(text)).flatMap((piece) =>
      piece.text.split('\n').map(
        (line, at) =>
          new docx.TextRun({
            text: line.replaceAll('\t', ' '),
            ...(at > 0 && { break: 1 }),
            ...(marks.includes('bold') && { bold: true }),
            ...(marks.includes('italic') && { italics: true }),
            ...(marks.includes('strike') && { strike: true }),
            ...(marks.includes('underline') && { underline: {} }),
            ...(piece.type === 'gap' && { highlight: 'yellow' as const }),
          }),
      ),
    );

  const paragraph = (runs: readonly Run[], place: Place): Docx.Paragraph => {
    const left = (place.level + place.quotes) * INDENT;
    return new docx.Paragraph({
      children: runs.flatMap(textRuns),
      ...(place.marker && { numbering: place.marker }),
      ...(!place.marker && left > 0 && { indent: { left } }),
      ...(place.level > 0 && { spacing: { after: 60 } }),
    });
  };

  const table = ({ rows, header }: Extract<Block, { type: 'table' }>): Docx.Table => {
    const columns = Math.max(1, ...rows.map((row) => row.length));
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
          children: Array.from({ length: columns }, (_, column) => {
            const cell = row[column] ?? [];
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

  const item = (blocks: readonly Block[], reference: string, place: Place): Child[] => {
    const level = Math.min(place.level, MAX_LEVEL);
    const inside: Place = { ...place, level: place.level + 1, marker: null };
    const marked: Place = { ...inside, marker: { reference, level } };
    const [first, ...others] = blocks;
    if (first?.type === 'paragraph') return [paragraph(first.runs, marked), ...children(others, inside)];
    return [paragraph([], marked), ...children(blocks, inside)];
  };

  const children = (blocks: readonly Block[], place: Place): Child[] =>
    blocks.flatMap((block): Child[] => {
      switch (block.type) {
        case 'heading':
          return [
            new docx.Paragraph({
              heading: docx.HeadingLevel[`HEADING_${block.level}`],
              children: block.runs.flatMap(textRuns),
            }),
          ];
        case 'paragraph':
          return [paragraph(block.runs, place)];
        case 'quote':
          return children(block.blocks, { ...place, quotes: place.quotes + 1 });
        case 'list': {
          const level = Math.min(place.level, MAX_LEVEL);
          const reference = newNumbering(block.ordered, block.start, level);
          return block.items.flatMap((blocks) => item(blocks, reference, place));
        }
        case 'table':
          // Word runs tables together, and into the end of the page, where no paragraph stands between.
          return block.rows.length === 0 ? [] : [table(block), paragraph([], place)];
        case 'rule':
          return [new docx.Paragraph({ children: [], thematicBreak: true })];
      }
    });

  return { children, numberings };
}

const headingStyle = (at: 0 | 1 | 2 | 3) => ({
  run: { font: FONT, size: HEADING_SIZES[at], bold: true, color: '000000' },
  paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
});

/**
 * Blocks as a Word document: A4 with the margins of a German letter, real headings, lists and tables, gaps
 * highlighted. Nothing in it points outside. The library is loaded when it is first needed.
 * @param meta the title for the document's properties
 */
export async function toDocx(blocks: readonly Block[], meta: { title: string }): Promise<Blob> {
  const docx = await import('docx');
  const { children, numberings } = builder(docx);
  const body = children(blocks, { level: 0, quotes: 0, marker: null });
  const document = new docx.Document({
    title: cleanText(meta.title),
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
    sections: [{ properties: { page: { size: PAGE, margin: MARGIN } }, children: body }],
  });
  return docx.Packer.toBlob(document);
}
