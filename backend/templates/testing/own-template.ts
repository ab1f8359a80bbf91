import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Template } from '../template.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const documentXml = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:document ${W}><w:body>${body}<w:p/></w:body></w:document>`;

/** A content control of these properties. */
export const sdt = (tag: string, content: string, properties = '') =>
  `<w:sdt><w:sdtPr><w:tag w:val="${tag}"/>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

export const TEXT_CONTROL = sdt('text', '<w:p/>');

/** A Vorlage as its files: one of ours, with other parts and another YAML. */
export interface OwnTemplate {
  base: Template;
  parts?: Record<string, string | null>;
  yaml?: string;
}

export async function docxOf({ base, parts = {} }: OwnTemplate): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of base.parts) zip.file(name, bytes);
  for (const [name, content] of Object.entries(parts)) {
    if (content === null) zip.remove(name);
    else zip.file(name, content);
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}

/** The YAML of a Vorlage with these fields. */
export const yamlOf = ({ styles }: Template, fields: Record<string, object>, more: object = {}) =>
  JSON.stringify({ label: 'Eigene Vorlage', form: 'letter', fields, styles, ...more });

/** Writes a Vorlage into a folder of Vorlagen. */
export async function writeTemplate(folder: string, id: string, own: OwnTemplate): Promise<void> {
  await mkdir(join(folder, id), { recursive: true });
  await writeFile(join(folder, id, 'vorlage.docx'), await docxOf(own));
  await writeFile(
    join(folder, id, 'vorlage.yaml'),
    own.yaml ?? yamlOf(own.base, { text: { label: 'Text', from: 'text' } }),
  );
}
