import { describe, expect, it } from '@jest/globals';
import { marked, personsIn, personsInAll, plain } from './testing/marked.ts';

/** Each text says by its brackets what is a person. */
const finds = (texts: readonly string[]) =>
  it.each(texts)('%s', (text) => expect(marked(plain(text))).toBe(text));

describe('surnames that are common words', () => {
  finds([
    'Bäckerei ⟦Klein⟧ öffnet um sechs.',
    'Der Bauer ⟦Heinrich Bauer⟧ verkauft dem Bauern ein Feld.',
    'Herr ⟦Bauer⟧ wohnt dort. Der Bauer im Ort bestellt das Feld.',
    'Es urteilte Richter ⟦Richter⟧ selbst.',
    'Herr ⟦August⟧ kommt erst im August.',
    'Kanzlei Dr. ⟦Vogel⟧ schreibt uns; der Vogel fliegt.',
    'Autohaus ⟦Schmitt⟧ GmbH',
    'Frau ⟦Klein⟧ rief an. ⟦Klein⟧ bat um Rückruf. Die Wohnung ist klein, der kleine Raum auch.',
    'Herr ⟦Koch⟧ fragt, ob ein Koch eingestellt wird. ⟦Koch⟧ ist dagegen.',
    'Die Zeugin ⟦Sommer⟧ sah im Sommer nichts.',
    'Frau ⟦Pfarrer⟧ sprach mit Frau Bürgermeisterin ⟦Lang⟧.',
  ]);
});

describe('whole names', () => {
  finds([
    'mit ⟦Lena-Sophie Müller⟧ besprochen',
    '⟦MÜLLER, Lena-Sophie⟧',
    '⟦Müller, Lena-Sophie⟧ (geb. 1.2.1990)',
    '⟦Giese Carolin⟧',
    'Unterlagen an ⟦P. Müller⟧ und ⟦H.-J. Weber⟧ geben',
    'Es kamen ⟦Ludwig van der Heyden⟧ und ⟦Giacomo della Porta⟧.',
    'Frau ⟦von und zu Hohenacker⟧, Herr ⟦von Osler⟧ und Frau ⟦El Khatib⟧',
    'Freifrau ist sie: ⟦Hülya Freifrau von Gienanth⟧.',
    '⟦DE LA CRUZ, Inés⟧',
    'Gestern war ⟦Klaus Breitschopf⟧ hier.',
    'Frau ⟦Müller⟧ von der Stadt Kusel rief an, ⟦Anna⟧ von der Verwaltung auch.',
    'Herr ⟦Nguyễn Văn Đức⟧ wohnt hier.',
  ]);
});

describe('cues', () => {
  finds([
    'Sehr geehrte Frau Prof. Dr. med. ⟦Weiß⟧,',
    'Sehr geehrter Herr Kollege Dr. ⟦Wunderlich⟧,',
    'Hallo ⟦Salvatore⟧, hallo ⟦Rosetta⟧!',
    'hallo ⟦karsten⟧,',
    'Liebe Grüße, ⟦Susann⟧',
    'lg ⟦stefan⟧',
    'gruß ⟦m. weber⟧',
    'Mit freundlichen Grüßen\n\ni. A. ⟦Brück⟧',
    'Im Auftrag\n⟦Kl⟧',
    'gez. ⟦Möller⟧',
    'z. Hd. Frau ⟦Weiß⟧',
    'c/o ⟦Lange⟧',
    'Ansprechpartnerin: ⟦Gerda Wolf⟧',
    'Sachbearbeiter(in): Hr. ⟦Thoma⟧',
    '**Name:** ⟦Müller⟧',
    'Teilnehmer: ⟦Klein⟧, ⟦Yıldız⟧, ⟦Kowalczyk⟧ (FB 2), Dr. ⟦Groß⟧',
    'mein Name ist ⟦Gernot Reuter⟧ und ich frage',
    'Von: ⟦Stefan Müller⟧ <x@example.org>\nAn: ⟦Weber, Anna⟧\nCc: Dr. ⟦Uwe Fritz⟧',
    'Verteiler:\n- Frau ⟦Blum⟧\n- ⟦M. Gutmann⟧, FB 1',
    'hallo frau ⟦schuck⟧, mein mann ⟦daniel⟧ kommt',
    'Wv. 13.10.2026 bei ⟦Schäfer⟧',
    'Termin ⟦Sonnenschein⟧ ./. ⟦Wolke⟧ am 4.12., Vorgang ⟦Kahn, Ottokar⟧',
    'anwesend: ⟦Stolz⟧, ⟦Frost⟧, ⟦Sperling⟧ und Dr. ⟦Kern⟧',
    'Unser Ansprechpartner ist ⟦Gerda Wolf⟧, ⟦F. v. Gagern-Ott⟧ vertritt.',
    'Zeuge: PHK ⟦Nickel⟧',
    'Prof. Dr. ⟦H. Brandstetter⟧        Dr. ⟦S. Mikulić⟧        ⟦M. Trautwein⟧',
  ]);

  it('reads columns of a table', () => {
    const table =
      '| Name | Vorname | Ort |\n|---|---|---|\n| ⟦Klein⟧ | ⟦Rosa⟧ | Kusel |\n| ⟦Yıldız⟧ | ⟦Ayşe⟧ | Kusel |';
    expect(marked(plain(table))).toBe(table);
  });

  it('takes the name above a street', () => {
    const text = 'Gülşah Çelikkaya\nLindenweg 4';
    const street = { start: 17, end: 28, kind: 'street' as const, rule: 'test', weight: 2 as const };
    expect(marked(text, [street])).toBe('⟦Gülşah Çelikkaya⟧\nLindenweg 4');
  });
});

describe('inflection', () => {
  finds([
    '⟦Müllers⟧ Antrag und ⟦Voß’⟧ Widerspruch: Herr ⟦Müller⟧ und Frau ⟦Voß⟧.',
    'Familie ⟦Müller⟧ zieht um; die ⟦Müllers⟧ ziehen ins ⟦Müllersche⟧ Haus.',
    'Familie ⟦Bauer⟧ hat vier Kinder; die ⟦Bauers⟧ zahlen. ⟦Bauers⟧ Sohn ist krank.',
    'Eheleute ⟦Peter⟧ und ⟦Beate Bauer⟧ geb. ⟦Schäfer⟧',
  ]);

  it('leaves the inflection outside of what it knows', () => {
    const [first] = personsIn('Müllers Antrag: Herr Müller');
    expect(first?.person).toMatchObject({ surname: 'Müller', ending: 1 });
    const [voss] = personsIn('Voß’ Antrag: Frau Voß');
    expect(voss?.person).toMatchObject({ surname: 'Voß', ending: 1 });
    const [hans] = personsIn('Herr Mertens kommt.');
    expect(hans?.person).toMatchObject({ surname: 'Mertens', ending: 0 });
  });
});

describe('what is known of a person', () => {
  it.each([
    ['Frau Lena-Sophie Müller', { given: 'Lena-Sophie', surname: 'Müller', gender: 'female', plural: false }],
    ['MÜLLER, Lena-Sophie', { given: 'Lena-Sophie', surname: 'Müller', gender: 'female' }],
    ['Herr von der Heide', { given: '', surname: 'von der Heide', gender: 'male' }],
    ['Familie Yıldız', { surname: 'Yıldız', gender: null, plural: true }],
    ['lg stefan', { given: 'Stefan', surname: '', gender: 'male' }],
    ['gruß m. weber', { given: 'M.', surname: 'Weber' }],
  ])('%s', (text, person) => expect(personsIn(text)[0]?.person).toMatchObject(person));
});

describe('what is no person', () => {
  finds([
    'Konrad-Adenauer-Stiftung, Elisabeth-Krankenhaus, Robert-Koch-Institut, Robert Koch Institut, Max-Planck-Gesellschaft',
    'Daimler, Bosch, Porsche und der Otto-Versand liefern.',
    'In St. Martin und Sankt Julian, an der Friedrich-Ebert-Schule und in der Konrad-Adenauer-Straße',
    'Kopp/Ramsauer, VwVfG, § 28 Rn. 5; Stelkens/Bonk/Sachs, VwVfG, 9. Aufl. 2018',
    'So auch BGH, NJW 2010, 123 – Schmidt; vgl. Gruber, NVwZ 2012, 44.',
    'VG Oberes Glantal, Landkreis Kusel, Amtsgericht Landstuhl, OVG Koblenz',
    'Die Frau kam mit dem Herrn am Montag im März. Eine Frau rief an.',
    '[[Bitte ergänzen: Aktenzeichen der Behörde]] und [[Textbaustein 1]] an [PERSON_1]',
    'Ernst nehmen wir das. Rosa Kleidung. Mark und Pfennig.',
    'Der Bürgermeister und die Landrätin, CDU und SPD, Grüne und FDP.',
    'Sehr geehrte Damen und Herren, liebe Kolleginnen und Kollegen,',
    'M. Crohn, Morbus Basedow, Parkinson, Apgar 9/10/10. Marcumar wurde pausiert.',
    'Viele Grüße\nIhr Team der Verbandsgemeinde',
    'A. Zuständigkeit\nB. Gründe\nz. B. Wasser, Abs. 2 S. 1 BauGB',
  ]);
});

describe('propagation', () => {
  it('finds a name of one text in all texts of the request', () => {
    const [mail, file] = personsInAll([
      'Sehr geehrter Herr Grünspan,',
      'Grünspan hat am 3. Mai unterschrieben.',
    ]);
    expect(mail).toHaveLength(1);
    expect(file).toMatchObject([{ start: 0, end: 8, rule: 'person.propagation' }]);
  });

  it('takes the name in a mail address for a cue', () => {
    expect(marked('Bitte an Oehlgrün, Tel. 12\nOehlgrün <petra.oehlgruen@example.org>')).toContain(
      'an ⟦Oehlgrün⟧',
    );
  });
});

describe('writing', () => {
  it('reads decomposed letters, soft hyphens and breaks', () => {
    expect(marked('Herr Mu\u0308ller, Frau Schön\u00adfelder und Herr Kraut-\nkremer')).toBe(
      'Herr ⟦Müller⟧, Frau ⟦Schönfelder⟧ und Herr ⟦Krautkremer⟧',
    );
  });

  it('reads texts with blanks before punctuation', () => {
    expect(marked('Das sagte Dr . Klaus Murjahn , Berlin .')).toBe(
      'Das sagte Dr . ⟦Klaus Murjahn⟧ , Berlin .',
    );
  });
});
