import { describe, expect, it } from '@jest/globals';
import { evidenceOf } from './evidence.ts';
import { indexSource } from './prove.ts';

const SOURCE = 'Die Meldebehörden haben die neuen\nVordrucke bis zum 30. Juni 2026 einzuführen. Az.: 10-024';
const PASSAGE = 'Die Meldebehörden haben die neuen\nVordrucke bis zum 30. Juni 2026 einzuführen.';
const source = indexSource(SOURCE);

describe('evidenceOf', () => {
  it('is proven by the passage and its figures, in words of its own', () => {
    expect(evidenceOf(source, 'Neue Vordrucke bis **30.06.2026**', PASSAGE.replace('\n', ' '))).toEqual({
      state: 'proven',
      passage: PASSAGE,
    });
  });

  it('is inexact with a figure that the passage does not have', () => {
    expect(evidenceOf(source, 'Bis 30.07.2026 oder 30.06.2026', PASSAGE)).toEqual({
      state: 'inexact',
      passage: PASSAGE,
      figures: ['30.07.2026'],
    });
  });

  it('is inexact where the passage is not word for word, and shows what the source says', () => {
    const passage = 'Die Meldebehörden haben die alten Vordrucke bis zum 30. Juli 2026 einzuführen.';
    expect(evidenceOf(source, 'Bis 30.07.2026', passage)).toEqual({
      state: 'inexact',
      passage: PASSAGE,
      figures: ['30.07.2026'],
    });
  });

  it('is inexact where the passage is too little for the statement', () => {
    expect(evidenceOf(source, 'Die Vordrucke müssen verbrannt werden.', 'Vordrucke')).toMatchObject({
      state: 'inexact',
    });
    expect(evidenceOf(source, '10-024', '10-024')).toEqual({ state: 'proven', passage: '10-024' });
  });

  it('reads the unit of an amount in the header of its table', () => {
    const table = (unit: string) =>
      indexSource(
        `Gebühren\n\n| Urkunde | Gebühr (${unit}) | Stelle |\n|---|---|---|\n| Ausweis | 20 | Bürgerbüro |\n| Reisepass | 37 | Bürgerbüro |\n`,
      );
    for (const passage of ['| Reisepass | 37 | Bürgerbüro |', 'Reisepass 37 Bürgerbüro']) {
      expect(evidenceOf(table('Euro'), 'Der Reisepass kostet 37 €.', passage)).toMatchObject({
        state: 'proven',
      });
      expect(evidenceOf(table('Dauer'), 'Der Reisepass kostet 37 €.', passage)).toMatchObject({
        state: 'inexact',
        figures: ['37 €'],
      });
    }
  });

  it('is unproven without a passage and with an invented one', () => {
    expect(evidenceOf(source, 'Die Frist endet.', '')).toEqual({ state: 'unproven' });
    expect(evidenceOf(source, 'Die Frist endet.', 'Die Frist endet für alle Behörden sofort.')).toEqual({
      state: 'unproven',
    });
  });
});
