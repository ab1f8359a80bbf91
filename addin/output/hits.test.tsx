import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanup, render } from '@testing-library/react';
import { withHits } from './hits.ts';
import { toBlocks } from './markdown.ts';
import { RichText } from './RichText.tsx';

afterEach(cleanup);

/** What is marked of a text between the first and the last of its words given. */
function marked(markdown: string, ...words: string[]) {
  const spans = words.map((word) => ({
    start: markdown.indexOf(word),
    end: markdown.indexOf(word) + word.length,
  }));
  const { container } = render(<RichText blocks={toBlocks(withHits(markdown, spans))} hits />);
  return { container, texts: [...container.querySelectorAll('mark')].map(({ textContent }) => textContent) };
}

describe('withHits', () => {
  it('marks words inside of formatting', () => {
    const { container, texts } = marked(
      'Die **Dienstreise** genehmigt die Leitung.',
      'Dienstreise',
      'Leitung',
    );
    expect(texts).toEqual(['Dienstreise', 'Leitung']);
    expect(container.querySelector('strong mark')).not.toBeNull();
  });

  it('marks a passage on through what is bold in it', () => {
    const { texts } = marked(
      'Es genehmigt die **Leitung** schriftlich. Sonst nicht.',
      'genehmigt die **Leitung** schriftlich',
    );
    expect(texts).toEqual(['genehmigt die ', 'Leitung', ' schriftlich']);
  });

  it('marks a passage over lines and cells without breaking lists and tables', () => {
    const list = marked('1. eins\n2. zwei\n3. drei', 'eins\n2. zwei');
    expect(list.texts).toEqual(['eins', 'zwei']);
    expect(list.container.querySelectorAll('li')).toHaveLength(3);
    cleanup();
    const table = marked('| A | B |\n|---|---|\n| 1 | 2 |', '| 1 | 2 |');
    expect(table.texts).toEqual(['1', '2']);
    expect(table.container.querySelectorAll('td')).toHaveLength(2);
  });

  it('marks nothing that the text itself pretends to be marked', () => {
    expect(marked('\ue0f0falsch\ue0f1 wahr', 'wahr').texts).toEqual(['wahr']);
  });

  it('leaves payloads text', () => {
    const { container } = marked(
      '<img src=x onerror=alert(1)> [Link](https://example.org) Leitung',
      'Leitung',
    );
    expect(container.querySelector('img, a, script')).toBeNull();
  });
});
