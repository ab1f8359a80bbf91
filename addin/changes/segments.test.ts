import { describe, expect, it } from '@jest/globals';
import { segmentsOf } from './segments.ts';
import { compareTexts } from './testing/compare.ts';

const segments = (before: string, after: string) => segmentsOf(before, compareTexts(before, after));

describe('segmentsOf', () => {
  it('shows the old text with its changes', () => {
    expect(segments('Die Frist endet morgen.\n\nViele Grüße', 'Die Frist endet heute.\nViele Grüße')).toEqual(
      [
        { type: 'same', text: 'Die Frist endet ' },
        { type: 'change', change: 0, old: 'morgen', new: 'heute', moved: null },
        { type: 'same', text: '.' },
        { type: 'break' },
        { type: 'break' },
        { type: 'same', text: 'Viele Grüße' },
      ],
    );
  });

  it('shows what moved in both places', () => {
    const one = 'Der Ausschuss tagt am Montag.';
    const other = 'Die Sitzung ist für alle Bürgerinnen und Bürger öffentlich.';
    expect(segments(`${one} ${other}`, `${other} ${one}`)).toEqual([
      { type: 'change', change: 0, old: `${one} `, new: '', moved: 'from' },
      { type: 'same', text: other },
      { type: 'change', change: 0, old: '', new: ` ${one}`, moved: 'to' },
    ]);
  });

  it('shows two places where one moves away from where another arrives', () => {
    const [one, middle, other] = [
      'Erst der kurze Satz.',
      'In der Mitte steht der längste Satz.',
      'Dann der letzte Satz.',
    ];
    const before = `${one} ${middle} ${other}`;
    expect(
      segments(before, `${other} ${middle} ${one}`).map((segment) =>
        'moved' in segment ? segment.moved : '',
      ),
    ).toEqual(['from', 'to', '', 'from', 'to']);
  });

  it('leaves out what would break or turn the line around', () => {
    expect(segmentsOf('Wort\u0002 \u202Eund\vmehr', [])).toEqual([{ type: 'same', text: 'Wort und\vmehr' }]);
    expect(segmentsOf('', [])).toEqual([]);
  });
});
