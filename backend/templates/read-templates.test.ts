import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { templateInfo, textBlock } from '../../contract/forms.ts';
import { findGaps } from '../../contract/gaps.ts';
import { ConfigError } from '../config.ts';
import { readTemplates } from './read-templates.ts';
import type { Template } from './template.ts';
import {
  documentXml,
  type OwnTemplate,
  sdt,
  TEXT_CONTROL,
  writeTemplate,
  yamlOf,
} from './testing/own-template.ts';

const ours = await readTemplates(fileURLToPath(new URL('../../templates', import.meta.url)));
const base = ours.templates.find(({ id }) => id === 'vermerk') as Template;
const BODY = { 'word/document.xml': documentXml(TEXT_CONTROL) };
const RELS = 'word/_rels/document.xml.rels';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vorlagen-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function problem(): Promise<string> {
  const fault: unknown = await readTemplates(folder).catch((thrown: unknown) => thrown);
  return fault instanceof ConfigError ? fault.message : 'no problem';
}

async function problemOf(own: Omit<OwnTemplate, 'base'>): Promise<string> {
  await writeTemplate(folder, 'brief', { base, ...own });
  return problem();
}

describe('readTemplates', () => {
  it('reads our own, in the order of the forms', () => {
    expect(ours.templates.map(({ id }) => id)).toEqual([
      ...['antwortschreiben', 'vermerk', 'verfuegung', 'sitzungsvorlage', 'bescheid', 'e-mail'],
    ]);
    for (const template of ours.templates) expect(templateInfo.safeParse(template).success).toBe(true);
  });

  it('reads our Textbausteine: patterns that nobody has approved yet', () => {
    expect(ours.textBlocks.map(({ kind }) => kind).sort()).toEqual([
      ...['legal-remedy', 'legal-remedy', 'payment', 'privacy'],
    ]);
    for (const block of ours.textBlocks) {
      expect(textBlock.safeParse(block).success).toBe(true);
      expect(block.label).toContain('Muster, bitte durch Ihre Rechtsstelle freigeben');
      expect(findGaps(block.text).length).toBeGreaterThan(0);
    }
  });

  it('names Rechtsbehelf, authority, place, time limit and form (§§ 58, 70, 74, 81 VwGO)', () => {
    const text = (id: string) => ours.textBlocks.find((block) => block.id === id)?.text ?? '';
    for (const id of ['rechtsbehelf-widerspruch', 'rechtsbehelf-klage']) {
      expect(text(id)).toMatch(/innerhalb eines Monats nach/);
      expect(text(id)).toMatch(/schriftlich.*zur Niederschrift/);
      expect(text(id)).toMatch(/Anschrift/);
      expect(text(id)).toMatch(/Eine einfache E-Mail genügt .*nicht/);
    }
    expect(text('rechtsbehelf-widerspruch')).toMatch(/§ 3a Absatz 2[\s\S]*Kreisrechtsausschuss/);
    expect(text('rechtsbehelf-klage')).toMatch(/Verwaltungsgericht/);
  });

  it('reads the Vorlage of a Kommune, also without Textbausteine', async () => {
    await writeTemplate(folder, 'brief', { base, parts: BODY });
    const { templates, textBlocks } = await readTemplates(folder);
    expect(templates).toMatchObject([{ id: 'brief', label: 'Eigene Vorlage', form: 'letter' }]);
    expect(textBlocks).toEqual([]);
  });

  it('names every Vorlage that is wrong, and the folder', async () => {
    await writeTemplate(folder, 'brief', { base });
    await mkdir(join(folder, 'leer'));
    await mkdir(join(folder, 'Groß'));
    expect(await problem()).toMatch(
      /templates\/Groß: .*\ntemplates\/brief: [\s\S]*templates\/leer: vorlage\.yaml/,
    );
    folder = join(folder, 'leer');
    await rm(folder, { recursive: true });
    expect(await problem()).toBe('AMTSFEDER_TEMPLATES_DIR: the folder cannot be read');
    await mkdir(folder);
  });

  it('wants the same tags in document and YAML', async () => {
    const parts = { 'word/document.xml': documentXml(TEXT_CONTROL + sdt('fremd', '<w:p/>')) };
    const yaml = yamlOf(base, {
      text: { label: 'T', from: 'text' },
      betreff: { label: 'B', from: 'subject' },
    });
    expect(await problemOf({ parts, yaml })).toBe(
      'templates/brief: has no content control "betreff"\ntemplates/brief: content control "fremd" is not in the YAML',
    );
  });

  it.each([
    ['', 'the YAML is not well-formed', '{'],
    ['', /fields\.text\.from/, JSON.stringify({ fields: { text: { label: 'T', from: 'secret' } } })],
    ['', /Unrecognized key/, JSON.stringify({ more: 1 })],
  ])('refuses a YAML that is none of ours%s: %s', async (_name, message, yaml) => {
    expect(await problemOf({ parts: BODY, yaml })).toMatch(message);
  });

  it.each([
    ['macros', { 'word/vbaProject.bin': 'x' }, /macros/],
    ['embedded objects', { 'word/embeddings/oleObject1.bin': 'x' }, /embedded objects/],
    ['a document type', { 'word/document.xml': '<!DOCTYPE a><a/>' }, /document\.xml has a document type/],
    ['broken XML', { 'word/document.xml': '<a><b></a>' }, /not well-formed/],
    ['no document', { 'word/document.xml': null }, /word\/document\.xml is missing/],
    ['no numbering', { ...BODY, 'word/numbering.xml': null }, /word\/numbering\.xml is missing/],
    [
      'an address outside',
      {
        ...BODY,
        [RELS]:
          '<Relationships><Relationship Id="a" Type="x/image" Target="http://x" TargetMode="External"/></Relationships>',
      },
      /points outside itself \(word\/_rels\/document\.xml\.rels: image\)/,
    ],
    [
      'another document',
      {
        ...BODY,
        [RELS]: '<Relationships><Relationship Id="a" Type="x/aFChunk" Target="a.html"/></Relationships>',
      },
      /includes another document/,
    ],
    [
      'the type of a template',
      {
        ...BODY,
        '[Content_Types].xml':
          '<Types><Override PartName="/word/document.xml" ContentType="x.template.main+xml"/></Types>',
      },
      /no plain Word document/,
    ],
    [
      'Strict Open XML',
      { 'word/document.xml': '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>' },
      /Strict Open XML/,
    ],
  ])('refuses a document with %s', async (_name, parts, message) => {
    expect(await problemOf({ parts })).toMatch(message);
  });

  it.each([
    ['a text field within a line', `<w:p>${sdt('text', '<w:r/>')}</w:p>`, 'must be a paragraph of its own'],
    [
      'a plain text field for the text',
      sdt('text', '<w:p/>', '<w:text/>'),
      'must be a rich text content control',
    ],
    ['a choice', sdt('text', '<w:p/>', '<w:comboBox/>'), 'is no text field (comboBox)'],
    ['a field within a field', sdt('text', TEXT_CONTROL), 'lies within another one'],
    ['a field around a row', `<w:tbl>${sdt('text', '<w:tr/>')}</w:tbl>`, 'goes around a row'],
  ])('refuses %s', async (_name, body, message) => {
    expect(await problemOf({ parts: { 'word/document.xml': documentXml(body) } })).toContain(
      `templates/brief: content control "text" ${message}`,
    );
  });

  it('refuses styles that the document does not have, or that do not number', async () => {
    const fields = { text: { label: 'T', from: 'text' } };
    const styles = { ...base.styles, table: 'AFText', listNumber: 'AFText', heading1: 'Nichts' };
    const message = await problemOf({ parts: BODY, yaml: yamlOf(base, fields, { styles }) });
    expect(message).toContain('no table style with the id "AFText" (table)');
    expect(message).toContain('no paragraph style with the id "Nichts" (heading1)');
    expect(message).toContain('style "AFText" (listNumber) is not numbered in Word');
  });

  it('refuses a document that would burst', async () => {
    expect(await problemOf({ parts: { ...BODY, 'word/media/a.bin': '0'.repeat(30_000_000) } })).toMatch(
      /cannot be read as a Word document \(file_too_large\)/,
    );
    await writeFile(join(folder, 'brief', 'vorlage.docx'), 'no zip');
    expect(await problem()).toMatch(/file_broken/);
  });

  it('refuses a Textbaustein that is not named like its file, or says nothing', async () => {
    await mkdir(join(folder, 'bausteine'));
    await writeFile(join(folder, 'bausteine', 'a.yaml'), 'id: b\nlabel: B\nkind: other\ntext: Text');
    await writeFile(join(folder, 'bausteine', 'c.yaml'), 'id: c\nlabel: C\nkind: law\ntext: " "');
    expect(await problem()).toMatch(
      /templates\/bausteine\/a\.yaml: the id is not the name[\s\S]*bausteine\/c\.yaml: kind[\s\S]*bausteine\/c\.yaml: text/,
    );
  });

  it('describes itself truly to a Kommune', async () => {
    const readme = await readFile(new URL('../../templates/README.md', import.meta.url), 'utf8');
    const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const body = ['betreff', 'text', 'anlagen'].map((tag) => sdt(tag, '<w:p/>')).join('');
    await writeTemplate(folder, 'brief', { base, yaml, parts: { 'word/document.xml': documentXml(body) } });
    expect((await readTemplates(folder)).templates).toHaveLength(1);
  });
});
