import { describe, expect, it } from '@jest/globals';
import type { Field, PlainValue } from '../../../../contract/agents/value.ts';
import { circular, run, runStep } from '../../testing/library-fakes.ts';
import { example as exampleSchema } from '../../../../contract/agents/example.ts';
import { candidatesOf, exampleOf } from './example-of.ts';
import { typedOf, valueOf } from './typed-value.ts';
import { inputsOf } from './trial-inputs.ts';
import { valueText } from './value-words.ts';

const field = (kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  name: 'a',
  label: 'A',
  kind,
  ...more,
});

describe('a value as it is typed', () => {
  it.each<[Field, string, PlainValue | null]>([
    [field('betrag'), '1.234,5', { kind: 'betrag', cents: 123_450 }],
    [field('betrag'), '1234,56', { kind: 'betrag', cents: 123_456 }],
    [field('betrag'), '-0,07', { kind: 'betrag', cents: -7 }],
    [field('betrag'), '1.5', null],
    [field('betrag'), '12 Euro', null],
    [field('zahl'), '2,5', { kind: 'zahl', number: 2.5 }],
    [field('zahl'), '1e9', null],
    [field('datum'), '2027-01-15', { kind: 'datum', date: '2027-01-15' }],
    [field('ja_nein'), 'nein', { kind: 'ja_nein', yes: false }],
    [field('auswahl', { options: ['rot'] }), 'blau', null],
    [field('text'), ' ', { kind: 'leer' }],
  ])('%j %s', (wanted, typed, value) => {
    expect(valueOf(wanted, typed)).toEqual(value);
  });

  it.each<[Field, PlainValue]>([
    [field('betrag'), { kind: 'betrag', cents: 100_005 }],
    [field('zahl'), { kind: 'zahl', number: -12.25 }],
    [field('ja_nein'), { kind: 'ja_nein', yes: true }],
    [field('text'), { kind: 'text', text: 'Zwei\nZeilen' }],
    [field('datum'), { kind: 'leer' }],
  ])('comes back as it was: %j', (wanted, value) => {
    expect(valueOf(wanted, typedOf(value))).toEqual(value);
  });

  it('is said as a German letter has it', () => {
    expect(valueText({ kind: 'betrag', cents: 123_456 })).toBe('1.234,56 Euro');
    expect(valueText({ kind: 'datum', date: '2027-01-05' })).toBe('05.01.2027');
  });

  it('goes into a trial only where it is one', () => {
    const inputs = [{ kind: 'feld' as const, field: field('zahl', { optional: true }) }];
    expect(inputsOf(inputs, { a: 'x' })).toBeNull();
    expect(inputsOf(inputs, {})).toEqual({});
    expect(inputsOf(circular.inputs, {})).toEqual({
      dokument: { kind: 'offen', source: { kind: 'nothing' } },
    });
  });
});

describe('an example made of a run', () => {
  const many = runStep({
    path: 'auftraege',
    title: 'Aufträge',
    result: {
      kind: 'lesen',
      records: [
        { values: { was: { kind: 'text', text: 'Melden' } }, evidence: {} },
        { values: { was: { kind: 'text', text: 'Zahlen' } }, evidence: {} },
      ],
    },
  });
  const view = run({
    steps: [
      many,
      runStep({
        path: 'frage',
        kind: 'fragen',
        result: { kind: 'fragen', value: { kind: 'ja_nein', yes: true } },
      }),
      runStep({ path: 'ok', kind: 'freigeben', result: { kind: 'freigeben' } }),
      runStep({
        path: 'vermerk',
        kind: 'schreiben',
        title: 'Vermerk',
        result: { kind: 'schreiben', text: '# \n## Anlass\nText', gaps: [], checks: [] },
      }),
    ],
  });

  it('offers what can be held against it, by the paths that the comparison knows', () => {
    expect(candidatesOf(view).map(({ expectation }) => expectation)).toEqual([
      { at: 'auftraege', count: 2 },
      { at: 'auftraege.0.was', is: 'Melden' },
      { at: 'auftraege.1.was', is: 'Zahlen' },
      { at: 'vermerk', contains: 'Anlass' },
    ]);
  });

  it('keeps what the person answered, and is one by the contract', () => {
    const made = exampleOf(
      'Eins',
      {},
      view,
      candidatesOf(view).map(({ expectation }) => expectation),
    );
    expect(made.answers).toEqual({ frage: { kind: 'ja_nein', yes: true }, ok: 'einverstanden' });
    expect(exampleSchema.safeParse(made).success).toBe(true);
  });
});
