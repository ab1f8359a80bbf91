import { describe, expect, it } from '@jest/globals';
import { cite } from './cite.ts';
import { toHtml } from './html.ts';
import { toBlocks } from './markdown.ts';
import { toText } from './text.ts';

const sources = [
  { number: 1, text: 'DA Reisen, § 4' },
  { number: 2, text: 'Satzung <b>§ 1</b>' },
  { number: 3, text: 'Rundschreiben 12' },
];
const answer = toBlocks(
  'Die Leitung genehmigt [3]. Sonst nicht [3][1]. Siehe Liste [17].\n\n- Punkt **fett** [2]',
);

describe('cite', () => {
  it('makes footnotes behind the sign that ends the sentence', () => {
    const [first, list] = cite(answer, sources, 'footnotes');
    expect(first).toEqual({
      type: 'paragraph',
      runs: [
        { text: 'Die Leitung genehmigt.', marks: [], note: 'Rundschreiben 12' },
        { text: ' Sonst nicht.', marks: [], note: 'Rundschreiben 12; DA Reisen, § 4' },
        { text: ' Siehe Liste [17].', marks: [] },
      ],
    });
    expect(list).toMatchObject({
      items: [[{ runs: [{ text: 'Punkt ' }, { text: 'fett', note: 'Satzung <b>§ 1</b>' }] }]],
    });
  });

  it('counts brackets anew, lists what was named, and takes foreign brackets for words', () => {
    expect(toText(cite(answer, sources, 'brackets'))).toBe(
      'Die Leitung genehmigt [1]. Sonst nicht [1, 2]. Siehe Liste [17].\n\n– Punkt fett [3]\n\nQuellen\n\n' +
        '[1] Rundschreiben 12\n\n[2] DA Reisen, § 4\n\n[3] Satzung <b>§ 1</b>',
    );
  });

  it('leaves them out', () => {
    expect(toText(cite(answer, sources, 'none'))).toBe(
      'Die Leitung genehmigt. Sonst nicht. Siehe Liste [17].\n\n– Punkt fett',
    );
  });

  it('becomes brackets in a mail, every word of a source escaped', () => {
    const html = toHtml(cite(answer, sources, 'footnotes'), 'mail');
    expect(html).toContain('[3] Satzung &lt;b&gt;§ 1&lt;/b&gt;');
    expect(html).not.toContain('<b>');
  });
});
