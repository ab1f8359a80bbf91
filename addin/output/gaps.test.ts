import { describe, expect, it } from '@jest/globals';
import { gapsIn, piecesOf } from './gaps.ts';
import { toBlocks } from './markdown.ts';

describe('gaps', () => {
  it('are found in reading order in every kind of block', () => {
    const gap = (what: string) => `[[Bitte ergänzen: ${what}]]`;
    const blocks = toBlocks(
      `# ${gap('a')}\n\nText ${gap('b')} und **${gap('c')}**\n\n- x\n  - ${gap('d')}\n\n> ${gap('e')}\n\n| ${gap('f')} |\n|---|\n| ${gap('g')} |\n\n---`,
    );
    expect(gapsIn(blocks)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });

  it('cut a text into pieces that make the text again', () => {
    const text = 'am [[Bitte ergänzen: Datum]] in [[Bitte ergänzen: Ort]]';
    expect(piecesOf(text)).toEqual([
      { type: 'text', text: 'am ' },
      { type: 'gap', text: '[[Bitte ergänzen: Datum]]', what: 'Datum' },
      { type: 'text', text: ' in ' },
      { type: 'gap', text: '[[Bitte ergänzen: Ort]]', what: 'Ort' },
    ]);
    expect(piecesOf('[kein] [[ ]')).toEqual([{ type: 'text', text: '[kein] [[ ]' }]);
    expect(piecesOf('')).toEqual([]);
  });
});
