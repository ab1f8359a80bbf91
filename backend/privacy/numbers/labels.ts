import type { ItemKind } from '../../../contract/privacy.ts';
import { writtenOut } from '../written-out.ts';

/**
 * How the value behind a label looks: `file` is an Aktenzeichen with its register signs, `mark` also initials (`We/Mü`),
 * `number` letters and digits in groups, `noun` the same, but in one piece, because the label is an everyday word.
 */
export type Shape =
  | 'file'
  | 'mark'
  | 'number'
  | 'noun'
  | 'phone'
  | 'iban'
  | 'bic'
  | 'date'
  | 'plate'
  | 'secret'
  | 'address'
  | 'coordinates';

/** What a label announces. */
export interface Label {
  kind: ItemKind;
  shape: Shape;
  /** Digits that a value has at least. */
  digits: number;
  /** The label counts only with a full stop or a colon behind it: as a word it means something else. */
  marked: boolean;
}

interface Row extends Omit<Label, 'marked'> {
  marked?: boolean;
  /** Labels as they are written, `|` between them; hyphens, full stops, spaces and case do not matter. */
  words?: string;
  /** Labels that go on with Nummer, Nr. and the like. */
  numbered?: string;
}

const TABLE: readonly Row[] = [
  {
    kind: 'reference',
    shape: 'mark',
    digits: 2,
    words:
      'Unser Zeichen|Ihr Zeichen|Mein Zeichen|Dein Zeichen|Unsere Zeichen|Ihre Zeichen|Unser Az|Ihr Az|Mein Az|Bearbeitungszeichen|Diktatzeichen|Unser Geschäftszeichen|Ihr Geschäftszeichen|U Z|I Z|Unsere Referenz|Ihre Referenz|Your reference|Your ref|Our reference|Our ref|Dossier|Zeichen des Absenders|Bearbeiterzeichen',
  },
  { kind: 'reference', shape: 'mark', digits: 2, marked: true, words: 'Zeichen|Unser Z|Ihr Z|UZ' },
  {
    kind: 'reference',
    shape: 'file',
    digits: 2,
    words:
      'Aktenzeichen|Aktenz|Aktennummer|Akten-Nr|Akte|Akten|Geschäftszeichen|Gesch-Z|GeschZ|Gesch-Nr|Geschäfts-Nr|Geschäftsnummer|Steuer-Aktenzeichen|Steueraktenzeichen|Unser Aktenzeichen|Ihr Aktenzeichen|Mein Aktenzeichen|Gerichtsaktenzeichen|Verfahrensnummer|Verfahrens-Nr|Js-Nr|Tgb-Nr|Tagebuchnummer|Tagebuch-Nr|Vorgangszeichen|Ordnungszeichen|Registerzeichen|Registernummer|Register-Nr|Registratur-Nr|Urkundennummer|Urkunden-Nr|UR-Nr|URNr|Urkundenrolle-Nr|Eingangsnummer|Eingangs-Nr|Förderkennzeichen|FKZ|Bußgeldbescheid|Geschäftsnr|Dossiernummer|Fallnummer|Fall-Nr|Fallakte|Az|AZ|GZ|Aktz|Eheregister|Geburtsregister|Geburtenregister|Geburtenbuch|Heiratsregister|Heiratsbuch|Familienbuch|Sterbebuch|Sterberegister|Flurstück|Flurstücke|Flurstücks-Nr|Flurstücksnummer|Flst|Flst-Nr|Parzelle|Hilfefall|Hilfefallnummer|Steuer-Aktenz|Gesch-Zeichen|Geschäftsz',
  },
  {
    kind: 'reference',
    shape: 'file',
    digits: 2,
    marked: true,
    words:
      'Bezug|Referenz|Ref|Verfahren|Fall|Antwort bitte angeben|Antworten bitte angeben|Antwort angeben|Antwort stets angeben|Antworten angeben|Zahlung bitte angeben|Zahlung angeben|Zahlungen angeben|Zahlungen bitte angeben|Rückfragen bitte angeben|Rückfragen angeben|Rückfragen und Zahlungen angeben|Schriftverkehr angeben|Schriftverkehr bitte angeben',
  },
  {
    kind: 'reference',
    shape: 'number',
    digits: 3,
    words:
      'Kassenzeichen|Kassen-Z|Buchungszeichen|Personenkonto|PK-Nr|PKNr|Debitor|Debitorennummer|Kreditorennummer|Zahlungsreferenz|Verwendungszweck|Mandatsreferenz|Mandatsreferenznummer|Vertragskonto|Kundenkonto|Kennnummer|Kenn-Nr|Bedarfsgemeinschaft|Objektkennung|Einheitswert-Aktenzeichen|Steuerzeichen|Abgabenkonto|Vorgangs-ID|Antrags-ID|Sendungsverfolgung|Sendungscode|Patienten-ID|Fallkennung|Schüler-ID|Mitgliedsausweis|Kundenkennung|Kundencode|Barcode|Gästekarte|Zuwendungsnummer|Mandatsref|Zahlungsref|Mandats-Referenz|Kassen-Zeichen|Verw-Zweck|MaLo|MeLo|Marktlokation|Messlokation|Zählpunkt|Zählpunktbezeichnung|Beitragskonto',
    numbered:
      'Personenkonto|Sterbeurkunde|Geburtsurkunde|Eheurkunde|Heiratsurkunde|Geburtsregister|Geburtenregister|Geburtenbuch|Heiratsregister|Heiratsbuch|Familienbuch|Sterbebuch|Eheregister|Sterberegister|AZR|Ausländer|Baugenehmigung|Kunden|Kund|Kd|Kdn|Mitglieds|Mitglied|Mitgl|Vertrags|Vertr|Rechnungs|Rechn|Rg|Beleg|Vorgangs|Bescheid|Bescheids|Antrags|Antrag|BG|Bedarfsgemeinschafts|Zähler|Wasserzähler|Stromzähler|Gaszähler|Personal|Pers|PersonalStamm|Matrikel|Matr|Versicherungsschein|VersSchein|Vers-Schein|Police|Policen|Schadens|Schaden|Schad|Betriebs|Betr|Unternehmens|Kassenzeichen|Bearbeitungs|Buchungs|Bestell|Auftrags|Auftr|Lieferschein|Teilnehmer|Nutzer|Benutzer|Leser|Ausweisleser|Bewerber|Bewerbungs|Kennzeichen|Identifikations|Ident|Referenz|Ref|Ticket|Sendungs|Paket|Tracking|Abo|Abonnement|Patienten|Fall|Mandanten|Mandant|Mandats|Schuldner|Debitoren|Kreditoren|Steuerkonto|Abgaben|Objekt|Verbrauchsstellen|Anschluss|Lieferstellen|Zählpunkt|Grundsteuer|Gebührenkonto|Bürgerkonto|Kinderkarten|Kindergeld|Familienkassen|Wohngeld|Wohngeldakten|Jobcenter|UVZ|Urkundenverzeichnis|Unfallvers|Vg|Vorg|Buchungs-Kz|Eltern|Schüler|Studenten|Prüfungs|Prüflings|Hunde|Hundesteuer|Steuermarken|Hundemarken|Chip|Transponder|Ohrmarken|Waffenbesitzkarten|WBK|Jagdschein|Fischereischein|Gewerberegister|Schwerbehinderten|GdB|Wahlschein|Erlaubnis|Genehmigungs|Lizenz|Zertifikats|Arztnummer|Betriebsstätten|Mitarbeiter|Dienstausweis|Bauantrags|Baugenehmigungs|Einsatz|Quittungs|Überweisungs|Transaktions|Zahlungs|Mahn|Mahnungs|Register|Melde|Strafanzeigen|Beschwerde|Petitions|Rezept|Vermieter|Mieter|Miet|Wohnungs|Darlehens|Kredit|Depot|Bausparvertrags|Verwarnungs|Verwarngeld|Bußgeld|Parkausweis|Bewohnerparkausweis|Deutschlandticket|Fahrkarten|Chipkarten|Karten|Gutschein|Aktivierungs|Kind|Vollstreckungs|Pfändungs|Insolvenz|Kataster',
  },
  {
    kind: 'reference',
    shape: 'noun',
    digits: 4,
    words:
      'Postkorb|Schaden|Konten|Bewohnerparkausweis|Rundfunkbeitrag|Bauakte|Bausache|Bauvorhaben|Sterbefall|Finanzadresse|PID|LANR|BSNR|Ohrmarke|Chip|Transponder|EORI|Jobcenter Nr|Steuerkonto|Kassenkonto|Abnahmestelle|Verbrauchsstelle|Lieferstelle|Schülerausweis|Dienstausweis|Leseausweis|Studentenausweis|Mahnbescheid|Vollstreckungsbescheid|Bescheid|Bauantrag|Baugenehmigung|Bauschein|Strafanzeige|Steuermarke|Hundesteuermarke|Hundemarke|BG|Ticket|Vorgang|Kunde|Kundin|Mitglied|Vertrag|Rechnung|Zähler|Versicherungsschein|Police|Antrag|Sendung|Bausparvertrag|Mietvertrag|Pachtvertrag|Kaufvertrag|Darlehensvertrag|Versicherungsvertrag|Leasingvertrag|Mobilfunkvertrag|Handyvertrag|Stromvertrag|Gasvertrag|Liefervertrag|Sparvertrag|Nutzungsvertrag|Arbeitsvertrag|Einschreiben|Lieferschein|Auftrag|Bestellung|Angebot|Gutschrift|Mahnung|Buchung|Reservierung|Quittung|Zahlungserinnerung|Schadensfall|Schadenfall|Patient|Patientin',
  },
  { kind: 'reference', shape: 'noun', digits: 5, words: 'PK|VK|Kreditor' },
  { kind: 'reference', shape: 'number', digits: 4, marked: true, words: 'Kd|Rg|Rng|RG|Objekt|Case' },
  { kind: 'reference', shape: 'noun', digits: 9, words: 'AZR' },
  { kind: 'reference', shape: 'number', digits: 2, words: 'eVB|eVB-Nummer|eVB-Nr|eVB-Code' },
  {
    kind: 'tax-id',
    shape: 'number',
    digits: 8,
    words:
      'Steuer-ID|Steuer-IdNr|Steuer-Identnummer|Steuer-Ident-Nr|Steueridentifikationsnummer|Steuer-Identifikationsnummer|Steuerliche Identifikationsnummer|Steuerlichen Identifikationsnummer|Steuerliche ID|Identifikationsnummer|IdNr|Id-Nr|ID-Nummer|IdentNr|Ident-Nr|TIN|Tax ID|St-ID|Steuernummer|Steuernummern|Steuer-Nr|StNr|St-Nr|Steuernr|Ust-Id|USt-IdNr|UStIdNr|USt-Id-Nr|UID|UID-Nr|UID-Nummer|USt-Identifikationsnummer|Umsatzsteuer-ID|Umsatzsteuer-Identifikationsnummer|Umsatzsteueridentifikationsnummer|Umsatzsteuer-IdNr|Umsatzsteuernummer|Umsatzsteuer-Nr|VAT|VAT-ID|VAT No|VAT Number|Wirtschafts-ID|Wirtschafts-IdNr|W-IdNr|W-ID|WIdNr|Wirtschafts-Identifikationsnummer|eTIN|ELSTER-Steuernummer',
  },
  {
    kind: 'social-security',
    shape: 'number',
    digits: 5,
    words:
      'KVNR|KV-Nr|KVNr|SVNR|SV-Nr|RVNR|RV-Nr|VSNR|VS-Nr|Versichertennr|Versicherungsnr|Vers-Nr|VersNr|Krankenversicherten-ID|eGK|eGK-Nr|eGK-Nummer|eGK-Kennnummer|Krankenkassen-Nr',
    numbered:
      'Sozialversicherungs|Sozialvers|Soz-Vers|Rentenversicherungs|Rentenvers|Krankenvers|Pflegevers|Renten|KV|SV|RV|Versicherungs|Versicherten|Krankenversicherungs|Krankenversicherten|Krankenkassen|Krankenkasse|Versichertenkarten|Gesundheitskarten|Pflegeversicherungs|Unfallversicherungs|Sozialversicherungsausweis',
  },
  {
    kind: 'id-document',
    shape: 'number',
    digits: 1,
    words:
      'FIN|VIN|Fahrgestell-Nr|Fahrzeug-Ident-Nr|Fahrzeug-Identifizierungsnummer|Fahrzeugidentifizierungsnummer|Fahrzeugidentifikationsnummer|Fahrzeug-Identifikationsnummer|Identifizierungsnummer|Seriennummer|Serien-Nr|Seriennummer des Ausweises|Seriennummer des Personalausweises|Zugangsnummer|ZB I|ZB II|ZB I Nr|ZB II Nr|Zulassungsbescheinigung Teil I|Zulassungsbescheinigung Teil II|Zulassungsbescheinigung Teil I Nr|Zulassungsbescheinigung Teil II Nr|Fahrz-Ident-Nr|Fzg-Ident-Nr|Fz-ID|Nationalpass|Perso|Nat-Pass',
    numbered:
      'Personalausweis|Personalausweises|Ausweis|Ausweises|Pass|Reisepass|Kinderreisepass|Reisepasses|Führerschein|Führerscheins|Aufenthaltstitel|Aufenthaltstitels|Aufenthaltserlaubnis|Niederlassungserlaubnis|Duldung|Duldungs|Visum|Visums|Visa|Aufenthaltsgestattung|Fahrgestell|Fahrzeug-Ident|Fahrzeugident|Fahrzeug-Identifizierungs|Fahrzeugbrief|Fahrzeugschein|Zulassungsbescheinigung|Dokumenten|Dokument|Reiseausweis|Schwerbehindertenausweis|Nationalpass|Heimatpass|Perso|Ausw|RP|Reisep|BPA|AT|eAT|FS|FE|Führersch|Fahrerkarten|Fahrerkarte|Kinderausweis|SB-Ausweis|Pers-Ausw|PA|eID|Geburtsurkunden|Sterbeurkunden|Heiratsurkunden',
  },
  {
    kind: 'id-document',
    shape: 'noun',
    digits: 1,
    words:
      'Aufenthaltsgestattung|Duldung|Reiseausweis|Schwerbehindertenausweis|Fahrzeugbrief|Fahrzeugschein|Zulassungsbescheinigung|Personalausweis|Pass|Reisepass|Kinderreisepass|Führerschein|Aufenthaltstitel|Aufenthaltserlaubnis|Niederlassungserlaubnis|Visum|BPA|Ausweis|Fahrerlaubnis|Jagdschein|Fischereischein|Waffenbesitzkarte|WBK|Fiktionsbescheinigung|Identitätskarte|ID-Karte|Nationalpass|Heimatpass|Kinderausweis|Perso',
  },
  {
    kind: 'phone',
    shape: 'phone',
    digits: 3,
    words:
      'Tel|Telefon|Telephon|Telef|Fon|Phone|Telefax|Fax|Mobil|Mobile|Mobiltelefon|Mobilfunk|Mobil-Tel|Handy|Cell|Telefonnummer|Telefonnummern|Telefonnr|Telefon-Nr|Tel-Nr|TelNr|Telnr|Telefonisch|Faxnummer|Fax-Nr|FaxNr|Telefaxnummer|Telefax-Nr|Mobilnummer|Mobil-Nr|Mobilfunknummer|Mobiltelefonnummer|Handynummer|Handy-Nr|HandyNr|Rufnummer|Rufnummern|Ruf-Nr|Festnetz|Festnetznummer|Fernruf|Fernsprecher|Hotline|WhatsApp|Rückruf|Rückrufnummer|Notfallnummer|Privatnummer|Dienstnummer|PC-Fax|Erreichbar|Tel priv|Tel dienstl|Telefon privat|Telefon dienstlich|Zentrale|Vermittlung|Servicetelefon|Vorwahl|Kontakttelefon|DECT|DECT-Nr|Pieper|Piepser|Funkruf|Funknummer|Notfallkontakt',
  },
  { kind: 'phone', shape: 'phone', digits: 2, marked: true, words: 'Ruf|App|intern' },
  {
    kind: 'phone',
    shape: 'phone',
    digits: 2,
    words:
      'Durchwahl|DW|Durchwahlen|Durchwahlnummer|Durchwahl-Nr|Apparat|Nebenstelle|Nst|Hausapparat|Hausruf',
  },
  {
    kind: 'iban',
    shape: 'iban',
    digits: 12,
    words: 'IBAN|IBAN-Nr|IBAN-Nummer|Bankverbindung|Kontoverbindung|IBAN Nr',
  },
  {
    kind: 'account',
    shape: 'number',
    digits: 4,
    words:
      'Kto|BLZ|Bankleitzahl|Bank-Leitzahl|Kontokorrent|Girokonto|Sparkonto|Sparbuch|Bankkonto|Kontonr|Spk-Konto',
    numbered:
      'Konto|Kto|Girokonto|Bankkonto|Sparbuch|Kreditkarten|EC-Karten|Girocard|Girokarten|Bankkarten|Kredit-Karten',
  },
  {
    kind: 'account',
    shape: 'noun',
    digits: 6,
    words: 'Konto|Kontos|Kreditkarte|Visa|Mastercard|American Express|Amex|EC-Karte|Girocard',
  },
  { kind: 'account', shape: 'bic', digits: 0, words: 'BIC|SWIFT|SWIFT-BIC|BIC-Code|SWIFT-Code' },
  {
    kind: 'plate',
    shape: 'plate',
    digits: 1,
    words:
      'Kennzeichen|Kfz-Kennzeichen|Kraftfahrzeugkennzeichen|Autokennzeichen|Fahrzeugkennzeichen|Nummernschild|Pkw-Kennzeichen|Lkw-Kennzeichen|Wunschkennzeichen|Amtliches Kennzeichen|Amtlichen Kennzeichen|Amtl Kennzeichen|Amtl Kz|Kfz-Kz|Kfz-Kennz|Kennz|Saisonkennzeichen|Versicherungskennzeichen|Kurzzeitkennzeichen',
  },
  {
    kind: 'birthdate',
    shape: 'date',
    digits: 2,
    words:
      'Geburtsdatum|Geburtsdat|Geb-Datum|GebDatum|Geb-Dat|GebDat|Geburtstag|Geburtstage|Geb-Tag|GebTag|Geburts-Datum|Geburtsdaten|Geb|Geboren|Geborene|Geborener|Geborenen|Geborenes|Date of Birth|DOB|Geburtsdatum des Kindes|Tag der Geburt|Geburtsdatum und -ort|Geburtsdatum und Ort|Sterbedatum|Todesdatum|Todestag|Sterbetag|Verstorben|Verstorbene|Verstorbener|Verstorbenen|Gestorben|Verstarb|Starb|Gest|Verst|Tag des Todes|Versterben|Entbindungstermin|Geburtstermin|Born|Errechneter Geburtstermin|Geburt|Geburtsd|Geb-Datum und Ort|Geburtstag und Ort|Geburtsdatum und Geburtsort|né|née|Né le|Née le|Date de naissance|Data di nascita',
  },
  {
    kind: 'birthdate',
    shape: 'date',
    digits: 2,
    marked: true,
    words: 'GD',
  },
  {
    kind: 'other',
    shape: 'secret',
    digits: 0,
    marked: true,
    words:
      'Passwort|Kennwort|Password|PIN|PIN-Code|PUK|TAN|PIN-Nummer|Zugangscode|Zugangs-Code|Aktivierungscode|Freischaltcode|Einmalpasswort|Passphrase|Sicherheitscode|Codewort|WLAN-Schlüssel|CVV|CVC|Prüfziffer der Karte|Initialpasswort|Benutzername|Nutzername|Username|Login|Skype|Skype-Name|Instagram|Telegram|Facebook|Threema|Threema-ID|Twitter|Discord|Benutzerkennung|Nutzerkennung|Anmeldename|User|Insta|Zugangsdaten|Snapchat|TikTok|Signal-Name|Benutzer|Kenncode|PayPal|Code|Initialkennwort|Netzwerkschlüssel|WPA-Schlüssel|SMS-Code|Zugangs-PIN|Anmelde-ID',
  },
  {
    kind: 'other',
    shape: 'number',
    digits: 8,
    words: 'IMEI|IMEI-Nr|IMEI-Nummer|IMSI|ICCID|SIM-Kartennummer|Simkartennummer|MAC|MAC-Adresse',
  },
  { kind: 'other', shape: 'address', digits: 2, words: 'IP|IP-Adresse|IP-Adressen|IPv4|IPv6' },
  {
    kind: 'other',
    shape: 'coordinates',
    digits: 4,
    words: 'Koordinaten|GPS|GPS-Koordinaten|Geokoordinaten|Position|Standort',
  },
];

const SUFFIXES = ['nummer', 'nummern', 'nr', 'nrn', 'no', 'id'];

/** Small and without hyphens: what makes two ways of writing a label the same. */
export function labelKey(word: string): string {
  const small = word.toLowerCase();
  return small.includes('-') || small.includes('’') ? small.replaceAll(/[-’']/gu, '') : small;
}

/**
 * Labels by their key. A beginning of a label that is none itself stands for `null`: words are read on as long as their
 * key is in the map.
 */
export const LABELS: ReadonlyMap<string, Label | null> = compiled(TABLE);

function compiled(rows: readonly Row[]): Map<string, Label | null> {
  const map = new Map<string, Label | null>();
  const put = (parts: readonly string[], label: Label) => {
    let key = '';
    for (const part of parts) {
      key += part;
      if (!map.has(key)) map.set(key, null);
    }
    map.set(key, map.get(key) ?? label);
  };
  const putAll = (written: string, label: Label, suffixes: readonly string[]) => {
    const small = written.toLowerCase();
    for (const form of new Set([small, writtenOut(small)])) {
      const parts = form.split(/[ -]/u);
      if (suffixes.length === 0) put(parts, label);
      for (const suffix of suffixes) put([...parts, suffix], label);
    }
  };
  for (const { words, numbered, kind, shape, digits, marked = false } of rows) {
    const label = { kind, shape, digits, marked };
    for (const word of words?.split('|') ?? []) putAll(word, label, []);
    for (const stem of numbered?.split('|') ?? []) putAll(stem, label, SUFFIXES);
  }
  return map;
}

/** A `…nummer` that the table does not name. */
export const SOME_NUMBER: Label = { kind: 'reference', shape: 'number', digits: 4, marked: false };

/** The same in two words: `Baugenehmigung Nr. …`. */
export const SOME_THING: Label = { kind: 'reference', shape: 'noun', digits: 4, marked: false };

/** What has numbers for everybody: laws, goods, rooms; by the whole word or its end. */
export const IMPERSONAL_THING =
  /^(?:Abs|Absatz|Satz|Art|Artikel|Anhang|Anlage|Tabelle|Tab|Abb|Abbildung|Bild|Rn|Rdnr|Rz|Fn|Ziff|Buchst|Verordnung|Richtlinie|Entscheidung|EU|EG|EWG|BGBl|GVBl|ABl|MBl|Amtsblatt|Drs|Drucks|BT|BR|DIN|ISO|EN|Gesetz|Beschluss|Vorlage|Sitzung|Haus|Zimmer|Raum|Seite|Frage|Punkt|Platz|Los|Pos|Position|Position|Heft|Ausgabe|Bd|Band|Titel|Kapitel|Tor|Bus|Linie|Gleis|Lfd|Best|Bestell|Art|Lager|Typ|Modell|Patent|Marke|Klasse|Register|Merkblatt|Formular|Vordruck|Rundschreiben|Erlass|Übereinkommen|Protokoll|Ihre|Ihrer|Ihren|Meine|Meiner|Unsere|Unserer|Eine|Einer|Deine|Deiner|Die|Der|Das|Unter|Diese|Dieser|Nach|Gemäß|Laut|Siehe|Vgl|Und|Oder|Mit|Zur|Zum|Von|Bei|Für|Aus|Im|In|Am|An|Auf|Als|Auch)$|(?:gesetz|gesetze?s|verordnung|richtlinie|ordnung|blatt|drucksache|nummer|register|patent|marke|vorlage|vereinbarung|vertrage?|verzeichnis|verzeichnisses|gesellschaft)s?$/u;

/** Numbers of things, rooms, texts and goods: nobody's own. By the word without its `…nummer`. */
const IMPERSONAL_STEM =
  /^(?:gläubiger|glaeubiger|haus|zimmer|raum|seiten|rand|versions|artikel|telefon|ordnungs|lfd|laufend|gliederungs|kapitel|drucksachen|drs|vorlage|beschluss|positions|pos|los|titel|platz|listen|norm|cas(?!e)|eg|un|atom|gebühren|tarif|produkt|bus|linien|gleis|platz|stock|etagen|tor|kürzel|index|isbn|issn|din|iso|en|bundesratsdrucksachen|bundestagsdrucksachen|amtsblatt|ausgabe|auflage|heft|band|modul|kurs|sitzungs|top|tagesordnungs|abschnitts|absatz|sätz|rn|rd|nr|ziffer|stütz|teil|typ|modell|material|wkn|isin|postfach|schlüssel|gemeinde|kreis|regional|wahlbezirk|stimmbezirk|hausnummern|kostenstellen|produktkonto|sachkonto|haushalts|konten|finanz|blatt|plan|bild|karten-blatt|anlagen|muster|formular|vordruck|fluss|straßen|autobahn|eu|gtin|ean|vergabe|ausschreibungs|notruf|behörden|service|hotline|max|mindest|glück|zug|flug|baujahr|jahrgang|klassen|schul|abteilungs|referats|gruppen|dezernats|zeilen|spalten|fragen|aufgaben|punkt|rang|tatbestands|tbnr|investitions|massnahme|maßnahme|lebensmittel|rufzeichen|aktenplan|kontenrahmen|umsatzsteuersatz|punkt|punkte|sach|zusatzkenn|veröffentlichungs|veranstaltungs|teilnehmerzahl|übungs|lehrgangs|park|parkschein|warte|aufruf|start|los|trikot|rücken|kontroll|prüf|serienbrief|bilder|foto|nachrichten|menü|karton|paletten|stapel|ordner|regal|lager|charge|chargen|schicht|gleis|wagen|waggon|decks|hallen|stand|messestand|zeichnungs|detail|flucht|haltestellen|signal|fahrt|kurs|strecken|kilometer|netz|leitungs|kanal|schacht|brunnen|baum|grund)(?:s|n|en|er|e|es)?$|(?:drucksachen?|gesetz|verordnungs?|blatt|vorlagen?|beschluss|paragra(?:ph|f)en|seiten|zimmer|raum)$/u;
const IMPERSONAL_WHOLE =
  /^(?:(?:verkehrs|verkehrszusatz|zusatz|merk|waren|wasser|satz|hinweis|gefahr|gefahren|vorschrift|richt|prüf|sonder|leer|schrift|hand|lebens|wahr|ab|an|vor|wert|kurz|frage|ausrufe|gleichheits|frei|steuer|um|rund|güte|leucht|not|daumen|stern|prozent|plus|minus)zeichen|(?:sammel|buchungs|zeit|arbeitszeit|stunden|punkte|urlaubs|erfolgs|bestands|ertrags|aufwands|gegen|zwischen|verrechnungs|sperr|ander|spenden|gemeinschafts)konto)/u;
const NUMBER_END = /(?:nummern?|nrn?|no|kennung|kennziffer|id|aktenz|zeichens?|kontos?|referenz|az)$/u;

/** Whether a word is a number of nobody's own: `Hausnummer`, `Verkehrszeichen`, `Sachkonto`. */
export function isImpersonal(word: string): boolean {
  const key = labelKey(word);
  return IMPERSONAL_WHOLE.test(key) || IMPERSONAL_STEM.test(key.replace(NUMBER_END, ''));
}
