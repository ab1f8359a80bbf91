/**
 * What those say who look for a task, and what tasks are called: "a, b+c: d e" says that a question with `a`, or with both
 * `b` and `c`, is also one for `d` and `e`. A line an entry.
 */
export const TASK_WORDS = `
antworten, antwort, antwortbrief, erwidern, zurückschreiben, zurückmailen, reagieren: beantworten Antwortschreiben Anfrage
beantworten: Antwort Antwortschreiben
brief, schreiben+bürger: Antwortschreiben Schreiben
bürger, bürgerin, einwohner, kunde: Bürgeranfrage Anfrage
beschwerde: Bürgeranfrage Anfrage Antwortschreiben
anruf, angerufen, anrufen, telefonat, telefon, telefonieren, telefoniert, hörer: Telefonnotiz Anruf
rückruf, zurückrufen: Telefonnotiz Rückrufbitte
besprechung, meeting, runde, mitschrift, mitschreiben, mitgeschrieben, stichpunkte, stichworte: Protokoll Notizen Besprechung
niederschrift, protokollieren: Protokoll
gemeinderat, stadtrat, rat, kreistag, ausschuss, ortsgemeinderat, gremium, fraktion: Sitzungsvorlage Beschlussvorschlag
ratsvorlage, beschlussvorlage, vorlage+rat, tischvorlage: Sitzungsvorlage Beschlussvorschlag
beschließen, beschluss: Beschlussvorschlag Sitzungsvorlage
kontrollieren, durchsehen, checken, gegenlesen, fehler, richtig, stimmt, stimmen, vollständig, vergessen: prüfen formal
rechnen, summe, summen, zahlen: Kostentabelle Summen
sammeln, bündeln, zusammenfassen+mehrere, zusammenstellen, zusammentragen, mehrere+mails, übersicht: zusammenführen Tabelle
rückmeldung, meinung, äußerung, einwand, einwände, bedenken, anmerkung: Stellungnahme Stellungnahmen
häufig+fragen, fragen+antworten, faqs, hilfeseite: FAQ häufige Fragen
regelung, dienstvereinbarung, vorschrift, satzung, anleitung: Dienstanweisung
erlass, runderlass, rundmail, ministerium, aufsicht, add, städtetag, landkreistag, spitzenverband: Rundschreiben
todo, todos, todo-liste, erledigen, handeln, machen+müssen: Aufgaben Handlungsbedarf Aufgabenliste
termin, deadline, bis+wann: Fristen Termine
zuständig, wer+macht, kümmern: Zuständigkeit Fachbereich
widerspruch, rechtsbehelf, rechtsmittel: Rechtsbehelfsbelehrung Bescheid
verwaltungsakt, verfügung, genehmigung: Bescheid
erstellen, anlegen, aufsetzen, verfassen, entwerfen, formulieren: erstellen Entwurf
einladen: Einladung
kürzen, kurzfassung, überblick: Zusammenfassung zusammenfassen
verständlich, einfacher, bürgernah: einfache Sprache
notiz, aktennotiz, vermerken: Vermerk Notiz
baustein, textbaustein, standardtext, hinweis: Textbaustein Hinweis
`;
