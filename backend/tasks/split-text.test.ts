import { describe, expect, it } from '@jest/globals';
import { splitText } from './split-text.ts';

describe('splitText', () => {
  it('cuts before a heading rather than in a paragraph', () => {
    const text = `# Eins\n${'a '.repeat(30)}\n\n${'b '.repeat(10)}\n# Zwei\n${'c '.repeat(60)}`;
    expect(splitText(text, 120)[1]).toMatch(/^# Zwei/);
  });

  it('cuts at a sentence where there is no better seam', () => {
    const [first] = splitText('Ein Satz ist zu Ende. Ein zweiter Satz folgt ihm und ist länger.', 40);
    expect(first).toBe('Ein Satz ist zu Ende. ');
  });

  it.each([1, 2, 3, 7, 50])('loses nothing and keeps the limit of %i', (limit) => {
    const text = '🏛️ Grüße\n\naus dem Rathaus. # keine Überschrift\n## doch\n𝔞𝔟𝔠'.repeat(5);
    const parts = splitText(text, limit);
    expect(parts.join('')).toBe(text);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(limit);
  });

  it('never tears a character apart', () => {
    const parts = splitText('𝔞'.repeat(50), 7);
    expect(parts.every((part) => part.isWellFormed())).toBe(true);
  });
});
