import { describe, expect, it } from '@jest/globals';
import { describeRules, found, section } from './testing/cases.ts';
import { GOOD } from './testing/examples.ts';

describeRules(
  'council-paper',
  [
    ['council-unit', 'lacking', '| FB 2 - Bauen |', '| |', 'Fachbereich'],
    ['council-reference', 'lacking', '| 60-017 |', '| |', 'AZ'],
    ['council-clerk', 'lacking', '| Frau Amsel |', '| |', 'Bearbeiter'],
    [
      'council-course',
      'lacking',
      '| Bauausschuss | 24.11.2026 | öffentlich |\n| Gemeinderat | 08.12.2026 | öffentlich |\n',
      '',
      'Beschlussgremium',
    ],
    ['council-course-body', 'lacking', '| Gemeinderat | 08', '| | 08', '08.12.2026'],
    ['council-course-date', 'lacking', '| 08.12.2026 |', '| |', 'Gemeinderat'],
    ['council-course-status', 'lacking', '08.12.2026 | öffentlich |', '08.12.2026 | |', 'Gemeinderat'],
    [
      'council-item',
      'lacking',
      '**Tagesordnungspunkt:**\nNeubau des Spielplatzes Gartenstraße\nhier: Vergabe der Bauarbeiten\n',
      '',
      null,
    ],
    ['council-item-here', 'lacking', 'hier: Vergabe', 'Vergabe', 'Neubau des Spielplatzes Gartenstraße'],
    ['council-facts', 'lacking', '## Sachverhalt', '## Lage', null],
    ['council-resolution', 'lacking', section('council-paper', 'Beschlussvorschlag'), '', null],
    ['council-annexes', 'lacking', section('council-paper', 'Anlagen'), '', null],
    ['council-cosigned', 'lacking', section('council-paper', 'Mitzeichnung'), '', null],
    ['council-cosigned-empty', 'advice', 'FB 1, Kämmerei\n', '', 'Mitzeichnung'],
    [
      'council-costs',
      'lacking',
      /\| Kosten[^#]*/u.exec(GOOD['council-paper'])?.[0] ?? '',
      '\n',
      '48.500,00 €',
    ],
    [
      'council-resolution-alone',
      'lacking',
      'Der Gemeinderat beauftragt',
      'Der Gemeinderat beauftragt wie oben',
      'wie oben',
    ],
    [
      'council-resolution-pronoun',
      'lacking',
      'Der Gemeinderat beauftragt die',
      'Diese soll beauftragt werden, die',
      'Diese soll',
    ],
    ['council-resolution-figure', 'lacking', 'zum Preis von 48.500 €', 'zum Preis von 49.500 €', '49.500 €'],
    ['council-resolution-figure', 'lacking', 'mit dem Bau', 'bis zum 01.06.2027 mit dem Bau', '01.06.2027'],
    ['table-sum', 'lacking', '| Summe | 48.500,00 € |', '| Summe | 48.500,01 € |', '48.500,01 €'],
  ],
  [
    ['council-resolution-pronoun', 'Der Gemeinderat beauftragt', 'Das Bauamt beauftragt', 'an article'],
    ['council-resolution-figure', '48.500 €', '48.500,00 Euro', 'another way to write it'],
    ['council-costs', 'Drei Firmen', 'Zwei Firmen', 'the table is there'],
    ['table-sum', '| Geräte | 30.250,50 € |', '| Geräte | nach Angebot |', 'words among the figures'],
  ],
);

describe('sums', () => {
  const table = (rows: string) => `${GOOD['council-paper']}\n| Posten | Betrag |\n| --- | --- |\n${rows}`;
  it.each([
    [
      'subtotals',
      '| A | 1,10 |\n| B | 2,20 |\n| Zwischensumme | 3,30 |\n| C | 4,00 |\n| Gesamtsumme | 7,30 |',
    ],
    ['what is taken off', '| A | 10,00 |\n| abzüglich Zuschuss | 4,00 |\n| Summe | 6,00 |'],
    ['what another row holds', '| A | 10,00 |\n| davon Material | 4,00 |\n| Summe | 10,00 |'],
    ['cents that binary fractions cannot hold', '| A | 0,10 |\n| B | 0,20 |\n| Summe | 0,30 |'],
  ])('with %s are right', async (_name, rows) => {
    expect(await found('table-sum', 'council-paper', table(rows))).toEqual([]);
  });
});

describe('costs', () => {
  const paper = (words: string) =>
    `Sitzungsvorlage\n\nSachverhalt:\n\n${words}\n\nBeschlussvorschlag:\n\nDer Rat stimmt zu.`;

  it('are asked for where the paper says nothing of them', async () => {
    expect(await found('council-costs-open', 'council-paper', paper('Der Weg wird umbenannt.'))).toHaveLength(
      1,
    );
  });

  it('may be none', async () => {
    const text = paper('Der Weg wird umbenannt. Es entstehen keine Kosten.');
    expect(await found('council-costs-open', 'council-paper', text)).toEqual([]);
  });
});
