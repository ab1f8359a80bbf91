import { describe, expect, it } from '@jest/globals';
import { runsIn } from './gaps.ts';
import { blockStream, toBlocks } from './markdown.ts';
import { beacons } from './testing/beacons.ts';
import { payloads } from './testing/payloads.ts';

/** The same numbers in every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const parts = [
  '# Titel\n',
  'Sehr geehrte Frau **Weber**,\n',
  'vielen Dank für *Ihr* Schreiben. ',
  '\n\n',
  '\n',
  '\r\n\r\n',
  '- Punkt eins\n- Punkt zwei\n',
  '1. eins\n\n2. zwei\n   - tief\n',
  '> Zitat\n> weiter\n',
  '| A | B |\n|---|---|\n| 1 | **2** |\n',
  '```js\ncode\n\nmehr\n```\n',
  '```markdown\n# Innen\n```\n',
  '```\n',
  '---\n',
  'Text[^1] und [Ref][r] und [r]\n\n',
  '[r]: https://a.example\n\n',
  '[^1]: Fußnote\n\n',
  '<div>\n*x*\n</div>\n\n',
  '<!-- Kommentar\n\n-->\n',
  '<script>\nx\n\ny</script>\n',
  'am [[Bitte ergänzen: Datum]] um ',
  '**[[Bitte ergänzen: Ort]]**',
  '12. Dezember 2026\n',
  '😀 ä \u2028 ',
  '    eingerückt\n',
  '  - weiter\n',
  '**offen',
  '`',
  ...payloads.slice(0, 40),
  ...beacons.slice(0, 20),
];

function feedInPieces(text: string, next: () => number): ReturnType<typeof toBlocks> {
  const stream = blockStream();
  for (let at = 0; at < text.length;) {
    const size = 1 + Math.floor(next() * 30);
    stream.push(text.slice(at, at + size));
    at += size;
  }
  return stream.end();
}

const letter = [
  '# Bescheid über *Ihren* Antrag',
  '',
  'Sehr geehrte Frau **Weber**,',
  'am [[Bitte ergänzen: Datum der Anhörung]] haben wir `Az. 1` mit ***Nachdruck*** und ~~alt~~ neu geprüft.',
  '',
  '| Gebühr | **Betrag** |',
  '|---|:-:|',
  '| Bescheid | **12 €** |',
  '',
  '1. **Frist:** 15.12.',
  '2. Zeile <br> Zeile',
  '',
  '> Zitat',
  '',
  '---',
  'Siehe ![Bild](https://beacon.example/x.png "t").',
].join('\n');

describe('blockStream', () => {
  it('ends with what toBlocks makes of the whole, however the text is cut', () => {
    const next = random(20261123);
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: 1 + Math.floor(next() * 12) }, () => {
        return parts[Math.floor(next() * parts.length)];
      }).join('');
      expect({ text, blocks: feedInPieces(text, next) }).toEqual({ text, blocks: toBlocks(text) });
    }
  });

  it('ends the same for very long lines, cut at every place', () => {
    const next = random(7);
    const text = `${'a'.repeat(96_001)}\r\n${'*b* '.repeat(900)}\r${'c'.repeat(48_000)}\r\n- d`;
    const stream = blockStream();
    for (let at = 0; at < text.length;) {
      const size = 1 + Math.floor(next() * 5_000);
      stream.push(text.slice(at, at + size));
      at += size;
    }
    expect(stream.end()).toEqual(toBlocks(text));
  });

  it('never shows raw syntax while a letter is being written, character by character', () => {
    const stream = blockStream();
    const raw: string[] = [];
    for (const char of letter) {
      const text = stream
        .push(char)
        .flatMap(runsIn)
        .map((run) => run.text)
        .join('')
        .replaceAll('[[Bitte ergänzen: Datum der Anhörung]]', '');
      if (/[*_`|<>~#\]]|\[\[|https?:/.test(text)) raw.push(text.slice(-60));
    }
    expect(raw).toEqual([]);
  });

  it('shows a table from its first row on', () => {
    const stream = blockStream();
    expect(stream.push('| A | B')).toMatchObject([{ type: 'table' }]);
    expect(stream.push(' |\n|--')).toMatchObject([
      { type: 'table', rows: [[[{ text: 'A' }], [{ text: 'B' }]]] },
    ]);
    expect(stream.push('-|---|\n| 1')).toMatchObject([{ type: 'table', rows: [{}, [[{ text: '1' }], []]] }]);
  });

  it('hands over finished blocks as the same objects', () => {
    const stream = blockStream();
    stream.push('Erster Absatz.\n\nZweiter');
    const [before] = stream.push(' Absatz.\n');
    const [after] = stream.push('\nDritter');
    expect(after).toBe(before);
  });

  it('resolves a reference whose definition comes last', () => {
    const stream = blockStream();
    stream.push('[Merkblatt][1]\n\nAbsatz\n\n');
    stream.push('[1]: https://a.example');
    expect(
      stream
        .end()
        .flatMap(runsIn)
        .map(({ text }) => text),
    ).toEqual(['Merkblatt', 'Absatz']);
  });
});
