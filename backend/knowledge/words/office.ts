/** Everyday words of citizens, offices, procedures and money: what is said, then what administrations and laws write. */
export const OFFICE = `
bürger, einwohner, leute, kunde: Beteiligte Person Antragsteller
amt, behörde, rathaus, verwaltung: Behörde
brief, schreiben, post: Schriftstück Dokument Schreiben Zustellung
einschreiben, gelber+brief, postzustellungsurkunde, zustellen, zugestellt: Zustellung Zustellungsurkunde Empfangsbekenntnis Dokument
bescheid, entscheidung: Verwaltungsakt Bescheid
bescheid+begründen, erklären, warum: Begründung Verwaltungsakt
ablehnen, abgelehnt, ablehnung, nein+sagen: Ablehnung Versagung
widersprechen, beschwerde, beschweren, einspruch, wehren, anfechten: Widerspruch Rechtsbehelf Anfechtung Beschwerde
klagen, klage, gericht, verklagen: Klage Verwaltungsgericht Klagefrist
frist+verpasst, verpasst, versäumt, zu+spät: Wiedereinsetzung vorheriger Stand Fristversäumnis
frist, bis+wann, wie+schnell, wie+lange: Frist innerhalb spätestens Monat
anhören, äußern, stellungnahme, meinung+sagen, mitreden: Anhörung Gelegenheit äußern
belastend, nachteilig: Eingriff Rechte Verwaltungsakt
tippfehler, schreibfehler, rechenfehler, korrigieren, verschrieben: offenbare Unrichtigkeit Berichtigung Schreibfehler
falsch, fehlerhaft, fehler, rechtswidrig: rechtswidrig Rücknahme Unrichtigkeit
falsch+bescheid, überprüfen, nachträglich: rechtswidriger Verwaltungsakt Rücknahme
zurücknehmen, rückgängig, aufheben, widerrufen: Rücknahme Widerruf Aufhebung
ungültig, nichtig: Nichtigkeit unwirksam
befangen, befangenheit, voreingenommen, parteiisch, verwandt, unparteiisch: Besorgnis Befangenheit ausgeschlossene Personen
ermessen, entscheidungsspielraum, spielraum: Ermessen
auflage, bedingung: Nebenbestimmung Auflage Bedingung Befristung
zusage, versprechen, zusichern: Zusicherung
anwalt, rechtsanwalt, vertreter, vollmacht: Bevollmächtigter Beistand Vollmacht
übersetzung, fremdsprache, ausländisch, deutsch, sprache, dolmetscher: Amtssprache fremde Sprache Übersetzung
kopie, kopien, abschrift, beglaubigen, beglaubigung: Beglaubigung Abschrift Ablichtung
unterschrift, unterschreiben, signatur: Schriftform elektronische Signatur
email, e-mail, mail, elektronisch, online, internet, digital, computer: elektronisch elektronische Kommunikation Portal
online+antrag, onlineantrag: Verwaltungsportal elektronisch Verwaltungsleistung
online+bezahlen, überweisen, bezahlen, zahlen: Zahlung elektronische Bezahlmöglichkeit
zustimmung+schweigen, nicht+entscheiden, keine+antwort, genehmigungsfiktion: Genehmigungsfiktion gilt als erteilt
untätig, nichts+passiert, lange+warten: Untätigkeitsklage zureichender Grund
anwesend, beschlussfähig, mindestens+anwesend: Beschlussfähigkeit Sitzung
ausschuss, gremium, sitzung: Ausschuss Sitzung Beschlussfassung
protokoll: Niederschrift
abstimmung, abstimmen: Beschlussfassung Stimmenmehrheit
verdienstausfall: Verdienstausfall Entschädigung Auslagen
zinsen, verzinsen, zinssatz, zins: Verzinsung Basiszinssatz Prozentpunkte jährlich
zuschuss, förderung, zuwendung, fördermittel: Zuwendung Zuwendungen Leistung
zwang, zwangsgeld, zwangsmaßnahme, ankündigen, androhen: Zwangsmittel Androhung Zwangsgeld Ersatzvornahme unmittelbarer Zwang
eintreiben, pfänden, vollstrecken, mahnung, mahnen, gerichtsvollzieher: Vollstreckung Vollstreckungsanordnung Mahnung Pfändung
schulden, ratenzahlung, raten, später+zahlen, erlassen+schulden: Stundung Niederschlagung Erlass
strafzettel, knöllchen, bußgeld, strafe, verwarnung: Geldbuße Verwarnungsgeld Ordnungswidrigkeit Bußgeldbescheid
verjährt, verjährung, verjähren: Verjährung Verfolgungsverjährung
zeuge, zeugen: Zeugen Sachverständige Vernehmung
gebühr, gebühren, kosten, kostet, teuer: Gebühren Auslagen Kosten Gebührenbemessung
umzug+anmelden, ummelden, anmelden, anmeldung, einzug, einziehen, zugezogen, neue+wohnung: Anmeldung Meldebehörde Meldepflicht beziehen Wohnung
abmelden, wegziehen, auszug, ausziehen, ausland+ziehen: Abmeldung Auszug Meldepflicht
vermieter, hausbesitzer, eigentümer: Wohnungsgeber Mitwirkung
hauptwohnsitz, erstwohnsitz, wohnsitz: Hauptwohnung alleinige Wohnung
zweitwohnung, zweitwohnsitz: Nebenwohnung mehrere Wohnungen
adresse, anschrift, wo+wohnt: Anschrift Melderegister
adresse+sperren, bedroht, stalking, sperren: Auskunftssperre Gefahr Melderegister
auskunft, adresse+herausgeben, auskunft+geben: Melderegisterauskunft Auskunft
hotel+gast, hotelgast, pension+gast, campingplatz: Beherbergungsstätte Meldeschein beherbergte Personen
krankenhaus, altersheim, pflegeheim: Krankenhäuser Heime Einrichtungen
ausweis, perso, personalausweis: Personalausweis Ausweispflicht
ausweis+verloren, ausweis+gestohlen, geklaut, verloren, gestohlen, verlust, diebstahl, weg: Verlust Abhandenkommen Anzeige unverzüglich
reisepass, pass: Pass Ausweis
abgelaufen, gültig, wie+lange+gültig: Gültigkeitsdauer ungültig
alter, jahre+alt, ab+welchem: Lebensjahr vollendet
foto, passbild, passfoto: Lichtbild
fingerabdruck: Fingerabdrücke
pin, online-ausweis, eid: elektronischer Identitätsnachweis Geheimnummer
todesfall+melden, tod+melden, gestorben+melden: Anzeige Sterbefall Standesamt
geburt+melden, baby+anmelden: Anzeige Geburt Standesamt
hochzeit+anmelden, heiraten+unterlagen, anmeldung+hochzeit: Anmeldung Eheschließung Voraussetzungen Standesamt
scheidung, geschieden: Auflösung Ehe
name, nachname, namensänderung, doppelname: Familienname Namensführung Ehename
vorname: Vornamen
vaterschaft: Anerkennung Vaterschaft
geburtsurkunde, urkunde, stammbuch: Personenstandsurkunde Personenstandsregister
ahnenforschung: Benutzung Personenstandsregister
wohngeld, mietzuschuss, miete: Wohngeld Miete Antrag
hartz, bürgergeld, arbeitslosengeld, alg, jobcenter: Arbeitslosengeld II Grundsicherung Zweites Buch Sozialgesetzbuch
sozialhilfe, stütze, sozialamt: Sozialhilfe Hilfe zum Lebensunterhalt Träger der Sozialhilfe
existenzminimum, regelsatz: Regelbedarf notwendiger Lebensunterhalt
heizung, heizkosten, strom: Heizung Unterkunft Bedarfe
erspartes, vermögen, sparbuch, eigenes+haus: Vermögen einzusetzen Schonbetrag
mitwirken, unterlagen+nachreichen, mitmachen: Mitwirkung Mitwirkungspflichten
fehlende+unterlagen, nachreichen, nachfordern: Nachforderung Unterlagen ergänzen vervollständigen
unterlagen, papiere, dokumente, formular: Unterlagen Urkunden Nachweise
leistungsempfänger, empfänger: Leistungsberechtigte Beteiligte
sozialakte: Akteneinsicht Sozialleistung
zuständig, welches+amt, wer+zuständig, wo+beantragen: Zuständigkeit zuständige Behörde
beantragen, antrag, antrag+stellen: Antrag Antragstellung
falsche+stelle, weiterleiten: unzuständig weiterleiten
datenschutz, daten, datenpanne, hacker, datenleck: personenbezogene Daten Verarbeitung Verletzung Schutz
daten+löschen, löschen: Löschung Recht auf Löschung
daten+weitergeben, weitergeben: Übermittlung Datenübermittlung
kamera, videoüberwachung, überwachen, überwachung: Videoüberwachung öffentlich zugängliche Räume
datenschutzbeauftragter: Datenschutzbeauftragte Benennung
informationsfreiheit, akten+öffentlich, transparenz, informationszugang: Informationszugang Antrag amtliche Informationen
umweltdaten, umweltinfo: Umweltinformationen
statistik, volkszählung, umfrage: Bundesstatistik Auskunftspflicht Erhebung
wahl, wählen, wähler: Wahlrecht Wahlberechtigung
briefwahl, wahlschein: Briefwahl Wahlschein Antrag
wahlbenachrichtigung: Wahlbenachrichtigung Wählerverzeichnis
wahllokal: Wahlraum Wahlbezirk Wahlzeit
wahlzettel: Stimmzettel
stimmen+zählen, auszählen, auszählung: Zählung Stimmen Ermittlung Wahlergebnis
ausschreibung, auftrag+vergeben, auftragsvergabe, einkauf, beschaffung: Vergabeverfahren öffentlicher Auftrag Auftraggeber
angebot, angebote: Angebot Bieter Angebotsfrist
billig, billigste, günstigste, preis: Zuschlag wirtschaftlichstes Angebot Preis
bieter, firma+angebot, unterlegen: Bieter Bewerber nicht berücksichtigte Unterrichtung
ausschließen: Ausschluss Ausschlussgründe
direkt+beauftragen, ohne+ausschreibung: Verhandlungsverfahren ohne Teilnahmewettbewerb Direktauftrag
dokumentieren, dokumentation: Dokumentation Vergabevermerk
anschaffung, kaufen, anschaffen, einkaufen: Beschaffung Ausgaben Maßnahmen
wirtschaftlich, wirtschaftlichkeit, sparsam, lohnt: Wirtschaftlichkeit Sparsamkeit Wirtschaftlichkeitsuntersuchung
budget, haushalt, etat, haushaltsplan: Haushaltsplan Haushaltsmittel Ansatz
mehr+ausgeben, geld+reicht, reicht+nicht, überschreiten, zu+wenig+geld: überplanmäßige außerplanmäßige Ausgaben
rest+geld, übrig, ins+nächste+jahr: Übertragbarkeit Ausgabereste
vorschuss, vorauszahlung, im+voraus: Abschlag Vorleistung Abschlagszahlung
kasse, bargeld: Zahlungen Kasse
rechnung, rechnungen, e-rechnung: elektronische Rechnung
kontrolle, prüfen, rechnungsprüfung: Prüfung Rechnungshof
kneipe, gaststätte, wirtschaft, restaurant, ausschank, bier, alkohol, bierausschank, schnaps: Gaststättengewerbe Erlaubnis alkoholische Getränke Verabreichung
fest, feier, sommerfest, straßenfest, vereinsfest, veranstaltung: besonderer Anlass vorübergehend Gestattung
sperrstunde, öffnungszeit: Sperrzeit
verein, vereine: Vereine Gesellschaften
lärm, laut, nachbar, ruhestörung: unzulässiger Lärm Belästigung
hund, müll, abfall: Ordnungswidrigkeit
ansteckend, seuche, virus, infektion, corona, grippe, quarantäne: übertragbare Krankheit Infektionsschutz Absonderung Krankheitserreger
impfung, impfen, geimpft: Schutzimpfung
masern: Masern Impfschutz
läuse, schule+krank, ansteckend+schule: Gemeinschaftseinrichtung Kopflausbefall Krankheit Betretungsverbot
küche, lebensmittel, gesundheitszeugnis: Tätigkeitsverbot Beschäftigungsverbot Lebensmittel Belehrung
gesundheitsamt+melden, meldepflichtig: Meldepflicht Gesundheitsamt namentliche Meldung
polizei, waffe, schlagen, gewalt: unmittelbarer Zwang Schusswaffen Vollzugsbeamte
notfall, gefahr: Gefahr im Verzug
verordnung, satzung, gesetz: Rechtsverordnung
enteignung, straße+bauen, plan: Planfeststellung Planfeststellungsverfahren
vertrag+behörde: öffentlich-rechtlicher Vertrag
barrierefrei, rollstuhlfahrer: Barrierefreiheit Menschen mit Behinderungen
elektronische+akte, e-akte, papierakte, akten+führen: elektronische Aktenführung
scannen, einscannen: Übertragen Vernichten Papieroriginal elektronische Dokumente
`;
