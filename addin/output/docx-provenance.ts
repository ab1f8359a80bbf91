import type { Provenance } from '../office/host.ts';
import { PROVENANCE_NAMESPACE, toXml } from './provenance.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const DATASTORE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';
/** Names the part within a document; any number that no other part has. */
const ITEM_ID = '{6F0B2C0E-3A57-4D0B-9C1E-5B7A6A1F2D43}';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const CONTENT_TYPES = '[Content_Types].xml';
const DOCUMENT_RELS = 'word/_rels/document.xml.rels';

function rels(entries: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;
}

function insertedBefore(xml: string, end: string, entry: string): string {
  const at = xml.lastIndexOf(end);
  if (at < 0) throw new Error(`A part of the DOCX has no ${end}.`);
  return xml.slice(0, at) + entry + xml.slice(at);
}

/**
 * Puts the marks that tell which texts were made with AI into a DOCX, as a custom XML part (ECMA-376-1, 15.2.5 and
 * 15.2.6) that Word keeps and nobody sees.
 * @param file a DOCX that has no custom XML part
 */
export async function withProvenances(file: Blob, all: readonly Provenance[]): Promise<Blob> {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(file);
  const textOf = async (name: string) => (await zip.file(name)?.async('string')) ?? '';
  zip.file('customXml/item1.xml', toXml(all));
  zip.file(
    'customXml/itemProps1.xml',
    `${HEAD}<ds:datastoreItem xmlns:ds="${DATASTORE}" ds:itemID="${ITEM_ID}"><ds:schemaRefs><ds:schemaRef ds:uri="${PROVENANCE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>`,
  );
  zip.file(
    'customXml/_rels/item1.xml.rels',
    rels(`<Relationship Id="rId1" Type="${RELATIONSHIPS}/customXmlProps" Target="itemProps1.xml"/>`),
  );
  zip.file(
    DOCUMENT_RELS,
    insertedBefore(
      await textOf(DOCUMENT_RELS),
      '</Relationships>',
      `<Relationship Id="rIdProvenance" Type="${RELATIONSHIPS}/customXml" Target="../customXml/item1.xml"/>`,
    ),
  );
  zip.file(
    CONTENT_TYPES,
    insertedBefore(
      await textOf(CONTENT_TYPES),
      '</Types>',
      '<Override ContentType="application/vnd.openxmlformats-officedocument.customXmlProperties+xml" PartName="/customXml/itemProps1.xml"/>',
    ),
  );
  return zip.generateAsync({ type: 'blob', mimeType: DOCX, compression: 'DEFLATE' });
}
