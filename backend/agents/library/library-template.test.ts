import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readTemplates } from '../../templates/read-templates.ts';
import { docxOf, documentXml, sdt, TEXT_CONTROL } from '../../templates/testing/own-template.ts';
import { readLibraryTemplate } from './library-template.ts';

const { templates } = await readTemplates(fileURLToPath(new URL('../../../templates', import.meta.url)));
const [base] = templates;
if (base === undefined) throw new Error('no Vorlagen');
const read = (bytes: Uint8Array) =>
  readLibraryTemplate({ id: 'neu', name: 'Eigene Vorlage', form: 'note', bytes });
const faultsOf = async (parts: Record<string, string | null>) => {
  const reading = await read(await docxOf({ base, parts }));
  return 'faults' in reading ? reading.faults : [];
};
const withBody = (body: string) => faultsOf({ 'word/document.xml': documentXml(body) });

describe('a Vorlage of the library', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'has its fields and styles by its tags: %s as the YAML of the house says it',
    async (_id, template) => {
      const reading = await read(await docxOf({ base: template }));
      if ('faults' in reading) throw new Error(reading.faults.join());
      const sourcesOf = ({ fields }: typeof template) =>
        Object.fromEntries(Object.entries(fields).map(([tag, { from }]) => [tag, from]));
      expect(sourcesOf(reading.template)).toEqual(sourcesOf(template));
      expect(reading.template.styles).toEqual(template.styles);
      expect(reading.template.words).toBe(template.words);
    },
  );

  it('takes the styles that Word brings where it has none of ours', async () => {
    const sheet = Buffer.from(base.parts.get('word/styles.xml') ?? []).toString();
    const plain = sheet
      .replaceAll('AFListePunkte', 'Aufzhlungszeichen')
      .replace(/(w:styleId="Aufzhlungszeichen"[^>]*><w:name w:val=")[^"]*/, '$1List Bullet');
    const reading = await read(await docxOf({ base, parts: { 'word/styles.xml': plain } }));
    expect(reading).toMatchObject({ template: { styles: { listBullet: 'Aufzhlungszeichen' } } });
  });

  it.each([
    ['without a place for the text', sdt('betreff', '<w:r/>'), /Tag „text“/],
    ['with a tag that means nothing', `${TEXT_CONTROL}${sdt('lieblingsfarbe', '<w:p/>')}`, /lieblingsfarbe/],
    ['with the text inside of a line', `<w:p>${sdt('text', '<w:r/>')}</w:p>`, /eigene Absätze/],
  ])('is refused %s', async (_what, body, words) => {
    expect((await withBody(body)).join()).toMatch(words);
  });

  it.each([
    ['with macros', { 'word/vbaProject.bin': 'x' }, /Makros/],
    [
      'with something outside of it',
      {
        'word/_rels/document.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x" Type="http://x/image" Target="https://example.org/x" TargetMode="External"/></Relationships>',
      },
      /außerhalb/,
    ],
    ['without styles', { 'word/styles.xml': null }, /füllen/],
    ['with a document type', { 'word/document.xml': '<!DOCTYPE x><x/>' }, /füllen/],
  ])('is refused %s', async (_what, parts, words) => {
    expect((await faultsOf(parts)).join()).toMatch(words);
  });

  it('is refused where it is no Word document, or grows beyond all measure', async () => {
    expect(await read(Buffer.from('kein ZIP'))).toMatchObject({ faults: [expect.stringMatching(/docx/)] });
    const bomb = documentXml(`<w:p><w:r><w:t>${' '.repeat(9 * 1024 * 1024)}</w:t></w:r></w:p>`);
    expect((await faultsOf({ 'word/document.xml': bomb })).join()).toMatch(/docx/);
  });
});
