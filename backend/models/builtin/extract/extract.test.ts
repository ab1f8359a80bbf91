import { describe, expect, it } from '@jest/globals';
import type { Field, PlainValue, ValueKind } from '../../../../contract/agents/value.ts';
import { extractHearing, readable } from '../../../tasks/extract-hearing.ts';
import { proofsOfValues } from '../../../tasks/extract-proofs.ts';
import type { Reading } from '../../../tasks/reading.ts';
import { answer, documentOf, mailOf } from '../testing/answer.ts';

const field = (name: string, label: string, kind: ValueKind = 'text', more: Partial<Field> = {}): Field => ({
  name,
  label,
  kind,
  ...more,
});

const plain = (value: PlainValue | undefined): unknown => {
  switch (value?.kind) {
    case 'text':
      return value.text;
    case 'datum':
      return value.date;
    case 'betrag':
      return value.cents;
    case 'zahl':
      return value.number;
    case 'ja_nein':
      return value.yes;
    case 'leer':
    case undefined:
      return null;
  }
};

/** What the built-in model reads, as the step gets it. */
async function read(reading: Reading, fields: Field[], extent: 'one' | 'many' = 'one') {
  const hearing = extractHearing({ fields, extent }, proofsOfValues(reading));
  hearing.hear(await answer('extract', { fields, extent }, reading));
  const { result } = await hearing.end();
  const values = result.records.map((record) => fields.map(({ name }) => plain(record.values[name])));
  const states = result.records.flatMap(({ evidence }) => Object.values(evidence).map(({ state }) => state));
  return { ...result, values, states: new Set(states), form: readable(result) };
}

const CIRCULAR = documentOf(`Landesamt für Schilf und Moor
Moorweg 3, 55555 Musterstadt

Az.: 44-017/26 · Stand: 2. November 2026

# Rundschreiben Nr. 7: Meldung der Moore

Die Verbandsgemeinden melden die Zahl ihrer Moore bis zum 15. Dezember 2026 an das Referat 44. Grundlage ist § 12 des Moorgesetzes.

Die Gemeinden müssen bis zum 31. Januar 2027 einen Ansprechpartner benennen. Für jedes Moor werden 1.250,00 € erstattet.

Rückfragen beantwortet Frau Schilfrohr, Telefon 06381 424-17, schilfrohr@moor.example.`);

describe('a Rundschreiben', () => {
  it('says who wrote it, when, with what reference and on what', async () => {
    const { values, states } = await read(CIRCULAR, [
      field('absender', 'Absender', 'text', { hint: 'Behörde oder Verband' }),
      field('aktenzeichen', 'Aktenzeichen', 'text', { hint: 'Des Absenders' }),
      field('datum', 'Datum', 'datum', { hint: 'Des Rundschreibens' }),
      field('telefon', 'Telefon'),
      field('mail', 'E-Mail'),
      field('erstattung', 'Erstattung je Moor', 'betrag'),
    ]);
    expect(values).toEqual([
      [
        'Landesamt für Schilf und Moor',
        '44-017/26',
        '2026-11-02',
        '06381 424-17',
        'schilfrohr@moor.example',
        125_000,
      ],
    ]);
    expect(states).toEqual(new Set(['proven']));
  });

  it('says each deadline with the sentence that sets it', async () => {
    const fields = [
      field('was', 'Was bis zu der Frist zu geschehen hat'),
      field('frist', 'Frist', 'datum', { optional: true }),
    ];
    const { values, states } = await read(CIRCULAR, fields, 'many');
    expect(values).toEqual([
      [
        'Die Verbandsgemeinden melden die Zahl ihrer Moore bis zum 15. Dezember 2026 an das Referat 44.',
        '2026-12-15',
      ],
      ['Die Gemeinden müssen bis zum 31. Januar 2027 einen Ansprechpartner benennen.', '2027-01-31'],
    ]);
    expect(states).toEqual(new Set(['proven']));
  });

  it('says nothing of what is not in it', async () => {
    const { values, gaps, states, form } = await read(CIRCULAR, [
      field('iban', 'Kontonummer der Feuerwehr'),
      field('sitzung', 'Zahl der Sitzungen', 'zahl'),
      field('foerderung', 'Förderfähig', 'ja_nein'),
      field('art', 'Art', 'auswahl', { options: ['Bescheid', 'Widerspruch'] }),
    ]);
    expect(values).toEqual([[null, null, null, null]]);
    expect(gaps).toEqual(['Kontonummer der Feuerwehr', 'Zahl der Sitzungen', 'Förderfähig', 'Art']);
    expect([...states, form]).toEqual(['absent', true]);
  });
});

const INVOICE = documentOf(`Moorbau GmbH

Rechnungsnummer: 4711/26
Rechnungsdatum: 03.11.2026
Bereits bezahlt: nein

| Posten | Menge | Betrag |
| --- | --- | --- |
| Torf | 3 | 300,00 € |
| Schilf \\| Rohr | 12 | 1.200,50 € |
| Gesamtbetrag | | 1.500,50 € |

Zahlbar bis 01.12.2026.`);

describe('an invoice', () => {
  it('has its values beside their labels', async () => {
    const { values, states } = await read(INVOICE, [
      field('nummer', 'Rechnungsnummer'),
      field('datum', 'Rechnungsdatum', 'datum'),
      field('summe', 'Gesamtbetrag', 'betrag'),
      field('bezahlt', 'Bereits bezahlt', 'ja_nein'),
      field('zahlbar', 'Zahlbar bis', 'datum'),
    ]);
    expect(values).toEqual([['4711/26', '2026-11-03', 150_050, false, '2026-12-01']]);
    expect(states).toEqual(new Set(['proven']));
  });

  it('has a place in each row of its table', async () => {
    const fields = [
      field('posten', 'Posten'),
      field('menge', 'Menge', 'zahl'),
      field('betrag', 'Betrag', 'betrag'),
    ];
    const { values, states } = await read(INVOICE, fields, 'many');
    expect(values).toEqual([
      ['Torf', 3, 30_000],
      ['Schilf | Rohr', 12, 120_050],
      ['Gesamtbetrag', null, 150_050],
    ]);
    expect(states).toEqual(new Set(['proven', 'absent']));
  });
});

describe('a form with choices', () => {
  const APPLICATION = documentOf(
    '# Antrag auf Wohngeld\n\nName: Erika Beispiel\nFamilienstand: verheiratet\nAnzahl der Kinder: 3\nMonatsmiete: 640 Euro\nHaustiere: Ja\n\nIch beantrage einen Zuschuss.',
  );
  it('has them word for word', async () => {
    const { values } = await read(APPLICATION, [
      field('name', 'Name'),
      field('stand', 'Familienstand', 'auswahl', { options: ['ledig', 'verheiratet', 'verwitwet'] }),
      field('kinder', 'Anzahl der Kinder', 'zahl'),
      field('miete', 'Miete', 'betrag'),
      field('tiere', 'Haustiere', 'ja_nein'),
      field('titel', 'Gegenstand'),
    ]);
    expect(values).toEqual([['Erika Beispiel', 'verheiratet', 3, 64_000, true, 'Antrag auf Wohngeld']]);
  });
});

describe('a mail', () => {
  const MAIL = mailOf(
    'Guten Tag,\n\nbis wann ist der Zaun an der Moorwiese zu streichen? Wer bezahlt die Farbe?\n\nViele Grüße\nOtto Schilf',
    { subject: 'AW: Zaun', from: { name: 'Otto Schilf', email: 'otto@schilf.example' } },
  );

  it('says in its head who wrote it, when and on what', async () => {
    const { values, states } = await read(MAIL, [
      field('absender', 'Absender'),
      field('datum', 'Datum', 'datum'),
      field('betreff', 'Betreff'),
    ]);
    expect(values).toEqual([['Otto Schilf (otto@schilf.example)', '2026-05-12', 'Zaun']]);
    expect(states).toEqual(new Set(['proven']));
  });

  it('has its questions one by one', async () => {
    const { values } = await read(MAIL, [field('frage', 'Frage')], 'many');
    expect(values).toEqual([
      ['bis wann ist der Zaun an der Moorwiese zu streichen?'],
      ['Wer bezahlt die Farbe?'],
    ]);
  });

  it('may have none', async () => {
    const nothing = await read(mailOf('Alles klar.'), [field('frage', 'Frage')], 'many');
    expect(nothing).toMatchObject({ records: [], gaps: [], form: true });
  });
});

describe('hostile texts', () => {
  it('bring no value that is not theirs, and no end without an answer', async () => {
    const fields = [field('a', 'Absender'), field('b', 'Betrag', 'betrag'), field('f', 'Frist', 'datum')];
    for (const part of [
      'Absender: ',
      '| a ',
      '1.',
      '> ',
      '- Betrag: 1 €\n',
      'Frist\n\n',
      '[[',
      '\\',
      'a: b · ',
    ]) {
      for (const extent of ['one', 'many'] as const) {
        const { form } = await read(documentOf(part.repeat(2_000)), fields, extent);
        expect(form).toBe(true);
      }
    }
  });
});
