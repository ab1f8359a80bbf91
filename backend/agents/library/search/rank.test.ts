import { describe, expect, it } from '@jest/globals';
import { findableTerms, rankFound } from './rank.ts';

/** Tasks as they stand in a library, by short names. */
const TASKS: Readonly<Record<string, { name: string; purpose: string; texts?: string[] }>> = {
  rundschreiben: {
    name: 'Rundschreiben auswerten',
    purpose:
      'Liest ein Rundschreiben oder einen Erlass: wer zuständig ist, welche Fristen laufen und was zu tun ist. Ergebnis sind Vermerk, Aufgabenliste und E-Mail an die Fachbereiche.',
    texts: ['Zuständigkeit und Handlungsbedarf lesen', 'Fristen umrechnen', 'Mail an die Fachbereiche'],
  },
  buergeranfrage: {
    name: 'Bürgeranfrage beantworten',
    purpose:
      'Sammelt alle Fragen eines Briefs oder einer E-Mail von Bürgerinnen und Bürgern, schlägt sie im internen Wissen nach und entwirft das Antwortschreiben mit offenen Punkten.',
    texts: ['Fragen lesen', 'Im Wissen nachschlagen', 'Antwortschreiben entwerfen'],
  },
  vorlage: {
    name: 'Sitzungsvorlage erstellen',
    purpose:
      'Erstellt aus Notizen oder einem Angebot eine Sitzungsvorlage: Sachverhalt, Kostentabelle, Beratungsfolge und Beschlussvorschlag.',
    texts: ['Sachverhalt schreiben', 'Eigenanteil ausrechnen', 'Beschlussvorschlag'],
  },
  pruefen: {
    name: 'Sitzungsvorlage prüfen',
    purpose:
      'Prüft eine Sitzungsvorlage, bevor sie in den Ausschuss geht: Beschlussvorschlag gegen Sachverhalt, Summen, Daten.',
    texts: ['Summe der Kosten nachrechnen', 'Termine vergleichen'],
  },
  bescheid: {
    name: 'Bescheid formal prüfen',
    purpose: 'Prüft einen Bescheid vor dem Versand: Tenor, Begründung, Anhörung und Rechtsbehelfsbelehrung.',
    texts: ['Rechtsgrundlage', 'Bekanntgabe und Widerspruchsfrist'],
  },
  stellungnahmen: {
    name: 'Stellungnahmen zusammenführen',
    purpose: 'Führt mehrere Mails mit Stellungnahmen der Fachbereiche in einer Tabelle zusammen.',
    texts: ['Wer sich geäußert hat', 'Zustimmung oder Bedenken'],
  },
  protokoll: {
    name: 'Protokoll aus Notizen',
    purpose: 'Macht aus Mitschriften einer Besprechung ein Protokoll mit Beschlüssen, Aufgaben und Terminen.',
    texts: ['Teilnehmende', 'Aufgaben mit Frist'],
  },
  faq: {
    name: 'FAQ aus Dienstanweisung',
    purpose: 'Macht aus einer Dienstanweisung häufige Fragen mit Antworten, jede mit Fundstelle.',
    texts: ['Fragen finden', 'Antwort mit Paragraf'],
  },
  telefon: {
    name: 'Telefonnotiz',
    purpose:
      'Macht aus Stichworten zu einem Anruf eine Notiz für die Akte: wer, worum es ging, Rückruf bis wann.',
    texts: ['Name', 'Anliegen', 'Rückruf bis'],
  },
  datenschutz: {
    name: 'Datenschutzhinweis',
    purpose: 'Textbaustein über die Verarbeitung personenbezogener Daten nach Art. 13 DSGVO.',
  },
  einladung: {
    name: 'Einladung zu einer Besprechung',
    purpose: 'Anweisung für eine kurze Einladung mit Ort und Zeit.',
  },
  einfach: { name: 'In einfache Sprache', purpose: 'Schreibt einen Text so um, dass ihn alle verstehen.' },
};
const things = Object.entries(TASKS).map(
  ([id, { texts = [], ...task }]) => [id, findableTerms({ ...task, texts })] as const,
);
const find = (question: string) => rankFound(question, things);

describe('a task is found by what it does', () => {
  it.each([
    ['Antwort an einen Bürger schreiben', 'buergeranfrage'],
    ['Brief beantworten', 'buergeranfrage'],
    ['auf eine Anfrage reagieren', 'buergeranfrage'],
    ['Antwortbrief', 'buergeranfrage'],
    ['Beschwerde einer Einwohnerin', 'buergeranfrage'],
    ['jemand hat angerufen', 'telefon'],
    ['Telefonat festhalten', 'telefon'],
    ['Rückrufbitte notieren', 'telefon'],
    ['Anruf', 'telefon'],
    ['Besprechung mitgeschrieben', 'protokoll'],
    ['Niederschrift aus Stichpunkten', 'protokoll'],
    ['Meeting zusammenfassen', 'protokoll'],
    ['Vorlage für den Gemeinderat', 'vorlage'],
    ['Ratsvorlage schreiben', 'vorlage'],
    ['Beschlussvorlage für den Kreistag erstellen', 'vorlage'],
    ['stimmt die Summe in der Vorlage', 'pruefen'],
    ['Sitzungsvorlage kontrollieren', 'pruefen'],
    ['Fehler in der Ratsvorlage finden', 'pruefen'],
    ['Bescheid durchsehen', 'bescheid'],
    ['fehlt die Rechtsbehelfsbelehrung?', 'bescheid'],
    ['Widerspruchsfrist', 'bescheid'],
    ['Erlass vom Ministerium', 'rundschreiben'],
    ['was müssen wir nach dem Rundschreiben tun', 'rundschreiben'],
    ['Rundmail der ADD auswerten', 'rundschreiben'],
    ['Rückmeldungen der Fachbereiche sammeln', 'stellungnahmen'],
    ['mehrere Mails in eine Tabelle', 'stellungnahmen'],
    ['Einwände zusammenstellen', 'stellungnahmen'],
    ['häufige Fragen', 'faq'],
    ['aus einer Dienstanweisung Fragen und Antworten machen', 'faq'],
    ['DSGVO', 'datenschutz'],
    ['Hinweis zum Datenschutz', 'datenschutz'],
    ['zu einem Termin einladen', 'einladung'],
    ['verständlicher schreiben', 'einfach'],
  ])('%s: %s', (question, expected) => {
    expect(find(question)[0]).toBe(expected);
  });

  it('and not where nothing of it fits', () => {
    expect(find('Quantenphysik')).toEqual([]);
    expect(find('')).toEqual([]);
    expect(find('der die das')).toEqual([]);
  });

  it('with the two tasks for one thing side by side', () => {
    expect(find('Sitzungsvorlage').toSorted()).toEqual(['pruefen', 'vorlage']);
  });

  it('in the order given where two fit alike', () => {
    const twin = findableTerms({ name: 'Vermerk', purpose: 'Schreibt einen Vermerk', texts: [] });
    expect(
      rankFound('Vermerk', [
        ['b', twin],
        ['a', twin],
      ]),
    ).toEqual(['b', 'a']);
  });
});
