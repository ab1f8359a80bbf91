import { describe, expect, it, jest } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { toBlocks } from './markdown.ts';
import { RichText } from './RichText.tsx';

const show = (markdown: string, onGap?: (index: number) => void) =>
  render(<RichText blocks={toBlocks(markdown)} {...(onGap && { onGap })} />);

describe('RichText', () => {
  it('shows headings, lists, tables and quotes as what they are', () => {
    show('# Eins\n\n## Zwei\n\n3. a\n4. b\n\n| A |\n|---|\n| 1 |\n\n> Zitat');
    expect(screen.getByRole('heading', { level: 3 }).textContent).toBe('Eins');
    expect(screen.getByRole('heading', { level: 4 }).textContent).toBe('Zwei');
    expect(screen.getByRole('list').getAttribute('start')).toBe('3');
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(['a', 'b']);
    expect(screen.getByRole('columnheader').textContent).toBe('A');
    expect(screen.getByRole('cell').textContent).toBe('1');
    expect(screen.getByRole('blockquote').textContent).toBe('Zitat');
  });

  it('puts a table into a box that the keyboard can scroll', () => {
    show('| A |\n|---|\n| 1 |');
    const box = screen.getByRole('region', { name: 'Tabelle' });
    box.focus();
    expect(document.activeElement).toBe(box);
  });

  it('shows line breaks and marks', () => {
    const { container } = show('Eins\nzwei **fett** ***beides***');
    expect(container.querySelectorAll('br')).toHaveLength(1);
    expect(container.querySelector('strong')?.textContent).toBe('fett');
    expect(container.querySelector('em strong, strong em')?.textContent).toBe('beides');
  });

  it('numbers the gaps in reading order and says which one has the focus', () => {
    const onGap = jest.fn();
    const { container } = show(
      '[[Bitte ergänzen: a]] und **[[Bitte ergänzen: b]]**\n\n| [[Bitte ergänzen: c]] |\n|---|\n| x |\n\n- [[Bitte ergänzen: d]]',
      onGap,
    );
    const gaps = [...container.querySelectorAll<HTMLElement>('mark')];
    expect(gaps.map((gap) => [gap.dataset['gap'], gap.textContent])).toEqual([
      ['0', '[[Bitte ergänzen: a]]'],
      ['1', '[[Bitte ergänzen: b]]'],
      ['2', '[[Bitte ergänzen: c]]'],
      ['3', '[[Bitte ergänzen: d]]'],
    ]);
    gaps[2]?.focus();
    expect(onGap.mock.calls).toEqual([[2]]);
  });

  it('numbers them anew when a gap appears further up', () => {
    const second = toBlocks('[[Bitte ergänzen: b]]');
    const { container, rerender } = render(<RichText blocks={second} />);
    rerender(<RichText blocks={[...toBlocks('[[Bitte ergänzen: a]]'), ...second]} />);
    expect([...container.querySelectorAll('mark')].map((gap) => gap.getAttribute('data-gap'))).toEqual([
      '0',
      '1',
    ]);
  });
});
