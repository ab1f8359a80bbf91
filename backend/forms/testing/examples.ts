import type { FormName } from '../../../contract/forms.ts';

/** A good text of each form, with fictitious names; no rule has anything to say about them. */
export const GOOD: Record<FormName, string> = {
  letter: `Verbandsgemeinde Buchental
Am Markt 3
66999 Buchental

Frau
Hanna Sommer
Lindenweg 4
66999 Buchental

| | |
| --- | --- |
| Ihr Zeichen | |
| Ihre Nachricht vom | 02.11.2026 |
| Unser Zeichen | 22-113 |
| Name | Karl Linde |
| Telefon | 06399 920-14 |
| E-Mail | k.linde@buchental.example |
| Datum | 16.11.2026 |

**Ihr Antrag auf einen Stellplatz in der Lindenstraße**

Sehr geehrte Frau Sommer,

vielen Dank für Ihr Schreiben vom 2. November 2026. Sie bekommen den Stellplatz ab dem 1. Januar 2027.

Die Miete beträgt 1.200,00 € im Jahr, d. h. 100 € im Monat. Den Vertrag finden Sie in der Anlage. Bitte senden Sie ihn bis zum 14. Dezember 2026 zurück.

Haben Sie Fragen, so rufen Sie mich gern an.

Mit freundlichen Grüßen

i. A. Karl Linde

Anlage
Mietvertrag
`,
  note: `| Behörde/Fachbereich | Verbandsgemeinde Buchental, FB 3 |
| --- | --- |
| Az. | 32-044 |
| Datum | 16.11.2026 |
| Verfasst von | Karl Linde |

# Vermerk

**Beschwerde über Lärm am Bolzplatz**

## Anlass

Herr Kern beschwert sich über Lärm am Bolzplatz in der Gartenstraße.

## Sachverhalt

Herr Kern teilte mit Schreiben vom 09.11.2026 mit, dass dort täglich bis 23 Uhr gespielt werde. Am 12.11.2026 fand ein Ortstermin statt. Um 22:10 Uhr waren vier Jugendliche auf dem Platz.

Er hält die Regelung für „völlig unangemessen“.

## Würdigung

Die Platzordnung erlaubt das Spielen offensichtlich nur bis 20 Uhr.

## Ergebnis und Vorschlag

Die Zeiten werden durchgesetzt.

## Weiteres Vorgehen

| Wer | Was | Bis wann |
| --- | --- | --- |
| Bauhof | Schild anbringen | 30.11.2026 |
| Ordnungsamt | Platz prüfen | 18.12.2026 |
`,
  order: `**Verfügung**

Az.: 32-044

1. Vermerk: Herr Kern hat am 9. November 2026 angerufen.
   1. Lärm am Abend
   2. Müll am Morgen
2. Schreiben an Herrn Kern nach Entwurf
3. Mehrfertigung an den Bauhof
4. Wv. 15.12.2026
`,
  'council-paper': `# Sitzungsvorlage

| Fachbereich | AZ | Bearbeiter |
| --- | --- | --- |
| FB 2 - Bauen | 60-017 | Frau Amsel |

**Beratungsfolge:**

| Beschlussgremium | Datum | Status |
| --- | --- | --- |
| Bauausschuss | 24.11.2026 | öffentlich |
| Gemeinderat | 08.12.2026 | öffentlich |

**Tagesordnungspunkt:**
Neubau des Spielplatzes Gartenstraße
hier: Vergabe der Bauarbeiten

## Sachverhalt

Der Spielplatz in der Gartenstraße ist seit dem 3. März 2026 gesperrt. Drei Firmen haben bis zum 30. Oktober 2026 angeboten. Das günstigste Angebot der Firma Holzbau Ahorn GmbH beträgt 48.500,00 €.

| Kosten | Betrag |
| --- | --- |
| Geräte | 30.250,50 € |
| Erdarbeiten | 18.249,50 € |
| Summe | 48.500,00 € |
| Förderung | 20.000,00 € |
| Eigenanteil | 28.500,00 € |

## Beschlussvorschlag

Der Gemeinderat beauftragt die Firma Holzbau Ahorn GmbH nach § 2 Abs. 1 der Vergabeordnung zum Preis von 48.500 € mit dem Bau des Spielplatzes Gartenstraße.

## Anlagen

- Preisspiegel

## Mitzeichnung

FB 1, Kämmerei
`,
  decision: `Kreisverwaltung Buchenkreis
Schlossplatz 1
66998 Buchenstadt

Herrn
Emil Vogt
Gartenstraße 12
66999 Buchental

Datum: 16.11.2026

# Bescheid

Sehr geehrter Herr Vogt,

## Tenor

1. Das Lagern von Altreifen auf dem Grundstück Gartenstraße 12 wird untersagt.
2. Die Altreifen sind bis zum 15.01.2027 zu entfernen.
3. Für diesen Bescheid wird eine Gebühr von 120,00 € festgesetzt.

## Begründung

Bei der Kontrolle am 05.10.2026 lagen dort 40 Altreifen. Sie wurden mit Schreiben vom 12.10.2026 angehört und haben sich nicht geäußert.

Rechtsgrundlage ist § 62 KrWG. Nach pflichtgemäßem Ermessen ist die Untersagung das mildeste Mittel.

## Rechtsbehelfsbelehrung

Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch erhoben werden. Der Widerspruch ist bei der Kreisverwaltung Buchenkreis, Schlossplatz 1, 66998 Buchenstadt, schriftlich oder zur Niederschrift einzulegen. Eine einfache E-Mail genügt nicht.

Mit freundlichen Grüßen

i. A. Ulla Specht
`,
  mail: `Guten Tag Frau Sommer,

vielen Dank für Ihre E-Mail vom 9. November 2026. Der Termin ist am 30. November 2026 um 9 Uhr.

Mit freundlichen Grüßen

Karl Linde
Fachbereich 2, Verbandsgemeinde Buchental
Telefon 06399 920-14
`,
};
