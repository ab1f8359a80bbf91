import { describe, expect, it } from '@jest/globals';
import type { Evidence, Statement } from '../../contract/summary.ts';
import { dueDatesOf } from './due-dates.ts';

const LETTER = '2026-11-23';

function proven(text: string, section = 'Fristen', id = 0): Statement {
  return { id, section, text, evidence: { state: 'proven', passage: text } };
}

function dates(text: string, section = 'Fristen', writing: string | null = LETTER) {
  return dueDatesOf([proven(text, section)], writing).map(({ date, rule }) => [date, rule]);
}

describe('due dates of a list of deadlines', () => {
  it.each([
    ['Abgabe bis zum 15.12.2026.', '2026-12-15'],
    ['Die Frist läuft am 30. Juni 2027 ab.', '2027-06-30'],
    ['**31.03.2027**: Bericht', '2027-03-31'],
    ['Stichtag ist Samstag, der 5.12.2026.', '2026-12-05'],
  ])('%s names its day, and no rule moves it', (text, date) => {
    expect(dates(text)).toEqual([[date, null]]);
  });

  it.each([
    [
      'Widerspruch innerhalb eines Monats nach Bekanntgabe.',
      '2026-12-23',
      'ein Monat nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB; maßgeblich ist die Bekanntgabe',
    ],
    [
      'Antwort binnen zwei Wochen.',
      '2026-12-07',
      'zwei Wochen nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB; der Text nennt keinen Beginn der Frist',
    ],
    [
      'Antwort binnen zwei Wochen ab dem Datum dieses Schreibens.',
      '2026-12-07',
      'zwei Wochen nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB',
    ],
    [
      'Zahlung vier Wochen nach Zugang dieses Bescheides.',
      '2026-12-21',
      'vier Wochen nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB; maßgeblich ist der Zugang',
    ],
    [
      'Die Widerspruchsfrist beträgt 32 Tage.',
      '2026-12-28',
      '32 Tage nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 1 BGB; der Text nennt keinen Beginn der Frist; der 25.12.2026 ist ein Feiertag (1. Weihnachtstag), daher der nächste Werktag',
    ],
    [
      'Meldung innerhalb von zehn Arbeitstagen.',
      '2026-12-07',
      'zehn Arbeitstage nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 1 BGB; der Text nennt keinen Beginn der Frist',
    ],
    [
      'Zwei Wochen nach dem 15.12.2026 ist zu zahlen.',
      '2026-12-29',
      'zwei Wochen nach dem 15.12.2026, § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB',
    ],
    [
      'Innerhalb eines Monats ab dem 01.01.2027.',
      '2027-02-01',
      'ein Monat ab dem 01.01.2027, § 31 VwVfG mit §§ 187 Abs. 2, 188 Abs. 2 BGB; der 31.01.2027 ist ein Sonntag, daher der nächste Werktag',
    ],
    [
      'Äußerung binnen Monatsfrist.',
      '2026-12-23',
      'ein Monat nach dem Datum des Schreibens (23.11.2026), § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB; der Text nennt keinen Beginn der Frist',
    ],
    [
      'Rückmeldung bis Freitag.',
      '2026-11-27',
      'der erste Freitag nach dem Datum des Schreibens (23.11.2026)',
    ],
    [
      'Rückmeldung bis kommenden Montag.',
      '2026-11-30',
      'der erste Montag nach dem Datum des Schreibens (23.11.2026)',
    ],
    [
      'Bericht bis zum Ende des Quartals.',
      '2026-12-31',
      'Ende des laufenden Quartals, vom Datum des Schreibens (23.11.2026) aus',
    ],
    [
      'Bericht bis Monatsende.',
      '2026-11-30',
      'Ende des laufenden Monats, vom Datum des Schreibens (23.11.2026) aus',
    ],
    [
      'Bericht bis Ende des nächsten Quartals.',
      '2027-03-31',
      'Ende des folgenden Quartals, vom Datum des Schreibens (23.11.2026) aus',
    ],
    [
      'Bericht bis Ende Februar.',
      '2027-03-01',
      'ohne Jahr genannt; der letzte Tag dieses Zeitraums ab dem Datum des Schreibens (23.11.2026) ist der 28.02.2027; der 28.02.2027 ist ein Sonntag, daher der nächste Werktag',
    ],
    ['Bericht bis Ende 2027.', '2027-12-31', 'der letzte Tag dieses Zeitraums ist der 31.12.2027'],
    [
      'Bericht bis zum Ende des zweiten Quartals 2027.',
      '2027-06-30',
      'der letzte Tag dieses Zeitraums ist der 30.06.2027',
    ],
    [
      'Antwort bis 3.2.',
      '2027-02-03',
      'ohne Jahr genannt; der erste solche Tag ab dem Datum des Schreibens (23.11.2026)',
    ],
  ])('%s', (text, date, rule) => {
    expect(dates(text)).toEqual([[date, rule]]);
  });

  it.each([
    'Der Antrag ist mindestens vier Wochen vor Beginn zu stellen.',
    'Kündigung mit einer Frist von vier Wochen zum Monatsende.',
    'Der Bericht folgt drei Monate nach Abschluss der Maßnahme.',
    'Die Genehmigung gilt längstens für zwei Jahre.',
    'Entscheidung innerhalb von drei Monaten nach Eingang des Antrags.',
    'Binnen zwei Wochen, nachdem der Bau beendet ist.',
    'Unverzüglich zu melden.',
    'Das Rundschreiben vom 01.02.2020 gilt ab dem 01.03.2020.',
    'Die Frist ist nicht angegeben.',
    'Die Aufbewahrungsfrist beträgt 10 Jahre.',
    'Die Aufbewahrungsfrist beträgt 10 Jahre ab Zugang.',
    'Es gilt eine Bearbeitungsfrist von drei Monaten.',
    'Bearbeitungsfrist: drei Monate',
    'Die Frist endet nicht vor dem 1.5.2026.',
    'Mit dem Bau darf nicht vor dem 1.5. begonnen werden.',
    'Mit dem Bau darf nicht vor dem 1.5.2026 begonnen werden; die Frist ist zu beachten.',
    'Anträge, die vor dem 1.1.2026 gestellt wurden, sind zu prüfen.',
    'Vor dem 1.1.2026 gestellte Anträge sind zu prüfen.',
    'Die Frist beginnt am 1.3.2026.',
    'Die Frist beginnt für alle Gemeinden am Montag, dem 2.3.2026.',
    'Fristbeginn ist der 1.3.2026.',
    'Am 1.3.2026 beginnt die Frist.',
    'Die Frist endet frühestens am 1.5.2026.',
    'Frühestens ab dem 1.5.2026 zu beantragen.',
    'Mindestens drei Wochen vor dem 15.12.2026 zu melden.',
    'Spätestens drei Wochen vor der Sitzung am 15.12.2026 zu melden.',
    'Spätestens drei Wochen vor dem 15.12. zu melden.',
  ])('leads to no day: %s', (text) => {
    expect(dates(text)).toEqual([]);
  });

  it.each([
    [
      'Vorlage spätestens drei Wochen vor dem 15.12.2026.',
      '2026-11-24',
      'drei Wochen vor dem 15.12.2026, rückwärts gerechnet entsprechend § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB',
    ],
    [
      'Vorlage bis zwei Monate vor Dienstag, dem 15. Dezember 2026.',
      '2026-10-15',
      'zwei Monate vor dem 15.12.2026, rückwärts gerechnet entsprechend § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 2 BGB',
    ],
    [
      'Vorlage spätestens 10 Tage vor dem 15.12.2026.',
      '2026-12-04',
      'zehn Tage vor dem 15.12.2026, rückwärts gerechnet entsprechend § 31 VwVfG mit §§ 187 Abs. 1, 188 Abs. 1 BGB; der 05.12.2026 ist ein Samstag, daher der Werktag davor',
    ],
    ['Der Antrag ist vor dem 15.12.2026 einzureichen.', '2026-12-14', 'der Tag vor dem 15.12.2026'],
  ])('%s is counted back', (text, date, rule) => {
    for (const section of ['Fristen', 'Kernaussagen']) expect(dates(text, section)).toEqual([[date, rule]]);
  });

  it.each([
    ['Die Anmeldung beginnt am 1.3.2027 und endet am 31.3.2027.', '2027-03-31'],
    ['Frühestens am 1.3.2027, spätestens am 31.3.2027 abzugeben.', '2027-03-31'],
  ])('takes only the end of %s', (text, date) => {
    expect(dates(text)).toEqual([[date, null]]);
  });

  it.each(['Frist: zwei Wochen', 'Die Antwortfrist beträgt zwei Wochen.', 'Rückmeldefrist: zwei Wochen'])(
    'assumes a start for: %s',
    (text) => {
      expect(dates(text)).toMatchObject([['2026-12-07', expect.stringContaining('keinen Beginn')]]);
    },
  );

  it('counts nothing from a letter without a date', () => {
    for (const text of [
      'Binnen zwei Wochen.',
      'Bis Freitag.',
      'Bis Monatsende.',
      'Bis 3.2.',
      'Bis Ende März.',
    ]) {
      expect(dates(text, 'Fristen', null)).toEqual([]);
    }
    expect(dates('Bis zum 15.12.2026.', 'Fristen', null)).toHaveLength(1);
    expect(dates('Zwei Wochen nach dem 15.12.2026.', 'Fristen', null)).toHaveLength(1);
  });

  it('takes every date of a line for a limit only where its words name none', () => {
    expect(
      dates('31.10.2026: Ihr am 05.10.2026 gestellter Antrag ist bis zum 31.10.2026 zu ergänzen'),
    ).toEqual([['2026-10-31', null]]);
  });

  it('takes a weekday and the date behind it for one day', () => {
    expect(dates('Antwort bis Freitag, den 4. Dezember 2026.')).toEqual([['2026-12-04', null]]);
  });
});

describe('due dates of a summary', () => {
  it('come by day, with the statement in one line', () => {
    const statements = [
      proven('Die **Gemeinden** berichten bis zum 31.03.2027.', 'Zu tun', 0),
      proven('Abgabe bis 15.12.2026', 'Kernaussagen', 1),
    ];
    expect(dueDatesOf(statements, LETTER)).toEqual([
      { statement: 1, what: 'Abgabe bis 15.12.2026', date: '2026-12-15', rule: null },
      { statement: 0, what: 'Die Gemeinden berichten bis zum 31.03.2027.', date: '2027-03-31', rule: null },
    ]);
  });

  it('need a limit outside of the list of deadlines', () => {
    expect(dates('Am 15.12.2026 tagt der Rat.', 'Kernaussagen')).toEqual([]);
    expect(dates('Am 15.12.2026 tagt der Rat.', 'Fristen')).toHaveLength(1);
  });

  it('are never made of what the source does not have', () => {
    const of = (evidence: Evidence) =>
      dueDatesOf([{ id: 0, section: 'Fristen', text: 'Abgabe bis 15.12.2026.', evidence }], LETTER);
    expect(of({ state: 'unproven' })).toEqual([]);
    expect(of({ state: 'absent' })).toEqual([]);
    expect(of({ state: 'inexact', passage: 'Abgabe zum Quartal', figures: ['15.12.2026'] })).toEqual([]);
    expect(of({ state: 'inexact', passage: 'Abgabe bis 16.12.2026', figures: ['15.12.2026'] })).toMatchObject(
      [{ date: '2026-12-16' }],
    );
    expect(
      of({ state: 'inexact', passage: 'Die Abgabe ist bis 15. Dezember 2026 nötig', figures: [] }),
    ).toMatchObject([{ date: '2026-12-15' }]);
  });

  it.each([
    ['Abgabe bis Freitag.', 'Abgabe bis Montag'],
    ['Abgabe bis Ende März.', 'Abgabe Anfang April'],
    ['Abgabe bis Jahresende.', 'Abgabe in Bälde'],
    ['Abgabe bis zum Ende des zweiten Quartals.', 'Abgabe im ersten Quartal'],
  ])('are not made of %s where the passage says: %s', (text, passage) => {
    const evidence: Evidence = { state: 'inexact', passage, figures: [] };
    const found = dueDatesOf([{ id: 0, section: 'Fristen', text, evidence }], LETTER);
    const own = dueDatesOf([{ id: 0, section: 'Fristen', text: passage, evidence }], LETTER);
    expect(found).toHaveLength(own.length);
    expect(found.map(({ date }) => date)).toEqual(own.map(({ date }) => date));
  });

  it('say the same matter once, and two matters of a day twice', () => {
    const statements = [
      proven('Die Kreise melden die Zahlen bis zum 15.12.2026.', 'Handlungsbedarf', 0),
      proven('15.12.2026: Meldung der Zahlen durch die Kreise', 'Fristen', 1),
      proven('15.12.2026: Abrechnung aller Kosten', 'Fristen', 2),
    ];
    expect(dueDatesOf(statements, LETTER).map(({ statement }) => statement)).toEqual([1, 2]);
  });

  it('stay within reason', () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      proven(`${'Wort'.repeat(i)} bis 15.12.2026`, 'Fristen', i),
    );
    expect(dueDatesOf(many, LETTER).length).toBeLessThanOrEqual(100);
    const days = Array.from({ length: 12 }, (_, i) => `bis zum ${i + 10}.12.2026`);
    expect(dates(days.join(', '))).toHaveLength(5);
    expect(dates('Frist: 31.12.9999')).toEqual([]);
    expect(dates('Binnen zwei Wochen.', 'Fristen', '0203-01-01')).toEqual([]);
    expect(dates(`Bis ${'Wort '.repeat(100)}15.12.2026`)[0]).toBeDefined();
  });
});
