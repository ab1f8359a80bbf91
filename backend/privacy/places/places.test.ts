import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../lexicon/load.ts';
import { tokensOf } from '../tokens.ts';
import { viewOf } from '../view.ts';
import { recognisePlaces, streetNames } from './places.ts';

const lexicon = loadLexicon();

function found(source: string): string[] {
  const view = viewOf(source);
  return recognisePlaces(view, tokensOf(view.text), lexicon).map(({ kind, ...span }) => {
    const { start, end } = view.toSource(span);
    return `${kind}: ${source.slice(start, end)}`;
  });
}

describe('streets with their numbers', () => {
  it.each([
    'Hauptstraße 12',
    'Haupstr. 12 a-c',
    'Hauptstr.12a',
    'Hauptstr . 12',
    'HAUPTSTRASSE 12',
    'hauptstraße 12',
    'Hauptstrasse 14 - 16',
    'Hauptstraße 3 bis 7',
    'Hauptstraße, Haus-Nr. 12',
    'Berliner Str. 4/6',
    'Bad Dürkheimer Straße 3',
    'Alte Trierer Straße 5',
    'Lange Gasse 3 b',
    'Konrad-Adenauer-Str. 3',
    'Carl Benz Straße 4',
    'Dr.-Carl-Benz-Platz 1',
    'St.-Martin-Str. 5',
    'v.-d.-Tann-Straße 5',
    'Straße des 17. Juni 135',
    'Am Alten Markt 7',
    'An der Lauter 3',
    'Im Brühl 9',
    'Auf der Heide 2',
    'Zum Sportplatz 1',
    'Unter den Linden 5',
    'An der B 420 Nr. 11',
    'Weiherweg 10, 2. OG links',
    'Hauptstr. 14, App. 12',
  ])('%s', (street) => {
    expect(found(street)).toEqual([`street: ${street}`]);
    expect(found(`Herr Jan Huber, ${street}, hat heute vorgesprochen.`)).toEqual([`street: ${street}`]);
  });

  it.each([
    'Hof Neumühle',
    'Haus 3b',
    'Brühl 9',
    'Unterdorf 7',
    'Am Sonnenhang',
    'Hintergasse',
    'Rue du Moulin 4',
    '12, rue de la Gare',
    'Postfach 12 34',
    'zum sportplatz 1',
  ])('above a postcode: %s', (street) => {
    expect(found(`Jan Huber\n${street}\n66869 Kusel`)).toEqual([`street: ${street}`, 'place: 66869 Kusel']);
  });

  it.each([
    ['Mannheim, C 4, 12', 'C 4, 12'],
    ['Jan Huber\nQ 7, 24\n68161 Mannheim', 'Q 7, 24'],
    ['Ich wohne am alten markt 7.', 'am alten markt 7'],
    ['Frau Klein wohnt im Brühl 9.', 'im Brühl 9'],
    ['whft. Brühl 9', 'Brühl 9'],
    ['Frau Huber, Lindenhof 3, beantragt', 'Lindenhof 3'],
    ['Familie Huber, Hof Lindental 1', 'Hof Lindental 1'],
    ['Herr Huber, Neue Anlage 8', 'Neue Anlage 8'],
    ['Er wohnt in der Schillerstraße.', 'Schillerstraße'],
    ['Sie ist in der Gartenstraße wohnhaft.', 'Gartenstraße'],
    ['Frau Huber aus der Gartenstraße rief an.', 'Gartenstraße'],
    ['Straße: Lindenweg', 'Lindenweg'],
    ['Straße / Nr.: Brühl 4', 'Brühl 4'],
    ['**Anschrift:** Lindenweg 3', 'Lindenweg 3'],
    ['Hausnummer: 12 a', '12 a'],
    ['| Straße | Am Brühl |', 'Am Brühl'],
    ['Straße und Hausnummer\nBrühl 5', 'Brühl 5'],
    ['Straße: In der Au\nNr.: 5', '5'],
    ['Ute Kern, 67753 Rothselberg, Brühl 7', 'Brühl 7'],
    ['Verbrauchsstelle: Talstraße 19', 'Talstraße 19'],
    ['Hundesteuer für das Objekt Vorderer Berg 2', 'Vorderer Berg 2'],
    ['Stadt: Kusel\nStraße: Gartenstr. 3', 'Gartenstr. 3'],
    ['> Brühl 3\n> 66869 Kusel', 'Brühl 3'],
    ['Hauptstr. 7 u. 9', 'Hauptstr. 7 u. 9'],
  ])('%s', (text, street) => {
    expect(found(text)).toContain(`street: ${street}`);
  });

  it('goes over line ends, hyphenation and invisible characters', () => {
    expect(found('wohnhaft in der Trierer\nStraße 112, 66869\nKusel')).toEqual([
      'street: Trierer\nStraße 112',
      'place: 66869\nKusel',
    ]);
    expect(found('in der Linden-\nstraße 4')).toEqual(['street: Linden-\nstraße 4']);
    expect(found('Lin\u00adden\u200bstraße\u00a04')).toEqual(['street: Lin\u00adden\u200bstraße\u00a04']);
    expect(found('Mu\u0308hlstraße 4')).toEqual(['street: Mu\u0308hlstraße 4']);
  });

  it('takes only the columns of addresses from a table', () => {
    const table =
      '| Lfd. Nr. | Name | Straße | Nr. | PLZ | Ort |\n|---|---|---|---|---|---|\n| 1 | Huber | Brühl | 9 | 66869 | Kusel |';
    expect(found(table)).toEqual(['street: Brühl', 'street: 9', 'place: 66869', 'place: Kusel']);
    expect(found('Name;Straße;Hausnr.;PLZ;Wohnort\nHuber;Brühl;9;66869;Kusel')).toHaveLength(4);
    expect(found('Vorname,Name,PLZ,Ort,Straße,Nr\nUte,Kern,67753,Rothselberg,Brühl,7')).toEqual([
      'place: 67753',
      'place: Rothselberg',
      'street: Brühl',
      'street: 7',
    ]);
    expect(found('Straße\tKontakt\nBrühl 4\tUte Kern')).toEqual(['street: Brühl 4']);
    expect(found('Name\tAnschrift\nHuber\tBrühl 9, 66869 Kusel')).toEqual([
      'street: Brühl 9',
      'place: 66869 Kusel',
    ]);
  });

  it.each([
    'Sanierung der Trierer Straße',
    'Der Ausschuss besichtigt die Hauptstraße am 12. Mai.',
    'Ausbau der Hauptstraße 2026',
    'Im Jahr 2024 und im Abschnitt 3 sowie unter Punkt 4',
    'Am Standort 2 entstehen Plätze.',
    'Im Zimmer 12 wird getagt.',
    'Bundesstraße 420 und Kreisstraße 12',
    'vgl. 3 StR 467/15, DStR 2012, 5, NJW 2016, 2504 Rn. 33',
    'Arbeitsplatz 3 und Rechtsweg 2',
    'auf Platz 3 der Rangliste',
    'Frau Steinweg wohnt hier.',
    'in der Hauptstraße um 12 Uhr',
  ])('is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('places', () => {
  it.each([
    '66869 Kusel',
    'D-66869 Kusel',
    '67655 Kaiserslautern-Erfenbach',
    '66887 Neunkirchen am Potzberg',
    '67742 Lauterecken OT Heinzenhausen',
    '67433 Neustadt an der Weinstraße',
    '67433 Neustadt a. d. Weinstraße',
    '15230 Frankfurt (Oder)',
    '66606 St. Wendel',
    '55543 Bad Kreuznach',
    '66869 KUSEL',
    '66864 Kusel',
    'F-57200 Sarreguemines',
    'L-1234 Luxembourg',
    'CH-8001 Zürich',
    'NL-1234 AB Amsterdam',
  ])('with a postcode: %s', (place) => {
    expect(found(place)).toEqual([`place: ${place}`]);
    expect(found(`Jan Huber\nLindenweg 3\n${place}`)).toEqual(['street: Lindenweg 3', `place: ${place}`]);
  });

  it.each([
    ['Ringweg 4\n1010 Wien', '1010 Wien'],
    ['10 rue de la Gare, 57200 Sarreguemines, Frankreich', '57200 Sarreguemines'],
    ['PLZ, Ort: 66869 Kusel', '66869 Kusel'],
    ['PLZ 66869', '66869'],
    ['PLZ 66869, Ort Kusel', 'Kusel'],
    ['Wohnort\nKusel', 'Kusel'],
    ['wohnhaft in Kusel', 'Kusel'],
    ['geb. am 12.03.1980 in Kusel', 'Kusel'],
    ['geb. 12.03.1980, Kusel', 'Kusel'],
    ['Geburtsort: Aleppo', 'Aleppo'],
    ['Name: Huber\nStraße: Brühl 3\nOrt: Kusel', 'Kusel'],
    ['Sie zog von Kusel nach Trier.', 'Trier'],
    ['die in Kusel lebende Schwester', 'Kusel'],
    ['Gartenstr. 4 in Wolfstein', 'Wolfstein'],
    ['Gartenstr. 4, Ortsteil Diedelkopf', 'Ortsteil Diedelkopf'],
  ])('%s', (text, place) => {
    expect(found(text)).toContain(`place: ${place}`);
  });

  it.each([
    'Kreis mit 12345 Einwohnern',
    'Kosten: 12345 Euro',
    'Az. 66869 Kusel',
    'Rechnungsnr. 66869 vom Mai',
    'Er kommt aus Kusel.',
    'Sitzung in Kusel, Ortsgemeinde Altenglan',
    'Kusel, den 3. Mai 2026',
    'Sitzung\nOrt: Kusel\nUhrzeit: 18 Uhr',
    'Wohnsitz in Deutschland',
    'in Haushaltsgemeinschaft lebende Personen',
    'Tatort: B 420, Abschnitt 12',
  ])('is none: %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the addresses of bodies', () => {
  it.each([
    'Kreisverwaltung Kusel · Trierer Str. 49–51 · 66869 Kusel',
    'KREISVERWALTUNG KUSEL\nAbteilung 5 - Soziales\nTrierer Straße 49-51\n66869 Kusel',
    'Widerspruch bei der Kreisverwaltung Kusel, Trierer Straße 49-51, 66869 Kusel einzulegen.',
    'Amtsgericht Kusel, Trierer Straße 71',
    'Landesamt für Soziales, Jugend und Versorgung, Rheinallee 97-101, 55118 Mainz',
    'Das Jobcenter (Fritz-Wunderlich-Straße 49b, 66869 Kusel) antwortet.',
    'Die Anschrift des Amtsgerichts lautet: Trierer Straße 71, 66869 Kusel',
    'Sparkasse Westpfalz · Marktplatz 3 · 66869 Kusel',
    'Frau Huber, Kreisverwaltung Kusel, Trierer Str. 49, 66869 Kusel',
  ])('stay: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('stay where they stand again', () => {
    expect(
      found('Amtsgericht Kusel, Trierer Straße 71\n\nDas Gebäude in der Trierer Str. 71 ist zu.'),
    ).toEqual([]);
  });

  it.each([
    'Kreisverwaltung Kusel\n\nHerrn\nJan Huber\nIm Brühl 9\n66869 Kusel',
    'Die Kreisverwaltung hat Herrn Huber, Im Brühl 9, 66869 Kusel, angeschrieben.',
    'Sozialamt Kusel, Huber Jan, Im Brühl 9, 66869 Kusel',
    'Arbeitgeber: Sparkasse Kusel, Wohnung: Im Brühl 9, 66869 Kusel',
    'Huber GmbH, Im Brühl 9, 66869 Kusel',
    'Wer bei der Stadt in Im Brühl 9, 66869 Kusel wohnt',
  ])('but not those of persons: %s', (text) => {
    expect(found(text)).toEqual(['street: Im Brühl 9', 'place: 66869 Kusel']);
  });
});

describe('streetNames', () => {
  function names(text: string): string[] {
    const view = viewOf(text);
    return streetNames(view, tokensOf(view.text)).map(({ start, end }) => view.text.slice(start, end));
  }

  it.each([
    ['an der Konrad-Adenauer-Straße', 'Konrad-Adenauer-Straße'],
    ['am Schillerplatz', 'Schillerplatz'],
    ['die Dr.-Carl-Benz-Straße 3', 'Dr.-Carl-Benz-Straße'],
    ['in der Albert-Schweitzer-Schule', 'Albert-Schweitzer-Schule'],
    ['am Kurt-Schumacher-Park', 'Kurt-Schumacher-Park'],
    ['im Steinweg', 'Steinweg'],
  ])('%s', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it.each(['Frau Steinweg', 'Erika Steinweg', 'Herr Döring', 'Dreher-Berg', 'Jan Lindenhof'])(
    'is a person: %s',
    (text) => {
      expect(names(text)).toEqual([]);
    },
  );
});

describe('hostile text', () => {
  it.each([
    '66869 ',
    'Str. 12-',
    'Am Alten ',
    '| Straße ',
    'Anschrift: Ort: ',
    'A.-',
    'geb. in ',
    ',',
    'wohnhaft in Kusel 3, ',
  ])('gets through a long row of %j', (piece) => {
    const view = viewOf(piece.repeat(200_000 / piece.length));
    const tokens = tokensOf(view.text);
    expect(() => {
      recognisePlaces(view, tokens, lexicon);
      streetNames(view, tokens);
    }).not.toThrow();
  });
});
