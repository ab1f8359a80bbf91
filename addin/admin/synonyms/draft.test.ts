import { describe, expect, it } from '@jest/globals';
import { changesBetween, checkRow, meansOf, onto } from './draft.ts';

const sick = { word: 'Krankenschein', means: ['Arbeitsunfähigkeitsbescheinigung'] };
const trip = { word: 'Dienstreise', means: ['Reisekosten'] };

it('reads words with commas between them', () => {
  expect(meansOf(' Attest, Krankmeldung;Attest\n, ')).toEqual(['Attest', 'Krankmeldung']);
});

describe('a row', () => {
  it('is taken as it stands, without blanks around', () => {
    expect(checkRow({ word: ' Kranken ', means: ['Attest'] }, [sick])).toEqual({
      status: 'right',
      row: { word: 'Kranken', means: ['Attest'] },
    });
  });
  it.each([
    ['word', { word: 'k', means: ['Attest'] }],
    ['word', { word: 'krankenSchein ', means: ['Attest'] }],
    ['word', { word: 'sk-abcdefghijklmnop', means: ['Attest'] }],
    ['means', { word: 'Attest', means: [] }],
    ['means', { word: 'Attest', means: ['x'.repeat(81)] }],
  ])('says that its %s is wrong: %j', (field, row) => {
    expect(checkRow(row, [sick])).toMatchObject({ status: 'wrong', field });
  });
});

describe('changes', () => {
  it('are counted by words', () => {
    expect(changesBetween([sick, trip], [trip, sick])).toBe(0);
    expect(
      changesBetween(
        [sick, trip],
        [
          { ...sick, means: ['Attest'] },
          { word: 'Neu', means: ['Neues'] },
        ],
      ),
    ).toBe(3);
  });

  it('are made again to what somebody else has saved', () => {
    const theirs = { word: 'Urlaub', means: ['Erholungsurlaub'] };
    const mine = { ...sick, means: ['Attest'] };
    expect(onto([sick, trip], [mine], [sick, trip, theirs])).toEqual([mine, theirs]);
    expect(onto([sick], [sick, trip], [{ ...sick, means: ['Ihres'] }])).toEqual([
      trip,
      { ...sick, means: ['Ihres'] },
    ]);
    // Both added the same word.
    expect(onto([], [trip], [{ word: 'dienstreise', means: ['Ihres'] }])).toEqual([trip]);
  });
});
