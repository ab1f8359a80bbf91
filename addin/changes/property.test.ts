import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyAll, compareTexts, expectSound } from './testing/compare.ts';
import { hasMails, mails } from './testing/mails.ts';

const WORDS = [
  ...['Antrag', 'Frist', 'der', 'die', 'und', 'Straße', 'Müller', 'Gebühr', 'nicht', 'Ja', 'z. B.', 'gemäß'],
  ...['12', '12,50', '31.', 'März', '2025', '§ 37', '–', '(', ')', '„', '“', '1.', 'a)'],
  ...['e\u0301cole', '👩‍👩‍👧', '🇩🇪', '👍🏽', '\u{1D54F}', 'Amts\u00ADblatt', '\u0301', '\u0002', '\u200B'],
];
const JOINTS = [
  ' ',
  ' ',
  ' ',
  '  ',
  '\u00A0',
  '\t',
  ', ',
  '. ',
  '. ',
  '! ',
  '.\u0002 ',
  '\v',
  '\n',
  '\n\n',
  '\n – ',
  '',
  '-',
];

const word = fc.constantFrom(...WORDS);
const joint = fc.constantFrom(...JOINTS);
const text = fc
  .array(fc.tuple(word, joint), { maxLength: 60 })
  .map((pieces) => pieces.map(([one, behind]) => one + behind).join(''));
const numbered = text.chain((plain) => {
  const lines = plain.split('\n');
  return fc
    .array(fc.constantFrom('', '⟦1.⟧ ', '⟦•⟧ ', '⟦§ 3⟧ '), {
      minLength: lines.length,
      maxLength: lines.length,
    })
    .map((prefixes) => lines.map((line, index) => (prefixes[index] ?? '') + line).join('\n'));
});
/** A text and one that was made from it by changing, leaving out, doubling and exchanging pieces of it. */
const related = fc
  .tuple(
    text,
    fc.array(
      fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('word', 'sentence', 'copy', 'joint'), word, joint),
      { maxLength: 8 },
    ),
  )
  .map(([before, steps]) => {
    let pieces = before.split(/(?<=[.!?]\s|\n)/u);
    for (const [one, other, what, fresh, behind] of steps) {
      const [from, to] = [one % pieces.length, other % pieces.length];
      const piece = pieces[from] ?? '';
      if (what === 'sentence') pieces = pieces.with(from, pieces[to] ?? '').with(to, piece);
      else if (what === 'copy') pieces = pieces.toSpliced(to, 0, piece);
      else if (what === 'joint') pieces = pieces.with(from, piece.trimEnd() + behind);
      else {
        const words = piece.split(' ');
        pieces = pieces.with(from, words.with(other % words.length, fresh).join(' '));
      }
    }
    return [before, pieces.join('')] as const;
  });
const choices = fc.infiniteStream(fc.boolean()).map((stream) => {
  const known: boolean[] = [];
  return (id: number) => {
    while (known.length <= id) known.push(stream.next().value === true);
    return known[id] === true;
  };
});

describe('changesBetween for random texts', () => {
  it('leads from any text to any other', () => {
    fc.assert(
      fc.property(text, text, choices, (before, after, choice) => void expectSound(before, after, choice)),
      {
        numRuns: 400,
      },
    );
  });

  it('leads from any text to one made from it', () => {
    fc.assert(
      fc.property(related, choices, ([before, after], choice) => void expectSound(before, after, choice)),
      {
        numRuns: 400,
      },
    );
  });

  it('never touches what the document writes before a line', () => {
    fc.assert(
      fc.property(numbered, text, choices, (before, after, choice) => {
        // Markers that the new text repeats are the subject of another test.
        const bare = after.replace(/^[\t\v ]*(?:1\.|a\)|–|§ 37|31\.|12)/gmu, 'x');
        expectSound(before, bare, choice);
      }),
      { numRuns: 400 },
    );
  });

  it('finds nothing more to change once all is done', () => {
    fc.assert(
      fc.property(related, ([before, after]) => {
        const done = applyAll(before, compareTexts(before, after));
        expect(compareTexts(done, after)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

(hasMails ? describe : describe.skip)('changesBetween for real mails', () => {
  const all = hasMails ? mails() : [];
  /** The same choice in every run, without a pattern that follows the text. */
  const choice = (id: number) => (id * 7919) % 13 < 6;

  it('leads from each to others', () => {
    expect(all).toHaveLength(80);
    all.forEach((before, index) => {
      for (const step of [1, 7, 31]) expectSound(before, all[(index + step) % all.length] ?? '', choice);
    });
  });

  it('leads to copies with other words, exchanged sentences and joined paragraphs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...all),
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('word', 'sentences', 'join', 'split')), {
          minLength: 1,
          maxLength: 12,
        }),
        choices,
        (before, steps, decide) => {
          let after = before;
          for (const [one, other, what] of steps) after = altered(after, one, other, what);
          expectSound(before, after, decide);
        },
      ),
      { numRuns: 200 },
    );
  });
});

function altered(
  text: string,
  one: number,
  other: number,
  what: 'word' | 'sentences' | 'join' | 'split',
): string {
  const cut = what === 'join' ? /(\n{2,})/u : what === 'word' ? /([ \n])/u : /((?<=[.!?]) )/u;
  const pieces = text.split(cut);
  const [from, to] = [one, other].map((place) => 2 * (place % Math.ceil(pieces.length / 2)));
  if (from === undefined || to === undefined) return text;
  if (what === 'word') return pieces.with(from, 'Verwaltungsakt').join('');
  if (what === 'sentences')
    return pieces
      .with(from, pieces[to] ?? '')
      .with(to, pieces[from] ?? '')
      .join('');
  return from + 1 < pieces.length ? pieces.with(from + 1, what === 'join' ? ' ' : '\n\n').join('') : text;
}
