import { describe, expect, it } from '@jest/globals';
import type { Field } from '../../../../contract/agents/value.ts';
import { extractHearing } from '../../../tasks/extract-hearing.ts';
import { proofsOfValues } from '../../../tasks/extract-proofs.ts';
import { valueInWords } from '../../../agents/expressions/words.ts';
import { answer, documentOf } from '../testing/answer.ts';

const field = (label: string, kind: Field['kind'] = 'text', more: Partial<Field> = {}): Field => ({
  name: label.toLowerCase().replace(/[^a-z]/gu, '_'),
  label,
  kind,
  optional: true,
  ...more,
});

/** What is read, in words, one line for each place. */
async function read(text: string, fields: Field[], extent: 'one' | 'many' = 'one') {
  const reading = documentOf(text);
  const hearing = extractHearing({ fields, extent }, proofsOfValues(reading));
  hearing.hear(await answer('extract', { fields, extent }, reading));
  const { records } = (await hearing.end()).result;
  return records.map(({ values }) =>
    fields.map(({ name }) => valueInWords(values[name] ?? { kind: 'leer' })).join(' / '),
  );
}

describe('the head of a form', () => {
  const FORM = `# Vorlage

| Amt | AZ | Bearbeiter |
| --- | --- | --- |
| Amt 4 |  | Frau Rohrsänger |

| Beschlussgremium | Datum | Status |
| --- | --- | --- |
| Ausschuss | 01.12.2026 | nichtöffentlich |
| Gemeinderat | 15.12.2026 | öffentlich |`;

  it('is read column by column; of several committees the last one decides, and an empty cell is empty', async () => {
    const fields = ['Amt', 'AZ', 'Bearbeiter', 'Beschlussgremium'].map((label) => field(label));
    expect(await read(FORM, [...fields, field('Datum', 'datum')])).toEqual([
      'Amt 4 /  / Frau Rohrsänger / Gemeinderat / 15.12.2026',
    ]);
  });
});

describe('a section', () => {
  const PAPER = `Beschlussvorschlag:

Dem Bau wird zugestimmt.

Der Landrat wird ermächtigt, zu bauen.

Anlagen:

Plan`;

  it('is its first paragraph, or all of it where that is asked for', async () => {
    expect(await read(PAPER, [field('Beschlussvorschlag')])).toEqual(['Dem Bau wird zugestimmt.']);
    expect(await read(PAPER, [field('Beschlussvorschlag', 'text', { hint: 'Der ganze Wortlaut' })])).toEqual([
      'Dem Bau wird zugestimmt. Der Landrat wird ermächtigt, zu bauen.',
    ]);
  });
});

describe('a Bescheid', () => {
  const DECISION = `Kreisverwaltung Schilfkreis

Herrn
Emil Binse
Moorweg 3
55555 Schilfstadt

Sehr geehrter Herr Binse,

das Lagern wird untersagt.

Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei der Kreisverwaltung Schilfkreis, Moorallee 1, 55555 Schilfstadt, schriftlich erhoben werden.`;

  it('says that somebody was heard, in other words than the label has', async () => {
    const text = 'Sie wurden mit Schreiben vom 12.10.2026 angehört.\n\nDas Moor ist nass.';
    expect(await read(text, [field('Anhörung')])).toEqual([
      'Sie wurden mit Schreiben vom 12.10.2026 angehört.',
    ]);
  });

  it('says whom it is for, and how long and with whom a Widerspruch is filed', async () => {
    const fields = [
      field('Adressat'),
      field('Einzulegen bei'),
      field('Dauer der Frist', 'zahl'),
      field('Einheit', 'auswahl', { options: ['Wochen', 'Monate'] }),
    ];
    expect(await read(DECISION, fields)).toEqual([
      'Herrn, Emil Binse, Moorweg 3, 55555 Schilfstadt / Kreisverwaltung Schilfkreis, Moorallee 1, 55555 Schilfstadt / 1 / Monate',
    ]);
    expect(await read('Sehr geehrte Frau Binse,\n\nes geht um Schilf.', [field('Adressat')])).toEqual([
      'Frau Binse',
    ]);
  });
});

describe('many places', () => {
  it('are lines with their labels; a label that was there already begins the next one', async () => {
    const text = `Stelle: Forstamt\nHaltung: Bedenken\n\nStelle: Wasserwerk\nForderung: Brunnen`;
    const fields = [field('Stelle', 'text', { optional: false }), field('Haltung'), field('Forderung')];
    expect(await read(text, fields, 'many')).toEqual(['Forstamt / Bedenken / ', 'Wasserwerk /  / Brunnen']);
  });

  it('are each amount, however many a sentence has', async () => {
    const text =
      'Die Geräte kosten 1.200 €, die Montage 300,50 €. Beides zusammen wird am 01.12.2026 bezahlt.';
    expect(await read(text, [field('Betrag', 'betrag')], 'many')).toEqual(['1.200,00 Euro', '300,50 Euro']);
    expect(await read(text, [field('Tag', 'datum')], 'many')).toEqual(['01.12.2026']);
  });

  it('are rows whose amounts stand in a column with another name', async () => {
    const text = '| Kosten | Verbund |\n| --- | --- |\n| Plattform | 300,00 € |\n| Summe | 300,00 € |';
    expect(await read(text, [field('Kosten'), field('Betrag', 'betrag')], 'many')).toEqual([
      'Plattform / 300,00 Euro',
      'Summe / 300,00 Euro',
    ]);
  });

  it('are deadlines in a table and in sentences', async () => {
    const text = `| Frist | Was |\n| --- | --- |\n| 04.12.2026 | Zahlen melden |\n\nDie Gemeinden müssen bis zum 31.01.2027 einen Plan vorlegen.`;
    expect(await read(text, [field('Was'), field('Frist', 'datum')], 'many')).toEqual([
      'Zahlen melden / 04.12.2026',
      'Die Gemeinden müssen bis zum 31.01.2027 einen Plan vorlegen. / 31.01.2027',
    ]);
  });

  it('are what a Dienstanweisung lays down, with heading and number', async () => {
    const text = `## § 2 Rückgabe\n\n(1) Das Rad muss abends im Keller stehen. Der Keller ist groß.\n\n## 3. Lärm\n\n3.1 Musik ist ab 22:00 Uhr verboten.\n\nDas Wetter war schön.`;
    expect(await read(text, [field('Regelung'), field('Überschrift'), field('Fundstelle')], 'many')).toEqual([
      'Das Rad muss abends im Keller stehen. / Rückgabe / § 2 Abs. 1',
      'Musik ist ab 22:00 Uhr verboten. / Lärm / Nr. 3.1',
    ]);
  });
});
