import { describe, expect, it } from '@jest/globals';
import { revised } from './word-revisions.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PKG = 'http://schemas.microsoft.com/office/2006/xmlPackage';
const date = new Date('2026-11-23T08:00:00.123Z');

const packageOf = (body: string) =>
  `<pkg:package xmlns:pkg="${PKG}"><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>` +
  `<w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`;

const bodyOf = (xml: string | null) => /<w:body>(.*)<\/w:body>/s.exec(xml ?? '')?.[1];
const MARK = 'w:author="Amtsfeder" w:date="2026-11-23T08:00:00Z"';

describe('revision marks', () => {
  it('strike out each run with its look and add the new text with that of the first', () => {
    const xml = packageOf(
      '<w:p><w:pPr><w:numPr/></w:pPr><w:bookmarkStart w:id="0" w:name="_GoBack"/><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr>' +
        '<w:t>alt</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t xml:space="preserve"> &amp; </w:t><w:tab/></w:r>' +
        '<w:bookmarkEnd w:id="0"/></w:p><w:sectPr/>',
    );
    expect(bodyOf(revised(xml, { text: 'neu <1>\vzwei', keep: false, date }))).toBe(
      `<w:p><w:del w:id="1" ${MARK}><w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:delText xml:space="preserve">alt</w:delText></w:r>` +
        '<w:r><w:delText xml:space="preserve"> &amp; </w:delText><w:tab/></w:r></w:del>' +
        `<w:ins w:id="2" ${MARK}><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">neu &lt;1&gt;</w:t><w:br/>` +
        '<w:t xml:space="preserve">zwei</w:t></w:r></w:ins></w:p>',
    );
  });

  it('only add, or only strike out', () => {
    const xml = packageOf('<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p/><w:sectPr/>');
    expect(bodyOf(revised(xml, { text: 'b', keep: true, date }))).toBe(
      `<w:p><w:ins w:id="1" ${MARK}><w:r><w:t xml:space="preserve">b</w:t></w:r></w:ins></w:p>`,
    );
    expect(bodyOf(revised(xml, { text: '', keep: false, date }))).toBe(
      `<w:p><w:del w:id="1" ${MARK}><w:r><w:delText xml:space="preserve">a</w:delText></w:r></w:del></w:p>`,
    );
  });

  it.each([
    ['a note', '<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>'],
    ['a link', '<w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>'],
    ['a comment', '<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>a</w:t></w:r></w:p>'],
    [
      'a bookmark of a person',
      '<w:p><w:bookmarkStart w:id="0" w:name="Frist"/><w:r><w:t>a</w:t></w:r></w:p>',
    ],
    ['a mark that is there already', '<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins></w:p>'],
    ['two paragraphs', '<w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>'],
    ['a table', '<w:tbl/>'],
    ['nothing', '<w:p/>'],
  ])('are not made where there is %s', (_name, body) => {
    expect(revised(packageOf(body), { text: 'b', keep: false, date })).toBeNull();
  });

  it.each(['', '<a>', '<a/>', 'kein XML'])('are not made of what is no package: "%s"', (xml) => {
    expect(revised(xml, { text: 'b', keep: false, date })).toBeNull();
  });
});
