import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Block, Run } from '../../contract/rich.ts';
import { blocksOfHtml } from './html-blocks.ts';
import { editHtml, linesOfHtml } from './html-edit.ts';
import type { Edit } from './host.ts';

const textOf = (html: string) =>
  linesOfHtml(html)
    .map(({ text }) => text)
    .join('\n');

/** The edit that puts `text` in the place of the first occurrence of `old`. */
function change(html: string, old: string, text: string): Edit {
  const start = textOf(html).indexOf(old);
  if (start < 0) throw new Error(`not there: ${old}`);
  return { start, end: start + old.length, text };
}

function edited(html: string, old: string, text: string): string {
  const made = editHtml(html, [change(html, old, text)]);
  expect(made.outcomes).toEqual(['done']);
  return made.html;
}

function isProtected(html: string, edit: Edit): void {
  expect(editHtml(html, [edit])).toEqual({ html: editHtml(html, []).html, outcomes: ['protected'] });
}

describe('the lines of a draft', () => {
  it.each([
    ['<p>Guten Tag,</p><p>&nbsp;</p><p>danke.</p>', 'Guten Tag,\ndanke.'],
    [
      '<div>Guten\n  Tag,<br>Frau <b>We</b>ber</div><div><br></div><div>danke.</div>',
      'Guten Tag,\vFrau Weber\ndanke.',
    ],
    ['Guten Tag,<br><br>danke.<br>', 'Guten Tag,\ndanke.'],
    ['<ul><li>eins<ul><li>zwei</li></ul></li></ul>', 'eins\nzwei'],
    ['<table><tr><td>a</td><td><p>b</p></td></tr></table>nach', 'a\nb\nnach'],
    ['<p>a<span style="display:none">weg</span><script>weg</script> b</p>', 'a b'],
    ['<p> <br> </p>', ''],
  ])('are its paragraphs: %s', (html, expected) => {
    expect(textOf(html)).toBe(expected);
  });

  it('know the number of a list that classic Outlook has written down', () => {
    const html =
      '<p class=MsoListParagraph><span style="mso-list:Ignore">1.<span>&nbsp;&nbsp; </span></span>Antrag</p>';
    const [line] = linesOfHtml(html);
    expect(line?.text.slice(line.fixed).trim()).toBe('Antrag');
    expect(line?.text.slice(0, line.fixed)).toMatch(/^1\./);
    isProtected(html, { start: 0, end: 2, text: '2.' });
    isProtected(html, { start: 0, end: 0, text: 'x' });
  });

  it('say what the blocks of the draft say', () => {
    fc.assert(
      fc.property(draft(), (html) => {
        expect(textOf(html)).toBe(paragraphsOf(blocksOfHtml(html)).join('\n'));
      }),
    );
  });
});

describe('an edit of a draft', () => {
  it('touches nothing but its words', () => {
    const html =
      '<p style="margin:0"><b>Sehr geehrte</b> Frau <i>Weber</i>, <a href="https://kusel.example">hier</a> <img src="cid:1"> steht es.</p>';
    expect(edited(html, 'Weber', 'Klein')).toBe(html.replace('Weber', 'Klein'));
    expect(edited(html, 'steht es', 'liegt er')).toBe(html.replace('steht es', 'liegt er'));
    expect(edited(html, 'geehrte Frau ', 'geehrter ')).toContain('<b>Sehr geehrter </b><i>Weber</i>');
  });

  it('writes text and never markup', () => {
    expect(edited('<p>alt</p>', 'alt', '<img src=x onerror=alert(1)>&amp;')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt;&amp;amp;</p>',
    );
  });

  it('keeps styles that stand in front, and a whole document', () => {
    const fragment = '<style>p{margin:0}</style><p>alt</p>';
    expect(edited(fragment, 'alt', 'neu')).toBe(fragment.replace('alt', 'neu'));
    const whole = '<html><head><style>p{margin:0}</style></head><body lang="DE"><p>alt</p></body></html>';
    expect(edited(whole, 'alt', 'neu')).toBe(whole.replace('alt', 'neu'));
  });

  it.each([
    ['a word of a link', '<p>Siehe <a href="https://a.example">unsere Seite</a>.</p>', 'Seite', 'Adresse'],
    ['words around a link', '<p>Siehe <a href="https://a.example">hier</a>.</p>', 'Siehe hier', 'Lesen'],
    ['words around a picture', '<p>vor <img src="cid:1"> nach</p>', 'vor nach', 'statt'],
    ['a paragraph with a picture', '<p>weg <img src="cid:1"></p><p>b</p>', 'weg\n', ''],
    ['two cells', '<table><tr><td>ab</td><td>cd</td></tr></table>', 'b\nc', 'x'],
    ['what is not a paragraph of the same kind', '<h1>Titel</h1><ul><li>Punkt</li></ul>', 'el\nPu', ''],
    ['paragraphs with a line between', '<p>oben</p><hr><p>unten</p>', 'en\nun', ''],
  ])('is refused where it would touch %s', (_name, html, old, text) => {
    isProtected(html, change(html, old, text));
  });

  it('writes beside a link, not into it', () => {
    const html = '<p><a href="https://a.example">Seite</a></p>';
    expect(editHtml(html, [{ start: 5, end: 5, text: ' und mehr' }]).html).toBe(
      '<p><a href="https://a.example">Seite</a> und mehr</p>',
    );
    expect(editHtml(html, [{ start: 0, end: 0, text: 'Zur ' }]).html).toBe(
      '<p>Zur <a href="https://a.example">Seite</a></p>',
    );
    isProtected(html, { start: 2, end: 2, text: 'x' });
  });

  it('makes a new paragraph like the one before', () => {
    const html = '<p id="x" style="margin:0"><b>eins</b> zwei</p><p>drei</p>';
    expect(edited(html, ' zwei', ' zwei\nneu')).toBe(
      '<p id="x" style="margin:0"><b>eins</b> zwei</p><p style="margin:0">neu</p><p>drei</p>',
    );
    expect(edited('<ul><li>eins</li></ul>', 'eins', 'eins\nzwei')).toBe(
      '<ul><li>eins</li><li>zwei</li></ul>',
    );
    expect(edited('eins<br><br>drei', 'eins', 'eins\nzwei')).toBe('eins<br><br>zwei<br><br>drei');
    expect(edited('<p>eins</p>', 'eins', 'eins\vzwei')).toBe('<p>eins<br>zwei</p>');
  });

  it('takes a paragraph away with its frame', () => {
    expect(edited('<p>a</p><ul><li>weg</li></ul><p>b</p>', 'weg\n', '')).toBe('<p>a</p><p>b</p>');
    expect(edited('<p>a</p><p>weg</p>', '\nweg', '')).toBe('<p>a</p>');
    expect(edited('a<br><br>weg<br><br>b', 'weg\n', '')).toBe('a<br><br>b');
    expect(edited('<p><img src="cid:1"> weg</p><p>b</p>', 'weg\n', '')).toContain('<img src="cid:1">');
  });

  it('keeps loose words apart whose paragraph between them goes', () => {
    expect(textOf(edited('a<p>weg</p>b', '\nweg', ''))).toBe('a\nb');
    expect(textOf(edited('a<div><p>weg</p></div><i>b</i>', '\nweg', ''))).toBe('a\nb');
    expect(textOf(edited('<p>a</p><p>weg</p>b', '\nweg', ''))).toBe('a\nb');
  });

  it('joins two paragraphs, and writes new ones into old ones', () => {
    expect(edited('<p>Guten Tag.</p><p>Danke.</p>', '.\nD', ', d')).toBe('<p>Guten Tag, danke.</p>');
    expect(edited('<p><b>a</b></p><p><i>b</i></p>', 'a\nb', 'c\nd')).toBe('<p><b>c</b></p><p><i>d</i></p>');
  });

  it('puts a word behind blanks of which one is seen', () => {
    const html = '<p>Antrag<b> </b>\n<a href="https://a.example">Seite</a></p>';
    expect(textOf(editHtml(html, [{ start: 7, end: 7, text: 'x' }]).html)).toBe('Antrag xSeite');
  });

  it('makes several at once and tells of each', () => {
    const html = '<p>eins <a href="https://a.example">zwei</a> drei</p><p>vier</p>';
    const made = editHtml(html, [
      change(html, 'eins', '1'),
      change(html, 'zwei', '2'),
      change(html, 'vier', '4'),
    ]);
    expect(made.outcomes).toEqual(['done', 'protected', 'done']);
    expect(made.html).toBe(html.replace('eins', '1').replace('vier', '4'));
  });

  it('gives exactly the edited text, for any draft and any edits', () => {
    fc.assert(
      fc.property(draft(), fc.array(fc.tuple(fc.nat(), fc.nat(8), replacement())), (html, wishes) => {
        const joined = textOf(html);
        const edits = apart(joined, wishes);
        const made = editHtml(html, edits);
        const kept = edits.filter((_, at) => made.outcomes[at] === 'done');
        expect(tidy(textOf(made.html))).toBe(tidy(applied(joined, kept)));
        const before = new DOMParser().parseFromString(html, 'text/html');
        const after = new DOMParser().parseFromString(made.html, 'text/html');
        for (const what of ['a', 'img', 'td', 'hr']) {
          const all = (of: Document) =>
            [...of.querySelectorAll(what)].map((one) => (what === 'td' ? '' : one.outerHTML));
          expect(all(after)).toEqual(all(before));
        }
      }),
      { numRuns: 300 },
    );
  });
});

const replacement = () =>
  fc.array(fc.constantFrom('x', 'yz', ' ', '\n', '\v', 'ß<'), { maxLength: 5 }).map((all) => all.join(''));

/** Drafts as mail programs write them, with everything that must survive. */
function draft(): fc.Arbitrary<string> {
  const word = fc.constantFrom('Guten', 'Tag', 'Antrag', '12,50 €', 'a', ' ', '&nbsp;', '\n');
  const inline = fc.oneof(
    { weight: 5, arbitrary: word },
    word.map((one) => `<b>${one}</b>`),
    word.map((one) => `<span style="color:red">${one} ${one}</span>`),
    fc.constantFrom('<a href="https://a.example">Seite</a>', '<img src="cid:1">', '<br>', '<br><br>'),
  );
  const inlines = fc.array(inline, { maxLength: 6 }).map((all) => all.join(''));
  const block = fc.oneof(
    inlines.map((one) => `<p style="margin:0">${one}</p>`),
    inlines.map((one) => `<div>${one}</div>`),
    inlines.map((one) => `<h2>${one}</h2>`),
    fc.tuple(inlines, inlines).map(([one, two]) => `<ul><li>${one}</li><li>${two}</li></ul>`),
    fc.tuple(inlines, inlines).map(([one, two]) => `<table><tr><td>${one}</td><td>${two}</td></tr></table>`),
    inlines,
    fc.constant('<hr>'),
  );
  return fc.array(block, { maxLength: 5 }).map((all) => all.join(''));
}

/** Edits within a text that don't overlap. */
function apart(text: string, wishes: [number, number, string][]): Edit[] {
  const edits: Edit[] = [];
  let from = 0;
  for (const [at, length, replaced] of wishes.toSorted(
    (a, b) => (a[0] % (text.length + 1)) - (b[0] % (text.length + 1)),
  )) {
    const start = Math.max(from, at % (text.length + 1));
    const end = Math.min(text.length, start + length);
    if (text === '' || (start === end && replaced === '')) continue;
    edits.push({ start, end, text: replaced });
    from = end;
  }
  return edits;
}

function applied(text: string, edits: Edit[]): string {
  return edits
    .toReversed()
    .reduce((now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end), text);
}

/** Blanks at the ends of lines and empty lines are not seen in HTML. */
function tidy(text: string): string {
  return text
    .replaceAll(/[^\S\n\v]+/g, ' ')
    .replaceAll(/ ?\v ?/g, '\v')
    .replaceAll(/\v{2,}/g, '\n')
    .replaceAll(/[\s]*\n[\s]*/g, '\n')
    .trim();
}

function paragraphsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'heading':
      case 'paragraph':
        return paragraphsOfRuns(block.runs);
      case 'quote':
        return paragraphsOf(block.blocks);
      case 'list':
        return block.items.flatMap(paragraphsOf);
      case 'table':
        return block.rows.flatMap((row) => row.flatMap(paragraphsOfRuns));
      case 'rule':
        return [];
    }
  });
}

function paragraphsOfRuns(runs: readonly Run[]): string[] {
  const text = runs.map((run) => run.text).join('');
  return text
    .split(/\n{2,}/)
    .filter((one) => one !== '')
    .map((one) => one.replaceAll('\n', '\v'));
}
