/** Everyday words of work, pay, leave and illness: what is said, then what administrations and laws write. */
export const WORK = `
krank, krankenschein, krankschreibung, krankmeldung, krankgeschrieben, krankmelden, krankfeiern, au, gelber schein, attest: Arbeitsunfähigkeit Arbeitsunfähigkeitsbescheinigung ärztliche Bescheinigung Dienstunfähigkeit Erkrankung Anzeigepflicht Nachweispflicht
krankheit, krankheitstag: Arbeitsunfähigkeit Erkrankung Dienstunfähigkeit
lohnfortzahlung, krankengeld: Entgeltfortzahlung Arbeitsunfähigkeit
gehalt, lohn, verdienst, bezahlung, besoldung: Arbeitsentgelt Vergütung Dienstbezüge Besoldung Bezüge
verdienen: Einkommen Arbeitsentgelt Besoldung
geld: Vergütung Entschädigung Betrag Geldleistung
gehaltsabrechnung, lohnzettel, lohnabrechnung: Abrechnung Arbeitsentgelt
zu+viel+gehalt, zuviel+bezahlt, zurückzahlen, zurückgeben, überzahlung, überzahlt, rückzahlung: Rückforderung Erstattung Rückzahlung ungerechtfertigte Bereicherung
gehaltserhöhung, mehr+geld: Stufenaufstieg Höhergruppierung Erhöhung
weihnachtsgeld: Jahressonderzahlung Sonderzahlung
chef, chefin, boss, vorgesetzter: Vorgesetzte Arbeitgeber Dienstvorgesetzte Dienstherr
firma, betrieb: Unternehmen Arbeitgeber Betrieb
arbeitgeber: Dienstherr
kollege, kollegin, mitarbeiter, mitarbeiterin, personal: Beschäftigte Arbeitnehmer Bedienstete
angestellter: Arbeitnehmer Beschäftigte Tarifbeschäftigte
kündigen, kündigung, rauswerfen, rauswurf, gefeuert, feuern, entlassen: Kündigung Entlassung Beendigung Kündigungsschutz
kündigen+beamter, aufhören, dienst+quittieren, rausgehen: Entlassung Verlangen Beendigung Beamtenverhältnis
hinschmeißen, aussteigen: Kündigung Entlassung Verlangen
abmahnung, ärger: Abmahnung Disziplinarmaßnahme Pflichtverletzung
befristet, zeitvertrag, befristung: Befristung befristeter Arbeitsvertrag sachlicher Grund Verlängerung
arbeitsvertrag, vertrag: Arbeitsvertrag Niederschrift wesentliche Vertragsbedingungen
probezeit: Probezeit Wartezeit Bewährung
zeugnis, arbeitszeugnis: Dienstzeugnis Zeugnis Beurteilung
beurteilung, bewertung: dienstliche Beurteilung Eignung Befähigung fachliche Leistung
beförderung, aufsteigen, karriere: Beförderung Aufstieg Laufbahn höherwertig
stelle, job, arbeitsstelle: Dienstposten Arbeitsplatz Stelle Beschäftigung
stellenanzeige, jobanzeige, stellenausschreibung, anzeige+stelle: Ausschreibung Arbeitsplatz Stellenausschreibung
bewerber, bewerbung, bewerben, vorstellungsgespräch: Bewerberinnen Bewerber Auswahlverfahren Einstellung
einstellung, eingestellt, einstellen: Einstellung Ernennung Begründung
verbeamtet, verbeamtung, beamter+werden: Ernennung Berufung Beamtenverhältnis Voraussetzungen
nebenjob, zweitjob, minijob, nebenverdienst, nebenher, nebenbei, dazuverdienen, nebenberuf: Nebentätigkeit Erwerbstätigkeit genehmigungspflichtig entgeltlich
erlaubnis, erlaubt, dürfen: Genehmigung Zustimmung zulässig
verboten, verbot: unzulässig untersagt Verbot
überstunden, mehrstunden, länger+arbeiten, überstunde: Mehrarbeit Dienstbefreiung Mehrarbeitsvergütung Arbeitszeit
freizeitausgleich, abfeiern, abbummeln: Dienstbefreiung Freizeitausgleich Ausgleich
gleitzeit, stechuhr, zeiterfassung, stempeln, aufschreiben: gleitende Arbeitszeit Arbeitszeiterfassung Aufzeichnung Nachweis
aufschreiben, notieren, protokollieren, festhalten: aufzeichnen Aufzeichnung Nachweis dokumentieren Niederschrift
pause, mittagspause, pausen: Ruhepause Unterbrechung
feierabend, arbeitsende: Beendigung Arbeitszeit Ruhezeit
feierabend+arbeitsbeginn, zwischen+schichten, schlafen: Ruhezeit ununterbrochen
nachtschicht, nachts: Nachtarbeit Nachtarbeitnehmer
schicht, schichtdienst: Schichtarbeit Schichtdienst
sonntag, sonntags, feiertag: Sonntagsruhe Feiertagsruhe Sonn- und Feiertage
wochenende: Sonnabend Sonntag
bereitschaft, rufbereitschaft, abruf: Bereitschaftsdienst Rufbereitschaft
wochenstunden, stunden+woche, arbeitsstunden: wöchentliche Arbeitszeit regelmäßige Arbeitszeit
teilzeit, weniger+stunden, weniger+arbeiten, halbtags, reduzieren, stundenreduzierung, kürzer+treten: Teilzeitbeschäftigung Verringerung Arbeitszeit
mehr+stunden, aufstocken: Verlängerung Arbeitszeit
sabbatical, auszeit, sabbatjahr: Beurlaubung Freistellung Urlaub ohne Besoldung
homeoffice, heimarbeit, zuhause+arbeiten, von+zuhause: Telearbeit mobiles Arbeiten familiengerecht
urlaub, ferien, urlaubstag, frei+nehmen: Erholungsurlaub Urlaub Urlaubsanspruch
urlaubstag, tage+urlaub, urlaubstage: Dauer Urlaub Werktage Erholungsurlaub
resturlaub, urlaub+verfallen, urlaub+mitnehmen, urlaub+übertragen: Übertragung Urlaub Verfall Kalenderjahr
urlaub+auszahlen, urlaub+ausbezahlen: Abgeltung Urlaub
urlaub+krank: Erkrankung während Urlaub Arbeitsunfähigkeit anrechnen
sonderurlaub, frei+bekommen, freibekommen, freistellung, freigestellt: Sonderurlaub Freistellung Arbeitsbefreiung Dienstbefreiung
unbezahlt, unbezahlter: ohne Besoldung unbezahlt
tod, gestorben, verstorben, sterben, beerdigung, begräbnis: Tod Sterbefall Todesfall verstorben Angehörige
hochzeit, heiraten, heirat, trauung: Eheschließung Ehe
bildungsurlaub, fortbildung, lehrgang, schulung, kurs, weiterbildung: Fortbildung Qualifizierung Weiterbildung Bildungsurlaub
ehrenamt, ehrenamtlich, freiwillig: ehrenamtliche Tätigkeit Entschädigung
schöffe, wahlhelfer, ehrenamtlicher+richter: ehrenamtlicher Richter staatsbürgerliche Rechte Pflichten Wahlvorstand
feuerwehr: Katastrophenschutz Zivilschutz
schwanger, schwangerschaft, schwangere, baby, kind+bekommen: schwangere Frau Schwangerschaft Entbindung Mutterschutz
mutterschutz, mutterschaft: Schutzfrist Entbindung Beschäftigungsverbot
geburt, entbinden, geboren: Entbindung Geburt
stillen: stillende Frau Stillzeit
elternzeit, babypause: Elternzeit Inanspruchnahme Betreuung Erziehung
elterngeld: Elterngeld Höhe Einkommen
vater, papa: Elternteil Partner
kind, kinder, nachwuchs: Kinder Betreuung
krankes+kind, kind+krank: Erkrankung Kind Betreuung Freistellung
kita, kindergarten, krippe, tagesmutter: Kindertageseinrichtung Kindertagespflege Kinderbetreuung
pflege, pflegen, oma, opa, angehörige: Pflege pflegebedürftig naher Angehöriger Pflegezeit
dienstreise, geschäftsreise, dienstlich+unterwegs, auswärts: Dienstreise Reisekostenvergütung
reise, fahrt: Dienstreise Fahrtkosten
reisekosten, spesen, abrechnen, kosten+erstatten: Reisekostenvergütung Erstattung Ausschlussfrist
auto, pkw, wagen, privatwagen, eigenes+auto: Kraftfahrzeug Personenkraftwagen Wegstreckenentschädigung
kilometer, kilometergeld, spritgeld, benzin, fahrtgeld: Wegstreckenentschädigung Kilometer
bahn, zug, bahnfahrt, bahncard, ticket, fahrkarte: Beförderungsmittel Fahrkosten Fahrtkostenerstattung Beförderungsklasse
flug, fliegen, flugzeug: Flugkosten Flugzeug Beförderungsmittel
taxi, mietwagen: Taxi Mietwagen triftiger Grund Fahrtkosten
verpflegung, essen, mahlzeit: Tagegeld Verpflegungsmehraufwand Verpflegung
hotel, übernachten, übernachtung: Übernachtungsgeld Übernachtungskosten Unterkunft
parken, parkgebühr, nebenkosten: Nebenkosten Auslagen
dienstwagen, dienstauto: Dienstkraftfahrzeug Dienstwagen
umzug, umziehen, möbel, spedition: Umzugskostenvergütung Beförderungsauslagen Umzug
zwei+wohnungen, pendeln, heimfahrt, nach+hause, heimfahren: Trennungsgeld Reisebeihilfe Familienheimfahrt
abgeordnet, versetzt, abordnung, versetzung, anderer+ort: Abordnung Versetzung Zuweisung
rente, pension, ruhestand, altersgrenze, pensionierung: Ruhestand Altersgrenze Versorgung
früher+gehen, frühpensionierung, früher+rente: vorzeitiger Ruhestand Dienstunfähigkeit Antragsaltersgrenze
länger+arbeiten+rente, weiterarbeiten: Hinausschieben Eintritt Ruhestand
geschenk, geschenke, bestechung, trinkgeld, annehmen+geschenk: Belohnungen Geschenke Vorteile Annahme
schweigen, verschwiegenheit, plaudern, ausplaudern, geheimnis: Verschwiegenheitspflicht Amtsverschwiegenheit
zeitung, presse, journalist, medien, interview: Medien Auskünfte Presse
personalakte, akte+personal: Personalakte Einsichtsrecht
akte+einsehen, akten+einsehen, akte+sehen, einsehen: Akteneinsicht Einsicht Einsichtnahme
streik, streiken, gewerkschaft: Arbeitskampf Gewerkschaft Koalition
betriebsrat, personalrat: Personalvertretung Personalrat Mitbestimmung
betriebsversammlung: Personalversammlung
frauenbeauftragte: Gleichstellungsbeauftragte
gleichberechtigung, frauenquote: Gleichstellung Unterrepräsentanz
diskriminierung, diskriminiert, benachteiligt, mobbing, ausländerfeindlich: Benachteiligung Entschädigung Schadensersatz Gleichbehandlung
belästigung, begrapschen: sexuelle Belästigung Belästigung
behindert, behinderung, rollstuhl, schwerbehindert, handicap, gdb: schwerbehinderte Menschen Behinderung Grad der Behinderung Nachteilsausgleich
wiedereingliederung, lange+krank, bem: stufenweise Wiedereingliederung betriebliches Eingliederungsmanagement Prävention
unfall, arbeitsunfall, dienstunfall: Arbeitsunfall Dienstunfall Unfallversicherung
schaden, kaputt, beschädigt, haften, haftung: Schadensersatz Haftung Sachschaden
uniform, kleidung, kopftuch, tattoo: Dienstkleidung Erscheinungsbild
eid, vereidigung: Diensteid
wahlkampf, partei, politik: politische Betätigung Mäßigung
alter+azubi, azubi, lehrling, ausbildung: Auszubildende Berufsausbildung
jugendlich, minderjährig: Jugendliche Minderjährige
student, werkstudent, praktikum, praktikant: Praktikant Studium
leiharbeit, zeitarbeit: Arbeitnehmerüberlassung Leiharbeitnehmer
`;
