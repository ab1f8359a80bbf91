import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import JSZip from 'jszip';
import type { Block, Run } from '../../contract/rich.ts';
import { mark } from '../../contract/rich.ts';
import { toMarkdown } from '../../contract/markdown.ts';
import { noAuthor } from '../../contract/tasks/index.ts';
import { readDocx } from '../documents/docx.ts';
import { DOCUMENT_LIMITS } from '../documents/read.ts';
import { controlsOf } from './controls.ts';
import { fillTemplate } from './fill.ts';
import { readTemplates } from './read-templates.ts';
import { wordText } from './runs.ts';
import type { Template } from './template.ts';
import { h, letter, list, p, requestFor, run, table } from './testing/blocks.ts';
import { paragraphsOf, partOf, partsOf } from './testing/word.ts';
import { allW, childrenOf, childW, valW } from './xml.ts';

const TODAY = new Date('2026-03-09T12:00:00Z');
const { templates } = await readTemplates(fileURLToPath(new URL('../../templates', import.meta.url)));

function named(id: string): Template {
  const template = templates.find((one) => one.id === id);
  if (!template) throw new Error(id);
  return template;
}

const filled = (id: string, blocks: Block[], more = {}) =>
  fillTemplate(named(id), requestFor(blocks, more), TODAY);

async function said(bytes: Uint8Array): Promise<string> {
  const parts = ['word/document.xml', 'word/header1.xml'];
  const known = await partsOf(bytes);
  const texts = await Promise.all(parts.filter((name) => known.has(name)).map((name) => partOf(bytes, name)));
  return texts.flatMap(paragraphsOf).join('\n');
}

describe('fillTemplate', () => {
  it('fills the letter: the text before what is known, what is known before a gap', async () => {
    const text = await said(
      await filled('antwortschreiben', letter, { author: { ...requestFor([]).author, email: '' } }),
    );
    expect(text).toContain('Frau\nMaria Weber\nHauptstraße 1\n55116 Mainz');
    expect(text).toContain('Ihr Zeichen:AB 7');
    expect(text).toContain('Ihre Nachricht vom:01.03.2026');
    expect(text).toContain('Unser Zeichen:99-1');
    expect(text).toContain('Telefon:06131 12-3456');
    expect(text).toContain('E-Mail:[[Bitte ergänzen: E-Mail]]');
    expect(text).toContain('Datum:09.03.2026');
    expect(text).toContain('Fax: 4711');
    expect(text.indexOf('Der Stellplatz')).toBeLessThan(text.indexOf('Mit freundlichen Grüßen'));
    expect(text.indexOf('Kim Beispiel')).toBeLessThan(text.indexOf('Lageplan'));
  });

  it('changes nothing but its fields and the numbers of lists', async () => {
    const before = named('antwortschreiben').parts;
    const after = await partsOf(await filled('antwortschreiben', [...letter, list(true, ['a'])]));
    expect([...after.keys()]).toEqual([...before.keys()]);
    const changed = [...after].filter(
      ([name, bytes]) => Buffer.compare(bytes, Buffer.from(before.get(name) ?? '')) !== 0,
    );
    expect(changed.map(([name]) => name)).toEqual([
      'word/document.xml',
      'word/numbering.xml',
      'word/header1.xml',
    ]);
  });

  it('gives the same bytes for the same text', async () => {
    expect(await filled('vermerk', letter)).toEqual(await filled('vermerk', letter));
  });

  it.each(templates.map(({ id }) => [id]))('%s keeps its controls, without placeholders', async (id) => {
    const bytes = await filled(id, letter);
    const document = await partOf(bytes);
    expect(controlsOf(document).map(({ tag }) => tag)).toEqual(
      controlsOf(await partOf(await zipOf(named(id)))).map(({ tag }) => tag),
    );
    expect(allW(document, 'showingPlcHdr')).toEqual([]);
    expect(String((await partsOf(bytes)).get('word/document.xml'))).not.toContain('PlaceholderText');
    for (const sdt of allW(document, 'sdt')) {
      expect(childrenOf(sdt).map(({ localName }) => localName)).toEqual(['sdtPr', 'sdtContent']);
    }
    const ids = allW(document, 'sdt').flatMap((sdt) => allW(sdt, 'id').map((found) => valW(found)));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes headings, lists and tables in the styles of the Vorlage', async () => {
    const document = await partOf(
      await filled('vermerk', [
        h(2, 'Sachverhalt'),
        p('Text'),
        list(true, ['eins', [p('zwei'), list(false, ['innen'])]], 4),
        list(true, ['neu']),
        table(true, ['Wer', 'Was'], ['A', 'B']),
      ]),
    );
    const text = controlsOf(document).find(({ tag }) => tag === 'text');
    const paragraphs = text ? allW(text.content, 'p') : [];
    const style = (at: number) => valW(allW(paragraphs[at] ?? document, 'pStyle')[0] ?? null);
    expect([0, 1, 2, 4, 6].map(style)).toEqual([
      'Heading2',
      'AFText',
      'AFListeNummern',
      'AFListePunkte',
      'AFTabellentext',
    ]);
    const numbers = [2, 3, 4, 5].map((at) => valW(allW(paragraphs[at] ?? document, 'numId')[0] ?? null));
    expect(numbers[0]).toBe(numbers[1]);
    expect(numbers[3]).not.toBe(numbers[0]);
    expect(valW(allW(paragraphs[4] ?? document, 'ilvl')[0] ?? null)).toBe('1');
    expect(text && valW(allW(text.content, 'tblStyle')[0] ?? null)).toBe('AFTabelle');
    expect(text && allW(text.content, 'tblHeader')).toHaveLength(1);
  });

  it('reads back as it was written', async () => {
    const blocks = [
      p('Sehr geehrte Frau Weber,'),
      {
        type: 'paragraph' as const,
        runs: [run('Nur '), run('fett', 'bold'), run(' und '), run('schräg', 'italic')],
      },
      list(true, ['drei', 'vier'], 3),
      list(true, ['eins']),
      table(true, ['Kopf', 'Wert'], ['a', 'b']),
      p('Mit freundlichen Grüßen'),
    ];
    const { blocks: read } = await readDocx(await filled('e-mail', blocks), DOCUMENT_LIMITS.zip);
    const text = toMarkdown(read);
    expect(text).toContain(
      'Nur **fett** und *schräg*\n\n3. drei\n4. vier\n\n1. eins\n\n| Kopf | Wert |\n| --- | --- |\n| a | b |',
    );
  });

  it('highlights gaps, also across runs, and orders the properties of a run', async () => {
    const blocks: Block[] = [
      {
        type: 'paragraph',
        runs: [run('a [[Bitte ', 'underline'), run('ergänzen: Tag', 'bold'), run(']] b')],
      },
    ];
    const document = await partOf(await filled('vermerk', blocks));
    const text = controlsOf(document).find(({ tag }) => tag === 'text');
    const runs = text ? allW(text.content, 'r') : [];
    const look = (element: (typeof runs)[number]) => {
      const properties = childW(element, 'rPr');
      return properties ? childrenOf(properties).map(({ localName }) => localName) : [];
    };
    expect(runs.map(look)).toEqual([['u'], ['highlight', 'u'], ['b', 'bCs', 'highlight'], ['highlight'], []]);
  });

  it('writes no markup and no control character of a text into the XML', async () => {
    const evil = '</w:t><w:br/>&amp; \u0000\u0007\uFFFE]]> "x" \ud800 <!ENTITY a>';
    const bytes = await filled('antwortschreiben', [p(evil)], { author: { ...noAuthor, name: evil } });
    const text = await said(bytes);
    expect(text).toContain('</w:t><w:br/>&amp; ]]> "x"');
    for (const sign of ['\u0000', '\u0007', '\uFFFE']) expect(text).not.toContain(sign);
  });

  it('keeps spaces at the edges of runs', async () => {
    const document = await partOf(
      await filled('vermerk', [{ type: 'paragraph', runs: [run('a '), run(' b', 'bold')] }]),
    );
    for (const text of allW(document, 't')) expect(text.getAttribute('xml:space')).toBe('preserve');
  });

  it('loses no word of any text in any Vorlage', async () => {
    const words = fc.stringMatching(/^[A-Za-zÄÖÜäöüß0-9 .,:;<>&"*_\n-]{1,40}$/);
    const runs: fc.Arbitrary<Run[]> = fc.array(
      fc.record({ text: words, marks: fc.uniqueArray(fc.constantFrom(...mark.options)) }),
      { maxLength: 3 },
    );
    const lines = fc.constantFrom(
      'Frau\nA B\nWeg 1\n55116 Mainz',
      'Sehr geehrte Frau B,',
      'i. A.',
      'Mit freundlichen Grüßen',
      'Anlagen',
      'Az.: 7',
    );
    const leaf: fc.Arbitrary<Block> = fc.oneof(
      lines.map((text) => p(text)),
      lines.map((text) => p(text, 'bold')),
      runs.map((all): Block => ({ type: 'paragraph', runs: all })),
      fc
        .tuple(fc.constantFrom(1, 2, 3, 4), runs)
        .map(([level, all]) => ({ type: 'heading', level, runs: all }) as Block),
      fc
        .array(fc.array(runs, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((rows) => ({ type: 'table', header: true, rows }) as Block),
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      leaf,
      fc
        .array(fc.array(leaf, { maxLength: 2 }), { maxLength: 3 })
        .map((items) => ({ type: 'list', ordered: true, start: 2, items }) as Block),
      fc.array(leaf, { maxLength: 2 }).map((blocks) => ({ type: 'quote', blocks }) as Block),
    );
    const plain = (text: string) => wordText(text).replace(/\s+/g, '');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...templates),
        fc.array(block, { maxLength: 12 }),
        async (template, blocks) => {
          const text = plain(await said(await fillTemplate(template, requestFor(blocks), TODAY)));
          for (const { text: one } of blocks.flatMap(runsIn)) {
            for (const line of one.split('\n')) expect(text).toContain(plain(line.replace(/^Az\.:/, '')));
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

function runsIn(block: Block): Run[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return block.runs;
    case 'quote':
      return block.blocks.flatMap(runsIn);
    case 'list':
      return block.items.flat().flatMap(runsIn);
    case 'table':
      return block.rows.flat(2);
    case 'rule':
      return [];
  }
}

async function zipOf({ parts }: Template): Promise<Uint8Array> {
  const zip = new JSZip();
  for (const [name, bytes] of parts) zip.file(name, bytes);
  return zip.generateAsync({ type: 'uint8array' });
}
