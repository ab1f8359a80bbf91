import { describe, expect, it } from '@jest/globals';
import type { ItemKind } from '../../../contract/privacy.ts';
import type { Found } from './found.ts';
import { because, classOf, documentOf, FILLER, mailOf, suggest } from './testing/readings.ts';

describe('social', () => {
  const GREETING = 'Sehr geehrte Frau Sommerfeld,\n\n';

  it.each([
    ['Ihr Antrag auf Wohngeld liegt uns vor.', '„Wohngeld“ im Text'],
    ['Der Wohngeldantrag ist unvollständig.', '„Wohngeld“ im Text'],
    ['Die Wohn-\ngeldbewilligung liegt bei.', '„Wohngeld“ im Text'],
    ['DAS BÜRGERGELD WIRD GEKÜRZT.', '„Bürgergeld“ im Text'],
    ['Das Buergergeld wird gekürzt.', '„Bürgergeld“ im Text'],
    ['Hilfe zur\nErziehung wird gewährt.', '„Hilfe zur Erziehung“ im Text'],
    ['Der GdB beträgt 50.', '„GdB“ im Text'],
    ['Die Befunde liegen bei.', '„Befund“ im Text'],
    ['Pflegegrad und Unterhaltsvorschuss', '„Pflegegrad“ und „Unterhaltsvorschuss“ im Text'],
    ['Ihre Hundesteuer ist fällig.', '„Hundesteuer“ im Text'],
    ['Ihr Gewerbesteuermessbetrag steht fest.', '„Gewerbesteuer“ im Text'],
    ['Die Vollstreckung wird eingeleitet.', '„Vollstreckung“ im Text'],
    ['Das Jugendamt prüft mit der Krankenkasse.', '„Jugendamt“ und „Krankenkasse“ im Text'],
    ['Leistungen nach dem SGB XII und Unterhalt', '„SGB XII“ und „Unterhalt“ im Text'],
  ])('is a term of social or tax secrecy together with a person: %s', (text, reason) => {
    expect(suggest(documentOf(GREETING + text), ['person'])).toEqual({
      dataClass: 'social',
      because: [reason, 'Namen'],
    });
    expect(classOf(GREETING + text)).toBe('internal');
  });

  it.each<ItemKind>(['street', 'birthdate', 'iban', 'account', 'id-document', 'plate', 'reference'])(
    'is a term with an item that tells whose matter it is: %s',
    (kind) => {
      expect(classOf('Wohngeld bewilligt', kind)).toBe('social');
    },
  );

  it('is not a term with the contact of an office, but in a mail somebody is behind it', () => {
    expect(classOf('Wohngeld: Fragen an unsere Hotline', 'phone', 'email', 'place', 'url')).toBe('personal');
    expect(suggest(mailOf({ newest: 'mein wohngeld?' }), ['email']).dataClass).toBe('social');
  });

  it.each<ItemKind>(['tax-id', 'social-security'])('is a number of that kind by itself: %s', (kind) => {
    expect(classOf('Anbei die Nummer.', kind)).toBe('social');
    expect(because('Anbei die Nummer.', kind)).toHaveLength(1);
  });

  it('is found in subject, earlier messages, attachments and what the person typed', () => {
    const found: ItemKind[] = ['person'];
    expect(suggest(mailOf({ subject: 'Wohngeld' }), found).dataClass).toBe('social');
    expect(suggest(mailOf({ thread: '> Ihr Wohngeld' }), found).dataClass).toBe('social');
    const attachments = [{ name: 'a.pdf', text: 'Ihr Wohngeld' }];
    expect(suggest(mailOf({ attachments }), found).dataClass).toBe('social');
    const said = ['Wohngeld bewilligt'];
    for (const beside of [{ typed: said }, { earlier: said }]) {
      expect(suggest(mailOf({}), found, beside).dataClass).toBe('social');
      expect(suggest({ kind: 'nothing' }, [], beside, { beyond: new Set(found) }).dataClass).toBe('social');
    }
  });

  it.each([
    'Der Jugendhilfeausschuss tagt, die Jugendhilfeplanung ruht.',
    'Die Grundsteuerreform und der Gewerbesteuerhebesatz',
    'Die Hundesteuersatzung',
    'Die Unterhaltung der Gewässer und die Unterhaltungslast',
    'Das Finanzamt zieht um.',
    'Der Sonderbefund, die Fehlerdiagnose',
  ])('is not a word that only begins or sounds alike, nor one weak term alone: %s', (text) => {
    expect(classOf(GREETING + text, 'person')).toBe('personal');
  });

  it.each(['Dienstanweisung über die Bearbeitung von Wohngeld', 'Merkblatt Wohngeld', 'Rundschreiben Nr. 3'])(
    'is not a text about a subject that an author signs: %s',
    (title) => {
      const text = `${title}\n\nWohngeld wird auf Antrag bewilligt.\n\ngez. Sommerfeld`;
      expect(classOf(text)).not.toBe('social');
      expect(classOf(text, 'person', 'phone', 'email')).toBe('personal');
      for (const kind of ['birthdate', 'street', 'iban', 'reference'] as const) {
        expect(classOf(text, 'person', kind)).toBe('social');
      }
      const about = (more: Partial<Found>) => suggest(documentOf(text), ['person'], {}, more).dataClass;
      expect(about({ besideSigners: true })).toBe('social');
      expect(about({ beyond: new Set(['person'] as const) })).toBe('social');
      expect(about({ beyond: new Set(['place'] as const) })).toBe('personal');
    },
  );

  it('is no law in which the search takes a word for a name', () => {
    const law = 'Wohngeldgesetz\nVom 3. März 2020\n\n§ 1 Zweck\n\nWohngeld hilft.\n\n§ 2 Höhe\n\nEs steigt.';
    expect(suggest(documentOf(law), ['person'], {}, { besideSigners: true }).dataClass).toBe('personal');
  });

  it('is a letter to somebody whatever it is headed', () => {
    expect(classOf(`Merkblatt Wohngeld\n\n${GREETING}Ihr Wohngeld`, 'person')).toBe('social');
  });
});

describe('personal', () => {
  it.each<[ItemKind, string]>([
    ['person', 'Namen'],
    ['street', 'Anschriften'],
    ['birthdate', 'Geburtsdaten'],
    ['phone', 'Telefonnummern'],
    ['email', 'E-Mail-Adressen'],
    ['iban', 'Bankverbindungen'],
    ['account', 'Bankverbindungen'],
    ['id-document', 'Ausweisnummern'],
    ['plate', 'Kfz-Kennzeichen'],
    ['reference', 'Akten- oder Kundenzeichen'],
    ['url', 'Internetadressen mit Namen'],
    ['other', 'Angaben, die unkenntlich gemacht werden'],
  ])('is any personal item: %s', (kind, reason) => {
    expect(suggest(documentOf(FILLER), [kind])).toEqual({ dataClass: 'personal', because: [reason] });
  });

  it('is not a place alone', () => {
    expect(classOf(FILLER, 'place')).toBe('internal');
  });

  it('names what was found in one sentence', () => {
    expect(because(FILLER, 'street', 'person')).toEqual(['Namen und Anschriften']);
    expect(because(FILLER, 'iban', 'account')).toEqual(['Bankverbindungen']);
    expect(because(FILLER, 'person', 'street', 'birthdate', 'phone', 'email')).toEqual([
      'Namen, Anschriften, Geburtsdaten, Telefonnummern und weitere Angaben',
    ]);
  });

  it('quotes nothing of the text', () => {
    const { because: reasons } = suggest(documentOf('Sehr geehrte Frau Sommerfeld, Wohngeldbescheid 4711'), [
      'person',
    ]);
    expect(reasons.join()).not.toMatch(/Sommerfeld|4711|Bescheid/i);
  });
});

describe('hostile texts', () => {
  it.each([
    'V S ',
    'GEHEIM\n',
    'nur für den ',
    '§ 1\n',
    '- ',
    '| ',
    'dieses geheim eingestuft? ',
    'a-\nb',
    '>\n',
  ])('are got through: a long row of %j', (unit) => {
    const text = unit.repeat(400_000 / unit.length);
    expect(
      suggest({ kind: 'document', title: '', part: 'whole', text }, ['person']).because.length,
    ).toBeGreaterThan(0);
  });
});
