import type { Template } from '../make/template.ts';

const nursery: Template = {
  name: 'kita-liste',
  form: 'table',
  write(w) {
    const rows = Array.from({ length: w.int(4, 7) }, () => {
      const child = w.person();
      const parent = w.relative(child);
      return `| ${w.choose([child.reversed, child.listed])} | ${w.birth('child').written} | ${w.choose([parent.full, parent.formal, parent.given])} | ${w.street()} | ${w.choose([w.mobile(), w.phone()])} |`;
    });
    return `Kita „Villa Kunterbunt“ – Gruppe ${w.choose(['Igel', 'Füchse', 'Sonnenkäfer', 'Bärchen'])}
Stand: ${w.date()}

| Kind | geb. | Sorgeberechtigte | Anschrift | Notfallnummer |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

Gruppenleitung: ${w.person().full}
Aushilfe: ${w.choose([w.person().initialed, w.person().surname])}
Elternbeitrag für das Essen: ${w.amount()}`;
  },
};

const councilMinutes: Template = {
  name: 'gemeinderat-protokoll',
  form: 'minutes',
  write(w) {
    const members = w.persons(w.int(6, 9));
    const [chair, clerk, citizen] = [w.person(), w.person(), w.person()];
    const [a, b, c] = [members[0] ?? chair, members[1] ?? chair, members[2] ?? chair];
    return `Ortsgemeinde Musterbach
Niederschrift über die öffentliche Sitzung des Ortsgemeinderates am ${w.date()}, 19:30 Uhr, im Dorfgemeinschaftshaus

Vorsitz: Ortsbürgermeister${chair.isFemale ? 'in' : ''} ${chair.full}
Schriftführung: ${clerk.full}
Anwesende Ratsmitglieder: ${members.map((member) => w.choose([member.full, member.surname])).join(', ')}
Entschuldigt: ${w.person().full}
Gäste: ${w.person().formal} (Forstamt Kusel), ${w.person().full} (Planungsbüro)

TOP 1 – Einwohnerfragestunde
${citizen.formal}, ${w.street()}, fragt nach dem Zustand des Feldwegs. ${chair.surname} sagt eine Prüfung bis ${w.date()} zu.

TOP 2 – Vergabe der Straßenbeleuchtung
${w.choose([
  `${a.surname} spricht sich für LED aus, ${b.surname} und ${c.surname} widersprechen.`,
  `Auf Antrag ${a.fullGenitive} wird die Vergabe vertagt; ${b.formal} enthält sich.`,
  `Ratsmitglied ${a.surname} ist nach § 22 GemO ausgeschlossen und nimmt im Zuschauerraum Platz.`,
])} Die Kosten betragen ${w.amount()}. Beschluss: ${w.int(5, 9)} Ja-Stimmen, ${w.int(0, 3)} Nein-Stimmen.

TOP 3 – Grundstücksangelegenheiten (nicht öffentlich)
Das Flurstück ${w.number('####/#')} wird an ${w.choose([`die Eheleute ${w.person().surname}`, w.person().full, w.person().formalDative])}, ${w.address()}, verkauft. Kaufpreis ${w.amount()}. ${c.genitive} Einwand wird zurückgewiesen.

TOP 4 – Verschiedenes
${b.formal} dankt der Feuerwehr. ${w.choose([members[3]?.surname ?? b.surname, members[4]?.full ?? b.full])} lädt zum Dorffest ein.

${chair.surname}                        ${clerk.surname}`;
  },
};

const routing: Template = {
  name: 'verfuegung-verteiler',
  form: 'note',
  write(w) {
    const [author, head, mayor] = [w.person(), w.person(), w.person()];
    const [petitioner, expert] = [w.person(), w.person()];
    const readers = w.persons(w.int(3, 5));
    const departments = ['FB 1', 'FB 2', 'Bauhof', 'Kasse', 'Standesamt'];
    return `Verfügung
${w.choose(['Az. ', 'Az.: ', 'Aktenzeichen: ', 'Geschäftszeichen: '])}${w.file()}
${author.initialed} ${w.choose(['', `(Tel. ${w.phone()})`])}

1. Vermerk
Mit Schreiben vom ${w.date()} beschwert sich ${w.choose([petitioner.full, petitioner.formal])}, ${w.address()}, über ${w.choose(['den Winterdienst', 'die Straßenreinigung', 'parkende Lkw'])}. ${w.choose(
      [
        `${expert.surname} (Bauhof) hat die Stelle angesehen.`,
        `Nach Auskunft von ${expert.formalDative} ist alles in Ordnung.`,
        `${expert.formal} und ${head.formal} waren am ${w.date()} vor Ort.`,
      ],
    )} Ein Foto liegt als {u:Foto_${petitioner.plainSurname.replace(/[^\p{L}]/gu, '_')}_01.jpg} bei. Die Kosten lagen bei ${w.amount()}.

2. Schreiben an
   ${petitioner.full}
   ${w.choose([w.email(petitioner), w.mobile(), w.phone()])}

   ${petitioner.salutation}
   vielen Dank für Ihren Hinweis. Wir kümmern uns bis ${w.date()} darum.

3. Herrn Bürgermeister ${mayor.surname} vor Abgang z. K.

4. Verteiler:
${readers.map((reader, at) => `   - ${w.choose([reader.formalDative, reader.surname, reader.reversed, reader.initialed])}, ${departments[at]}`).join('\n')}

5. ${w.choose([`Wv. ${w.date()} bei ${head.surname}`, 'z. d. A.'])}

i. A. ${author.surname}`;
  },
};

const signatures: Template = {
  name: 'mail-signatur',
  form: 'mail',
  write(w) {
    const [writer, reader, third] = [w.person(), w.person(), w.person()];
    return `From: "${writer.reversed}" <${w.email(writer)}>
To: "${reader.full}" <${w.email(reader)}>
Cc: ${w.email(third)}
Date: Tue, 3 Nov 2026 10:${w.int(10, 59)}:00 +0100
Subject: ${w.choose(['Rückfrage, Az.', 'Unterlagen zu Aktenzeichen', 'Ihr Zeichen'])} ${w.file()}

${w.choose([`Liebe${reader.isFemale ? '' : 'r'} ${reader.given},`, `Hallo ${reader.given},`, reader.salutation, `Guten Tag ${reader.full},`])}

${w.choose([
  `im Anhang schicke ich dir die Liste von ${third.given}. ${third.surname} hat die Zahlen geprüft.`,
  `${third.formal} bat mich, Ihnen den Vorgang ${w.file()} zuzusenden.`,
  `mit ${third.full} habe ich am ${w.date()} telefoniert; ${third.given} meldet sich.`,
])} Der Antragsteller ${w.person().full} (${w.choose(['geb. ', '* ', 'geboren am '])}${w.birth().written}) wohnt ${w.choose(['jetzt', 'wieder', 'noch'])} in der ${w.street()} in ${w.town()}. Die Nachzahlung beläuft sich auf ${w.amount()}.

${w.choose(['Herzliche Grüße', 'Mit freundlichem Gruß', 'Viele Grüße aus dem Rathaus', 'Beste Grüße'])}
${w.choose([writer.given, writer.full, writer.lower, writer.initialed])}
--
${writer.full}
Sachgebietsleitung Soziales
Kreisverwaltung Musterland
Trierer Straße 49, 66869 Kusel
T ${w.phone()} | M ${w.mobile()}
${w.email(writer)}
https://www.kreis-musterland.example`;
  },
};

export const lists: readonly Template[] = [nursery, councilMinutes, routing, signatures];
