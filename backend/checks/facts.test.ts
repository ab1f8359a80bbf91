import { describe, expect, it } from '@jest/globals';
import type { FactKind } from '../../contract/checks.ts';
import { factsOf } from './facts.ts';

const found = (text: string, ...kinds: FactKind[]) =>
  [...factsOf(text)].flat().filter(({ kind }) => kinds.length === 0 || kinds.includes(kind));
const texts = (text: string, ...kinds: FactKind[]) => found(text, ...kinds).map((fact) => fact.text);
const keys = (text: string, ...kinds: FactKind[]) =>
  found(text, ...kinds).map((fact) => (fact.kind === 'law' ? JSON.stringify(fact.parts) : fact.key));

describe('facts with the same value', () => {
  it.each<[FactKind, string, string[]]>([
    ['date', '2026-12-15', ['15.12.2026', '15. Dezember 2026', '15.12.26', '2026-12-15', 'am 15. 12. 2026']],
    ['date', '12-15', ['am 15.12. um', '15. Dezember', 'den 15. Dez. an']],
    ['date', '2026-03', ['im März 2026']],
    ['amount', '1200', ['1.200,00 €', '1200 Euro', 'EUR 1.200', '1 200 €', '1.200,- €', '€ 1200']],
    ['amount', '2500000', ['2,5 Mio. €', '2.500.000 Euro']],
    ['amount', '0.5', ['50 Cent', '0,50 €']],
    ['share', '15', ['15 %', '15 Prozent', '15 v. H.', '15,0 %']],
    ['number', '9:00', ['9 Uhr', '9.00 Uhr', '09:00 Uhr', '09:00']],
    ['number', '3', ['mit drei Bäumen', 'mit 3 Bäumen']],
    ['number', '1200', ['1.200 Bäume', '1200 Bäume']],
    ['contact', '063814240', ['06381 424-0', '+49 6381 424-0', '+49 (0)6381/424-0', '(06381) 424-0']],
    ['contact', 'kreis-kusel.de', ['https://www.kreis-kusel.de/', 'www.kreis-kusel.de', 'kreis-kusel.de']],
    ['contact', 'de02120300000000202051', ['DE02 1203 0000 0000 2020 51', 'DE02120300000000202051']],
    ['reference', '11/610-13', ['Az.: 11/610-13', '11/610-13 Kle', 'Aktenzeichen 11/610-13']],
  ])('%s %s', (kind, key, forms) => {
    for (const form of forms) {
      const [only, ...others] = found(form);
      expect([form, only?.kind, only?.kind === 'law' ? '' : only?.key, others]).toEqual([
        form,
        kind,
        key,
        [],
      ]);
    }
  });

  it.each([
    ['§ 37 Abs. 2 VwVfG', '§ 37 Absatz 2 des Verwaltungsverfahrensgesetzes'],
    ['§37 Abs. 2 VwVfG', '§ 37 Abs. 2 VwVfG'],
    ['§ 80 SGB X', '§ 80 des Zehnten Buches Sozialgesetzbuch'],
    ['Art. 15 DSGVO', 'Artikel 15 der Verordnung (EU) 2016/679'],
    ['nach dem BMG', 'das Bundesmeldegesetz'],
    ['des Bürgerlichen Gesetzbuchs', 'nach dem BGB'],
  ])('%s is %s', (one, other) => {
    expect(keys(one, 'law')).toEqual(keys(other, 'law'));
    expect(keys(one, 'law')).toHaveLength(1);
    expect(found(one)).toHaveLength(1);
  });

  it('takes a reference to several paragraphs apart', () => {
    expect(found('nach §§ 37 Abs. 1 und 39 VwVfG', 'law')).toEqual([
      expect.objectContaining({
        parts: [
          { paragraph: '§37', steps: ['abs1'], code: 'vwvfg' },
          { paragraph: '§39', steps: [], code: 'vwvfg' },
        ],
      }),
    ]);
  });
});

describe('facts of a text', () => {
  it('knows references without a label, and what is none', () => {
    expect(texts('Zu 63-610/2026, FB1-77 und 3 K 123/26.NW.', 'reference')).toEqual([
      '63-610/2026',
      'FB1-77',
      '3 K 123/26.NW',
    ]);
    expect(texts('Im Schuljahr 2025/2026, 10-12 Kinder, 2-3 Tage.', 'reference')).toEqual([]);
    expect(texts('Kassenzeichen 5.0123.456789.0 angeben', 'reference')).toEqual(['5.0123.456789.0']);
  });

  it('knows the first day of a range by the month of the second', () => {
    expect(keys('vom 1.–15.12.2026 und am 3. und 4. Mai', 'date')).toEqual([
      '2026-12-01',
      '2026-12-15',
      '05-03',
      '05-04',
    ]);
  });

  it('takes marks of lists, headings, footnotes and placeholders for no figures', () => {
    const text =
      '# 3.2 Kosten\n\n1. Antrag\n2. Bescheid[4]\n\n## 5. Anlass\n\n[[Bitte ergänzen: Frist 15.12.2026]]';
    expect(found(text)).toEqual([]);
    expect(texts('# 15. Dezember 2026')).toEqual(['15. Dezember 2026']);
  });

  it('reads rows of tables cell by cell, without marks', () => {
    expect(texts('| Kosten | **1.200 €** | 15 % |')).toEqual(['1.200 €', '15 %']);
    expect(texts('Bis zum **15.12.2026** sind *1.200 €* zu zahlen.')).toEqual(['15.12.2026', '1.200 €']);
  });

  it('reads figures that a line break cuts', () => {
    expect(
      keys(
        'Wir bitten Sie freundlich um Ihre Rückmeldung bis spätestens zum 15.\nDezember 2026 und um 1.200\nEuro.',
      ),
    ).toEqual(['2026-12-15', '1200']);
  });

  it('stays quick and quiet on a text made to slow it down', () => {
    for (const evil of [
      '0 '.repeat(50_000),
      '1.1'.repeat(30_000),
      'a@'.repeat(40_000),
      'Frau Dr. '.repeat(20_000),
    ]) {
      expect(() => [...factsOf(evil)]).not.toThrow();
    }
  });
});

describe('names', () => {
  it.each([
    ['Frau Weber hat angerufen.', ['weber']],
    ['Herrn Bürgermeister Dr. Karl Meyer', ['meyer']],
    ['Die Unterlagen von Herrn von Werthern fehlen.', ['werthern']],
    ['Frau Prof. Dr. Müller-Lüdenscheidt', ['müller-lüdenscheidt']],
    ['Gestern rief Maria Weber an.', ['weber']],
    ['Karl-Heinz von der Heide wohnt dort.', ['heide']],
    ['Hallo Donato,', ['donato']],
    ['Sehr geehrte Frau Nowak,', ['nowak']],
    ['Text eins.\n\nMit freundlichen Grüßen\n\ni. A. Petra Klein\nFachbereich 1', ['klein']],
    ['Text eins.\n\nLiebe Grüße, Corina', ['corina']],
  ])('finds %s', (text, names) => {
    expect(keys(text, 'name')).toEqual(names);
  });

  it.each([
    'Sehr geehrte Damen und Herren,',
    'Liebe Kolleginnen und Kollegen,',
    'Hallo Team,',
    'Liebe Eltern,',
    'Sehr geehrte Frau Bürgermeisterin,',
    'Frau oder Herr',
    'Er ist Herr der Lage.',
    'Die Martin Luther Straße ist gesperrt.',
    'Die Kreisverwaltung Kusel bewilligt den Antrag.',
    'Text.\n\nMit freundlichen Grüßen\n\nIhre Kreisverwaltung\nAbteilungsleiterin',
    'Der Bauhof Kusel und die Stadt Kaiserslautern',
  ])('finds none in %s', (text) => {
    expect(keys(text, 'name')).toEqual([]);
  });
});
