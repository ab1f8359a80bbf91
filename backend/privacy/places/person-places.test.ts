import { describe, expect, it } from '@jest/globals';
import { loadLexicon } from '../lexicon/load.ts';
import { tokensOf } from '../tokens.ts';
import { viewOf } from '../view.ts';
import { recognisePlaces } from './places.ts';

const lexicon = loadLexicon();

/** A text with its places and streets between double brackets. */
function marked(source: string): string {
  const view = viewOf(source);
  let text = '';
  let at = 0;
  for (const candidate of recognisePlaces(view, tokensOf(view.text), lexicon)) {
    const { start, end } = view.toSource(candidate);
    text += `${source.slice(at, start)}[[${source.slice(start, end)}]]`;
    at = end;
  }
  return text + source.slice(at);
}

describe('where persons live, as letters, lists and mails say it', () => {
  it.each([
    'wohnhaft [[Hauptstr. 5]], [[Medard]]',
    'wohnhaft in der [[Ringstraße 12]] in [[Rammelsbach]]',
    '(wohnt [[waldstr 6]] [[hohenöllen]])',
    'wohne in der [[eichenstrasse 14]] in [[weilerbach]] der nachbar',
    'Halterin Priska Oberbeck, [[Im Flur 8]], [[67753 Aschbach]]',
    'Frau Erna Klein, [[Haus Nr. 5]], [[67742 Lauterecken]]',
    'Erna Klein, [[Im Eck 3]], [[Medard]]',
    'Zeuge: SCHARF, Kunibert, [[Odenbach]]',
    'Ackermann Rainer, 03.10.1959, [[Kaiserslautern]]',
    'Umzug der Familie Haile nach [[Bruchmühlbach]]',
    'will aus [[Zweibrücken]] weg',
    'Nutzungsberechtigte: Hannelore Ochsenreither, [[Bedesbach]]',
    '[[Rammelsbach]], den 30. Juni\nChristel Obenauer',
    '[[Medard]], den 30.06.2026\n\nErna Klein',
    'Lauterecken, den 30.06.2026\nDer Bürgermeister',
    'Zeuge: Mitlehrling Manfred Hütt, heute [[Idar-Oberstein]]',
    'v. Hohenfels, Egon | c/o Verwaltung Pick, [[55583 Bad Kreuznach]] |',
    'zu meinem Freund Enno Tjarks-Bauer nach [[Otterberg]] ([[Hauptstraße 77]])',
    'Erna Klein\n[[Hauptstr. 5]]\n[[67742 Lauterecken]]',
    '[[67742 Lauterecken-Medard]]',
    '[[67742 Lauterecken]] - Ortsteil Medard',
    'Tel. 06382 123, [[Schulstr. 4]], [[67742 Lauterecken]]',
    'Anschrift: [[Auf der Höh 12]], [[Odenbach]]',
    'Herr Max Klein, [[Am Sportplatz 4a]], [[Glanbrücken]]',
    'Frau Klein aus [[Medard]] hat angerufen',
    'Familie Klein aus [[Odenbach]]',
    'Herr Klein ([[Medard]])',
    'Herr Max Klein, [[Medard]], beantragt',
    'Frau Dr. Erna Klein, geb. in [[Kusel]], wohnhaft ebenda',
    'zieht am 1.3. von [[Medard]] nach [[Kusel]] in die [[Bahnhofstr. 3]]',
    'neue Adresse: [[Bahnhofstr. 3]] in [[Kusel]]',
    'adresse [[bahnhofstraße 3]] in [[lauterecken]]',
    'ich wohn in der [[bahnhofstr. 3]]',
    '[[Hauptstr. 5]] // [[67742 Lauterecken]]',
    '[[HAUPTSTR. 5]], [[67742 LAUTERECKEN]]',
    'Wohnort             [[Altenglan]]',
    'Straße              [[Gartenstraße 33]]',
    'Anwesen [[Gartenstraße 33]] in [[Altenglan]]',
    'Grundstück [[In der Au 7]], [[Altenglan]]',
    '[[Zum Sportplatz 7]]',
    '[[Unter den Linden 7]], [[Altenglan]]',
    '[[An den Gärten 7]], [[Altenglan]]',
    'Erna Klein, [[Bergstraße 7]] · [[67742 Lauterecken]]',
    'c/o Klein, [[Bergstraße 7]], [[Medard]]',
    'Opfer: Klein, Erna, [[Bergstraße 7]], [[Medard]]',
    'zuletzt wohnhaft: [[Bergstr. 7]], [[Medard]]',
    'letzte bekannte Anschrift [[Bergstr. 7]] [[Medard]]',
    '[[Bergstr. 7]] - [[67742 Lauterecken]] - Tel. 06382 123',
    'unbekannt verzogen nach [[Frankreich]]',
    'stammt aus [[Aleppo]]',
    'gebürtig aus [[Medard]]',
    'geboren in [[Asmara]] (Eritrea)',
    'lebt bei seiner Tochter in [[Otterberg]]',
    'Rathaus, Schulstr. 6a, 67742 Lauterecken',
    'in der Hauptstraße in Medard wird gebaut',
    'Die Kita in Odenbach, Schulstr. 4, bleibt zu',
    'aus Medard kam kein Antrag',
    'Fahrt von Medard nach Odenbach',
    'Grillhütte Odenbach',
    'die Ortsgemeinde Medard',
    'Bürgermeister aus Odenbach treffen sich in Kusel',
    'Haus Nr. 5 der Musterstadt',
    'Sitzung in Medard, Bürgerhaus, Hauptstr. 3',
  ])('%s', (text) => {
    expect(marked(text.replaceAll(/\[\[|\]\]/gu, ''))).toBe(text);
  });
});

describe('streets in every way of writing an address', () => {
  it.each([
    'Erna Klein, [[Hintergasse 3]] in [[67808 Imsbach]]',
    'in seiner Wohnung [[Hintergasse 3]] in [[67808 Imsbach]] aufgesucht',
    'Adr.: [[Am Gänsberg 2]], [[67292 Kirchheimbolanden]]',
    '[[Hohlstr. 3]], [[67744 Medard]]',
    '[[In den Bergen 3]], [[67744 Medard]]',
    '[[Bei der Kirche 3]], [[67744 Medard]]',
    '[[Hinter der Mauer 3]], [[67744 Medard]]',
    '[[Vor dem Tor 3]], [[67744 Medard]]',
    '[[Ober der Linde 3]], [[67744 Medard]]',
    '[[Gartenfeldstraße 12 1/2]], [[67744 Medard]]',
    '[[Hauptstr. 12 a - c]]',
    '[[Hauptstr. 12/14]]',
    '[[Hauptstr. 12 Hinterhaus]]',
    '[[Hauptstraße Nr. 12]]',
    '[[Hauptstr. Nr. 12]]',
    '[[Haubtstrase 12]]',
    'Straße: [[Hauptstr. 12]]',
    'Straße/Hausnr.: [[Am Alten Weg 12]]',
    'Strasse: [[Brühl]] Hausnr.: [[12]]',
    'Straße, Hausnummer: [[In der Delle 15]]',
    'Straße und Hausnummer\n[[In der Delle 15]]',
    'Wohnhaft: [[In der Delle 15]]',
    'whft. [[In der Delle 15]]',
    'wh. [[Hauptstr. 12]], [[Medard]]',
    'wohnt [[Gutleutstraße 12]]',
    'wohnt im [[Eulenweg 4]]',
    'wohnt [[Auf der Heide 4]]',
    'wohnt in [[Medard]], [[Auf der Heide 4]]',
    'Familie Klein, [[Eulenkopf 4]]',
    'die Nachbarn aus der [[Eulengasse 4]]',
    'das Haus [[Eulengasse 4]]',
    'das Anwesen [[Eulengasse 4]]',
    'Mietobjekt: [[Eulengasse 4]]',
    'Lieferadresse: [[Eulengasse 4]], [[67744 Medard]]',
    'Rechnungsanschrift [[Eulengasse 4]]',
    'Verbrauchsstelle [[Eulengasse 4]]',
    'Bauort: [[Eulengasse 4]]',
    'Tatort: [[Eulengasse 4]]',
    'Abholung [[Eulengasse 4]]',
    'Sperrmüll [[Eulengasse 4]]',
    '[[Rue de la Gare 12]], [[57200 Sarreguemines]]',
    '[[12, rue de la Gare]], [[F-57200 Sarreguemines]]',
    '[[C 4, 12]], [[68159 Mannheim]]',
    '[[Q7, 24]], [[68161 Mannheim]]',
    '[[Aussiedlerhof 3]], [[67744 Medard]]',
    '[[Hof Neumühle]], [[67744 Medard]]',
    '[[Forsthaus Eulenkopf]], [[67744 Medard]]',
    '[[Eulenkopf 4]]\n[[67744 Medard]]',
    'Erna Klein · [[Eulengasse 4]] · [[67744 Medard]]',
    'Erna Klein - [[Eulengasse 4]] - [[67744 Medard]]',
    'Erna Klein | [[Eulengasse 4]] | [[67744 Medard]]',
    'Klein, Erna; [[Eulengasse 4]]; [[67744 Medard]]',
    'Klein;Erna;[[Eulengasse 4]];[[67744]];[[Medard]]',
    '| Name | Straße | PLZ | Ort |\n|---|---|---|---|\n| Klein | [[Eulenkopf 4]] | [[67744]] | [[Medard]] |',
    'Name\tAnschrift\nKlein\t[[Eulenkopf 4]], [[67744 Medard]]',
    'Erna Klein [[Eulenkopf 4]] [[67744 Medard]]',
    'Erna Klein, [[Prof.-Dr.-Klein-Str. 4]]',
    '[[Geschw.-Scholl-Str. 4]]',
    '[[Dr.-Martin-Luther-King-Allee 4]]',
    '[[St. Wendeler Str. 4]]',
    '[[Alte Schulstraße 4]]',
    '[[Straße der Einheit 4]]',
    '[[Platz der Republik 4]]',
    '[[Bgm.-Klein-Str. 4]]',
    '[[Obere Hofstatt 4]], [[67744 Medard]]',
    '[[Lauterbrücke 4]], [[67744 Medard]]',
    '[[Kirchstücke 4]], [[67744 Medard]]',
    '[[Schloßstr. 4]]',
    '[[EULENGASSE 4]]',
    'eulenkopf 4 in medard wohn ich',
    'ich wohn [[eulengasse 4]]',
  ])('%s', (text) => {
    expect(marked(text.replaceAll(/\[\[|\]\]/gu, ''))).toBe(text);
  });
});
