import { OfficeError } from './office-error.ts';
import { lettersOf } from './word-model.ts';
import type { Letter, Paragraph, Span, WordModel } from './word-model.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const PKG = 'http://schemas.microsoft.com/office/2006/xmlPackage';

/** A span of one paragraph as `getOoxml` gives it, with the paragraph's properties and a section at the end. */
export function toOoxml(model: WordModel, span: Span): string {
  const [paragraph] = model.paragraphsOf(span);
  const body = `<w:p>${propertiesOf(paragraph)}${runsOf(model.lettersOf(span))}</w:p><w:sectPr/>`;
  return `<?xml version="1.0" standalone="yes"?><pkg:package xmlns:pkg="${PKG}">\
<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData/></pkg:part>\
<pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document xmlns:w="${W}"><w:body>${body}</w:body></w:document>\
</pkg:xmlData></pkg:part></pkg:package>`;
}

function propertiesOf(paragraph: Paragraph | undefined): string {
  const list = paragraph?.list ?? null;
  const number = list === null ? '' : `<w:numPr><w:ilvl w:val="${list.level}"/></w:numPr>`;
  return `<w:pPr>${number}</w:pPr>`;
}

function runsOf(letters: readonly Letter[]): string {
  let xml = '';
  let from = 0;
  for (let at = 1; at <= letters.length; at += 1) {
    const first = letters[from];
    if (first === undefined || (at < letters.length && alike(first, letters[at]))) {
      continue;
    }
    xml += runOf(letters.slice(from, at), first);
    from = at;
  }
  return xml;
}

function alike(one: Letter, other: Letter | undefined): boolean {
  return JSON.stringify({ ...one, char: '' }) === JSON.stringify({ ...other, char: '' });
}

function runOf(letters: readonly Letter[], first: Letter): string {
  const struck = first.revision === 'deleted';
  const content = letters.map((letter) => charOf(letter, struck)).join('');
  const run = `<w:r><w:rPr>${lookOf(first)}</w:rPr>${content}</w:r>`;
  const linked = first.link === '' ? run : `<w:hyperlink>${run}</w:hyperlink>`;
  if (struck) return `<w:del>${linked}</w:del>`;
  return first.revision === 'inserted' ? `<w:ins>${linked}</w:ins>` : linked;
}

function charOf({ char, picture }: Letter, struck: boolean): string {
  if (picture) return '<w:drawing/>';
  if (char === '\v') return '<w:br/>';
  if (char === '\t') return '<w:tab/>';
  if (/\p{Cc}/u.test(char)) return '<w:footnoteReference/>';
  const text = char.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;');
  const name = struck ? 'delText' : 't';
  return `<w:${name} xml:space="preserve">${text}</w:${name}>`;
}

function lookOf({ bold, italic, underline, strikeThrough, highlightColor }: Letter): string {
  return [
    bold ? '<w:b/>' : '',
    italic ? '<w:i/>' : '',
    strikeThrough ? '<w:strike/>' : '',
    underline === 'Single' ? '<w:u w:val="single"/>' : '',
    highlightColor === null ? '' : '<w:highlight w:val="yellow"/>',
  ].join('');
}

/** The letters of a package with one paragraph; anything that is not asked of this fake is refused. */
export function fromOoxml(ooxml: string): Letter[] {
  const xml = new DOMParser().parseFromString(ooxml, 'application/xml');
  const body = xml.getElementsByTagNameNS(W, 'body')[0];
  const [paragraph, ...others] = [...(body?.children ?? [])];
  if (paragraph?.localName !== 'p' || others.length > 0) throw new OfficeError('GeneralException');
  return [...paragraph.children].flatMap((child) => {
    if (child.localName === 'r') return runLetters(child, {});
    const mark = ['w:id', 'w:author', 'w:date'].every((name) => (child.getAttribute(name) ?? '') !== '');
    if (!/^(ins|del)$/.test(child.localName) || !mark) throw new OfficeError('GeneralException');
    const revision = child.localName === 'ins' ? 'inserted' : 'deleted';
    return [...child.children].flatMap((run) => runLetters(run, { revision }));
  });
}

function runLetters(run: Element, facts: Partial<Letter>): Letter[] {
  if (run.localName !== 'r') throw new OfficeError('GeneralException');
  const signs = new Set(
    [...(run.getElementsByTagNameNS(W, 'rPr')[0]?.children ?? [])].map((one) => one.localName),
  );
  const look: Partial<Letter> = {
    bold: signs.has('b'),
    italic: signs.has('i'),
    strikeThrough: signs.has('strike'),
    underline: signs.has('u') ? 'Single' : 'None',
    highlightColor: signs.has('highlight') ? '#FFFF00' : null,
  };
  const text = facts.revision === 'deleted' ? 'delText' : 't';
  return [...run.children].flatMap((child) => {
    if (child.localName === 'rPr') return [];
    if (child.localName === 'br') return lettersOf('\v', { ...look, ...facts });
    if (child.localName === 'tab') return lettersOf('\t', { ...look, ...facts });
    if (child.localName !== text) throw new OfficeError('GeneralException');
    return lettersOf(child.textContent, { ...look, ...facts });
  });
}
