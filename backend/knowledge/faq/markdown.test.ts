import { describe, expect, it } from '@jest/globals';
import { faqMarkdown, faqName, faqTitle } from './markdown.ts';

describe('an FAQ as a document', () => {
  it('has a heading for each question, its answer, and the passages', () => {
    const text = faqMarkdown('Reisekosten', [
      {
        question: 'Wie viel gibt es\nje Kilometer?',
        answer: '30 Cent.',
        passages: ['0,30 Euro je Kilometer', 'a\nb'],
      },
      { question: '## Bis wann?', answer: '# Sechs Monate\n\nErst\n===\nDann\n--', passages: [] },
    ]);
    expect(text).toBe(
      [
        '# Reisekosten',
        '## Wie viel gibt es je Kilometer?',
        '30 Cent.',
        '> 0,30 Euro je Kilometer',
        '> a\n> b',
        '## Bis wann?',
        '\\# Sechs Monate\n\nErst\n\\===\nDann\n\\--',
      ].join('\n\n') + '\n',
    );
  });

  it.each([
    ['Reisekosten', 'Reisekosten'],
    ['../../etc/passwd', 'etc passwd'],
    [' a\\b\u0000c\n\u202ed ', 'a b c d'],
    ['', 'Fragen und Antworten'],
    ['...', 'Fragen und Antworten'],
    ['ü'.repeat(500), 'ü'.repeat(200)],
  ])('has a name that is no way out of its folder: %j', (given, title) => {
    expect(faqTitle(given)).toBe(title);
    expect(faqName(faqTitle(given))).toBe(`FAQ/${title}.md`);
  });
});
