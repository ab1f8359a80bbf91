import type { Template } from '../make/template.ts';

const dogTax: Template = {
  name: 'hundesteuer-mails',
  form: 'mail',
  write(w) {
    const [keeper, clerk] = [w.person(), w.person()];
    const other = w.relative(keeper);
    const number = w.number('#.####.######');
    return `Von: ${w.choose([keeper.full, keeper.lower, keeper.reversed])} <${w.email(keeper)}>
Gesendet: ${w.date()} ${w.int(10, 23)}:${w.int(10, 59)}
An: steueramt@vg-musterland.example
Betreff: AW: Hundesteuer ${number}

${w.choose([`Hallo ${clerk.formal},`, clerk.salutation, `hallo ${clerk.isFemale ? 'frau' : 'herr'} ${clerk.surname},`, 'Guten Morgen,'])}

${w.choose([
  `unser Hund ist seit ${w.date()} bei ${other.given}, ${w.address()}.`,
  `die Rechnung ging an ${other.full}, die Adresse stimmt nicht mehr. Neu: ${w.address()}.`,
  `wie besprochen die neue Bankverbindung: ${w.iban()}, Inhaber ${other.full}.`,
])} ${w.choose(['Der Kaiser ist ein Dackel.', 'Er heißt Rex und ist 4 Jahre alt.', 'Die Steuer von 60,00 € ist bezahlt.'])} ${w.maybe(0.5) ? `Rufen Sie mich an: ${w.mobile()}` : `Am besten erreichen Sie ${other.formalDative} unter ${w.phone()}.`}

${w.choose(['Viele Grüße', 'LG', 'MfG', 'Beste Grüße', 'gruß'])}
${w.choose([keeper.full, keeper.lower, keeper.given, keeper.surname])}

${w.choose(['-----Ursprüngliche Nachricht-----', '________________________________', 'Am ' + w.date() + ' schrieb ' + clerk.full + ':'])}
Von: ${clerk.reversed} <${w.email(clerk)}>
An: ${keeper.full}
Cc: ${w.person().reversed}; ${w.person().reversed}
Betreff: Hundesteuer ${number}

${keeper.salutation}

für Ihren Hund fehlt uns die Anmeldung. Bitte füllen Sie das Formular bis ${w.date()} aus. Die Steuer beträgt ${w.amount()} im Jahr.

Mit freundlichen Grüßen
Im Auftrag

${clerk.full}
Steueramt
Verbandsgemeindeverwaltung Musterland
Telefon ${w.phone()}, Fax ${w.phone()}
www.vg-musterland.example`;
  },
};

const registration: Template = {
  name: 'zulassung-vollmacht',
  form: 'form',
  write(w) {
    const [principal, agent] = [w.person(), w.person()];
    return `Vollmacht zur Zulassung eines Fahrzeugs

Vollmachtgeber/in
Name: ${principal.surname}
Vorname: ${principal.given}
${w.maybe(0.3) ? `Geburtsname: ${w.person().surname}\n` : ''}geb. am: ${w.birth().written}
Straße, Nr.: ${w.street()}
PLZ, Ort: ${w.town()}
Telefon: ${w.choose([w.phone(), w.mobile()])}
Personalausweis-Nr.: ${w.paper('card')}

Bevollmächtigte/r
${w.choose([agent.reversed, agent.listed, agent.full])}
${w.address()}
Ausweis- oder Passnummer: ${w.paper(w.choose(['card', 'passport']))}

Fahrzeug
Hersteller: ${w.choose(['Opel', 'Mercedes-Benz', 'Škoda', 'Ford'])}
Bisheriges Kennzeichen: ${w.plate()}
Wunschkennzeichen: ${w.plate()}
eVB-Nummer: ${w.number('@#@##@#')}

SEPA-Mandat für die Kraftfahrzeugsteuer
Kontoinhaber: ${w.choose([principal.full, w.relative(principal).full])}
IBAN: ${w.iban()}
BIC: {-:MALADE51KUS}
Steuer-ID: ${w.taxId()}

Die Kfz-Steuer beträgt voraussichtlich ${w.amount()}.

${w.townName()}, ${w.date()}                       ${w.choose([principal.full, principal.initialed])}`;
  },
};

const personnel: Template = {
  name: 'personalsache',
  form: 'note',
  write(w) {
    const [employee, head, council] = [w.person(), w.person(), w.person()];
    const born = w.birth();
    return `Vertrauliche Personalsache

FB 1 – Personal
Personal-Nr.: ${w.number('######')}
Bearbeitet: ${head.initialed}
${w.date()}

1. Vermerk
${employee.formal} (${employee.full}, geb. ${born.written}, wohnhaft ${w.address()}) hat ${w.choose(['die Reduzierung der Arbeitszeit', 'Elternzeit', 'eine Nebentätigkeit'])} beantragt. ${employee.She} ist seit dem 1. April 2014 in Entgeltgruppe ${w.int(5, 12)} eingruppiert. Sozialversicherungsnummer ${w.pension(born, employee)}; Steuer-ID ${w.taxId()}; Bezüge auf ${w.iban()}.

${w.choose([
  `Das Gespräch führten ${head.surname} und ${council.surname} am ${w.date()}.`,
  `Der Personalrat, vertreten durch ${council.formalDative}, hat zugestimmt.`,
  `${council.fullGenitive} Stellungnahme liegt vor.`,
])} ${employee.genitive} Vertretung übernimmt bis ${w.date()} ${w.person().full}. Private Erreichbarkeit: ${w.mobile()}, ${w.email(employee)}.

2. Schreiben an ${employee.formalDative}:

${employee.salutation}

Ihrem Antrag wird entsprochen.

3. Personalrat (${council.surname}) z. K.
4. ${w.choose([`Frau ${w.person().surname}`, `Herrn ${w.person().surname}`])}, Bezügestelle, m. d. B. um weitere Veranlassung
5. Wv. ${w.date()}

${head.surname}`;
  },
};

const enforcement: Template = {
  name: 'mahnung',
  form: 'letter',
  write(w) {
    const [debtor, bailiff] = [w.person(), w.person()];
    const register = w.number('#.#####.######.#');
    return `Kreiskasse Musterland
Postfach 12 55, 66864 Kusel
Gläubiger-ID DE98ZZZ00000123456

${w.choose([debtor.addressee, `Firma\n${debtor.full}`, `Eheleute\n${debtor.full} und ${w.relative(debtor).full}`])}
${w.street()}
${w.town()}

${w.date()}

Mahnung
Kassenzeichen: ${register}
Bescheid-Nr.: ${w.number('2026/#####')}

${debtor.salutation}

auf die Forderung vom ${w.date()} haben wir noch keine Zahlung erhalten:

Abfallgebühren        ${w.amount()}
Mahngebühr                5,00 €
Säumniszuschlag       ${w.amount()}

Zahlen Sie bis zum ${w.date()} auf das Konto der Kreiskasse. Sonst wird Vollziehungsbeamter ${w.choose([bailiff.surname, bailiff.full])} beauftragt, Tel. ${w.phone()}. Uns ist Ihr Konto ${w.choose([w.iban(), w.account()])} bekannt. ${w.maybe(0.5) ? `Ihr Arbeitgeber ist die Schreinerei {-:${w.firmName()}} GmbH in ${w.townName()}.` : `Das Fahrzeug ${w.plate()} kann gepfändet werden.`}

${w.maybe(0.5) ? `Eine Ratenzahlung können Sie mit ${w.person().formalDative} (${w.phone()}) vereinbaren.` : `Bei Rückfragen nennen Sie bitte die Kundennummer ${w.number('K-######')}.`}

Dieses Schreiben ist ohne Unterschrift gültig.`;
  },
};

const residence: Template = {
  name: 'auslaenderbehoerde',
  form: 'letter',
  write(w) {
    const [foreigner, clerk] = [w.person(), w.person()];
    const family = Array.from({ length: w.int(1, 3) }, () => w.relative(foreigner));
    return `Ausländerbehörde des Landkreises Musterland

${foreigner.addressee}
${w.street()}
${w.town()}

Zeichen: ${w.file()}
${w.maybe(0.6) ? `AZR-Nr.: ${w.number('############')}\n` : ''}Bearbeiter: ${clerk.surname}
E-Mail: ${w.email(clerk)}
${w.date()}

${w.choose(['Niederlassungserlaubnis', 'Familiennachzug', 'Duldung'])} – ${foreigner.upper}, *${w.birth().written}

${foreigner.salutation}

wir benötigen für Ihren Antrag noch:
a) den Reisepass Nr. ${w.paper('passport')} im Original,
b) die Geburtsurkunden von ${family.map(({ given }) => given).join(', ')},
c) die Meldebescheinigung ${family[0]?.fullGenitive} (geboren am ${w.birth().written}),
d) einen Nachweis der Krankenkasse (Versichertennummer ${w.health()}).

${w.choose([
  `Ihr Arbeitgeber, ${w.person().formal}, hat uns am ${w.date()} angerufen.`,
  `Ihr Bevollmächtigter, Rechtsanwalt ${w.person().full}, ${w.address()}, erhält eine Abschrift.`,
  `${family[0]?.formal} darf Sie begleiten.`,
])} Den Termin am ${w.date()} um 9:30 Uhr bestätigen Sie bitte unter ${w.phone()}.

Mit freundlichen Grüßen
Im Auftrag
${clerk.full}`;
  },
};

export const dealings: readonly Template[] = [dogTax, registration, personnel, enforcement, residence];
