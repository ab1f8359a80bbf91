import type { Template } from '../make/template.ts';

const course: Template = {
  name: 'ferienkurs-csv',
  form: 'table',
  write(w) {
    const separator = w.choose([',', ';', '\t']);
    const rows = Array.from({ length: w.int(5, 8) }, () => {
      const child = w.person();
      return [
        child.given,
        child.surname,
        w.birth('child').written,
        w.town(),
        w.street(),
        w.choose([w.relative(child).given, w.relative(child).full, child.formal]),
        w.choose([w.mobile(), w.phone()]),
      ].join(separator);
    });
    return `${['Vorname', 'Name', 'geb.', 'PLZ Ort', 'Straße', 'Kontakt', 'Handy'].join(separator)}
${rows.join('\n')}
Kursleitung${separator}${w.person().surname}
Kasse${separator}${w.choose([w.person().given, w.person().initialed])}
Beitrag${separator}${w.amount()}`;
  },
};

const tenants: Template = {
  name: 'mieterliste',
  form: 'table',
  write(w) {
    const rows = Array.from({ length: w.int(4, 7) }, (_, at) => {
      const tenant = w.person();
      return `WE ${at + 1}    ${w.choose([tenant.reversed, tenant.full, tenant.listed])}    ${w.choose([`seit ${w.date()}`, `*${w.birth().written}`])}    ${w.choose([w.phone(), w.mobile(), 'ohne Telefon'])}    ${w.amount()}`;
    });
    const [caretaker, manager] = [w.person(), w.person()];
    return `Wohnhaus ${w.street()}, ${w.town()}
Mieterliste (Stand ${w.date()})

${rows.join('\n')}

Hausmeister: ${w.choose([caretaker.surname, caretaker.full])}
Hausverwaltung: ${manager.initialed} / ${w.person().surname}
Kaution auf ${w.iban()}
Zählernummer: ${w.number('1EMH00########')}`;
  },
};

const thread: Template = {
  name: 'mail-verlauf',
  form: 'mail',
  write(w) {
    const [a, b, c] = [w.person(), w.person(), w.person()];
    const family = w.relative(c);
    return `${w.choose([`Hi ${a.given},`, `Liebe Kolleginnen und Kollegen, hallo ${a.given},`, `${a.given}, ${b.given},`])}

${w.choose([`das soll bitte ${b.surname} machen.`, `${b.given} ist bis ${w.date()} im Urlaub.`, `ich habe mit ${b.formalDative} gesprochen.`])} ${c.genitive} Antrag ist am ${w.date()} eingegangen.

${w.choose(['Gruß', 'Danke', 'vg', 'LG'])} ${w.choose([b.given, b.surname, b.lower])}

> On ${w.date()}, ${w.choose([a.full, a.lower, a.reversed])} <${w.email(a)}> wrote:
> > ${c.lower} <${w.email(c)}> schrieb:
> >
> > Guten Tag ${a.isFemale ? 'Frau' : 'Herr'} ${a.surname},
> > ${w.choose(['meine Tochter', 'mein Sohn', 'mein Kind'])} ${family.given} (geb. ${w.birth('child').written}) braucht den Ausweis bis ${w.date()}. Wir wohnen ${w.choose(['in der', 'noch', 'jetzt'])} ${w.street()} in ${w.town()}. Die alte Nummer war ${w.paper('card')}. Meine Nummer: ${w.mobile()}.
> > ${w.choose(['mfg', 'Mit freundlichen Grüßen', 'Viele Grüße'])}
> > ${w.choose([c.lower, c.full, c.upper])}`;
  },
};

const talk: Template = {
  name: 'schulgespraech',
  form: 'minutes',
  write(w) {
    const [pupil, teacher, social] = [w.person(), w.person(), w.person()];
    const [mother, sibling] = [w.relative(pupil), w.relative(pupil)];
    return `Runder Tisch Schule/Jugendamt am ${w.date()}
Dabei: ${[teacher, social, mother].map((one) => w.choose([one.full, one.surname, one.formal])).join(w.choose([', ', ' / ', ' und ']))}
Es geht um: ${w.choose([pupil.reversed, pupil.full])}, Klasse ${w.int(1, 10)}b, ${w.choose(['geb.', '*', 'Geburtsdatum:'])} ${w.birth('child').written}

${teacher.surname}: ${pupil.given} fehlt seit ${w.date()}. ${pupil.She} sei müde, sagt ${sibling.given}.
${social.surname}: ${w.choose([`Mit ${mother.given} vereinbart: jeden Montag Anruf bei ${mother.formalDative} (${w.mobile()}).`, `Hausbesuch bei ${w.address()} am ${w.date()}.`, `${pupil.genitive} Akte (${w.choose(['Az.', 'Aktenzeichen', 'Gz.'])} ${w.file()}) wird beigezogen.`])}
${mother.given} ${w.choose(['weint', 'stimmt zu', 'lehnt ab'])}. ${w.choose([`Ihr Bruder ${w.relative(pupil).given} hilft.`, `Die Oma heißt ${w.person().full}, Telefon ${w.phone()}.`, `Der Kinderarzt ist Dr. ${w.person().surname}, ${w.street()}.`])}

Ergebnis: ${pupil.given} geht wieder zur Schule; ${social.given} berichtet bis ${w.date()}. Kosten der Nachhilfe: ${w.amount()}.
Protokoll: ${w.choose([social.given, social.initialed, social.surname])}`;
  },
};

export const variety: readonly Template[] = [course, tenants, thread, talk];
