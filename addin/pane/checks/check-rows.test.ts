import { describe, expect, it } from '@jest/globals';
import type { Readability } from '../../../contract/checks.ts';
import { doubtsOf, rowsOf } from './check-rows.ts';

const easy: Readability = {
  words: 90,
  sentences: 9,
  sentenceLength: 10.04,
  longSentences: 0,
  flesch: 61.6,
  wstf: 7.26,
};
const hard: Readability = { ...easy, sentenceLength: 24, longSentences: 0.5, flesch: 21, wstf: 14.9 };

describe('checks in words', () => {
  it('says of a rewrite what is missing and where it stood, and what is new and where it stands', () => {
    const rows = rowsOf([
      {
        kind: 'survival',
        missing: [{ kind: 'date', text: '15.12.2026' }],
        added: [
          { kind: 'amount', text: '40 €' },
          { kind: 'name', text: 'Weber' },
        ],
      },
    ]);
    expect(rows.map(({ head }) => head)).toEqual(['1 Angabe des alten Textes fehlt', '2 Angaben sind neu']);
    expect(rows[0]?.items).toEqual([{ text: 'Datum: 15.12.2026', at: { in: 'source', text: '15.12.2026' } }]);
    expect(rows[1]?.items[0]).toEqual({ text: 'Betrag: 40 €', at: { in: 'result', text: '40 €' } });
  });

  it('says when nothing got lost', () => {
    expect(rowsOf([{ kind: 'survival', missing: [], added: [] }])).toEqual([
      { tone: 'good', head: 'Zahlen, Daten und Namen erhalten', items: [] },
    ]);
  });

  it('sets readability before and after against the gate', () => {
    const [passed] = rowsOf([{ kind: 'readability', before: hard, after: easy, gate: 'plain', fails: [] }]);
    expect(passed).toMatchObject({ tone: 'good', head: 'Verständlichkeit 21 → 62 · bürgernah erreicht' });
    expect(passed?.items.map(({ text }) => text)).toContain('Wörter je Satz: vorher 24,0, nachher 10,0');
    const [failed] = rowsOf([
      { kind: 'readability', before: hard, after: hard, gate: 'simple', fails: ['flesch'] },
    ]);
    expect(failed).toMatchObject({
      tone: 'attention',
      head: 'Verständlichkeit 21 → 21 · Einfache Sprache nicht erreicht',
    });
    expect(rowsOf([{ kind: 'readability', before: hard, after: easy, gate: null, fails: [] }])[0]?.head).toBe(
      'Verständlichkeit 21 → 62',
    );
  });

  it('lists answered questions with their answer and open ones with where they are asked', () => {
    const rows = rowsOf([
      {
        kind: 'questions',
        questions: [
          { text: 'Bis wann?', state: 'answered', place: 'Bis zum 15. Dezember.' },
          { text: 'Was kostet es?', state: 'open', place: null },
        ],
      },
    ]);
    expect(rows).toEqual([
      {
        tone: 'good',
        head: '1 Frage beantwortet',
        items: [{ text: 'Bis wann?', at: { in: 'result', text: 'Bis zum 15. Dezember.' } }],
      },
      {
        tone: 'attention',
        head: '1 Frage offen',
        items: [{ text: 'Was kostet es?', at: { in: 'source', text: 'Was kostet es?' } }],
      },
    ]);
  });

  it('names a promise as such', () => {
    const checks = [
      { kind: 'unsupported' as const, items: [{ kind: 'promise' as const, text: 'sagen wir zu' }] },
    ];
    expect(rowsOf(checks)[0]?.items[0]?.text).toBe('Zusage: sagen wir zu');
    expect(doubtsOf(checks)).toEqual(['sagen wir zu']);
    expect(rowsOf([{ kind: 'unsupported', items: [] }])).toEqual([]);
  });

  it('leads to placeholders of the model with nothing behind them, and marks them', () => {
    const checks = [{ kind: 'placeholders' as const, unknown: ['[PERSON_99]', '[ORT_7]'] }];
    expect(rowsOf(checks)).toEqual([
      {
        tone: 'attention',
        head: '2 Platzhalter des Modells ohne Angabe dahinter',
        items: [
          { text: 'Bitte ersetzen: [PERSON_99]', at: { in: 'result', text: '[PERSON_99]' } },
          { text: 'Bitte ersetzen: [ORT_7]', at: { in: 'result', text: '[ORT_7]' } },
        ],
      },
    ]);
    expect(doubtsOf(checks)).toEqual(['[PERSON_99]', '[ORT_7]']);
    expect(rowsOf([{ kind: 'placeholders', unknown: [] }])).toEqual([]);
  });
});
