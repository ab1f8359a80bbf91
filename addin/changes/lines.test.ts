import { describe, expect, it } from '@jest/globals';
import type { Line } from '../office/host.ts';
import { toBlocks } from '../output/markdown.ts';
import { linesOfBlocks } from './lines.ts';

const plain = (...texts: string[]): Line[] => texts.map((text) => ({ text, fixed: 0 }));
const lines = (markdown: string, before: readonly Line[] = []) => linesOfBlocks(toBlocks(markdown), before);

describe('linesOfBlocks', () => {
  it('gives the paragraphs in the order of the document, without formatting and rules', () => {
    expect(
      lines(
        '# Titel\n\nEin **fetter** Absatz.\n\n---\n\n> Zitat\n>\n> noch eins\n\n| A | B |\n|---|---|\n| 1 | 2 |',
      ),
    ).toEqual(['Titel', 'Ein fetter Absatz.', 'Zitat', 'noch eins', 'A', 'B', '1', '2']);
  });

  it('keeps line breaks within a paragraph', () => {
    expect(lines('Stadt Musterhausen\nRathausplatz 1')).toEqual(['Stadt Musterhausen\vRathausplatz 1']);
  });

  it('gives signs to a list that was none', () => {
    const before = plain('Bringen Sie Ausweis und Formular mit.');
    expect(lines('Bringen Sie mit:\n\n- Ausweis\n- Formular\n  - unterschrieben', before)).toEqual([
      'Bringen Sie mit:',
      '– Ausweis',
      '– Formular',
      '– unterschrieben',
    ]);
    expect(lines('3. Ausweis\n4. Formular', before)).toEqual(['3. Ausweis', '4. Formular']);
    expect(lines('- [ ] Ausweis', before)).toEqual(['☐ Ausweis']);
  });

  it('gives none to a list of the document', () => {
    const before = [
      { text: '1. Ausweis mitbringen', fixed: 3 },
      { text: '2. Formular ausfüllen', fixed: 3 },
    ];
    expect(lines('1. Den Ausweis mitbringen\n2. Formular unterschreiben\n3. Warten', before)).toEqual([
      'Den Ausweis mitbringen',
      'Formular unterschreiben',
      'Warten',
    ]);
    expect(lines('- völlig\n- anders', before)).toEqual(['völlig', 'anders']);
  });

  it('tells a new list from the one of the document', () => {
    const before = [
      { text: '• Ausweis mitbringen', fixed: 2 },
      ...plain('Es gelten Rabatte für Kinder und Senioren.'),
    ];
    expect(lines('- Ausweis mitbringen\n\nRabatte gelten für:\n\n- Kinder\n- Senioren', before)).toEqual([
      'Ausweis mitbringen',
      'Rabatte gelten für:',
      '– Kinder',
      '– Senioren',
    ]);
  });

  it('writes the signs that were typed before', () => {
    expect(lines('- Ausweis\n- Formular', plain('* Ausweis', '* Formular'))).toEqual([
      '* Ausweis',
      '* Formular',
    ]);
    expect(lines('1. Ausweis\n2. Formular', plain('1) Ausweis', '2) Formular'))).toEqual([
      '1) Ausweis',
      '2) Formular',
    ]);
  });
});

it('gives no sign to the items of a list that the document draws', () => {
  const before: Line[] = plain(
    'Anträge werden digital gestellt.',
    'Papieranträge werden weitergeleitet.',
  ).map((line) => ({ ...line, inList: true }));
  const items = ['Anträge stellen Sie digital.', 'Papieranträge leiten wir weiter.'];
  expect(lines(items.map((item) => `- ${item}`).join('\n'), before)).toEqual(items);
});
