import { MAX_FIELD_CHARS } from '../../contract/limits.ts';

const PIECE = /<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)(?: [^>]*)?\/>|<\/w:(p)>/gu;
const ENTITY = /&(amp|lt|gt|quot|apos|#x[0-9a-f]{1,6}|#\d{1,7});/giu;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const MAX_CODE_POINT = 0x10ffff;

/**
 * The words of the headers and footers of a Word document, line by line, each line once: first, even and other pages
 * often have the same. They are read to find markings such as „VS-NfD“; a letterhead is no part of the text.
 * @param parts the XML of the header and footer parts
 */
export function marginsOf(parts: readonly string[]): string {
  const lines = new Set<string>();
  for (const xml of parts) {
    let line = '';
    for (const [, text, gap, end] of xml.matchAll(PIECE)) {
      if (text !== undefined) line += unescaped(text);
      if (gap !== undefined) line += ' ';
      if (end === undefined) continue;
      lines.add(line.replaceAll(/\s+/gu, ' ').trim());
      line = '';
    }
  }
  lines.delete('');
  return [...lines].join('\n').slice(0, MAX_FIELD_CHARS);
}

function unescaped(text: string): string {
  return text.replaceAll(ENTITY, (whole, name: string) => {
    const named = NAMED[name.toLowerCase()];
    if (named !== undefined) return named;
    const code =
      name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= MAX_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
