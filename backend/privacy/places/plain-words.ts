const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/u).filter(Boolean));

const MONTHS = words(
  'januar jänner februar märz april mai juni juli august september oktober november dezember jan feb mrz apr jun jul aug sep sept okt nov dez',
);
const WEEKDAYS = words(
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so morgen abend mittag nachmittag vormittag heute gestern',
);
/** What a number counts, so that it is no house number and no postcode. */
const UNITS = words(
  `€ % ‰ ° $ euro eur ct cent prozent uhr h std stunden stunde minuten min sekunden tage tagen tag wochen woche monate
  monaten monat jahre jahren jahr jahres mal km kilometer m meter metern cm mm qm m² m³ ha hektar kg g t tonnen liter kwh
  mw kw einwohner einwohnern einwohnerinnen bürger bürgerinnen personen menschen mitglieder mitgliedern stück exemplare
  fälle fällen anträge anträgen haushalte haushalten fahrzeuge fahrzeugen pkw lkw kinder kindern plätze plätzen bäume
  stimmen wähler wahlberechtigte besucher teilnehmer teilnehmende mio million millionen tsd tausend mrd punkte punkten
  seiten zeichen wohnungen wohneinheiten häuser quadratmeter quadratmetern kubikmeter mark dm chf usd`,
);
/** Heads of phrases that count things: „im Abschnitt 3“, „am Standort 2“ are no streets. */
const NUMBERED = words(
  `jahr jahre jahren jahres monat monats punkt punkte ziffer ziffern anlage anlagen seite seiten absatz abs abschnitt kapitel fall fälle
  tagesordnungspunkt top nummer nr artikel art paragraph paragraf satz sätze teil teile teilen zimmer raum stock etage stockwerk quartal halbjahr haushalt
  haushaltsjahr kalenderjahr schuljahr geschäftsjahr veranlagungsjahr wirtschaftsjahr zeitraum version fassung klasse klassenstufe gruppe stufe
  pflegegrad modul formular spalte zeile tabelle abbildung bild buch band heft fußnote variante alternative
  phase schritt los lose position pos kategorie typ level stand standort bauabschnitt beschluss antrag vorlage drucksache
  lebensjahr alter tag tage woche kw kalenderwoche sitzung termin durchgang runde platz rang wert betrag umfang
  verfahren senat kammer leitsatz rn randnummer rdnr anhang buchstabe nummern jahrgang ausgabe bereich stelle
  fachbereich abteilung referat dezernat team sachgebiet amt flur flurstück parzelle gemarkung gebäude haltestelle linie gleis
  auftrag wege rahmen sinne übrigen ganzen ende anfang ergebnis stichtag feld kästchen mai anschluss
  saal sitzungssaal besprechungsraum telefon durchwahl fax konto verwendungszweck betreff zeichen aktenzeichen az
  freitag einzelnen folgenden vergangenen kommenden nächsten letzten ersten zweiten dritten vierten wahlbezirk stimmbezirk bezirk
  protokoll adresse anschrift rathaus kreis erdgeschoss dachgeschoss obergeschoss untergeschoss keller thema
  sgb bgb vwvfg stgb ao zpo gg`,
);

export function isMonth(lower: string): boolean {
  return MONTHS.has(lower);
}

export function isCalendarWord(lower: string): boolean {
  return MONTHS.has(lower) || WEEKDAYS.has(lower);
}

/** Whether a number before this word counts it. */
export function isUnit(lower: string): boolean {
  return UNITS.has(lower);
}

/** Whether a number behind this word is the number of it and no house. */
export function isNumberedThing(lower: string): boolean {
  return NUMBERED.has(lower) || isCalendarWord(lower) || /(?:nummer|zeichen|absatz)n?$/u.test(lower);
}
