import type { Label, Numbering } from './docx-numbering.ts';
import { headingLevel, readProperty, type Style } from './docx-styles.ts';
import { NAMESPACES, parseOoxml, UNKNOWN } from './ooxml.ts';

/**
 * Marks around the number of an item in a list, at the beginning of its text: HTML as mammoth writes it has no numbers.
 * Two characters for private use, taken out of the document's own text.
 */
export const NUMBER_MARKS = { open: '\uE000', close: '\uE001' } as const;

/** Ids of the two lists that `NUMBERING_XML` knows. */
const LISTS = { bullet: '1', number: '2' } as const;
const MAX_LIST_LEVEL = 4;
/** Letters up to one point high cannot be read. */
const TINY_HALF_POINTS = 2;

/** What is no text of the document as it reads now: deleted text, pictures, old properties, the layout of pages. */
const DROPPED = new Set([
  ...[
    'w:del',
    'w:moveFrom',
    'w:delText',
    'w:sectPr',
    'w:tblGrid',
    'w:proofErr',
    'w:rPrChange',
    'w:pPrChange',
  ],
  ...['w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:sectPrChange', 'w:bookmarkStart', 'w:bookmarkEnd'],
  // The style of a table: mammoth stumbles over it where the archive has no styles.
  'w:tblStyle',
  ...['w:commentReference', 'w:annotationRef', 'w:lastRenderedPageBreak', 'mc:Choice'],
  ...['pic:pic', 'v:imagedata', 'a:blip', 'c:chart', 'dgm:relIds'],
]);
const PICTURES = new Set(['pic:pic', 'v:imagedata', 'c:chart', 'dgm:relIds']);
/** Parts of a run that are text without being letters. */
const TEXTUAL = new Set(['w:sym', 'w:footnoteReference', 'w:endnoteReference', 'w:noBreakHyphen']);

interface Paragraph {
  properties: Style & { style?: string; deleted?: true };
  label: Label | null;
  hasText: boolean;
}

interface Run {
  properties: Style & { style?: string; raised?: string };
  hasText: boolean;
}

export interface Rewritten {
  xml: string;
  hiddenText: boolean;
  images: boolean;
}

/**
 * Rewrites a part of a DOCX file so that mammoth reads it as Word shows it: the numbers that Word computes stand in the
 * text, hidden and deleted text is gone, formatting that comes from styles stands at the text itself, and everything
 * else that costs time is left out.
 */
export function rewritePart(
  xml: string,
  styleOf: (id: string | undefined) => Style,
  numbering: Numbering,
): Rewritten {
  const buffers: string[][] = [[]];
  const paragraphs: Paragraph[] = [];
  const runs: Run[] = [];
  let dropping = 0;
  let depth = 0;
  let place: 'text' | 'paragraph properties' | 'run properties' = 'text';
  let hiddenText = false;
  let images = false;
  /** Levels of the list items that are open around the next paragraph. */
  let openLevels: number[] = [];

  const emit = (text: string) => buffers.at(-1)?.push(text);

  function open(name: string, attributes: Record<string, string>): void {
    if (dropping > 0 || DROPPED.has(name) || name.startsWith(UNKNOWN)) {
      // A paragraph whose end is deleted goes on with the next one.
      const paragraph = paragraphs.at(-1);
      if (dropping === 0 && name === 'w:del' && place !== 'text' && paragraph)
        paragraph.properties.deleted = true;
      images ||= PICTURES.has(name);
      dropping++;
      return;
    }
    const value = attributes['w:val'];
    const paragraph = paragraphs.at(-1);
    const run = runs.at(-1);
    if (place === 'paragraph properties' && paragraph) {
      if (name === 'w:pStyle' && value !== undefined) paragraph.properties.style = value;
      // The mark at the end of a paragraph has properties of its own, which say nothing about its text.
      else if (['w:outlineLvl', 'w:numId', 'w:ilvl'].includes(name))
        readProperty(paragraph.properties, name, value);
    } else if (place === 'run properties' && run) {
      if (name === 'w:rStyle' && value !== undefined) run.properties.style = value;
      else if (name === 'w:vertAlign' && value !== undefined) run.properties.raised = value;
      else readProperty(run.properties, name, value);
    } else if (name === 'w:p') {
      paragraphs.push({ properties: {}, label: null, hasText: false });
      buffers.push([]);
    } else if (name === 'w:r') {
      runs.push({ properties: {}, hasText: false });
      buffers.push([]);
    } else if (name === 'w:pPr' && paragraph) place = 'paragraph properties';
    else if (name === 'w:rPr' && run) place = 'run properties';
    else {
      if (TEXTUAL.has(name)) markText();
      if (depth === 0) emit(openTag(name, DECLARED));
      else emit(openTag(name, name === 'w:hyperlink' ? {} : attributes));
      depth++;
    }
  }

  function close(name: string): void {
    if (dropping > 0) {
      dropping--;
      return;
    }
    if (name === 'w:pPr' && place === 'paragraph properties') {
      place = 'text';
      labelParagraph();
    } else if (name === 'w:rPr' && place === 'run properties') place = 'text';
    else if (place !== 'text') return;
    else if (name === 'w:p') closeParagraph();
    else if (name === 'w:r') closeRun();
    else {
      emit(`</${name}>`);
      depth--;
    }
  }

  function text(data: string): void {
    if (dropping > 0 || place !== 'text') return;
    if (runs.length > 0 && data.trim() !== '') markText();
    emit(escaped(data.replace(/[\uE000\uE001]/g, '')));
  }

  function markText(): void {
    const run = runs.at(-1);
    if (run) run.hasText = true;
  }

  function labelParagraph(): void {
    const paragraph = paragraphs.at(-1);
    if (!paragraph) return;
    const { properties } = paragraph;
    const style = styleOf(properties.style);
    const list = properties.list ?? style.list;
    if (list === undefined || list === '0') return;
    const level = properties.level ?? style.level ?? numbering.levelOf(list, properties.style);
    paragraph.label = numbering.next(list, level);
    properties.level = level;
  }

  function closeRun(): void {
    const run = runs.pop();
    const inner = buffers.pop()?.join('') ?? '';
    if (!run) return;
    const paragraph = paragraphs.at(-1);
    const style = { ...styleOf(run.properties.style), ...run.properties };
    const vanish = style.vanish ?? styleOf(paragraph?.properties.style).vanish ?? false;
    const tiny = (run.properties.size ?? TINY_HALF_POINTS + 1) <= TINY_HALF_POINTS;
    if (vanish || tiny) {
      hiddenText ||= run.hasText;
      return;
    }
    if (run.hasText && paragraph) paragraph.hasText = true;
    const properties = [
      style.bold ? '<w:b/>' : '',
      style.italic ? '<w:i/>' : '',
      style.underline ? '<w:u w:val="single"/>' : '',
      style.strike ? '<w:strike/>' : '',
      run.properties.raised
        ? openTag('w:vertAlign', { 'w:val': run.properties.raised }) + '</w:vertAlign>'
        : '',
    ].join('');
    emit(`<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${inner}</w:r>`);
  }

  function closeParagraph(): void {
    const paragraph = paragraphs.pop();
    const inner = buffers.pop()?.join('') ?? '';
    if (!paragraph) return;
    const { properties, label, hasText } = paragraph;
    const heading = headingLevel({ ...styleOf(properties.style), ...properties });
    let own = heading ? `<w:pStyle w:val="Heading${heading}"/>` : '';
    let mark = '';
    if (label && hasText && !heading && label.kind !== 'text') {
      const level = properties.level ?? 0;
      openLevels = openLevels.filter((one) => one < level);
      const depth = Math.min(openLevels.length, MAX_LIST_LEVEL);
      openLevels.push(level);
      own += `<w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${LISTS[label.kind]}"/></w:numPr>`;
      if (label.kind === 'number') mark = `${NUMBER_MARKS.open}${label.value}${NUMBER_MARKS.close}`;
    } else {
      if (hasText) openLevels = [];
      if (label && hasText && label.kind !== 'bullet') {
        mark = label.kind === 'number' ? `${label.value}. ` : label.text === '' ? '' : `${label.text} `;
      }
    }
    if (properties.deleted) own += '<w:rPr><w:del/></w:rPr>';
    const labelRun = mark === '' ? '' : `<w:r><w:t xml:space="preserve">${escaped(mark)}</w:t></w:r>`;
    emit(`<w:p>${own === '' ? '' : `<w:pPr>${own}</w:pPr>`}${labelRun}${inner}</w:p>`);
  }

  parseOoxml(xml, { open, close, text });
  return { xml: `<?xml version="1.0" encoding="UTF-8"?>${buffers.flat().join('')}`, hiddenText, images };
}

function openTag(name: string, attributes: Record<string, string>): string {
  const all = Object.entries(attributes)
    .filter(([key]) => !key.startsWith('w:rsid') && !key.startsWith(UNKNOWN))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${all.join('')}>`;
}

function escaped(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      // Control characters that XML does not allow would make the part unreadable.
      .replace(/(?![\t\n\r])\p{Cc}/gu, '')
  );
}

const W = NAMESPACES.w[0];
const DECLARED = Object.fromEntries(
  Object.entries(NAMESPACES).map(([prefix, [uri]]) => [`xmlns:${prefix}`, uri]),
);

function listXml(id: string, format: string): string {
  const levels = Array.from(
    { length: MAX_LIST_LEVEL + 1 },
    (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`,
  );
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>`;
}

/** The two kinds of lists that rewritten paragraphs refer to. */
export const NUMBERING_XML = [
  `<?xml version="1.0" encoding="UTF-8"?><w:numbering xmlns:w="${W}">`,
  listXml(LISTS.bullet, 'bullet'),
  listXml(LISTS.number, 'decimal'),
  ...Object.values(LISTS).map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`),
  '</w:numbering>',
].join('');
