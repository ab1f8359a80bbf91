import { describe, expect, it } from '@jest/globals';
import { type Expectation, expectation } from '../../../contract/agents/example.ts';
import type { StepResult } from '../../../contract/agents/result.ts';
import { compare } from './compare.ts';

const person = { state: 'person' } as const;
const results = new Map<string, StepResult>([
  [
    'angaben',
    {
      kind: 'lesen',
      records: [
        {
          values: {
            tag: { kind: 'datum', date: '2026-01-15' },
            betrag: { kind: 'betrag', cents: 123_456 },
            dringend: { kind: 'ja_nein', yes: true },
            az: { kind: 'leer' },
          },
          evidence: { tag: person },
        },
      ],
    },
  ],
  [
    'fristen',
    {
      kind: 'lesen',
      records: ['Erste', 'Zweite'].map((text) => ({
        values: { was: { kind: 'text' as const, text } },
        evidence: {},
      })),
    },
  ],
  ['stimmt', { kind: 'pruefen', holds: false, says: 'Die Summe ist falsch.' }],
  ['summe', { kind: 'rechnen', value: { kind: 'zahl', number: 1234.5 } }],
  ['wahl', { kind: 'entscheiden', chosen: 1 }],
  ['sonst', { kind: 'entscheiden', chosen: null }],
  ['auftraege', { kind: 'je', count: 2 }],
  ['auftraege#1/entwurf', { kind: 'schreiben', text: 'Bitte bis\n15.01.2026', gaps: ['Name'], checks: [] }],
  ['wissen', { kind: 'nachschlagen', text: 'Keine Fundstelle', answer: null }],
  ['ja', { kind: 'freigeben' }],
  ['zug_1', { kind: 'antwort', text: 'Fertig.', gaps: [], checks: [], calls: [] }],
  ['zug_1/werkzeug_1', { kind: 'werkzeug', tool: 'rechnen', asked: '1 + 1', said: '2', refused: false }],
]);
const fits = (one: unknown) => {
  const [compared] = compare([expectation.parse(one) satisfies Expectation], results);
  return compared;
};

describe('what an example expects', () => {
  it.each([
    [{ at: 'angaben.tag', is: '15.01.2026' }],
    [{ at: 'angaben.betrag', is: '1.234,56 Euro' }],
    [{ at: 'angaben.dringend', is: 'ja' }],
    [{ at: 'angaben.az', is: '' }],
    [{ at: 'angaben.nie_gelesen', is: '' }],
    [{ at: 'angaben', contains: '1.234,56 Euro' }],
    [{ at: 'fristen', count: 2 }],
    [{ at: 'fristen.1.was', is: 'Zweite' }],
    [{ at: 'stimmt', contains: 'nein' }],
    [{ at: 'stimmt', contains: 'Summe' }],
    [{ at: 'summe', is: '1.234,5' }],
    [{ at: 'wahl', is: 'Fall 2' }],
    [{ at: 'sonst', is: 'sonst' }],
    [{ at: 'auftraege', count: 2 }],
    [{ at: 'auftraege#1/entwurf', contains: 'bis 15.01.2026' }],
    [{ at: 'auftraege#1/entwurf', count: 1 }],
    [{ at: 'wissen', contains: 'Keine Fundstelle' }],
    [{ at: 'ja', is: 'einverstanden' }],
    [{ at: 'zug_1', is: 'Fertig.' }],
    [{ at: 'zug_1/werkzeug_1', is: '2' }],
  ])('%j fits', (one) => {
    expect(fits(one)).toMatchObject({ holds: true });
  });

  it.each([
    [{ at: 'angaben.tag', is: '16.01.2026' }, '15.01.2026'],
    [{ at: 'angaben.tag', is: '' }, '15.01.2026'],
    [{ at: 'fristen', count: 3 }, '2'],
    [{ at: 'fristen.2.was', is: '' }, /nicht/],
    [{ at: 'fristen.constructor.was', is: '' }, /nicht/],
    [{ at: 'angaben.0.constructor.x', is: '' }, /nicht/],
    [{ at: 'summe.tag', is: '' }, /nicht/],
    [{ at: 'summe', count: 0 }, /zählen/],
    [{ at: 'nie_getan', is: '' }, /nicht/],
    [{ at: 'nie_getan', count: 0 }, /nicht/],
    [{ at: 'stimmt', is: 'ja' }, /^nein Die Summe/],
    [{ at: 'auftraege#1/entwurf', contains: '16.01.2026' }, /15\.01\.2026/],
  ])('%j does not fit, and says what is there instead', (one, got) => {
    const compared = fits(one);
    expect(compared?.holds).toBe(false);
    expect(compared?.got).toMatch(got);
  });

  it('is told in words beside what came out, in its order', () => {
    const expects = [
      { at: 'angaben.tag', is: '15.01.2026' },
      { at: 'fristen', count: 2 },
      { at: 'wissen', contains: 'Keine' },
    ];
    expect(compare(expects, results)).toEqual([
      { at: 'angaben.tag', expected: '15.01.2026', got: '15.01.2026', holds: true },
      { at: 'fristen', expected: '2', got: '2', holds: true },
      { at: 'wissen', expected: '… Keine …', got: 'Keine Fundstelle', holds: true },
    ]);
  });
});
