import { ownWords } from './read-words.ts';

/** Names of our neighbours and of those who live here. */
export const LOCALES = ['de', 'de', 'de', 'pl', 'tr', 'ro', 'hr', 'it', 'nl', 'fr', 'es'];
export const PARTICLES = [
  'von',
  'von der',
  'von',
  'van',
  'zu',
  'de',
  'von und zu',
  'al',
  'da',
  'di',
  'ten',
  'vom',
];
export const LAWS = 'BGB VwVfG SGB II SGB XII BauGB LBauO GemO StVO AufenthG BMG KAG AO VwGO OWiG'.split(' ');
export const MONTHS = ownWords('calendar').slice(0, 14);
export const OFFICES =
  `Kreisverwaltung|Verbandsgemeindeverwaltung|Stadtverwaltung|Gemeindeverwaltung|Agentur für Arbeit|Jobcenter|
  Struktur- und Genehmigungsdirektion Süd|Landesbetrieb Mobilität|Amtsgericht|Finanzamt|Gesundheitsamt|Jugendamt|Deutsche
  Rentenversicherung|Polizeiinspektion|Industrie- und Handelskammer|Untere Naturschutzbehörde|Landesamt für Soziales`
    .split('|')
    .map((office) => office.replaceAll(/\s+/gu, ' ').trim());
export const ROLES =
  `Sachbearbeiterin Sachbearbeiter Fachbereichsleiter Fachbereichsleiterin Amtsleiter Bürgermeister Kämmerer
  Geschäftsführer Geschäftsführerin Standesbeamtin Vermieter Vermieterin Mieter Nachbar Antragsteller Antragstellerin Kläger
  Klägerin Zeuge Zeugin Lehrerin Lehrer Schulleiter Erzieherin Gutachter Notar Hausarzt Kontaktperson Betreuerin
  Vorsitzende Projektleiter Pressesprecherin Leiter Vorstand Regisseur Trainer Professor Minister Abgeordneter`.split(
    /\s+/u,
  );
export const PARTIES = 'CDU SPD FDP FWG Grüne Linke AfD'.split(' ');
export const NATIONALITIES =
  'deutscher polnischer türkischer syrischer rumänischer italienischer ukrainischer'.split(' ');
export const BRANDS =
  `Golf Passat Opel Astra Mercedes Audi Fiat Ducato Excel Outlook Windows Teams Zoom Porsche Siemens Bosch Miele
  Adobe Linux Oracle Cisco Lenovo Toyota Corolla Fendt Unimog Magirus Iveco Vivento Lexaro Nordwig Talesco`.split(
    /\s+/u,
  );
export const TITLES = [
  'The Last Dance',
  'Unter dem Mond',
  'Die Reise',
  'Back Home',
  'Stille Nacht',
  'Roter Sand',
  'Love Again',
  'La Strada',
];
export const COMPANIES = [
  'GmbH',
  'AG',
  'GmbH & Co. KG',
  'KG',
  'e. K.',
  'OHG',
  'und Söhne GmbH',
  'Ltd',
  'Group',
  'Holding',
  'Systems',
];
export const TRADES =
  `Bau Elektro Metallbau Holzbau Garten Autohaus Bäckerei Metzgerei Schreinerei Haustechnik Transporte Immobilien
  Versicherungen Dachdeckerei Gasthaus Hotel Apotheke`.split(/\s+/u);
/** Beginnings and endings of surnames that nobody bears, or few: the tagger must learn from the context, too. */
export const STARTS =
  `Bra Kro Hel Wen Schlu Trau Gie Hol Win Rau Ste Kle Dru Fal Gru Hei Lam Mor Nie Pfa Quan Rie Sche Tho Ull
  Vie Wol Zie Eck Ob Bier Dol Kess Mu Ro Sa Ta Ze Bo Ka Ja Li Ma Na Pe`.split(/\s+/u);
export const MIDDLES = 'l n r ck tt nk mm ss rt ll nz ch lk b d g st'.split(' ');
export const ENDS =
  `er mann ert ing el en ke meier bach hoff sen ski ow ic ovic ova enko yan oglu ez elli otti as is ich ler ner stein
  feld berg au itz nik uk`.split(/\s+/u);

export const STREETS = [
  'Am Alten Markt',
  'Im Brühl',
  'Auf der Höhe',
  'An der Lauter',
  'In den Gärten',
  'Zum Sportplatz',
  'Hauptstraße',
  'Unter den Linden',
];
export const AREA_STREETS =
  'Schul Bahnhof Kirch Garten Wiesen Berg Tal Linden Mühl Ring Rosen Burg Markt Haupt'.split(' ');
export const CLUBS = [
  'FC',
  'AC',
  'AS',
  'Real',
  'Atlético',
  'Sporting',
  'Olympique',
  'Dynamo',
  'Inter',
  'Racing',
  'KV',
  'FK',
];
export const TEAMS = [
  'United',
  'City',
  'Rangers',
  'Rovers',
  'Wanderers',
  'Tigers',
  'Bulls',
  'Lakers',
  'FC',
  'Athletic',
];
export const TOWN_ENDS =
  'bach heim weiler dorf stadt land hausen berg burg feld ingen kirchen brunn thal au moos rath scheid furt brücken'.split(
    ' ',
  );
