import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { toMarkdown } from '../../contract/markdown.ts';
import type { Block } from '../../contract/rich.ts';
import { markdownToBlocks } from './markdown.ts';
import { markdownSegments } from './markdown-segments.ts';

const law = new URL('../../../shared/data/gesetze/vwvfg.md', import.meta.url);

/** Runs without marks as one, the way they are written. */
const merged = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll('","marks":[]},{"text":"', ''));
const trimmed = (block: Block): unknown => JSON.parse(JSON.stringify(block).replaceAll(/ +(?=")/g, ''));

describe('markdownToBlocks', () => {
  it('reads headings, lists, tables, quotes, marks and breaks', () => {
    const text =
      '# Titel\n\nEin **fettes** und *schräges* Wort  \nneue Zeile, [Text](https://x.example) `Code`\n\n' +
      '3. drei\n   - Punkt\n4. vier\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n> alt\n\n---\n\n![Bild](x.png)';
    const { blocks, hidden, images } = markdownToBlocks(text);
    expect({ hidden, images }).toEqual({ hidden: false, images: true });
    expect(toMarkdown(blocks)).toBe(
      '# Titel\n\nEin **fettes** und *schräges* Wort\nneue Zeile, Text Code\n\n' +
        '3. drei\n   - Punkt\n4. vier\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n> alt\n\n---',
    );
  });

  it('reads HTML in it as what can be seen, and reports the rest', () => {
    const { blocks, hidden } = markdownToBlocks(
      'Text\n\n<div hidden>geheim</div>\n\n<!-- auch geheim -->\n\na<br>b',
    );
    expect(toMarkdown(blocks)).toBe('Text\n\na\nb');
    expect(hidden).toBe(true);
  });

  it('reads what is nested beyond every measure', () => {
    expect(toMarkdown(markdownToBlocks(`${'> '.repeat(500)}Text`).blocks)).toContain('Text');
  });

  it.each([
    ...[
      '# kein Titel',
      '- kein Punkt',
      '1. Januar 2027',
      '2) zwei',
      '> kein Zitat',
      '---',
      '***',
      '~~~',
      '```',
    ],
    ...[
      '[a](b)',
      '[a]: b',
      '<b>kein HTML</b>',
      'Bürger*innen und Mitarbeiter*innen',
      '_x_ und __y__',
      '`a` und `b`',
    ],
    ...[
      '&amp; und &#38;',
      'a\\*b',
      '| a | b |',
      '+ plus',
      'Az. 12_34_56',
      'a ~~b~~',
      '== x ==',
      'Ort:____ Datum:____',
      'Ort ____',
      '__a',
      '\\',
      '*a',
      '____',
    ],
    ...[
      'a*b*c',
      '**',
      'x ** y ** z',
      '5 * 3',
      '[x] y',
      '[[Bitte ergänzen: x]]',
      '# ',
      '1.',
      '-',
      'a\n- b\n2. c',
    ],
  ])('gives back what was written down as Markdown: %s', (text) => {
    const runs = [{ text, marks: [] }];
    const blocks: Block[] = [
      { type: 'paragraph', runs },
      { type: 'quote', blocks: [{ type: 'paragraph', runs }] },
      { type: 'list', ordered: false, start: 1, items: [[{ type: 'paragraph', runs }]] },
    ];
    const cells: Block[] = [{ type: 'table', header: true, rows: [[runs, [{ text: 'x', marks: [] }]]] }];
    expect(merged(markdownToBlocks(toMarkdown(blocks)).blocks)).toEqual(blocks.map(trimmed));
    if (!text.includes('\n')) {
      expect(merged(markdownToBlocks(toMarkdown(cells)).blocks)).toEqual(cells.map(trimmed));
    }
  });

  // The law lies outside of the project.
  (existsSync(law) ? it : it.skip)('reads a law with all its paragraphs', () => {
    const text = readFileSync(law, 'utf8');
    const { blocks } = markdownToBlocks(text);
    const headings = blocks.filter((block) => block.type === 'heading');
    expect(headings).toHaveLength(text.match(/^#{1,6} /gm)?.length ?? 0);
  });
});

describe('markdownSegments', () => {
  const long = 'Wort '.repeat(1_000);

  it('loses nothing and cuts at headings and paragraphs', () => {
    const text = [`# A`, long, '# B', long, 'Absatz'].join('\n\n');
    const segments = markdownSegments(text);
    expect(segments.join('\n')).toBe(text);
    expect(segments.length).toBeGreaterThan(1);
  });

  it.each([
    ['a fence', `\`\`\`\n${long}\n\nText\n\n${long}\n\`\`\``],
    ['a comment', `<!--\n${long}\n\nText\n\n-->`],
    ['a list', `- ${long}\n\n  Text\n\n- ${long}`],
    ['raw HTML', `<pre>\n${long}\n\nText\n</pre>`],
  ])('does not cut %s', (_, text) => {
    expect(markdownSegments(text)).toEqual([text]);
  });
});
