import type { Template } from '../make/template.ts';

const trade: Template = {
  name: 'gewerbeanmeldung',
  form: 'form',
  write(w) {
    const [owner, partner] = [w.person(), w.person()];
    return `Gewerbe-Anmeldung nach § 14 GewO                    ${w.choose(['Betriebsnummer', 'Lfd. Gewerbe-Nr.'])}: ${w.number('########')}

1  Im Handelsregister eingetragener Name: entfällt
3  Name: ${owner.surname}
4  Vornamen: ${owner.given}
5  Geburtsname: ${w.maybe(0.4) ? w.person().surname : '–'}
6  Geburtsdatum: ${w.birth().written}
8  Staatsangehörigkeit: deutsch
9  Anschrift der Wohnung: ${w.street()}, ${w.town()}
   Telefon: ${w.phone()}     Mobil: ${w.mobile()}
   E-Mail: ${w.email(owner)}
11 Gesellschafter: ${w.choose([partner.reversed, partner.listed])}, ${w.address()}
12 Betriebsstätte: ${w.address()}
15 Tätigkeit: ${w.choose(['Hausmeisterdienst', 'Friseursalon', 'Handel mit Wein', 'Fliesenlegen'])}
17 Beginn: ${w.date()}
   Steuernummer: ${w.taxNumber()}
   USt-IdNr.: ${w.vatId()}
   Personalausweis: ${w.paper('card')}
   Kontoverbindung für die Gebühr (26,00 €): ${w.choose([w.iban(), w.account()])}

Empfangsbescheinigung
Die Anmeldung von ${w.choose([owner.formalDative, owner.full])} wird bestätigt. ${partner.formal} erhält eine eigene Bescheinigung.

${w.townName()}, ${w.date()}
${w.choose([w.person().surname, w.person().initialed])}, Gewerbeamt`;
  },
};

const brigade: Template = {
  name: 'feuerwehr-liste',
  form: 'table',
  write(w) {
    const rows = w
      .persons(w.int(6, 9))
      .map(
        (member, at) =>
          `${at + 1}\t${w.choose([member.listed, member.reversed, member.full])}\t${w.birth().written}\t${w.choose(['FM', 'OFM', 'LM', 'HBM'])}\t${w.choose([w.mobile(), w.phone()])}`,
      );
    const [leader, deputy] = [w.person(), w.person()];
    return `Freiwillige Feuerwehr Musterbach – Alarmliste (nur für den Dienstgebrauch im Gerätehaus)
Stand ${w.date()}

Nr.\tName\tgeb.\tDienstgrad\tTelefon
${rows.join('\n')}

Wehrführer: ${leader.full}, ${w.street()}, ${w.mobile()}
Stellvertretung: ${w.choose([deputy.formal, deputy.full, deputy.initialed])}
Jugendwart: ${w.choose([w.person().surname, w.person().given])}
Kasse: ${w.iban()} (Beitrag 24,00 € im Jahr)
Einsatzfahrzeug: ${w.plate()}`;
  },
};

const burial: Template = {
  name: 'friedhof',
  form: 'letter',
  write(w) {
    const heir = w.person();
    const dead = w.relative(heir);
    const [clerk, undertaker] = [w.person(), w.person()];
    return `Verbandsgemeinde Musterland
Friedhofsverwaltung
Am Rathaus 3 · 67742 Lauterecken · Telefon 06382 791-0 · info@vg-musterland.example

${heir.addressee}
${w.street()}
${w.town()}

Datum und Zeichen Ihres Schreibens: ${w.date()}
Unser Zeichen (bitte angeben): ${w.file()}
Ansprechpartner: ${clerk.full}
Durchwahl: ${w.phone()}

Grabnutzung für ${dead.full}${w.maybe(0.4) ? ` geb. ${w.person().surname}` : ''}, * ${w.birth().written}, † ${w.date()}

${heir.salutation}

zum Tod ${w.choose([`Ihrer Angehörigen ${dead.fullGenitive}`, `von ${dead.full}`])} sprechen wir Ihnen unser Beileid aus. Das Nutzungsrecht an der Grabstätte {-:${w.choose(['A', 'B', 'C'])}/${w.int(10, 40)}/${w.int(100, 300)}} verlängern wir bis 31. Dezember 2051. Das Bestattungshaus ${w.choose([`{-:${w.firmName()}} GmbH`, 'Pietät Westpfalz'])}, vertreten durch ${undertaker.formalDative}, hat die Unterlagen eingereicht.

Die Gebühr von ${w.amount()} ziehen wir von Ihrem Konto ${w.iban()} ein (Mandatsreferenz ${w.number('FH-######')}). ${w.choose(
      [
        `Die Rechnung des Steinmetzen geht an ${w.relative(heir).formalDative}, ${w.address()}.`,
        `Miterben sind ${w.relative(heir).full} und ${w.relative(heir).full}.`,
        `Ihr Bruder ${w.relative(heir).given} hat am ${w.date()} zugestimmt.`,
      ],
    )}

In stiller Anteilnahme
${w.choose([clerk.full, clerk.surname])}`;
  },
};

const schoolBus: Template = {
  name: 'schuelerbefoerderung-csv',
  form: 'table',
  write(w) {
    const rows = Array.from({ length: w.int(5, 8) }, () => {
      const pupil = w.person();
      return `${pupil.surname};${pupil.given};${w.birth('child').written};${w.street()};${w.town()};${w.relative(pupil).full};${w.choose([w.phone(), w.mobile()])};${w.number('SB-#####')}`;
    });
    return `Nachname;Vorname;Geburtsdatum;Straße;Ort;Erziehungsberechtigte;Telefon;Ausweis-Nr.
${rows.join('\n')}
Erstellt: ${w.person().initialed};${w.date()};Linie 272;Monatskarte ${w.amount()}`;
  },
};

const propertyTax: Template = {
  name: 'grundsteuer-erben',
  form: 'decision',
  write(w) {
    const owners = Array.from({ length: w.int(2, 3) }, () => w.person());
    const [first = w.person(), second = w.person()] = owners;
    const clerk = w.person();
    return `G R U N D S T E U E R B E S C H E I D   2 0 2 6
vom ${w.date()}

Kassenzeichen ${w.number('##.#####.##')}
EW-Az. des Finanzamtes: ${w.number('##/###/#####/###')}
Grundstück: ${w.street()}, ${w.town()}; Flurstück ${w.number('####/##')}

Erbengemeinschaft nach ${w.person().full}
z. Hd. ${w.choose([first.formalDative, `${first.isFemale ? 'Frau' : 'Herrn'} ${first.full}`])}
${w.street()}
${w.town()}

Schuldner: ${owners.map((owner) => w.choose([owner.reversed, owner.full])).join('; ')}

Messbetrag ${w.amount()} × Hebesatz 465 % = ${w.amount()}. Fällig je zu einem Viertel am 15.2., 15.5., 15.8. und 15.11.2026. ${w.choose(
      [
        `${second.formal} hat ein SEPA-Mandat erteilt (${w.iban()}).`,
        `Erstattungen gehen an ${second.full}, IBAN ${w.iban()}.`,
        `Wegen ${second.fullGenitive} Einspruch ruht die Vollziehung.`,
      ],
    )} Steuer-ID ${first.fullGenitive}: ${w.taxId()}.

Fragen beantwortet ${clerk.formal}, ${w.phone()}, ${w.email(clerk)}. Rechtsgrundlage: §§ 25, 27 GrStG; vgl. BFH, Urteil vom 12.01.2021 – II R 3/20.

Maschinell erstellt, ohne Unterschrift gültig`;
  },
};

export const registers: readonly Template[] = [trade, brigade, burial, schoolBus, propertyTax];
