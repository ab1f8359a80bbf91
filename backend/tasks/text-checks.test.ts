import { describe, expect, it } from '@jest/globals';
import type { Check } from '../../contract/checks.ts';
import { noAuthor } from '../../contract/tasks/index.ts';
import type { RewriteInput } from '../../contract/tasks/rewrite.ts';
import type { Hearing } from './hearing.ts';
import { nothingThere } from './knowledge.ts';
import { note } from './note.ts';
import { rewrite } from './rewrite.ts';

async function checksOf(hearing: Hearing, text: string): Promise<Check[]> {
  hearing.hear(text);
  return (await hearing.end()).result.checks;
}

const alone = { findings: nothingThere, extracted: () => false };
const today = new Date('2026-11-23T10:00:00Z');

function rewritten(
  original: string,
  text: string,
  style: RewriteInput['style'],
  wishes: string[] = [],
): Promise<Check[]> {
  const source = { kind: 'document' as const, title: 'Brief', part: 'whole' as const, text: original };
  const turns = wishes.map((wish) => ({ answer: original, wish }));
  const inputs = {
    input: { source, style, wish: '' },
    reading: source,
    author: noAuthor,
    today,
    turns,
    ...alone,
  };
  return checksOf(rewrite.listen(inputs), text);
}

describe('a rewrite', () => {
  it('tells what got lost and what is new', async () => {
    expect(
      await rewritten('Zahlen Sie 50 € bis 15.12.2026.', 'Zahlen Sie 60 € bis 15.12.2026.', 'formal'),
    ).toEqual([
      {
        kind: 'survival',
        missing: [{ kind: 'amount', text: '50 €' }],
        added: [{ kind: 'amount', text: '60 €' }],
      },
      expect.objectContaining({ kind: 'readability', gate: null, fails: [] }),
    ]);
  });

  it('says nothing of facts where all are there, and what a person wished for is not made up', async () => {
    const kinds = await rewritten('Zahlen Sie 50 €.', 'Zahlen Sie 50 € bis 15.12.2026.', 'plain', [
      'Frist 15.12.2026',
    ]);
    expect(kinds.map(({ kind }) => kind)).toEqual(['readability']);
  });

  it.each([
    ['plain', 'plain'],
    ['simple', 'simple'],
    ['shorter', null],
    ['correct', null],
  ] as const)('is held against the gate of %s', async (style, gate) => {
    expect(await rewritten('Der Text.', 'Der Text.', style)).toEqual([expect.objectContaining({ gate })]);
  });
});

describe('a note', () => {
  const source = { kind: 'nothing' as const };
  const inputs = {
    input: { source, points: 'Anruf am 20.11.2026', reference: '11/610-13', length: 'short' as const },
    reading: source,
    author: noAuthor,
    today,
    turns: [],
    ...alone,
  };

  it('tells what stands in no input, and makes no promises', async () => {
    const text =
      'Az. 11/610-13, 23.11.2026\n\nAnruf am 20.11.2026 von Frau Weber. Die Frist wird verlängert.';
    expect(await checksOf(note.listen(inputs), text)).toEqual([
      { kind: 'unsupported', items: [{ kind: 'name', text: 'Frau Weber' }] },
    ]);
    expect(await checksOf(note.listen(inputs), 'Anruf am 20. November 2026.')).toEqual([]);
  });
});
