import { describe, expect, it } from '@jest/globals';
import { comparable } from './characters.ts';
import { applyAll, compareTexts } from './testing/compare.ts';

describe('texts made to be slow', () => {
  const sentences = (count: number, of: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => of(index)).join(' ');
  const cases: [name: string, before: string, after: string][] = [
    ['the same word', 'wort '.repeat(100_000), `${'wort '.repeat(99_000)}x ${'wort '.repeat(500)}`],
    ['the same sentence', 'Wort. '.repeat(100_000), 'Wort. '.repeat(90_000)],
    ['the same line', 'wort\n'.repeat(100_000), `${'wort\n'.repeat(50_000)}x\n${'wort\n'.repeat(50_000)}`],
    ['one word', 'a'.repeat(3_000_000), 'b'.repeat(1_000_000)],
    ['one sign per line', 'a\n'.repeat(500_000), 'b\n'.repeat(300_000)],
    ['nothing to be seen', '\u200B'.repeat(300_000), `b${'\u0301'.repeat(300_000)}`],
    [
      'reworded sentences',
      sentences(
        5000,
        (index) => `Satz ${index} handelt von Ding ${(index * 7) % 1000} und ist so lang wie üblich.`,
      ),
      sentences(
        5000,
        (index) => `Der Satz ${index} handelt vom Ding ${(index * 7) % 1000} und ist lang wie üblich.`,
      ),
    ],
    [
      'reversed sentences',
      sentences(5000, (index) => `Satz ${index} handelt von ${index}.`),
      sentences(5000, (index) => `Satz ${4999 - index} handelt von ${4999 - index}.`),
    ],
  ];
  it.each(cases)('comes to an end with %s', (_, before, after) => {
    const changes = compareTexts(before, after);
    expect(changes.length).toBeGreaterThan(0);
    expect(comparable(applyAll(before, changes)) === comparable(after)).toBe(true);
  });
});
