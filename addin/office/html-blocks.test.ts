import { describe, expect, it } from '@jest/globals';
import { blocksOfHtml } from './html-blocks.ts';
import { heading, list, paragraph, run, table } from './testing/write-blocks.ts';

describe('the HTML of a draft', () => {
  it('keeps headings, marks, line breaks and lists', () => {
    const html = `<html><head><style>p{}</style></head><body><h2>Betreff</h2>
      <div>Guten Tag,<br>wie <b>besprochen <i>heute</i></b>.</div>
      <ol start="3"><li>drei<ul><li>a</li></ul></li><li><p>vier</p></li></ol><hr></body></html>`;
    expect(blocksOfHtml(html)).toEqual([
      heading(2, 'Betreff'),
      paragraph('Guten Tag,', '\n', 'wie ', run('besprochen ', 'bold'), run('heute', 'bold', 'italic'), '.'),
      list(true, [[paragraph('drei'), list(false, ['a'])], 'vier'], 3),
      { type: 'rule' },
    ]);
  });

  it('leaves out what nobody sees', () => {
    const html =
      '<p>da<span style="display: none">weg</span><script>weg()</script><img alt="weg" src="https://x.example/b.gif"></p>' +
      '<div hidden>weg</div><p style="mso-hide:all">weg</p><p>&nbsp;</p>';
    expect(blocksOfHtml(html)).toEqual([paragraph('da')]);
  });

  it('reads tables, and looks through those that are only a frame', () => {
    const html =
      '<table><tr><td><p>Rahmen</p><table><tr><th>Art</th><th>Betrag</th></tr><tr><td>Gebühr</td><td><b>5 €</b></td></tr></table></td></tr></table>';
    expect(blocksOfHtml(html)).toEqual([
      paragraph('Rahmen'),
      table(true, [
        ['Art', 'Betrag'],
        ['Gebühr', run('5 €', 'bold')],
      ]),
    ]);
  });

  it.each(['', '<', '<p', '<table><tr>', '<ul></ul>'])('survives %j', (html) => {
    expect(JSON.stringify(blocksOfHtml(html))).not.toContain('undefined');
  });
});
