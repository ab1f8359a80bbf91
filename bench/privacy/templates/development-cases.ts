import type { Template } from '../make/template.ts';

const objection: Template = {
  name: 'widerspruch',
  form: 'letter',
  write(w) {
    const [citizen, official] = [w.person(), w.person()];
    const spouse = w.relative(citizen);
    const file = w.file();
    const contact = w.maybe(0.5) ? `Tel. ${w.phone()}` : `Mobil ${w.mobile()}\n${w.email(citizen)}`;
    return `${citizen.full}
${w.street()}
${w.town()}
${contact}

Kreisverwaltung Musterland
– Rechtsabteilung –
Trierer Straße 49
66869 Kusel

${w.choose(['Kusel, den ', 'den ', ''])}${w.date()}

Widerspruch gegen den Bescheid vom ${w.date()}
${w.choose(['Ihr Zeichen', 'Aktenzeichen', 'Az.'])}: ${file}

${w.choose([official.salutation, 'Sehr geehrte Damen und Herren,'])}

gegen den oben genannten Bescheid lege ich ${w.maybe(0.4) ? `auch im Namen ${w.choose(['meiner Frau', 'meines Mannes'])} ${spouse.full} ` : ''}Widerspruch ein. ${w.choose(
      [
        `Die Forderung von ${w.amount()} ist nicht begründet, denn ich habe bereits am ${w.date()} bezahlt.`,
        `${official.formal} hatte mir am Telefon etwas anderes zugesagt.`,
        `Der Sachverhalt ist falsch dargestellt: ${spouse.formal} war an diesem Tag nicht zu Hause.`,
      ],
    )} Ich bin am ${w.birth().written} geboren und habe seitdem in ${w.townName()} gelebt.

${w.choose([
  `Bitte überweisen Sie den Betrag auf mein Konto ${w.iban()} zurück.`,
  `Die Abbuchung von meinem Konto (IBAN: ${w.iban()}) widerrufe ich hiermit.`,
  `Früher galt: ${w.account()}. Neu ist die IBAN ${w.iban()}.`,
])} ${w.maybe(0.5) ? `Als Zeugen benenne ich ${w.person().full}, ${w.address()}.` : `Meine Anwältin ist Rechtsanwältin ${w.person().full} in ${w.townName()}, Zeichen ${w.number('####/26')}.`}

Mit freundlichen Grüßen

${w.choose([citizen.full, citizen.initialed, citizen.full])}`;
  },
};

const housingBenefit: Template = {
  name: 'wohngeldbescheid',
  form: 'decision',
  write(w) {
    const [applicant, official] = [w.person(), w.person()];
    const household = Array.from({ length: w.int(1, 4) }, () => w.relative(applicant));
    return `Verbandsgemeindeverwaltung Musterland
Wohngeldstelle · Marktplatz 1 · 66849 Landstuhl

${applicant.addressee}
${w.street()}
${w.town()}

Unser Zeichen: ${w.file()}
Wohngeldnummer: ${w.number('########')}
Auskunft erteilt: ${w.choose([official.formal, official.full, official.initialed])}
Telefon: ${w.phone()}
Datum: ${w.date()}

Bescheid über die Bewilligung von Wohngeld

${applicant.salutation}

auf Ihren Antrag vom ${w.date()} bewilligen wir Ihnen für die Zeit vom 01.01.2027 bis 31.12.2027 Wohngeld in Höhe von monatlich ${w.amount()}.

Zum Haushalt zählen:
${household.map((member) => `- ${w.choose([member.full, member.reversed])}, geb. ${w.birth().written}`).join('\n')}

Das Wohngeld wird auf das Konto ${w.iban()} ${w.maybe(0.4) ? `(Kontoinhaber: ${w.choose([applicant.full, household[0]?.full ?? applicant.full])}) ` : ''}überwiesen. Das Einkommen von ${household[0]?.given ?? applicant.given} wurde mit ${w.amount()} angesetzt (Anlage 2). ${applicant.genitive} Miete beträgt ${w.amount()}; Vermieter ist ${w.person().formal}, ${w.address()}.

Rechtsgrundlage sind die §§ 3, 4 und 19 WoGG.

Rechtsbehelfsbelehrung
Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Widerspruch bei der Verbandsgemeindeverwaltung Musterland, Marktplatz 1, 66849 Landstuhl, erhoben werden.

Im Auftrag
${official.surname}`;
  },
};

const buildingPermit: Template = {
  name: 'bauantrag-nachbarn',
  form: 'letter',
  write(w) {
    const [owner, architect, official] = [w.person(), w.person(), w.person()];
    const neighbours = w.persons(w.int(2, 4));
    const parcel = w.number('###/#');
    return `Untere Bauaufsichtsbehörde
Az.: ${w.file()}

An
${owner.addressee}
${w.address()}

nachrichtlich: Architekturbüro ${architect.surname}, ${w.address()}

Vorhaben: Neubau einer ${w.choose(['Doppelgarage', 'Dachgaube', 'Grenzwand'])} auf dem Grundstück Gemarkung Musterbach, Flur ${w.int(1, 9)}, Flurstück ${parcel}

${owner.salutation}

Ihr Bauantrag ist am ${w.date()} eingegangen. Folgende Nachbarn haben noch nicht unterschrieben:

| Eigentümer | Anschrift | Flurstück |
|---|---|---|
${neighbours.map((neighbour) => `| ${w.choose([neighbour.reversed, neighbour.listed, neighbour.full])} | ${w.address()} | ${w.number('###/##')} |`).join('\n')}

${neighbours[0]?.formal} hat telefonisch (${w.phone()}) Bedenken erhoben: Die Abstandsfläche nach § 8 LBauO sei nicht eingehalten. ${w.choose(
      [
        `${architect.formal} sollte dazu Stellung nehmen.`,
        `Wir haben ${architect.formalDative} um Stellungnahme gebeten.`,
        `Die Pläne ${architect.fullGenitive} zeigen einen Abstand von 2,80 m.`,
      ],
    )}

Bitte reichen Sie die fehlenden Unterlagen bis ${w.date()} nach. Die Gebühr wird auf ${w.amount()} geschätzt.

Mit freundlichen Grüßen
i. A. ${w.choose([official.surname, official.initialed, official.full])}
Durchwahl ${w.phone()}`;
  },
};

const offence: Template = {
  name: 'owi-anhoerung',
  form: 'form',
  write(w) {
    const [driver, witness, official] = [w.person(), w.person(), w.person()];
    const holder = w.maybe(0.5) ? driver : w.relative(driver);
    const plate = w.plate();
    return `Zentrale Bußgeldstelle
Aktenzeichen ${w.number('###.######.#')} (bei Zahlung und Schriftverkehr angeben)

Anhörung im Bußgeldverfahren

Betroffene Person: ${w.choose([driver.reversed, driver.listed, driver.full])}
Geburtsdatum: ${w.birth().written}
Anschrift: ${w.address()}
Halter/in: ${holder.full}
Amtl. Kennzeichen: ${plate}
Tatzeit: ${w.date()}, ${w.int(10, 22)}:${w.int(10, 59)} Uhr
Tatort: B 420, Gemarkung ${w.townName()}, Abschnitt 12
Zeuge: ${w.choose([`PHK ${witness.surname}`, `${witness.formal}, Vollzugsdienst`, witness.reversed])}
Beweismittel: Foto Nr. ${w.int(100, 999)}, Messgerät ESO 3.0

${driver.salutation}

Ihnen wird vorgeworfen, mit dem Pkw ${plate} die zulässige Höchstgeschwindigkeit um ${w.int(9, 41)} km/h überschritten zu haben (§ 3 Abs. 3, § 49 StVO; § 24 StVG; 11.3.4 BKat). Haben Sie das Fahrzeug nicht geführt, nennen Sie uns bitte die Person, die gefahren ist.

${w.maybe(0.5) ? `${holder.formal} hat angegeben, das Fahrzeug sei von ${w.relative(holder).given} gefahren worden.` : `Ihre Führerscheinnummer: {d:${w.choose(['B', 'K', 'J'])}${w.int(1000000000, 9999999999)}}`}

Verwarnungsgeld: ${w.amount()}, zahlbar bis ${w.date()} unter Kassenzeichen ${w.number('#.####.######.#')}

${official.initialed}
Sachbearbeitung, Tel. ${w.phone()}`;
  },
};

const welfare: Template = {
  name: 'sozialhilfe-vermerk',
  form: 'note',
  write(w) {
    const [client, caseworker, guardian] = [w.person(), w.person(), w.person()];
    const child = w.relative(client);
    const born = w.birth();
    return `Fachbereich Soziales
Vermerk
Az.: ${w.file()}
Verfasst von: ${w.choose([caseworker.full, caseworker.surname, caseworker.initialed])}
Datum: ${w.date()}
Betreff: ${client.reversed}, geb. ${born.written}; hier: ${w.choose(['Heimkosten', 'Bestattungskosten', 'Hilfe zur Pflege'])}

Anlass
${w.choose([client.formal, client.full])} hat am ${w.date()} einen Antrag gestellt. Rentenversicherungsnummer ${w.pension(born, client)}, Krankenversichertennummer ${w.health()}.

Sachverhalt
1. ${client.surname} lebt ${w.choose(['allein', 'bei der Tochter', 'im Pflegeheim „Haus am Park“'])}, ${w.address()}. ${child.given}, ${w.choose(['das älteste Kind', 'das jüngste Kind'])}, wohnt in ${w.town()} und ist unter ${w.mobile()} erreichbar.
2. Betreuer ist ${w.choose([guardian.full, guardian.formal])} (Amtsgericht Musterstadt, {-:${w.int(1, 9)} XVII ${w.int(100, 999)}/${w.int(10, 26)}}).
3. ${client.genitive} Vermögen: Sparbuch bei der Sparkasse, ${w.iban()}, Stand ${w.amount()}; Auto ${w.plate()}.
4. ${w.choose([`Nach Auskunft ${guardian.fullGenitive} ist das Haus verkauft.`, `Mit ${guardian.formalDative} wurde am ${w.date()} gesprochen.`, `${guardian.surname} legt die Abrechnung nach.`])}

Würdigung
Die Einkommensgrenze des § 85 SGB XII ist nicht überschritten; vgl. BSG, Urteil vom 23.08.2013 – B 8 SO 24/11 R.

Ergebnis
Bewilligung ab ${w.date()}, monatlich ${w.amount()}.

Weiteres Vorgehen
${caseworker.surname} schreibt ${client.formalDative} bis ${w.date()}. Wv. ${w.date()}

gez. ${w.choose([caseworker.surname, caseworker.initialed])}`;
  },
};

export const cases: readonly Template[] = [objection, housingBenefit, buildingPermit, offence, welfare];
