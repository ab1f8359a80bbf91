/** Millimetres as twentieths of a point, the unit of Word's measures. */
export const mm = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

export const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A run; `look` is what stands in its properties. */
export function run(text: string, look = ''): string {
  const properties = look === '' ? '' : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

/** What the Kommune or the person has to write into the document itself. */
export function gap(what: string): string {
  return run(`[[Bitte ergänzen: ${what}]]`, '<w:highlight w:val="yellow"/>');
}

export const TAB = '<w:r><w:tab/></w:r>';

export function paragraph(style: string, content: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${content}</w:p>`;
}

export interface Control {
  tag: string;
  label: string;
}

/** Makes content controls whose ids are unique within one document and the same each time it is built. */
export class Controls {
  #next = 410_000_001;

  #properties({ tag, label }: Control, kind: string): string {
    const id = this.#next++;
    return (
      `<w:sdtPr><w:alias w:val="${escaped(label)}"/><w:tag w:val="${tag}"/><w:id w:val="${id}"/>` +
      `<w:showingPlcHdr/>${kind}</w:sdtPr>`
    );
  }

  #placeholder({ label }: Control): string {
    return run(label, '<w:rStyle w:val="PlaceholderText"/>');
  }

  /** A control within a line. */
  inline(control: Control): string {
    const properties = this.#properties(control, '<w:text w:multiLine="1"/>');
    return `<w:sdt>${properties}<w:sdtContent>${this.#placeholder(control)}</w:sdtContent></w:sdt>`;
  }

  /** A control around whole paragraphs. */
  block(control: Control, style: string): string {
    const properties = this.#properties(control, '');
    const content = paragraph(style, this.#placeholder(control));
    return `<w:sdt>${properties}<w:sdtContent>${content}</w:sdtContent></w:sdt>`;
  }
}

/** A cell of so many twips with whole paragraphs in it. */
export function cell(width: number, content: string, more = ''): string {
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>${content}</w:tc>`;
}

/** A table of fixed columns. `style` is null where it only places text. */
export function table(style: string | null, widths: number[], rows: string[]): string {
  const bare = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>';
  const total = widths.reduce((sum, width) => sum + width, 0);
  return (
    `<w:tbl><w:tblPr>${style === null ? '' : `<w:tblStyle w:val="${style}"/>`}` +
    `<w:tblW w:w="${total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>${style === null ? bare : ''}` +
    `<w:tblLook w:val="0${style === null ? '000' : '420'}" w:firstRow="${style === null ? 0 : 1}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>` +
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>` +
    `${rows.join('')}</w:tbl>`
  );
}

export function row(cells: string, properties = ''): string {
  return `<w:tr>${properties === '' ? '' : `<w:trPr>${properties}</w:trPr>`}${cells}</w:tr>`;
}
