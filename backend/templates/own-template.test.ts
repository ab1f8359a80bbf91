import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { fillTemplate } from './fill.ts';
import { readTemplates } from './read-templates.ts';
import type { Template } from './template.ts';
import { p, requestFor } from './testing/blocks.ts';
import { documentXml, sdt, TEXT_CONTROL, writeTemplate, yamlOf } from './testing/own-template.ts';
import { paragraphsOf, partOf } from './testing/word.ts';
import { allW, childrenOf } from './xml.ts';

const ours = await readTemplates(fileURLToPath(new URL('../../templates', import.meta.url)));
const base = ours.templates.find(({ id }) => id === 'vermerk') as Template;

/** A Vorlage of a Kommune with this body, filled. */
async function filled(
  body: string,
  fields: Record<string, object>,
  header?: string,
  blocks = [p('Ein Satz.')],
) {
  const folder = await mkdtemp(join(tmpdir(), 'vorlagen-'));
  const parts = {
    'word/document.xml': documentXml(body + TEXT_CONTROL),
    ...(header === undefined ? {} : { 'word/header7.xml': header }),
  };
  const yaml = yamlOf(base, { text: { label: 'Text', from: 'text' }, ...fields });
  await writeTemplate(folder, 'brief', { base, parts, yaml });
  const { templates } = await readTemplates(folder);
  await rm(folder, { recursive: true });
  return fillTemplate(templates[0] as Template, requestFor(blocks), new Date('2026-03-09'));
}

const serialized = (bytes: Uint8Array, name?: string) => partOf(bytes, name).then(String);
const NAME = { name: { label: 'Name', from: 'author.name' } };

describe('a Vorlage of a Kommune', () => {
  it('keeps the formatting of what stood in a control, and leaves that of a placeholder', async () => {
    const red = '<w:rPr><w:color w:val="FF0000"/></w:rPr>';
    const standing = `<w:p>${sdt('name', `<w:r>${red}<w:t>alt</w:t></w:r>`)}</w:p>`;
    expect(await serialized(await filled(standing, NAME))).toContain(
      `${red}<w:t xml:space="preserve">Kim Beispiel`,
    );
    const placeholder = `<w:p><w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:tag w:val="name"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>${red}<w:t>Klicken</w:t></w:r></w:sdtContent></w:sdt></w:p>`;
    const text = await serialized(await filled(placeholder, NAME));
    expect(text).toContain('<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Kim Beispiel');
    expect(text).not.toMatch(/showingPlcHdr|Klicken/);
  });

  it('puts the formatting for a gap where the schema wants it', async () => {
    const look = '<w:rPr><w:b/><w:sz w:val="20"/><w:u w:val="single"/></w:rPr>';
    const body = `<w:p>${sdt('was', `<w:r>${look}<w:t>alt</w:t></w:r>`)}</w:p>`;
    const document = await partOf(await filled(body, { was: { label: 'Was', from: 'subject' } }));
    const [properties] = allW(document, 'rPr');
    expect(properties && childrenOf(properties).map(({ localName }) => localName)).toEqual([
      'b',
      'sz',
      'highlight',
      'u',
    ]);
    expect(paragraphsOf(document)).toContain('[[Bitte ergänzen: Was]]');
  });

  it('fills a cell and keeps its width, and the same tag in a header', async () => {
    const cell =
      '<w:tc><w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>alt</w:t></w:r></w:p></w:tc>';
    const body = `<w:tbl><w:tr>${sdt('name', cell)}</w:tr></w:tbl>`;
    const header = documentXml(`<w:p>${sdt('name', '<w:r/>')}</w:p>`);
    const bytes = await filled(body, NAME, header);
    const text = await serialized(bytes);
    expect(text).toContain(
      '<w:tcPr><w:tcW w:w="500" w:type="dxa"/></w:tcPr><w:p><w:r><w:t xml:space="preserve">Kim Beispiel',
    );
    expect(text).not.toContain('alt');
    expect(await serialized(bytes, 'word/header7.xml')).toContain('Kim Beispiel');
  });

  it('cuts the tie to data and days that would overwrite what was filled in', async () => {
    const properties = '<w:dataBinding w:xpath="/a"/><w:date w:fullDate="2020-01-01T00:00:00Z"/>';
    const body = `<w:p>${sdt('tag', '<w:r/>', properties)}</w:p>`;
    const text = await serialized(await filled(body, { tag: { label: 'Tag', from: 'today' } }));
    expect(text).toContain('09.03.2026');
    expect(text).not.toMatch(/dataBinding|fullDate/);
  });

  it('lets a plain text control have several lines where the value has', async () => {
    const body = `<w:p>${sdt('anschrift', '<w:r/>', '<w:text/>')}</w:p>`;
    const fields = { anschrift: { label: 'Anschrift', from: 'address', optional: true } };
    expect(await serialized(await filled(body, fields))).toContain('<w:text/>');
    const address = [p('A B\nWeg 1\n55116 Mainz'), p('Guten Tag,')];
    const text = await serialized(await filled(body, fields, undefined, address));
    expect(text).toContain('<w:text w:multiLine="1"/>');
    expect(text).toContain('Weg 1</w:t><w:br/>');
  });

  it('leaves an optional field empty', async () => {
    const body = `<w:p>${sdt('was', '<w:r><w:t>alt</w:t></w:r>')}</w:p>`;
    const bytes = await filled(body, { was: { label: 'Was', from: 'subject', optional: true } });
    expect(paragraphsOf(await partOf(bytes))).toEqual(['', 'Ein Satz.', '']);
  });
});
