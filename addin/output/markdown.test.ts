import { describe, expect, it } from '@jest/globals';
import * as z from 'zod/mini';
import { MAX_ANSWER_CHARS } from '../../contract/limits.ts';
import { block, type Block, type Mark, type Run } from '../../contract/rich.ts';
import { runsIn } from './gaps.ts';
import { toBlocks } from './markdown.ts';

const run = (text: string, ...marks: Mark[]): Run => ({ text, marks });
const p = (...runs: (string | Run)[]): Block => ({
  type: 'paragraph',
  runs: runs.map((one) => (typeof one === 'string' ? run(one) : one)),
});
const words = (markdown: string) =>
  toBlocks(markdown)
    .flatMap(runsIn)
    .map(({ text }) => text)
    .join('|');

describe('toBlocks', () => {
  it('reads headings, and none deeper than four', () => {
    expect(
      toBlocks('# Eins\n\n#### Vier\n\n###### Sechs').map((one) => one.type === 'heading' && one.level),
    ).toEqual([1, 4, 4]);
  });

  it('keeps line breaks, soft, hard and as HTML, each once', () => {
    expect(toBlocks('Rathaus\nMarkt 1  \n66869 Kusel\\\nA<br>\nB<br/>C')).toEqual([
      p('Rathaus\nMarkt 1\n66869 Kusel\nA\nB\nC'),
    ]);
  });

  it('reads bold, italic and strike, also together', () => {
    expect(toBlocks('a **b** *c* ~~d~~ ***e***')).toEqual([
      p(
        'a ',
        run('b', 'bold'),
        ' ',
        run('c', 'italic'),
        ' ',
        run('d', 'strike'),
        ' ',
        run('e', 'bold', 'italic'),
      ),
    ]);
  });

  it('reads the bold that CommonMark would leave as asterisks', () => {
    expect(toBlocks('**Betreff: **Antrag, **„Zitat“**artig')).toEqual([
      p(run('Betreff: ', 'bold'), 'Antrag, ', run('„Zitat“', 'bold'), 'artig'),
    ]);
  });

  it('keeps the first number of a list, nests lists and puts paragraphs into items', () => {
    expect(toBlocks('3. a\n\n   b\n4. c\n   - d')).toEqual([
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [
          [p('a'), p('b')],
          [p('c'), { type: 'list', ordered: false, start: 1, items: [[p('d')]] }],
        ],
      },
    ]);
  });

  it('keeps a list together across empty lines', () => {
    expect(toBlocks('- a\n\n- b\n\n- c')).toMatchObject([
      { type: 'list', items: [[p('a')], [p('b')], [p('c')]] },
    ]);
  });

  it('does not make a date at the beginning of a line the item of a list', () => {
    expect(toBlocks('12. Dezember 2026 ist der letzte Tag.')).toEqual([
      p('12. Dezember 2026 ist der letzte Tag.'),
    ]);
    expect(toBlocks('- 3. Mai 2027')).toMatchObject([{ type: 'list', items: [[p('3. Mai 2027')]] }]);
  });

  it('shows boxes to tick', () => {
    expect(words('- [ ] offen\n- [x] erledigt')).toBe('☐ offen|☑ erledigt');
  });

  it('reads tables, makes rows even and leaves out a header without words', () => {
    expect(toBlocks('| A | B |\n|---|---|\n| **1** | 2<br>3 |\n| 4 |')).toEqual([
      {
        type: 'table',
        header: true,
        rows: [
          [[run('A')], [run('B')]],
          [[run('1', 'bold')], [run('2\n3')]],
          [[run('4')], []],
        ],
      },
    ]);
    expect(toBlocks('| | |\n|---|---|\n| Az. | 1 |')).toEqual([
      { type: 'table', header: false, rows: [[[run('Az.')], [run('1')]]] },
    ]);
  });

  it('reads quotes and rules; a line below a name is a rule and not a heading', () => {
    expect(toBlocks('> a\n> > b')).toEqual([
      { type: 'quote', blocks: [p('a'), { type: 'quote', blocks: [p('b')] }] },
    ]);
    expect(toBlocks('Frau Weber\n---\nText')).toEqual([p('Frau Weber'), { type: 'rule' }, p('Text')]);
  });

  it.each([
    ['[Merkblatt](https://a.example/x "Titel")', 'Merkblatt'],
    ['[Merkblatt][1]\n\n[1]: https://a.example', 'Merkblatt'],
    ['[Merkblatt]\n\n[merkblatt]: <https://a.example> "Titel"', 'Merkblatt'],
    ['![Wappen](https://a.example/w.png)', 'Wappen'],
    ['![Wappen][w]\n\n[w]: https://a.example', 'Wappen'],
    ['<https://a.example/x>', 'https://a.example/x'],
    ['Siehe https://a.example/x', 'Siehe https://a.example/x'],
    ['<poststelle@kusel.example>', 'poststelle@kusel.example'],
    ['Text[^1]\n\n[^1]: Fußnote\nweiter\n\nEnde', 'Text|Ende'],
    ['[Name][Vorname]', '[Name][Vorname]'],
    ['[Datum]: 12.12.2026', '[Datum]: 12.12.2026'],
  ])('%j reads %j', (markdown, text) => {
    expect(words(markdown)).toBe(text);
  });

  it.each([
    ['<b>a</b> b', 'a b'],
    ['<div>\n**a**\n</div>', 'a'],
    ['<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
    ['a <script>alert(1)</script> b', 'a  b'],
    ['<script>\nalert(1)\n\nalert(2)\n</script>\n\na', 'a'],
    ['<style>p{}</style>\n\na', 'a'],
    ['a <!-- b --> c', 'a  c'],
    ['Sehr geehrte Frau <Name>,', 'Sehr geehrte Frau <Name>,'],
    ['3 < 4 und 5 > 4', '3 < 4 und 5 > 4'],
    ['&auml; &lt;b&gt; &#8364;', 'ä <b> €'],
  ])('HTML %j reads %j', (markdown, text) => {
    expect(words(markdown)).toBe(text);
  });

  it('shows code as text with its lines', () => {
    expect(toBlocks('```js\na **b**\n  c\n```\n\n`d **e**`')).toEqual([p('a **b**\n  c'), p('d **e**')]);
  });

  it('unwraps an answer in a fence, also after an introduction and with a fence inside', () => {
    const inside: Block[] = [{ type: 'heading', level: 1, runs: [run('T')] }, p(run('x', 'bold'))];
    expect(toBlocks('```markdown\n# T\n\n**x**\n```')).toEqual(inside);
    expect(toBlocks('```\n# T\n\n**x**\n```\n')).toEqual(inside);
    expect(toBlocks('Gern:\n\n~~~md\n# T\n\n**x**\n~~~')).toEqual([p('Gern:'), ...inside]);
    expect(toBlocks('````markdown\n```\na\n```\n# T\n\n**x**\n````')).toEqual([p('a'), ...inside]);
  });

  it.each([
    'am [[Bitte ergänzen: Datum]] um',
    '**am [[Bitte ergänzen: Datum]] um**',
    '**[[Bitte ergänzen: Datum]]**',
    'am [[Bitte **ergänzen**: Datum]] um',
    'am [[Bitte ergänzen: **Datum**]] um',
    'am \\[\\[Bitte ergänzen: Datum\\]\\] um',
    '`[[Bitte ergänzen: Datum]]`',
    '- [[Bitte ergänzen: Datum]]',
    'am [[Bitte ergänzen: Datum]](https://a.example) um',
    '[[Bitte ergänzen: Datum]]\n\n[Bitte ergänzen: Datum]: https://a.example',
  ])('keeps the gap in one run: %j', (markdown) => {
    const runs = toBlocks(markdown).flatMap(runsIn);
    expect(runs.filter(({ text }) => text.includes('[[Bitte ergänzen: Datum]]'))).toHaveLength(1);
  });

  it('removes what cannot be seen, written or as an entity', () => {
    expect(words('a\u200bb\u202ec\u0007d&#x202e;e&#8203;f\u{e0041}g\ud800h\ufeff')).toBe('abcdefgh');
  });

  it.each(['', ' \n\n ', '\u200b', '[x]: https://a.example', '****', '| |\n|-|'])(
    '%j is nothing',
    (markdown) => {
      expect(toBlocks(markdown).flatMap(runsIn)).toEqual([]);
    },
  );

  it('nests no deeper than a person can follow and loses no word of it', () => {
    const deep = Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- w${at}`).join('\n');
    const depth = (blocks: Block[]): number =>
      Math.max(0, ...blocks.map((one) => (one.type === 'list' ? 1 + depth(one.items.flat()) : 0)));
    expect(depth(toBlocks(deep))).toBeLessThanOrEqual(9);
    expect(words(deep).split(/[|\s-]+/)).toEqual(Array.from({ length: 60 }, (_, at) => `w${at}`));
    expect(words(`${'>'.repeat(5000)} tief`)).toBe('tief');
  });

  it('leaves out what is beyond the length of an answer', () => {
    const text = 'Wort '.repeat(MAX_ANSWER_CHARS / 5) + 'danach';
    expect(words(text)).not.toContain('danach');
  });

  it.each([
    '[',
    '![',
    '[a](',
    '*',
    '*a_ ',
    '**a *b ',
    '_',
    '`',
    '>',
    '- ',
    '1. ',
    '<',
    '<a b="',
    '&',
    '|',
    '\\',
    '~~a ',
  ])('comes back from 100,000 characters of %j with blocks of the contract', (piece) => {
    const blocks = toBlocks(piece.repeat(100_000 / piece.length));
    expect(z.array(block).safeParse(blocks).success).toBe(true);
  });

  it.each([
    ['images', '![', 'a', '](b)'],
    ['brackets', '[', 'a', ']'],
    ['emphasis', '*a **b ', 'c', '** *'],
  ])('comes back from deeply nested %s', (_, open, middle, close) => {
    const text = open.repeat(20_000) + middle + close.repeat(20_000);
    expect(words(text)).toContain(middle);
  });
});
