import { describe, expect, it } from '@jest/globals';
import { CONTRACT_VERSION } from '../../../contract/limits.ts';
import type { Block } from '../../../contract/rich.ts';
import { cutSections } from './cut.ts';

const documentOf = (blocks: Block[]) => ({
  kind: 'document' as const,
  ...{ version: CONTRACT_VERSION, title: 'x', blocks, notices: [] },
});
const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text, marks: [] }] });

describe('hostile documents', () => {
  const heading = (text: string): Block => ({ type: 'heading', level: 2, runs: [{ text, marks: [] }] });
  const inQuotes = (depth: number, inner: Block): Block =>
    depth === 0 ? inner : { type: 'quote', blocks: [inQuotes(depth - 1, inner)] };
  const inLists = (depth: number, inner: Block): Block =>
    depth === 0 ? inner : { type: 'list', ordered: true, start: 1, items: [[inLists(depth - 1, inner)]] };

  it.each<[string, Block[]]>([
    ['150,000 headings', Array.from({ length: 150_000 }, (_, at) => heading(`Titel ${at}`))],
    ['150,000 paragraphs', Array.from({ length: 150_000 }, (_, at) => paragraph(`§ ${at % 900} Wort ${at}`))],
    ['a paragraph of 3 million characters', [paragraph('Ein Satz mit Wörtern. '.repeat(136_000))]],
    ['one without an end', [paragraph('wort '.repeat(600_000))]],
    ['one without a blank', [paragraph('x'.repeat(3_000_000))]],
    ['one of line breaks', [paragraph('§ 1 A\n'.repeat(200_000))]],
    ['a heading of 100,000 characters', [heading('Wort '.repeat(20_000))]],
    ['lists in lists', [inLists(60, paragraph('Wort und mehr. '.repeat(50_000)))]],
    ['quotes in quotes', [inQuotes(12, paragraph('Wort und mehr. '.repeat(50_000)))]],
    [
      'a wide table',
      [
        {
          type: 'table',
          header: true,
          rows: Array.from({ length: 2 }, () =>
            Array.from({ length: 75_000 }, () => [{ text: 'Zelle', marks: [] }]),
          ),
        },
      ],
    ],
    [
      'a long table',
      [
        {
          type: 'table',
          header: true,
          rows: Array.from({ length: 75_000 }, () =>
            Array.from({ length: 2 }, () => [{ text: 'Zelle', marks: [] }]),
          ),
        },
      ],
    ],
    [
      '300,000 runs',
      [{ type: 'paragraph', runs: Array.from({ length: 300_000 }, () => ({ text: 'a. ', marks: [] })) }],
    ],
  ])('%s', (_, blocks) => {
    const { sections } = cutSections(documentOf(blocks), 'x');
    const wrong = sections.filter(
      ({ path, text }) => text.length > 8_200 || text.trim() === '' || path.some((one) => one.length > 300),
    );
    expect([sections.length > 0, wrong]).toEqual([true, []]);
  });
});
