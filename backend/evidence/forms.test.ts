import { describe, expect, it } from '@jest/globals';
import { isSameInOtherForm } from './forms.ts';
import { indexSource, prove } from './prove.ts';

const SOURCE = `Der Arbeitgeber hat dem Arbeitnehmer eines öffentlichen Betriebes innerhalb von drei Monaten eine
ausreichende Bescheinigung zu erteilen, sofern der Arbeitnehmer dies verlangt. Er muß sie nicht begründen. Die
Dauer des Urlaubes bemißt sich nach dem schriftlichen Vertrag.`;

const state = (passage: string) => prove(indexSource(SOURCE), passage).state;

describe('a passage in another form', () => {
  it.each([
    ['a capital at its beginning', 'Innerhalb von drei Monaten eine ausreichende Bescheinigung zu erteilen'],
    ['a capital in brackets', '[I]nnerhalb von drei Monaten eine ausreichende Bescheinigung zu erteilen'],
    ['a small letter at its beginning', 'der Arbeitgeber hat dem Arbeitnehmer eines öffentlichen Betriebes'],
    ['today’s spelling', 'Er muss sie nicht begründen. Die Dauer des Urlaubes bemisst sich nach dem'],
    ['an adjective in another case', 'eine ausreichenden Bescheinigung zu erteilen, sofern der Arbeitnehmer'],
    ['the other genitive', 'Die Dauer des Urlaubs bemißt sich nach dem schriftlichen Vertrag.'],
    ['all of it beside an ellipsis', 'Die Dauer des Urlaubs bemisst sich … schriftlichen Vertrag.'],
  ])('is word for word with %s', (_, passage) => {
    expect(state(passage)).toBe('exact');
  });

  it.each([
    ['an article in another case', 'Dem Arbeitgeber hat der Arbeitnehmer eines öffentlichen Betriebes'],
    ['a negation gone', 'Er muß sie begründen. Die Dauer des Urlaubes bemißt sich nach dem'],
    ['another figure', 'innerhalb von zwei Monaten eine ausreichende Bescheinigung zu erteilen'],
    ['another unit', 'innerhalb von drei Monate eine ausreichende Bescheinigung zu erteilen'],
    ['another verb', 'Er mußte sie nicht begründen. Die Dauer des Urlaubes bemißt sich nach dem'],
    ['a pronoun in another case', 'Er muß ihr nicht begründen. Die Dauer des Urlaubes bemißt sich nach dem'],
    ['a sign gone', 'Bescheinigung zu erteilen sofern der Arbeitnehmer dies verlangt.'],
    [
      'a word from "Arbeitgeber" to "Arbeitnehmer"',
      'Der Arbeitnehmer hat dem Arbeitnehmer eines öffentlichen',
    ],
  ])('is never word for word with %s', (_, passage) => {
    expect(state(passage)).not.toBe('exact');
  });
});

describe('words in another form', () => {
  it.each([
    ['schwere Last', 'leichte Last'],
    ['keine Person', 'keiner Person'],
    ['welche Personen', 'welchen Personen'],
    ['diese Person', 'dieser Person'],
    ['ausreichende und', 'ausreichenden und'],
    ['Haus', 'Hauses'],
    ['zwei Tage', 'zwei Tagen'],
    ['ein Wort', 'ein Wort mehr'],
  ])('are not "%s" and "%s"', (one, other) => {
    expect(isSameInOtherForm(one, other)).toBe(false);
    expect(isSameInOtherForm(other, one)).toBe(false);
  });
});
