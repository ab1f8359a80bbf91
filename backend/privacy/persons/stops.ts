/** Words with a capital that are part of no name, whatever the lists of names say. */
export const STOP = new Set(
  (
    'frau herr herrn frauen herren damen fräulein familie eheleute ehepaar eltern kinder leute team kollegen kolleginnen ' +
    'kollege kollegin freunde alle zusammen grüße gruß gruss gruesse grüsse dank hallo liebe lieber sehr guten tag morgen abend ' +
    'januar jänner februar märz april mai juni juli august september oktober november dezember ' +
    'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag montags ' +
    'name namen vorname nachname familienname geburtsname anschrift adresse straße strasse telefon telefax tel fax mobil mail email ' +
    'e-mail internet datum betreff aktenzeichen az zeichen nr seite anlage anlagen absatz satz nummer verteiler az unterschrift ' +
    'sachbearbeiter sachbearbeiterin bearbeiter antrag bescheid vermerk gemeinde stadt kreis landkreis verbandsgemeinde amt ' +
    'land bund staat europa deutschland gott internet gmbh ag kg ohg gbr ev verein partei cdu csu spd fdp grüne grünen linke afd ' +
    'der die das den dem des ein eine und oder aber mit von zu im in am an auf aus bei für um als wie wenn dass ob so ' +
    'ich du er sie es wir ihr ihnen ihre ihrer ihren ihrem mein meine unser unsere dein deine sein seine nicht kein keine ' +
    'mehr nur auch noch bitte anbei hiermit vielen herzlichen herzliche freundliche freundlichen beste besten viele schöne ' +
    'text hinweis info ergebnis frage antwort zimmer raum haus gebäude abteilung fachbereich referat dezernat team sachgebiet ' +
    'weiters naja bestes übrigens schade ' +
    're aw wg fwd fw antwort danke servus moin hi hey ciao tschüss besten ps pps anruf telefonat herbst ' +
    'juris mio mrd mill most dollar ' +
    'gott jahr jahre monat woche uhr euro prozent punkt platz weg allee ring gasse ufer damm'
  ).split(' '),
);

/** Words that are given names, too. */
export const AMBIGUOUS = new Set(
  'pat med candida anders rosa viola lila bella victoria gloria maxi mini line alfa beta delta gamma jura harz'.split(
    ' ',
  ),
);

/** Abbreviations, days of the week and marks of a file that stand with a capital: `Zi. 114`, `Do. bis 18 Uhr`, `OP`. */
export const ABBREVIATION = new Set(
  (
    'mo di mi do fr sa so jan feb mrz apr jun jul aug sep sept okt nov dez pat pt zi kl ehel hptm ltn olt unterz krs op rö ct mrt ekg eeg ' +
    'anl aktz abt bd betr bez bl buchst dez ea eg et etg fb fd fs fv gem gez ggf gr hbf hdl hnr hs inh iv kap kfz konto kto lfd lkr lt mfg ' +
    'ns og ogs pg plz pos proj prot ref rd rn sg sb sitz sr std str tbl tn tnr tgb tel top tsd uhr ust var verf verw vers vg vgl vm nm vorg ' +
    'wv wvl zul zust ziff beig bgm obm sachb stellv vors stv ber beschl abschn adr allg amtl ang anm art aufl ausg bearb'
  ).split(' '),
);

/** Names of firms and goods that are surnames, too; without a salutation they are no persons. */
export const BRAND = new Set(
  (
    'daimler mercedes benz porsche bosch siemens opel ford audi bmw renault citroen peugeot fiat ferrari maserati lamborghini toyota honda ' +
    'mazda suzuki yamaha nissan skoda seat dacia miele krupp thyssen henkel bertelsmann springer otto lidl aldi rewe edeka netto ' +
    'dm rossmann müllermilch adidas puma nike oetker haribo henschel zeiss leitz philips braun junkers vaillant viessmann buderus ' +
    'stihl kärcher bayer merck boehringer fresenius schering grundig telefunken neckermann quelle karstadt kaufhof hertie douglas ' +
    'google microsoft apple amazon facebook twitter instagram whatsapp youtube netflix oracle intel dell lenovo samsung sony nintendo ' +
    'linux ubuntu debian java python word excel outlook teams zoom adobe acrobat reuters bloomberg forbes duden palandt boeing airbus ' +
    'volkswagen continental michelin allianz ergo huk debeka barmer postbank sparkasse commerzbank lufthansa fielmann obi hornbach bauhaus ' +
    'milka nutella tesla alexa siri cortana oscar grammy nobel pulitzer bambi mars jupiter saturn merkur venus neptun uranus pluto apollo titan ' +
    'windows android chrome firefox sap atari olympus leica canon nikon harley davidson vespa piaggio bugatti rolex cartier chanel dior gucci prada ' +
    'faber castell walter-knoll wmf hilton sheraton hyatt marriott maggi knorr dallmayr jacobs melitta ritter lindt storck suchard ferrero wella nivea schwarzkopf jura'
  ).split(' '),
);

/** What a body, a road or a prize is called that bears a name: `Robert Koch Institut`. */
const BODY =
  /^(?:stiftung|krankenhaus|klinik|klinikum|spital|hospital|institut|institute|gesellschaft|schule|grundschule|realschule|gesamtschule|berufsschule|gymnasium|kolleg|universität|hochschule|akademie|university|college|straße|strasse|str|platz|weg|allee|ring|gasse|ufer|damm|brücke|halle|arena|stadion|haus|heim|kirche|gemeinde|kapelle|dom|museum|theater|bibliothek|park|garten|preis|medaille|orden|pokal|cup|verlag|werke|werk|kaserne|turm|tower|center|zentrum|award|group|orchester|chor|quartett|trio|ensemble|festival|award|awards|records|motors|airlines|bank|versicherung|fonds|partei|show|band|saga|linie|plan|bauhof|bauamt|kasse|kreiskasse|standesamt|ordnungsamt|kämmerei|personalrat|bücherei|feuerwehr|forstamt|gesetz|effekt|syndrom|krankheit|test|skala|index|version)(?:s|es)?$/u;

/** Whether a word in small letters names a kind of body. */
export function isBody(lower: string): boolean {
  return BODY.test(lower);
}

export const SAINT = new Set([
  'st',
  'sankt',
  'san',
  'santa',
  'santo',
  'são',
  'saint',
  'sainte',
  'st.',
  'sta',
]);
