import { deflateSync } from 'node:zlib';

/** What a page of a PDF made for a test says: lines with their place and the size of their letters. */
export interface PdfLine {
  text: string;
  x?: number;
  y: number;
  size?: number;
}

/** The operators that write the lines. Letters are in Windows-1252, as simple PDFs have them. */
export function pageContent(lines: PdfLine[]): Buffer {
  const shown = lines.map(({ text, x = 70, y, size = 11 }) => {
    const safe = text.replace(/[\\()]/g, '\\$&');
    return `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${safe}) Tj ET`;
  });
  return Buffer.from(shown.join('\n'), 'latin1');
}

/**
 * A PDF by hand, with one stream for each page.
 * @param filters how often a stream is packed
 */
export function makePdf(pages: Buffer[], trailer = '', filters = 1): Buffer {
  const chunks: Buffer[] = [];
  const offsets: number[] = [];
  let length = 0;
  const write = (chunk: Buffer | string) => {
    const bytes = Buffer.from(chunk);
    chunks.push(bytes);
    length += bytes.length;
  };
  const object = (number: number, body: string, stream?: Buffer) => {
    offsets[number] = length;
    write(`${number} 0 obj\n${body}\n`);
    if (stream) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  write('%PDF-1.7\n');
  const kids = pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ');
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  object(3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  pages.forEach((content, index) => {
    const own = 4 + 2 * index;
    const resources = '/Resources << /Font << /F1 3 0 R >> >>';
    object(
      own,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${resources} /Contents ${own + 1} 0 R >>`,
    );
    const names = Array.from({ length: filters }, () => '/FlateDecode');
    const packed = names.reduce<Buffer>((bytes) => deflateSync(bytes), content);
    object(own + 1, `<< /Length ${packed.length} /Filter [${names.join(' ')}] >>`, packed);
  });
  const start = length;
  const rows = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  write(`xref\n0 ${offsets.length}\n0000000000 65535 f \n${rows.join('')}`);
  write(`trailer << /Size ${offsets.length} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF`);
  return Buffer.concat(chunks);
}
