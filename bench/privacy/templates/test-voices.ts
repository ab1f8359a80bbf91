import type { Template } from '../make/template.ts';

const forwarded: Template = {
  name: 'weitergeleitete-anfrage',
  form: 'mail',
  write(w) {
    const [citizen, head, clerk] = [w.person(), w.person(), w.person()];
    const neighbour = w.person();
    return `Von: ${head.full}
Gesendet: ${w.choose(['Montag', 'Donnerstag'])}, ${w.date()} 08:${w.int(10, 59)}
An: ${clerk.reversed} (KV Musterland)
Cc: ${w.choose([w.person().reversed, w.email(w.person())])}
Betreff: WG: ${w.choose(['Parkausweis', 'Baumfällung', 'Kanal', 'Sperrmüll'])} ${w.townName()}

${w.choose([`${clerk.given},`, `Hallo ${clerk.isFemale ? 'Frau' : 'Herr'} ${clerk.surname},`, `Moin ${clerk.given},`])}

${w.choose(['übernimmst du das?', 'bitte bis Freitag beantworten.', `bitte mit ${w.person().formalDative} abstimmen.`])}

${w.choose([`Gruß ${head.given}`, `Danke\n${head.surname}`, `VG\n${head.lower}`])}

> Anfang der weitergeleiteten Nachricht:
> Von: ${w.choose([citizen.full, citizen.lower])} <${w.email(citizen)}>
> Datum: ${w.date()}
>
> Sehr geehrte Damen und Herren,
>
> ich wohne in der ${w.street()} in ${w.town()} und habe seit ${w.date()} Ärger mit ${neighbour.formalDative}. ${w.choose([`${neighbour.surname} parkt immer vor meiner Tür (${w.plate()}).`, `${neighbour.genitive} Baum verschattet meine Solaranlage.`, `Auch ${w.person().full} von gegenüber kann das bezeugen.`])}
> Im Vorgang ${w.choose(['Az.', 'Nr.', 'Aktenzeichen'])} ${w.file()} wurde mir ein Rückruf versprochen: ${w.choose([w.phone(), w.mobile()])}.
> Außerdem fehlt die Erstattung von ${w.amount()} auf ${w.iban()}.
>
> ${w.choose(['Mit freundlichen Grüßen', 'Hochachtungsvoll', 'gruss'])}
> ${w.choose([citizen.full, citizen.lower, citizen.initialed])}`;
  },
};

const noise: Template = {
  name: 'laermbeschwerde',
  form: 'mail',
  write(w) {
    const [writer, noisy, officer] = [w.person(), w.person(), w.person()];
    const partner = w.relative(noisy);
    return `${w.choose(['Betreff: Ruhestörung', 'Betreff: LÄRM!!!', 'Betreff: schon wieder'])}

${w.choose(['Hallo Ordnungsamt,', officer.salutation, `Guten Abend ${officer.formal},`])}

gestern um ${w.int(22, 23)} Uhr hat ${w.choose([noisy.full, noisy.formal])} (${w.street()}) wieder die Musik aufgedreht. ${w.choose([noisy.surname, noisy.given])} meinte nur, ${partner.given} habe Geburtstag. Am ${w.date()} war es dasselbe, da war auch ${w.person().full} dabei, Nummer ${w.mobile()}. ${w.choose(
      [
        `Mein Mann und ich haben mit ${partner.full} geredet, ohne Erfolg.`,
        `Vermietet wird von ${w.person().formalDative}, aber da hebt niemand ab (${w.phone()}).`,
        `Ihre Kollegin ${w.person().surname} wollte vorbeikommen.`,
      ],
    )} Bei ${noisy.genitive} parkt außerdem ein Lkw, ${w.plate()}.

${w.choose(['Es reicht.', 'Ich bitte um Rückmeldung.', 'Was kostet das Bußgeld, 50 oder 500 €?'])}

${w.choose([writer.full, writer.lower, writer.upper])}
${w.address()}
${w.choose([w.phone(), w.email(writer)])}`;
  },
};

const applicants: Template = {
  name: 'bewerberauswahl',
  form: 'note',
  write(w) {
    const applicantsOf = w.persons(w.int(4, 6));
    const [first = w.person(), second = w.person(), third = w.person()] = applicantsOf;
    const [chair, council] = [w.person(), w.person()];
    return `Auswahlvermerk – Stelle 2026-${w.int(10, 99)} (Sachbearbeitung Wohngeld, EG 9a TVöD)

Kommission: ${chair.full} (Vorsitz), ${council.surname} (Personalrat), ${w.person().initialed} (Gleichstellung)
Gespräche am ${w.date()} und ${w.date()}

Rang  Name                         Jg./geb.      Note
${applicantsOf.map((one, at) => `${at + 1}.    ${w.choose([one.reversed, one.full, one.listed])}    ${w.birth().written}    ${w.int(1, 3)},${w.int(0, 9)}`).join('\n')}

Begründung: ${first.formal} überzeugte durch Erfahrung. ${second.full} war nervös, ${w.choose([third.surname, third.formal])} hat abgesagt. ${w.choose(
      [
        `${chair.genitive} Bedenken gegen ${second.formalDative} teilt ${council.surname} nicht.`,
        `Die Referenz gab ${w.person().full}, ${w.phone()}.`,
        `Mit ${first.full} ist ein Beginn am ${w.date()} vereinbart.`,
      ],
    )}

Zusage an ${first.full}, ${w.address()}, ${w.email(first)}.
Reisekosten (${w.amount()}) an ${third.full}: ${w.iban()}.

${chair.surname}`;
  },
};

const helpers: Template = {
  name: 'jugendhilfe-teamprotokoll',
  form: 'minutes',
  write(w) {
    const [child, guardian] = [w.person(), w.person()];
    const mother = w.relative(child);
    const team = w.persons(4);
    const [a = child, b = child, c = child, d = child] = team;
    return `Teamsitzung ASD, ${w.date()}
Teilnehmende: ${w.choose([`${a.given}, ${b.given}, ${c.given}, ${d.given}`, team.map(({ surname }) => surname).join('/'), team.map(({ full }) => full).join(', ')])}
Protokoll: ${a.given}

Fall ${child.reversed}, *${w.birth('child').written}, Az. ${w.file()}

${b.given} berichtet: ${mother.formal} (${w.address()}) ist seit ${w.date()} nicht erreichbar, Handy ${w.mobile()}. ${child.given} ist bei ${w.choose([`den Großeltern ${w.relative(mother).given} und ${w.relative(mother).given}`, guardian.formalDative, `Tante ${w.relative(mother).given}`])}. ${w.person().formal} aus der Schule macht sich Sorgen um ${child.given}. ${w.choose(
      [
        `${c.given} sieht keine akute Gefährdung, ${d.given} schon.`,
        `${guardian.full} wird zur Vormundin bestellt.`,
        `${child.genitive} Vater heißt ${w.person().full} und lebt in ${w.townName()}.`,
      ],
    )}

Ergebnis: Hausbesuch durch ${c.given} und ${d.given} bis ${w.date()}. Hilfe nach § 31 SGB VIII, ${w.amount()} je Monat. Krankenkasse: ${w.health()}.

Nächster Fall: Geschwister ${w.person().surname} – vertagt.`;
  },
};

export const voices: readonly Template[] = [forwarded, noise, applicants, helpers];
