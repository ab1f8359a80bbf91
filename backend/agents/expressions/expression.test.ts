import { describe, expect, it } from '@jest/globals';
import { agentEnvironment } from './environment.ts';
import { checkExpression, evaluateExpression, ExpressionError } from './expression.ts';
import { Amount, CalendarDay, fromCel, toCel, toOptional } from './values.ts';
import { valueInWords } from './words.ts';

const environment = agentEnvironment()
  .clone()
  .registerVariable('betrag', 'Betrag')
  .registerVariable('posten', 'list<Betrag>')
  .registerVariable('menge', 'double')
  .registerVariable('eingang', 'Datum')
  .registerVariable('frist', 'optional<Datum>')
  .registerVariable('titel', 'string');
const variables = {
  betrag: new Amount(12_345),
  posten: [new Amount(10), new Amount(20)],
  menge: 2.5,
  eingang: new CalendarDay('2026-01-31'),
  frist: toOptional({ kind: 'leer' }),
  titel: 'Rundschreiben',
};
const typeOf = (text: string) => checkExpression(environment, text);
const worth = (text: string) => {
  expect(typeOf(text)).toHaveProperty('type');
  return fromCel(evaluateExpression(environment, text, variables));
};
const inWords = (text: string) =>
  valueInWords(worth(text) ?? { kind: 'text', text: 'nothing that can be held' });

describe('expressions of agents', () => {
  it('reckon with amounts in whole cents', () => {
    expect(worth('summe(posten) == euro(0.3)')).toEqual({ kind: 'ja_nein', yes: true });
    expect(inWords('betrag * 3 - euro(1)')).toBe('369,35 Euro');
    expect(inWords('betrag / 7')).toBe('17,64 Euro');
    expect(inWords('prozent(betrag, 19)')).toBe('23,46 Euro');
    expect(inWords('euro(1.005)')).toBe('1,01 Euro');
    expect(inWords('euro(-1.005)')).toBe('-1,01 Euro');
    expect(inWords('euro(1234567)')).toBe('1.234.567,00 Euro');
  });

  it.each([
    ["frist(eingang, 1, 'monate')", '28.02.2026'],
    ["naechster_werktag(frist(eingang, 1, 'monate'))", '02.03.2026'],
    ["frist(eingang, 2, 'wochen')", '14.02.2026'],
    ["naechster_werktag(datum('2026-12-25'))", '28.12.2026'],
    ['tage_spaeter(eingang, -31)', '31.12.2025'],
    ["text(tage_zwischen(eingang, datum('2026-03-01')))", '29'],
    ['wochentag(eingang)', 'Samstag'],
    ['frist.orValue(eingang)', '31.01.2026'],
    ['text(eingang) + ", " + titel', '31.01.2026, Rundschreiben'],
    ['menge + 1', '3,5'],
    ['1 / menge', '0,4'],
    ["zeile(['a | b', 'c\\nd', titel])", '| a \\| b | c d | Rundschreiben |'],
  ])('work out %s', (text, said) => {
    expect(inWords(text)).toBe(said);
  });

  it.each([
    ["eingang < datum('2026-02-01') && betrag >= euro(123.45)", true],
    ['frist.hasValue() && frist.value() < eingang', false],
    ['posten.all(einer, einer < betrag)', true],
    ["titel.startsWith('Rund') ? menge > 2 : false", true],
    ["eingang != datum('2026-01-31')", false],
  ])('decide %s', (text, yes) => {
    expect(worth(text)).toEqual({ kind: 'ja_nein', yes });
  });

  it.each([
    ['betrag > 100', 'type'],
    ['unbekannt > betrag', 'type'],
    ['frist < eingang', 'type'],
    ['betrag.constructor', 'type'],
    ['betrag.cents', 'type'],
    ['titel.constructor.constructor("return process")()', 'syntax'],
    ['betrag >', 'syntax'],
    ['titel.matches("(a+)+$")', 'forbidden'],
    ['[1, 2].map(a, [1, 2].map(b, [1, 2].map(c, a)))', 'loops'],
  ])('refuse %s before anything runs', (text, kind) => {
    expect(typeOf(text)).toMatchObject({ fault: { kind } });
  });

  it.each([
    ['long', `${'1 + '.repeat(400)}1`],
    ['nested', `${'('.repeat(5_000)}1${')'.repeat(5_000)}`],
  ])('refuse what is too %s', (_how, text) => {
    expect(typeOf(text)).toMatchObject({ fault: { kind: 'syntax' } });
  });

  it.each([
    'posten[5]',
    'text(frist.value())',
    "datum('2026-02-30')",
    "frist(eingang, 1, 'constructor')",
    "frist(eingang, 1000000, 'tage')",
    'tage_spaeter(eingang, 100000)',
    'betrag / 0',
    'euro(1e300)',
  ])('say that %s fails with these values', (text) => {
    expect(typeOf(text)).toHaveProperty('type');
    expect(() => evaluateExpression(environment, text, variables)).toThrow(ExpressionError);
  });

  it('hold only what a step can hold', () => {
    expect(fromCel(evaluateExpression(environment, 'posten', variables))).toBeNull();
    expect(fromCel(evaluateExpression(environment, '1.0 / 0.0', variables))).toBeNull();
  });

  it('carry every value there and back', () => {
    for (const value of [
      { kind: 'text', text: 'ä' },
      { kind: 'zahl', number: 1.5 },
      { kind: 'datum', date: '2026-01-01' },
      { kind: 'betrag', cents: -1 },
      { kind: 'ja_nein', yes: false },
    ] as const) {
      expect(fromCel(toCel(value))).toEqual(value);
    }
  });
});
