import { describe, expect, it } from '@jest/globals';
import { datesIn } from './dates.ts';
import { factsOf } from './digest.ts';
import type { FactKind } from './facts.ts';
import { digestNow, hasShared, shared } from './testing/real-texts.ts';

async function values(text: string, ...kinds: FactKind[]): Promise<string[]> {
  return factsOf(await digestNow(text), ...kinds).map(({ value }) => value);
}

describe('dates', () => {
  it.each([
    ['bis zum 15.06.2026.', '2026-06-15'],
    ['am 15. Juni 2026 um', '2026-06-15'],
    ['den 3.5.26, um', '2026-05-03'],
    ['seit 2024-02-29 gilt', '2024-02-29'],
    ['am 14.8. am Konzert', null],
  ])('%s', (text, iso) => {
    expect(datesIn(text).map((date) => date.iso)).toEqual([iso]);
  });

  it.each(['31.02.2026', 'Abschnitt 3.2.1', '192.168.1.20', '1.234,56 €', 'am 45.13.2026'])(
    'is none: %s',
    (text) => {
      expect(datesIn(text)).toEqual([]);
    },
  );
});

describe('facts', () => {
  it('finds deadlines and not every date', async () => {
    expect(await values('Ihr Schreiben vom 12.05.2026 liegt vor.', 'deadline')).toEqual([]);
    expect(await values('Die Antragsfrist läuft bis zum 15.06.2026.', 'deadline')).toEqual(['15.06.2026']);
    expect(await values('Spätestens am 1. Juli ist zu zahlen.', 'deadline')).toEqual(['1. Juli']);
    expect(await values('Sie können binnen eines Monats Widerspruch einlegen.', 'deadline')).toEqual([
      'binnen eines Monats',
    ]);
    expect(await values('Bitte melden Sie sich innerhalb von zwei Wochen.', 'deadline')).toEqual([
      'innerhalb von zwei Wochen',
    ]);
    expect(await values('Abgabefrist: 01.03.2027', 'deadline')).toEqual(['01.03.2027']);
  });

  it('finds amounts and shares', async () => {
    const text =
      'Summe 314.065,00 €, dazu 6.250 € im Jahr, EUR 50, 2,5 Mio. € und 58 % oder 15 Prozent; Art. 7 zählt nicht.';
    expect(await values(text, 'amount')).toEqual(['314.065,00 €', '6.250 €', 'EUR 50', '2,5 Mio. €']);
    expect(await values(text, 'share')).toEqual(['58 %', '15 Prozent']);
  });

  it.each([
    ['Nach § 5 Abs. 1 Satz 2 Nr. 3 VwVfG gilt das.', ['§ 5 Abs. 1 Satz 2 Nr. 3 VwVfG']],
    ['Gemäß Art. 28 DSGVO und § 80 SGB X ist', ['Art. 28 DSGVO', '§ 80 SGB X']],
    ['nach § 6 Absatz 7 des Personalausweisgesetzes', ['§ 6 Absatz 7 des Personalausweisgesetzes']],
    ['nach Artikel 15 der Verordnung (EU) 2016/679.', ['Artikel 15 der Verordnung (EU) 2016/679']],
    ['Es gilt § 5 und die Frist läuft.', ['§ 5']],
    [
      'gemäß den Fördergrundsätzen zur IKZ-Pilotförderung ist das so.',
      ['Fördergrundsätzen zur IKZ-Pilotförderung'],
    ],
  ])('finds law: %s', async (text, laws) => {
    expect(await values(text, 'law')).toEqual(laws);
  });

  it('finds references with a number only', async () => {
    expect(await values('Az.: 10-023/2026, Ihr Zeichen: FB1-7.', 'reference')).toEqual([
      '10-023/2026',
      'FB1-7',
    ]);
    expect(await values('Das Aktenzeichen fehlt.', 'reference')).toEqual([]);
  });

  it.each([
    'Der Antrag ist bis Freitag einzureichen.',
    'Die Gemeinden haben die Listen vorzulegen.',
    'Sie werden gebeten, das Formular auszufüllen.',
    'Der Landkreis wird von allen ermächtigt, den Antrag zu stellen.',
    'Bitte senden Sie die Unterlagen zurück.',
    'Jede Kommune muss zustimmen.',
  ])('is something to do: %s', async (text) => {
    expect(await values(text, 'action')).toHaveLength(1);
  });

  it.each([
    'Das ist schön, von dir zu lesen.',
    'Ich muss jetzt los.',
    'Wir sind bereit, Ihnen zu helfen.',
    'Die Bahn hat zu allen Orten Züge.',
    'Ist das einzureichen?',
  ])('is nothing to do: %s', async (text) => {
    expect(await values(text, 'action')).toEqual([]);
  });

  (hasShared ? it : it.skip)('reads the council paper (needs ../shared)', async () => {
    const from = await digestNow(shared('texts/sitzungsvorlage-ki-verbund.txt'));
    const deadline = factsOf(from, 'deadline');
    expect(deadline.map(({ value, iso }) => [value, iso])).toEqual([['15.06.2026', '2026-06-15']]);
    expect(deadline[0]?.sentence.text).toMatch(/^Die Antragsfrist .* läuft bis zum 15\.06\.2026\.$/u);
    const figures = factsOf(from, 'amount', 'share').map(({ value }) => value);
    expect(figures).toEqual(expect.arrayContaining(['314.065,00 €', '6.250 €', '58 %', '15 %']));
    for (const { value, sentence } of from.facts) {
      if (value.includes('…')) continue;
      expect(sentence.text).toContain(value);
    }
  });
});
