import { writeFile } from 'node:fs/promises';
import JSZip from 'jszip';
import { HEADER_MM, type Paper, papers } from './make-papers.ts';
import { NUMBERING_XML, STYLES_XML } from './make-styles.ts';
import { escaped, HEAD, mm, paragraph, R, run, W } from './make-xml.ts';

/** One day for all files, so that building again gives the same bytes. */
const DAY = new Date('2026-01-01T00:00:00Z');
const OPEN = `xmlns:w="${W}" xmlns:r="${R}"`;
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const pageNumber =
  run('Seite ') +
  '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>' +
  run(' von ') +
  '<w:fldSimple w:instr=" NUMPAGES "><w:r><w:t>1</w:t></w:r></w:fldSimple>';

/** A4 with the margins of a letter; a letterhead stands on the first page only. */
function section(paper: Paper): string {
  const header = paper.letterhead === null ? '' : '<w:headerReference w:type="first" r:id="rId4"/>';
  const first = paper.letterhead === null ? '' : '<w:footerReference w:type="first" r:id="rId3"/>';
  return (
    `<w:sectPr>${header}<w:footerReference w:type="default" r:id="rId3"/>${first}` +
    '<w:pgSz w:w="11906" w:h="16838"/>' +
    `<w:pgMar w:top="${mm(25)}" w:right="${mm(20)}" w:bottom="${mm(20)}" w:left="${mm(25)}" w:header="${mm(HEADER_MM)}" w:footer="${mm(10)}" w:gutter="0"/>` +
    `${paper.letterhead === null ? '' : '<w:titlePg/>'}</w:sectPr>`
  );
}

const relationship = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;

const relationships = (all: string[]) =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

function contentTypes(withHeader: boolean): string {
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${type}"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    part('/word/document.xml', `${WORD}.document.main+xml`) +
    part('/word/styles.xml', `${WORD}.styles+xml`) +
    part('/word/numbering.xml', `${WORD}.numbering+xml`) +
    part('/word/settings.xml', `${WORD}.settings+xml`) +
    part('/word/footer1.xml', `${WORD}.footer+xml`) +
    (withHeader ? part('/word/header1.xml', `${WORD}.header+xml`) : '') +
    part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    '</Types>'
  );
}

const SETTINGS_XML =
  `${HEAD}<w:settings xmlns:w="${W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>` +
  '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
  '</w:compat><w:themeFontLang w:val="de-DE"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>';

function partsOf(paper: Paper): [string, string][] {
  const withHeader = paper.letterhead !== null;
  return [
    ['[Content_Types].xml', contentTypes(withHeader)],
    [
      '_rels/.rels',
      relationships([
        relationship(1, `${R}/officeDocument`, 'word/document.xml'),
        relationship(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ]),
    ],
    [
      'word/document.xml',
      `${HEAD}<w:document ${OPEN}><w:body>${paper.body}${section(paper)}</w:body></w:document>`,
    ],
    [
      'word/_rels/document.xml.rels',
      relationships([
        relationship(1, `${R}/styles`, 'styles.xml'),
        relationship(2, `${R}/numbering`, 'numbering.xml'),
        relationship(3, `${R}/footer`, 'footer1.xml'),
        ...(withHeader ? [relationship(4, `${R}/header`, 'header1.xml')] : []),
        relationship(5, `${R}/settings`, 'settings.xml'),
      ]),
    ],
    ['word/styles.xml', STYLES_XML],
    ['word/numbering.xml', NUMBERING_XML],
    ['word/settings.xml', SETTINGS_XML],
    ['word/footer1.xml', `${HEAD}<w:ftr ${OPEN}>${paragraph('AFSeitenzahl', pageNumber)}</w:ftr>`],
    ...(paper.letterhead === null
      ? []
      : [['word/header1.xml', `${HEAD}<w:hdr ${OPEN}>${paper.letterhead}</w:hdr>`] as [string, string]]),
    [
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">` +
        `<dc:title>${escaped(paper.title)}</dc:title><dc:language>de-DE</dc:language></cp:coreProperties>`,
    ],
  ];
}

/**
 * Builds the Word files of our Vorlagen. Nothing in them depends on the day or on who builds them.
 * @returns the bytes of each `vorlage.docx` by the name of its folder
 */
export async function buildTemplates(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [id, paper] of Object.entries(papers)) {
    const zip = new JSZip();
    for (const [name, xml] of partsOf(paper())) zip.file(name, xml, { date: DAY, createFolders: false });
    files.set(id, await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' }));
  }
  return files;
}

if (import.meta.main) {
  for (const [id, bytes] of await buildTemplates()) {
    await writeFile(new URL(`${id}/vorlage.docx`, import.meta.url), bytes);
  }
}
