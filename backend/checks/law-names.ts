/** Abbreviations of laws with their full names, as municipal letters of Rheinland-Pfalz use them. */
const LAWS: readonly (readonly [string, ...string[]])[] = [
  ['VwVfG', 'Verwaltungsverfahrensgesetz'],
  ['LVwVfG', 'Landesverwaltungsverfahrensgesetz'],
  ['VwGO', 'Verwaltungsgerichtsordnung'],
  ['AGVwGO'],
  ['VwZG', 'Verwaltungszustellungsgesetz'],
  ['LVwVG', 'Landesverwaltungsvollstreckungsgesetz'],
  ['GG', 'Grundgesetz'],
  ['BGB', 'Bürgerliches Gesetzbuch', 'Bürgerlichen Gesetzbuch'],
  ['StGB', 'Strafgesetzbuch'],
  ['OWiG', 'Ordnungswidrigkeitengesetz'],
  ['ZPO', 'Zivilprozessordnung'],
  ['AO', 'Abgabenordnung'],
  ['KAG', 'Kommunalabgabengesetz'],
  ['LGebG', 'Landesgebührengesetz'],
  ['GemO', 'Gemeindeordnung'],
  ['LKO', 'Landkreisordnung'],
  ['GemHVO', 'Gemeindehaushaltsverordnung'],
  ['KWG', 'Kommunalwahlgesetz'],
  ['BauGB', 'Baugesetzbuch'],
  ['BauNVO', 'Baunutzungsverordnung'],
  ['LBauO', 'Landesbauordnung'],
  ['BImSchG', 'Bundesimmissionsschutzgesetz', 'Bundes-Immissionsschutzgesetz'],
  ['StVO', 'Straßenverkehrsordnung', 'Straßenverkehrs-Ordnung'],
  ['StVG', 'Straßenverkehrsgesetz'],
  ['FeV', 'Fahrerlaubnisverordnung', 'Fahrerlaubnis-Verordnung'],
  ['LStrG', 'Landesstraßengesetz'],
  ['BMG', 'Bundesmeldegesetz'],
  ['PAuswG', 'Personalausweisgesetz'],
  ['PassG', 'Passgesetz'],
  ['PStG', 'Personenstandsgesetz'],
  ['StAG', 'Staatsangehörigkeitsgesetz'],
  ['AufenthG', 'Aufenthaltsgesetz'],
  ['AsylG', 'Asylgesetz'],
  ['AsylbLG', 'Asylbewerberleistungsgesetz'],
  ['GewO', 'Gewerbeordnung'],
  ['GastG', 'Gaststättengesetz'],
  ['WoGG', 'Wohngeldgesetz'],
  ['UVG', 'Unterhaltsvorschussgesetz'],
  ['BEEG', 'Bundeselterngeld- und Elternzeitgesetz'],
  ['BKGG', 'Bundeskindergeldgesetz'],
  ['BAföG', 'Bundesausbildungsförderungsgesetz'],
  ['IfSG', 'Infektionsschutzgesetz'],
  ['SchulG', 'Schulgesetz'],
  ['POG', 'Polizei- und Ordnungsbehördengesetz'],
  ['LTranspG', 'Landestransparenzgesetz'],
  ['DSGVO', 'Datenschutz-Grundverordnung', 'Datenschutzgrundverordnung', 'Verordnung (EU) 2016/679'],
  ['BDSG', 'Bundesdatenschutzgesetz'],
  ['LDSG', 'Landesdatenschutzgesetz'],
  ['OZG', 'Onlinezugangsgesetz'],
  ['VgV', 'Vergabeverordnung'],
  ['GWB', 'Gesetz gegen Wettbewerbsbeschränkungen'],
  ['BBG', 'Bundesbeamtengesetz'],
  ['LBG', 'Landesbeamtengesetz'],
  ['TVöD'],
  ['SGB', 'Sozialgesetzbuch'],
];

const folded = (name: string): string => name.toLowerCase().replaceAll(/[\s-]/gu, '');
const CODES = new Map(
  LAWS.flatMap(([code, ...names]) => [code, ...names].map((name) => [folded(name), folded(code)])),
);
const BOOKS = ['ersten', 'zweiten', 'dritten', 'vierten', 'fünften', 'sechsten', 'siebten', 'achten'];
const MORE_BOOKS = ['neunten', 'zehnten', 'elften', 'zwölften', 'dreizehnten', 'vierzehnten'];
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv'];

/** "SGB X", "SGB 10" and "Zehnten Buches Sozialgesetzbuch" are one book. */
function socialCode(name: string): string | null {
  const short = /^(?:sgb|sozialgesetzbuch(?:e?s)?)([ivx]{1,5}|\d{1,2})?$/u.exec(name);
  if (short) {
    const book = short[1] ?? '';
    return `sgb${/\d/u.test(book) ? (ROMAN[Number(book) - 1] ?? book) : book}`;
  }
  const long = /^(\p{L}{5,12}en)buch(?:e?s)?(?:des)?sozialgesetzbuch(?:e?s)?$/u.exec(name);
  return long ? `sgb${ROMAN[[...BOOKS, ...MORE_BOOKS].indexOf(long[1] ?? '')] ?? ''}` : null;
}

/** One key for all names of a law: "VwVfG", "Verwaltungsverfahrensgesetz" and its genitive; empty for no name. */
export function lawCode(name: string): string {
  const plain = folded(name.replace(/^(?:des|der)\s/u, ''));
  const social = socialCode(plain);
  if (social !== null) return social;
  const nominative = plain.replace(/(?<=gesetz)es$|(?<=buch)e?s$/u, '');
  return CODES.get(plain) ?? CODES.get(nominative) ?? nominative;
}

const SHORT = LAWS.map(([code]) => code).join('|');
const LONG = LAWS.flatMap(([, ...names]) => names)
  .map((name) => name.replaceAll(/[()]/gu, '\\$&'))
  .join('|');

/**
 * A law named without a paragraph: one that is known, or a compound that ends like one ("Hundesteuersatzung",
 * "Landeswahlgesetz"). "Ordnung" alone ends too many other words.
 */
export const LAW_NAME = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:SGB|Sozialgesetzbuch)\\s(?:[IVX]{1,4}|\\d{1,2})|(?:${SHORT})|(?:${LONG})(?:es|s)?|\\p{Lu}[\\p{L}-]{2,40}(?:gesetz(?:es)?|gesetzbuch(?:e?s)?|verordnung|satzung|gebührenordnung))(?![\\p{L}\\d])`,
  'gu',
);
