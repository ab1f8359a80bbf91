import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fieldOf } from './summary-fields.ts';
import { SummaryReader, type Read } from './summary-reader.ts';

function readPieces(pieces: string[]): Read[] {
  const reader = new SummaryReader((label) => fieldOf(label) !== null);
  return [...pieces.flatMap((piece) => reader.read(piece)), ...reader.end()];
}

/** What was read as lines: "# section", "- item", "text", "> passage", "* aside". */
function read(text: string): string[] {
  return readPieces([text]).flatMap((one) => {
    switch (one.type) {
      case 'section':
        return [`# ${one.title}`];
      case 'words':
        return [one.listed ? `- ${one.text}` : one.text];
      case 'proof':
        return one.passages.map((passage) => `> ${passage}`);
      case 'aside':
        return [`* ${one.text}`];
    }
  });
}

const SAMPLE = `## Fristen

- Die Kreise melden bis 15.12.2026.
  > Die Kreise haben bis zum
  > 15.12.2026 zu melden.
- **Zweite** Aussage.

  > Erste Stelle.

  > Zweite Stelle.

## Anlagen
- nicht angegeben

*Ohne Sprachmodell – Auszüge.*
`;

describe('SummaryReader', () => {
  it('reads sections, statements and passages', () => {
    expect(read(SAMPLE)).toEqual([
      '# Fristen',
      '- Die Kreise melden bis 15.12.2026.',
      '> Die Kreise haben bis zum\n15.12.2026 zu melden.',
      '- **Zweite** Aussage.',
      '> Erste Stelle.',
      '> Zweite Stelle.',
      '# Anlagen',
      '- nicht angegeben',
      '* *Ohne Sprachmodell – Auszüge.*',
    ]);
  });

  it('reads the same wherever the text is cut', () => {
    const whole = readPieces([SAMPLE]);
    for (let cut = 1; cut < SAMPLE.length; cut++) {
      expect(readPieces([SAMPLE.slice(0, cut), SAMPLE.slice(cut)])).toEqual(whole);
    }
    expect(readPieces(SAMPLE.split(''))).toEqual(whole);
    expect(readPieces([SAMPLE.replaceAll('\n', '\r\n')])).toEqual(whole);
  });

  it('tells a statement as soon as its passage begins', () => {
    const reader = new SummaryReader();
    expect(reader.read('- Eine Aussage.\n')).toEqual([]);
    expect(reader.read('  > Ei')).toEqual([{ type: 'words', text: 'Eine Aussage.', listed: true }]);
    expect(reader.read('ne Stelle\n- Zw')).toEqual([]);
    expect(reader.read('ei\n')).toEqual([{ type: 'proof', passages: ['Eine Stelle'] }]);
  });

  it.each([
    ['numbered lists', '1. Eins\n   > a\n2) Zwei', ['- Eins', '> a', '- Zwei']],
    [
      'a day at the beginning of a line',
      '15. Dezember 2026: Abgabe\n- 1. Mai',
      ['15\\. Dezember 2026: Abgabe', '- 1\\. Mai'],
    ],
    ['other bullets', '• Eins\n– Zwei\n* Drei', ['- Eins', '- Zwei', '- Drei']],
    ['nested lists', '- Eins\n    - Zwei', ['- Eins', '- Zwei']],
    ['bold lines as headings', '**Fristen:**\n- Eins', ['# Fristen', '- Eins']],
    ['a bold sentence', '**Alles ist neu.**', ['**Alles ist neu.**']],
    ['bold in headings', '### **Fristen** ###', ['# Fristen']],
    [
      'bold labels of fields',
      '**Absender:** Kreis\n\n- **Datum:** 3.12.',
      ['# Absender', 'Kreis', '# Datum', '3.12.'],
    ],
    ['other bold labels', '- **Wer:** alle', ['- **Wer:** alle']],
    ['passages without a blank', '- Eins\n>a', ['- Eins', '> a']],
    ['passages as items', '- Eins\n  - > a', ['- Eins', '> a']],
    [
      'labelled passages',
      '- Eins\n  Beleg: „a b“\n- Zwei\n  > **Zitat:** c',
      ['- Eins', '> „a b“', '- Zwei', '> c'],
    ],
    ['quoted passages', '- Eins\n  „wörtlich aus dem Text“', ['- Eins', '> „wörtlich aus dem Text“']],
    [
      'passages in brackets',
      '- Eins ist zwei. („wörtlich aus dem Text“)',
      ['- Eins ist zwei.', '> „wörtlich aus dem Text“'],
    ],
    ['quotations within a statement', '- Er sagt „ja“.', ['- Er sagt „ja“.']],
    ['a word in brackets', '- Es heißt so („Verbund“)', ['- Es heißt so („Verbund“)']],
    ['passages alone', '## Frage\n\n> Antwort.', ['# Frage', '- Antwort.', '> Antwort.']],
    ['wrapped lines', 'Ein Satz geht\nweiter.\n\nEin neuer.', ['Ein Satz geht weiter.', 'Ein neuer.']],
    ['a wrapped item', '- Ein Satz geht\n  weiter.\n  > a', ['- Ein Satz geht weiter.', '> a']],
    [
      'tables',
      '| Wer | Was | Beleg |\n| --- | --- | --- |\n| alle | melden | a b |\n| ich | nichts | |\n\nEnde',
      ['- alle · melden', '> a b', '- ich · nichts', 'Ende'],
    ],
    ['rows without a header', '| a | b |', ['- a · b']],
    ['rules and fences', '---\n```\n- Eins\n```\n***', ['- Eins']],
    ['lines about the summary', '- Eins\n\nHinweis: kurz\n_Ende_', ['- Eins', '* Hinweis: kurz', '* _Ende_']],
    ['nothing', ' \n\n', []],
  ])('reads %s', (_, text, lines) => {
    expect(read(text)).toEqual(lines);
  });

  it('is bounded', () => {
    const long = 'Wort '.repeat(50_000);
    const sizes = readPieces([`# ${long}\n- ${long}\n> ${long}\n\n${'> a\n\n'.repeat(99)}`]);
    for (const one of sizes) {
      if (one.type === 'section') expect(one.title.length).toBeLessThanOrEqual(300);
      if (one.type === 'words') expect(one.text.length).toBeLessThanOrEqual(4_000);
      if (one.type === 'proof') expect(one.passages.length).toBeLessThanOrEqual(5);
      if (one.type === 'proof')
        for (const text of one.passages) expect(text.length).toBeLessThanOrEqual(2_000);
    }
  });

  it('takes anything, and pairs words with proofs', () => {
    const line = fc.oneof(
      fc.constantFrom(
        '- a',
        '> b',
        '# c',
        '',
        '| d | e |',
        '| --- | --- |',
        '**f**',
        '*g*',
        '  „hhhhhhhhh“',
        'i („j“)',
        '```',
      ),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const types = readPieces([lines.join('\n')]).map(({ type }) => type);
        types.forEach((type, i) => expect(type === 'words').toBe(types[i + 1] === 'proof'));
      }),
    );
    for (const sign of ['*', '> ', '|', '(„', '#', '- ', '_', '„']) readPieces([sign.repeat(30_000)]);
  });
});
