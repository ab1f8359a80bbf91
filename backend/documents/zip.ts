import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { DocumentError } from './errors.ts';

/** How much a ZIP file may hold. */
export interface ZipLimits {
  /** Files in the archive. */
  entries: number;
  /** Bytes of all parts that are read, inflated. */
  inflatedBytes: number;
  /** Times that a part of more than a megabyte may be larger than its packed form. */
  ratio: number;
}

/** Parts below this may be packed as tightly as they like. */
const SMALL_PART = 1024 * 1024;

/**
 * Reads parts of a ZIP file. The directory is checked before anything is inflated, and what really comes out is
 * counted as well, because the directory may lie.
 * @param wanted parts to read, by name; the others are never inflated
 * @throws DocumentError `file_broken`, `file_encrypted`, `file_too_large`
 */
export async function readZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<Map<string, Buffer>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const archive = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    const entries = await directory(archive, wanted, limits);
    const parts = new Map<string, Buffer>();
    for (const entry of entries) parts.set(entry.fileName, await inflated(archive, entry, limits));
    return parts;
  } catch (fault) {
    throw fault instanceof DocumentError ? fault : new DocumentError('file_broken');
  }
}

async function directory(
  archive: ZipFile,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<Entry[]> {
  if (archive.entryCount > limits.entries) throw new DocumentError('file_too_large');
  const names = new Set<string>();
  const entries: Entry[] = [];
  let declared = 0;
  for await (const entry of archive.eachEntry()) {
    if (!wanted(entry.fileName)) continue;
    if (entry.isEncrypted()) throw new DocumentError('file_encrypted');
    if (names.has(entry.fileName)) throw new DocumentError('file_broken');
    names.add(entry.fileName);
    declared += entry.uncompressedSize;
    const packed = Math.max(entry.compressedSize, 1);
    if (entry.uncompressedSize > SMALL_PART && entry.uncompressedSize / packed > limits.ratio) {
      throw new DocumentError('file_too_large');
    }
    if (declared > limits.inflatedBytes) throw new DocumentError('file_too_large');
    entries.push(entry);
  }
  return entries;
}

async function inflated(archive: ZipFile, entry: Entry, limits: ZipLimits): Promise<Buffer> {
  const stream = await archive.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limits.inflatedBytes) {
      stream.destroy();
      throw new DocumentError('file_too_large');
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Writes a ZIP file whose parts are stored as they are, without packing. */
export function writeZip(parts: ReadonlyMap<string, string>): Buffer {
  const files: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [path, text] of parts) {
    const name = Buffer.from(path);
    const data = Buffer.from(text);
    // Version, flags (names in UTF-8), method, time and date are the same in both headers (APPNOTE.TXT 4.3.7, 4.3.12).
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    files.push(local);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, tail, name);
    offset += local.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.size, 4);
  end.writeUInt16LE(parts.size, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, ...central, Buffer.from('PK\x05\x06'), end]);
}
