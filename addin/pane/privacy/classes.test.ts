import { describe, expect, it } from '@jest/globals';
import type { ModelInfo } from '../../../contract/models.ts';
import { builtin, chatGpt, gemini, policy } from '../testing/fakes.ts';
import { isLower, isReason, nearestAllowed, treatmentOf } from './classes.ts';

const house: ModelInfo = { id: 'haus', label: 'Modell im Haus', provider: 'openai', place: 'intern' };

describe('the data class', () => {
  it('decides what a model gets', () => {
    expect(treatmentOf(gemini, 'social', policy)).toBe('refused');
    expect(treatmentOf(chatGpt, 'social', policy)).toBe('masked');
    expect(treatmentOf(builtin, 'restricted', policy)).toBe('plain');
    expect(treatmentOf(gemini, null, policy)).toBeNull();
  });

  it('leads to the nearest model that it allows, a language model before none', () => {
    const models = [builtin, house, chatGpt, gemini];
    expect(nearestAllowed(models, 'social', policy)).toBe(chatGpt);
    expect(nearestAllowed(models, 'restricted', policy)).toBe(house);
    expect(nearestAllowed([builtin, gemini], 'restricted', policy)).toBe(builtin);
    expect(nearestAllowed([chatGpt, gemini], 'restricted', policy)).toBeNull();
  });

  it('has an order, and a lower one a reason of a few words', () => {
    expect(isLower('internal', 'personal')).toBe(true);
    expect(isLower('social', 'social')).toBe(false);
    const reasons = ['Nur ein Muster', 'steht im Netz', 'Muster', '1234567890 ...', 'für alle 12'];
    expect(reasons.map(isReason)).toEqual([true, true, false, false, false]);
  });
});
