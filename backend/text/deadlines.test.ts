import { describe, expect, it } from '@jest/globals';
import { factsOf } from './digest.ts';
import { FINDINGS, findings } from '../models/builtin/findings.ts';
import { digestNow } from './testing/real-texts.ts';

async function deadlines(text: string): Promise<string[]> {
  return factsOf(await digestNow(text), 'deadline').map(({ value }) => value);
}

describe('deadlines in words', () => {
  it.each([
    [
      'Der Antrag ist mindestens vier Wochen vor dem gewünschten Beginn zu stellen.',
      'mindestens vier Wochen vor dem gewünschten Beginn',
    ],
    ['Der Verlust ist spätestens innerhalb von 24 Stunden zu melden.', 'innerhalb von 24 Stunden'],
    ['Sie wird längstens für zwei Jahre erteilt.', 'längstens für zwei Jahre'],
    ['Sie endet mit einer Frist von vier Wochen zum Monatsende.', 'Frist von vier Wochen zum Monatsende'],
    ['Die Genehmigung ist auf sechs Monate zu befristen.', 'auf sechs Monate'],
    ['Zahlen Sie zwei Wochen nach Zugang.', 'zwei Wochen nach Zugang'],
    ['Unfälle sind unverzüglich zu melden.', 'unverzüglich'],
  ])('%s', async (text, value) => {
    expect(await deadlines(text)).toEqual([value]);
  });

  it.each([
    'Die Bindung gilt mindestens fünf Jahre ab Einrichtung des Verbundes.',
    'Er zog zwei Jahre nach der Scheidung um.',
    'Höchstens zwei Seiten sind erlaubt.',
  ])('is none: %s', async (text) => {
    expect(await deadlines(text)).toEqual([]);
  });
});

const TABLE = `| Was | Bis wann | Wer |
| --- | --- | --- |
| Benennung der Personen | 4. Dezember 2026 | Büroleitungen |
| Bericht | 31. März 2027 | alle |`;

describe('deadlines in tables', () => {
  it('come from the column that the header calls one, with what and who', async () => {
    const from = await digestNow(TABLE);
    expect(findings(from, FINDINGS.deadlines, 5)).toBe(
      '- **4. Dezember 2026**: „Benennung der Personen“ (Büroleitungen)\n- **31. März 2027**: „Bericht“ (alle)',
    );
  });

  it('are none in a table of meetings, nor below the table', async () => {
    const meetings = '| Gremium | Datum |\n| --- | --- |\n| Rat | 29.04.2026 |';
    expect(await deadlines(meetings)).toEqual([]);
    expect(await deadlines(`${TABLE}\n\nText.\n\n| Rat | 29.04.2026 |`)).toHaveLength(2);
  });

  it('are listed by day, and one day twice when it ends two matters', async () => {
    const text = `Der Bericht ist bis zum 31. März 2027 fällig. Anträge sind bis zum 31. März 2027 zu stellen. Meldung binnen eines Monats. Abgabe bis zum 5. Januar 2027. Der Bericht ist bis zum 31. März 2027 fällig.`;
    const list = findings(await digestNow(text), FINDINGS.deadlines, 1);
    expect(list.match(/\*\*[^*]+\*\*/gu)).toEqual([
      '**5. Januar 2027**',
      '**31. März 2027**',
      '**31. März 2027**',
      '**binnen eines Monats**',
    ]);
  });
});
