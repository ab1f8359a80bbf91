import type { Template } from '../make/template.ts';

const naturalisation: Template = {
  name: 'einbuergerung',
  form: 'note',
  write(w) {
    const [applicant, clerk, police] = [w.person(), w.person(), w.person()];
    const spouse = w.relative(applicant);
    const born = w.birth();
    return `Referat 14 – Staatsangehörigkeit
Gz. ${w.file()}                                        ${w.date()}

Prüfvermerk Einbürgerung § 10 StAG

Antragsteller/in: ${w.choose([applicant.reversed, applicant.listed, applicant.full])}, geboren am ${born.written}
Anschrift: ${w.address()}
Pass: ${w.paper('passport')}, Steuer-Identifikationsnummer ${w.taxId()}
Rentenversicherung: ${w.pension(born, applicant)}

Feststellungen:
- ${w.choose([applicant.formal, applicant.surname])} lebt seit acht Jahren mit ${w.choose([spouse.full, spouse.given])} (geb. ${w.birth().written}) und ${w.int(1, 3)} Kindern im Kreisgebiet.
- Den Lebensunterhalt sichert ${w.choose([spouse.given, applicant.given])} durch Arbeit bei der Firma {-:${w.firmName()}} GmbH & Co. KG; netto ${w.amount()}.
- ${w.choose([
      `Polizeioberkommissar${police.isFemale ? 'in' : ''} ${police.surname} teilt mit, es liege nichts vor.`,
      `Nach Mitteilung ${police.fullGenitive} (LKA) bestehen keine Bedenken.`,
      `${police.formal} vom Jobcenter hat am ${w.date()} geantwortet.`,
    ])}
- ${applicant.genitive} Loyalitätserklärung vom ${w.date()} ist bei der Akte.

Vorschlag: ${applicant.formalDative} die Einbürgerung zusichern. Die Gebühr beträgt 255,00 Euro.

${w.choose([clerk.full, clerk.initialed])}
App. ${w.int(200, 499)}, Vertretung: ${w.person().surname}`;
  },
};

const parentalBenefit: Template = {
  name: 'elterngeld',
  form: 'decision',
  write(w) {
    const [mother, child] = [w.person(), w.person()];
    const father = w.relative(mother);
    return `Jugendamt – Elterngeldstelle

${w.choose([mother.addressee, `Familie\n${mother.surname}`])}
${w.street()}
${w.town()}

Elterngeld-Nummer ${w.number('EG-####-@@')}
Es schreibt Ihnen: ${w.person().full}
Sie erreichen mich: ${w.phone()}
Kusel, ${w.date()}

Elterngeld für Ihr Kind ${child.given}, geb. ${w.birth('child').written}

Guten Tag ${mother.isFemale ? 'Frau' : 'Herr'} ${mother.surname}${w.maybe(0.4) ? `, guten Tag ${father.isFemale ? 'Frau' : 'Herr'} ${father.surname}` : ''},

Sie erhalten Elterngeld für den 1. bis 12. Lebensmonat von ${child.given}, ${father.given} erhält es für den 13. und 14. Monat. Wir zahlen monatlich ${w.amount()} auf das Konto mit der IBAN ${w.iban()}${w.maybe(0.5) ? `, das auf den Namen ${father.full} lautet` : ''}. Die Steuer-IDs (${w.taxId()} und ${w.taxId()}) melden wir dem Finanzamt.

${w.choose([
  `Ihre Krankenkasse führt Sie unter ${w.health()}.`,
  `Den Arbeitgeber, ${w.person().fullGenitive} Praxis in ${w.townName()}, haben wir unterrichtet.`,
  `Sie hatten uns am ${w.date()} auch die Geburtsurkunde von ${w.relative(mother).given} geschickt; wir senden sie zurück.`,
])}

Gegen diesen Bescheid können Sie innerhalb eines Monats Widerspruch erheben (§ 13 BEEG, §§ 78 ff. SGG).

Freundliche Grüße
${w.choose([w.person().full, w.person().initialed])}`;
  },
};

const maintenance: Template = {
  name: 'unterhaltsvorschuss',
  form: 'letter',
  write(w) {
    const [debtor, clerk] = [w.person(), w.person()];
    const children = Array.from({ length: w.int(1, 3) }, () => w.relative(debtor));
    const other = w.person();
    return `Landkreis Musterland · Der Landrat · Jugendamt · Postfach 11 40 · 67284 Kirchheimbolanden

Gegen Empfangsbekenntnis
${debtor.addressee}
${w.maybe(0.3) ? `c/o ${w.person().full}\n` : ''}${w.street()}
${w.town()}

Aktenzeichen${w.choose([':', ''])} ${w.file()}
Sachbearbeitung: ${w.choose([clerk.reversed, clerk.full])}, Zi. ${w.int(101, 420)}
E-Mail ${w.email(clerk)}

Rechtswahrungsanzeige nach § 7 Abs. 2 UhVorschG

${debtor.salutation}

${children.map((child) => `für ${child.full}, geb. ${w.birth('child').written}`).join(', ')} zahlen wir ab ${w.date()} Unterhaltsvorschuss. Das Kind lebt bei ${other.formalDative}, ${w.address()}. Sie sind verpflichtet, ${w.amount()} monatlich zu zahlen.

${w.choose([
  `${other.full} hat angegeben, dass Sie bei ${w.person().formalDative} beschäftigt sind.`,
  `Ihre Bankverbindung bei uns: ${w.iban()}; bitte prüfen.`,
  `Ihr Auto (${w.plate()}) haben Sie nach ${other.genitive} Angaben verkauft.`,
])} Zahlungen leisten Sie unter dem Kassenzeichen ${w.number('##.######.#')} oder sprechen Sie uns an: ${w.choose([w.phone(), w.mobile()])}.

Hochachtungsvoll
Im Auftrag

${clerk.surname}`;
  },
};

const participation: Template = {
  name: 'teilhabe-gesamtplan',
  form: 'note',
  write(w) {
    const [person, manager, doctor] = [w.person(), w.person(), w.person()];
    const relative = w.relative(person);
    return `GESAMTPLAN NACH § 121 SGB IX (Auszug)

Leistungsberechtigt: ${person.upper}
Geboren: ${w.birth().written}
Wohnform: besondere Wohnform „Haus Sonnenberg“, ${w.address()}
Rechtliche Betreuung: ${w.choose([relative.full, w.person().full])}, ${w.phone()}
KV-Nummer: ${w.health()}
Az.: ${w.file()}

1 Ziele
${person.given} möchte selbstständig einkaufen und ${relative.given} öfter besuchen. ${w.choose([person.formal, person.surname])} möchte nicht mehr mit ${w.person().given} in einem Zimmer wohnen.

2 Gespräch am ${w.date()}
Teilgenommen haben ${person.formal}, ${w.choose([relative.formal, relative.surname])}, Teilhabemanager${manager.isFemale ? 'in' : ''} ${manager.full} und Bezugsbetreuer ${w.choose([w.person().surname, w.person().full])}. ${w.choose(
      [
        `Laut ${doctor.formalDative} (Neurologie) ist keine Besserung zu erwarten.`,
        `${doctor.fullGenitive} Gutachten vom ${w.date()} liegt vor.`,
        `${doctor.initialed} hat das Attest am ${w.date()} gefaxt.`,
      ],
    )}

3 Leistungen
Assistenz, ${w.int(3, 20)} Stunden je Woche, ${w.amount()} im Monat; Persönliches Budget auf ${w.iban()}.

Unterschriften: ${person.full} · ${relative.initialed} · ${manager.surname}`;
  },
};

const weapons: Template = {
  name: 'waffen-jagd',
  form: 'letter',
  write(w) {
    const [hunter, clerk, buyer] = [w.person(), w.person(), w.person()];
    return `${hunter.reversed}
${w.address()}
Tel.: ${w.choose([w.phone(), w.mobile()])}

Untere Jagd- und Waffenbehörde

${w.date()}

Betr.: Waffenbesitzkarte ${w.number('WBK ####/##')}, Jagdschein Nr. ${w.number('##-###')}

${clerk.salutation}

hiermit zeige ich an, dass ich die Büchse Mauser M 12 (Waffen-Nr. ${w.number('@@######')}) an ${w.choose([buyer.full, buyer.formalDative])}, geboren ${w.birth().written}, ${w.address()}, verkauft habe. Der Personalausweis (${w.paper('card')}) hat mir vorgelegen. ${w.choose(
      [
        `Vermittelt hat den Verkauf ${w.person().formal} vom Hegering.`,
        `Zeuge war mein ${hunter.isFemale ? 'Bruder' : 'Sohn'} ${w.relative(hunter).given}.`,
        `${buyer.surname} holt am ${w.date()} auch den Schrank ab.`,
      ],
    )}

Den Preis von ${w.amount()} hat ${w.choose([buyer.surname, buyer.formal])} auf mein Konto ${w.iban()} gezahlt. ${w.maybe(0.5) ? `Mein Geländewagen hat nun das Kennzeichen ${w.plate()}.` : `Bitte antworten Sie an ${w.email(hunter)}.`}

Waidmannsheil
${w.choose([hunter.full, hunter.initialed])}`;
  },
};

export const affairs: readonly Template[] = [
  naturalisation,
  parentalBenefit,
  maintenance,
  participation,
  weapons,
];
