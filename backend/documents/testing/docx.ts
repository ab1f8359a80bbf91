import { deflateRawSync, crc32 } from 'node:zlib';

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';

/** The main part of a DOCX file around a body. */
export function documentXml(body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}</w:body></w:document>`;
}

export function stylesXml(styles: string): string {
  return `<w:styles ${W}>${styles}</w:styles>`;
}

/** A packed part and what its entry in the directory says about it. */
export interface Packed {
  name: string;
  data: Buffer;
  /** Size that the directory claims. */
  size?: number;
  encrypted?: boolean;
}

/** A packed ZIP file whose directory may lie. */
export function makeZip(parts: Packed[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, data, size = data.length, encrypted = false } of parts) {
    const packed = deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(encrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    files.push(file);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, Buffer.from(name));
    offset += file.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...directory, Buffer.from('PK\x05\x06'), end]);
}

/** A DOCX file with nothing but a body, and other parts where they are given. */
export function bareDocx(body: string, others: Record<string, string> = {}): Buffer {
  return makeZip([
    { name: 'word/document.xml', data: Buffer.from(documentXml(body)) },
    ...Object.entries(others).map(([name, xml]) => ({ name, data: Buffer.from(xml) })),
  ]);
}
